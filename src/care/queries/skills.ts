import { sql } from "kysely";
import type { Database, Transaction } from "../../store/index.ts";

/**
 * Counts every member's lasting solves anew: answers that the asker confirmed and problems that were solved without one, confirmed
 * before `before` and not reopened, withdrawn or removed since. A question counts once for each who solved it, and one that was reopened only for the answer that
 * solved it then. Nothing else makes a skill: not talk, not thanks, not speed. What
 * somebody answered to themselves counts nothing.
 */
export async function recountSkills(tx: Transaction, communityId: number, before: Date): Promise<void> {
  await sql`delete from skill where community_id = ${communityId}`.execute(tx.db);
  await sql`
    with answered as (
      select distinct on (q.id, a.author_id) a.author_id as member_id, a.confirmed_at as at, q.group_id, coalesce(p.area_id, (
          select s.id from subject_area s where s.community_id = q.community_id and s.tags && q.tags order by s.id limit 1)) as area_id
      from answer a
      join question q on q.community_id = a.community_id and q.id = a.question_id
      left join problem p on p.community_id = q.community_id and p.question_id = q.id
      where a.community_id = ${communityId} and a.confirmed_at <= ${before} and a.removed_at is null
        and q.removed_at is null and q.reopened_at is null and a.author_id <> q.asker_id
        and (coalesce(p.reopened, 0) = 0 or p.solved_answer_id is null or p.solved_answer_id = a.id)
      order by q.id, a.author_id, a.confirmed_at desc
    ), solve as (
      select member_id, at, group_id, area_id from answered
      union all
      select p.solved_by, p.over_at, coalesce(p.group_id, 0), p.area_id
      from problem p
      where p.community_id = ${communityId} and p.over_as = 'confirmed' and p.over_at <= ${before}
        and p.solved_answer_id is null and p.solved_by is not null and p.solved_by <> p.asker_id
    )
    insert into skill (community_id, subject, subject_id, member_id, solves, last_at)
    select ${communityId}, subject, subject_id, member_id, count(*), max(at)
    from (
      select 'group' as subject, group_id as subject_id, member_id, at from solve
      union all
      select 'area', area_id, member_id, at from solve where area_id is not null) as counted
    group by subject, subject_id, member_id`.execute(tx.db);
}

export async function listCommunityIds(database: Database): Promise<number[]> {
  const rows = await database.selectFrom("community").select("id").orderBy("id").limit(10_000).execute();
  return rows.map(({ id }) => id);
}

export interface Skill {
  readonly subject: "area" | "group";
  /** The name of the area or group; null for what was solved outside of any group. */
  readonly name: string | null;
  readonly solves: number;
  readonly lastAt: Date;
}

/** What a member has solved for good, by subject, most first; 100 at most. */
export async function listSkillsOf(database: Database, communityId: number, memberId: number): Promise<Skill[]> {
  const { rows } = await sql<Skill>`
    select k.subject, coalesce(a.name, g.name) as name, k.solves, k.last_at as "lastAt"
    from skill k
    left join subject_area a on k.subject = 'area' and a.community_id = k.community_id and a.id = k.subject_id
    left join community_group g on k.subject = 'group' and g.community_id = k.community_id and g.id = k.subject_id
    where k.community_id = ${communityId} and k.member_id = ${memberId}
    order by k.solves desc, k.subject, k.subject_id limit 100`.execute(database);
  return rows;
}
