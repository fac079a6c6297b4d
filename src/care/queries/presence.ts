import { sql } from "kysely";
import type { Database } from "../../store/index.ts";

/** Somebody else who has a problem's page open. */
export interface Present {
  readonly memberId: number;
  readonly name: string;
  readonly typing: boolean;
}

/** Whose page it is. */
export interface Looking {
  readonly communityId: number;
  readonly problemId: number;
  readonly memberId: number;
}

/** Somebody looks at a problem, or types there. Nothing lasting: written without an event, and gone when it is not renewed. */
export async function renewPresence(database: Database, who: Looking, now: Date, typing: boolean): Promise<void> {
  await sql`
    insert into desk_presence (community_id, problem_id, member_id, seen_at, typed_at)
    select ${who.communityId}, p.id, ${who.memberId}, ${now}, ${typing ? now : null}::timestamptz
    from problem p where p.community_id = ${who.communityId} and p.id = ${who.problemId}
    on conflict (community_id, problem_id, member_id) do update
      set seen_at = excluded.seen_at, typed_at = coalesce(excluded.typed_at, desk_presence.typed_at)`.execute(database);
}

/** They are gone, and with them whoever left without saying so. */
export async function endPresence(database: Database, who: Looking, olderThan: Date): Promise<void> {
  await sql`
    delete from desk_presence where community_id = ${who.communityId} and problem_id = ${who.problemId}
      and (member_id = ${who.memberId} or seen_at < ${olderThan})`.execute(database);
}

/** Who else looks at a problem since a moment, and who has typed there since another; 20 at most. */
export async function listPresent(
  database: Database,
  { communityId, problemId, memberId }: Looking,
  since: { readonly seen: Date; readonly typed: Date },
): Promise<Present[]> {
  const { rows } = await sql<Present>`
    select m.id as "memberId", m.name, coalesce(d.typed_at > ${since.typed}, false) as typing
    from desk_presence d join member m on m.community_id = d.community_id and m.id = d.member_id
    where d.community_id = ${communityId} and d.problem_id = ${problemId} and d.member_id <> ${memberId}
      and d.seen_at > ${since.seen}
    order by m.name limit 20`.execute(database);
  return rows;
}
