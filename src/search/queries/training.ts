import { sql } from "kysely";
import type { Database } from "../../store/index.ts";

/** A question that was asked before, in the words of whoever asked it again. Texts are Markdown. */
export interface DuplicateRow {
  readonly id: number;
  /** The question that it is a duplicate of. */
  readonly questionId: number;
  readonly title: string;
  readonly body: string;
  readonly language: string;
}

/** The next duplicates in the order of their ids, up to one question. */
export async function readDuplicatesAfter(
  database: Database,
  values: { readonly communityId: number; readonly after: number; readonly upTo: number; readonly limit: number },
): Promise<DuplicateRow[]> {
  const { rows } = await sql<DuplicateRow>`
    select q.id, q.duplicate_of as "questionId", q.title, left(m.body, 100000) as body, q.language
    from question q
    join conversation v on v.community_id = q.community_id and v.id = q.id and v.visibility = 'public'
    join message m on m.community_id = q.community_id and m.id = q.message_id
    where q.community_id = ${values.communityId} and q.duplicate_of is not null and q.removed_at is null
      and q.id > ${values.after} and q.id <= ${values.upTo}
    order by q.id limit ${values.limit}`.execute(database);
  return rows;
}

/** Words that found their answer. */
export interface AliasRow {
  readonly questionId: number;
  readonly text: string;
}

/** The next aliases in the order of questions and words, those kept up to one moment. */
export async function readAliasesAfter(
  database: Database,
  values: { readonly communityId: number; readonly after: AliasRow; readonly until: Date; readonly limit: number },
): Promise<AliasRow[]> {
  const { rows } = await sql<AliasRow>`
    select question_id as "questionId", text from question_alias
    where community_id = ${values.communityId} and created_at <= ${values.until}
      and (question_id, text) > (${values.after.questionId}::bigint, ${values.after.text}::text)
    order by question_id, text limit ${values.limit}`.execute(database);
  return rows;
}
