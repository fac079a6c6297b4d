import { sql } from "kysely";
import type { Database } from "../../store/index.ts";
import type { Author } from "./lists.ts";

/** Thanks that a member got, newest first: for this member's eyes only. */
export interface ThanksListed {
  readonly id: number;
  readonly note: string;
  readonly at: Date;
  readonly from: Author;
  readonly answerId: number;
  readonly questionId: number;
  readonly questionTitle: string;
  readonly questionLanguage: string;
}

/** `before`: the id of the last of those that were listed already. One more than `limit` says that there are older ones. */
export async function listThanksTo(
  database: Database,
  wish: {
    readonly communityId: number;
    readonly memberId: number;
    readonly before?: number | null | undefined;
    readonly limit: number;
  },
): Promise<ThanksListed[]> {
  const { communityId, memberId, before, limit } = wish;
  const { rows } = await sql<Omit<ThanksListed, "from"> & { fromId: number; name: string; staff: boolean }>`
    select t.id, t.note, t.message_id as "answerId", t.created_at as at, f.id as "fromId", f.name, f.staff, q.id as "questionId", q.title as "questionTitle",
      q.language as "questionLanguage"
    from thanks t
    join member f on f.community_id = t.community_id and f.id = t.from_id
    join answer a on a.community_id = t.community_id and a.id = t.message_id
    join question q on q.community_id = t.community_id and q.id = a.question_id
    where t.community_id = ${communityId} and t.to_id = ${memberId} and t.id < ${before ?? Number.MAX_SAFE_INTEGER}
    order by t.id desc limit ${limit}`.execute(database);
  return rows.map(({ fromId, name, staff, ...rest }) => ({ ...rest, from: { memberId: fromId, name, staff } }));
}
