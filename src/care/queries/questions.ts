import { sql } from "kysely";
import { beginningOf, type Database } from "../../store/index.ts";
import type { Problem } from "../problem.ts";

/** A question as care sees it: as it stands now. */
export interface QuestionSeen {
  readonly id: number;
  readonly groupId: number;
  readonly charter: "help" | "interest";
  readonly askerId: number;
  readonly messageId: number;
  readonly title: string;
  readonly body: string;
  readonly tags: string[];
  /** The community's language tag. */
  readonly locale: string;
  /** ISO 639: what the question is written in. */
  readonly language: string;
  readonly state: "waiting" | "answered" | "solved" | "duplicate" | "removed";
  readonly duplicateOf: number | null;
  readonly askedAt: Date;
  /** The confirmed answer that was confirmed last. */
  readonly solvedBy: number | null;
  readonly solvedAnswerId: number | null;
  readonly solvedAt: Date | null;
}

/** These questions, by id; those that are not there are left out. */
export async function readQuestions(
  database: Database,
  communityId: number,
  ids: readonly number[],
): Promise<Map<number, QuestionSeen>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<QuestionSeen>`
    select q.id, q.group_id as "groupId", g.charter, q.asker_id as "askerId", q.message_id as "messageId", q.title,
      ${beginningOf("m.body", 4_000)} as body, q.tags, c.locale, q.language, q.state, q.duplicate_of as "duplicateOf", q.created_at as "askedAt",
      a.author_id as "solvedBy", a.id as "solvedAnswerId", a.confirmed_at as "solvedAt"
    from question q
    join community c on c.id = q.community_id
    join community_group g on g.community_id = q.community_id and g.id = q.group_id
    join message m on m.community_id = q.community_id and m.id = q.message_id
    left join lateral (
      select id, author_id, confirmed_at from answer
      where community_id = q.community_id and question_id = q.id and confirmed_at is not null and removed_at is null
      order by confirmed_at desc, id desc limit 1) a on true
    where q.community_id = ${communityId} and q.id = any(${[...ids]}::bigint[])`.execute(database);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Who said something last in a problem's conversation besides its asker; null where nobody did. */
export async function lastHelper(database: Database, problem: Problem): Promise<number | null> {
  const row = await database
    .selectFrom("message")
    .select("author_id as id")
    .where("community_id", "=", problem.communityId)
    .where("conversation_id", "=", problem.conversationId)
    .where("author_id", "<>", problem.askerId)
    .where("removed_at", "is", null)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** The first area of each of these sets of tags, in one query. */
export async function areasOfQuestions(
  database: Database,
  communityId: number,
  ids: readonly number[],
): Promise<Map<number, { areaId: number; teamId: number | null }>> {
  const { rows } = await sql<{ id: number; areaId: number; teamId: number | null }>`
    select distinct on (q.id) q.id, a.id as "areaId", a.team_id as "teamId"
    from question q join subject_area a on a.community_id = q.community_id and a.tags && q.tags
    where q.community_id = ${communityId} and q.id = any(${[...ids]}::bigint[])
    order by q.id, a.id`.execute(database);
  return new Map(rows.map(({ id, ...area }) => [id, area]));
}
