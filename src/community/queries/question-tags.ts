import { sql } from "kysely";
import type { Transaction } from "../../store/index.ts";

/**
 * Brings the list by tag in step with these questions, in the transaction that has asked, changed, removed or restored them. Answers
 * do it by themselves, where they count.
 */
export async function followTags(tx: Transaction, communityId: number, questionIds: readonly number[]): Promise<void> {
  await sql`
    with wanted as (
      select distinct community_id, id, unnest(tags) as tag, last_activity_at from question
      where community_id = ${communityId} and id = any(${[...questionIds]}::bigint[]) and removed_at is null
    ), gone as (
      delete from question_tag t
      where t.community_id = ${communityId} and t.question_id = any(${[...questionIds]}::bigint[])
        and not exists (select from wanted where wanted.id = t.question_id and wanted.tag = t.tag)
    )
    insert into question_tag as held (community_id, question_id, tag, last_activity_at) select * from wanted
    on conflict (community_id, question_id, tag) do update set last_activity_at = excluded.last_activity_at
      where held.last_activity_at <> excluded.last_activity_at`.execute(tx.db);
}
