import { sql } from "kysely";
import type { Database } from "../../store/index.ts";

/** The last hand-over of a problem that nobody has taken up since, with its note. */
export interface HandedRow {
  readonly problemId: number;
  readonly at: Date;
  readonly fromId: number;
  readonly fromName: string;
  readonly html: string | null;
}

const most = 100;

/** What was handed to a member or to their teams and waits to be taken, the newest first; 100 at most. */
export async function selectHandedOver(
  database: Database,
  wanted: { readonly communityId: number; readonly memberId: number; readonly teamIds: readonly number[] },
): Promise<HandedRow[]> {
  const { communityId, memberId, teamIds } = wanted;
  const { rows } = await sql<HandedRow>`
    with mine as materialized (
      select p.id, p.owner_kind, p.owner_id from problem p
      where p.community_id = ${communityId} and p.over_at is null and p.claimed_at is null
        and p.owner_kind = 'solver' and p.owner_id = ${memberId}
      union all
      select p.id, p.owner_kind, p.owner_id from unnest(${[...teamIds]}::bigint[]) as t (id)
      join problem p on p.community_id = ${communityId} and p.over_at is null and p.owner_kind = 'team' and p.owner_id = t.id)
    select p.id as "problemId", s.at, m.id as "fromId", m.name as "fromName", n.html
    from mine p
    cross join lateral (
      select s.id, s.at, s.by_id, s.data from problem_step s
      where s.community_id = ${communityId} and s.problem_id = p.id and s.reason = 'handed-over'
        and s.owner_kind = p.owner_kind and s.owner_id = p.owner_id
      order by s.id desc limit 1) s
    join member m on m.community_id = ${communityId} and m.id = s.by_id
    left join problem_note n on n.community_id = ${communityId} and n.problem_id = p.id and n.id = (s.data->>'noteId')::bigint
    where not exists (
      select from problem_step l where l.community_id = ${communityId} and l.problem_id = p.id and l.id > s.id
        and ((l.owner_kind, l.owner_id) is distinct from (p.owner_kind, p.owner_id) or l.reason in ('undone', 'taken')))
    order by s.at desc, p.id limit ${most}`.execute(database);
  return rows;
}
