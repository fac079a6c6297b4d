import { sql } from "kysely";
import type { Database } from "./database.ts";
import type { StoredEvent } from "./event-reader.ts";

/** A community's last events, newest first, 50 at most: for people who look, not for programs that follow (`listEvents`). */
export async function listRecentEvents(
  database: Database,
  wanted: { readonly communityId: number; readonly kind?: string; readonly before?: number },
): Promise<StoredEvent[]> {
  const { rows } = await sql<StoredEvent>`
    select community_id as "communityId", id, at, kind, actor_id as "actorId", subject, subject_id as "subjectId", data
    from event
    where community_id = ${wanted.communityId} and id < ${wanted.before ?? Number.MAX_SAFE_INTEGER}
      and (${wanted.kind ?? null}::text is null or kind = ${wanted.kind ?? null})
    order by event.id desc limit 50`.execute(database);
  return rows;
}

/** The kinds of events that a community has had, 100 at most. Jumps from kind to kind in the index, so that it costs no full read. */
export async function listEventKinds(database: Database, communityId: number): Promise<string[]> {
  const { rows } = await sql<{ kind: string }>`
    with recursive seen (kind) as (
      (select kind from event where community_id = ${communityId} order by kind limit 1)
      union all
      select (select e.kind from event e where e.community_id = ${communityId} and e.kind > seen.kind order by e.kind limit 1)
      from seen where seen.kind is not null
    ) select kind from seen where kind is not null limit 100`.execute(database);
  return rows.map(({ kind }) => kind);
}
