import { sql } from "kysely";
import type { Database } from "./database.ts";
import type { StoredEvent } from "./event-reader.ts";

/** A place in the event log, as text that keeps its order: `12-345` is event 345 of transaction 12; `0` is the beginning. */
export type EventPlace = string;

/** Whether a text is a place in the event log. */
export function isEventPlace(text: string): boolean {
  return /^(0|\d{1,18}-\d{1,15})$/.test(text);
}

/**
 * A community's events after a place, in the order in which every reader gets them, 200 at most: those of transactions that still
 * run come later, so that who reads on from `next` misses none.
 */
export async function listEvents(
  database: Database,
  wanted: { readonly communityId: number; readonly after: EventPlace; readonly limit: number },
): Promise<{ events: StoredEvent[]; next: EventPlace }> {
  const [tx = "0", id = "0"] = wanted.after.split("-");
  const { rows } = await sql<StoredEvent & { tx: string }>`
    select community_id as "communityId", id, tx::text as tx, at, recorded_at as "recordedAt", restored, kind, actor_id as "actorId", subject,
      subject_id as "subjectId", data
    from event
    where community_id = ${wanted.communityId} and (tx, id) > (${tx}::xid8, ${Number(id)})
      and tx < pg_snapshot_xmin(pg_current_snapshot())
    order by event.tx, event.id limit ${Math.min(wanted.limit, 200)}`.execute(database);
  const last = rows.at(-1);
  return {
    events: rows.map(({ tx: _, ...event }) => event),
    next: last ? `${last.tx}-${last.id}` : wanted.after,
  };
}
