import { sql } from "kysely";
import type { Database } from "./database.ts";
import type { StoredEvent } from "./event-reader.ts";
import type { EventPlace } from "./list-events.ts";

/**
 * The place before everything that is not committed yet: whoever reads rows after asking for it, and events from it on, misses
 * nothing (docs/decisions/0004-event-order.md).
 */
export async function placeOfNow(database: Database): Promise<EventPlace> {
  const { rows } = await sql<{ tx: string }>`select pg_snapshot_xmin(pg_current_snapshot())::text as tx`.execute(
    database,
  );
  return `${rows[0]?.tx ?? 0}-0`;
}

/**
 * Names a community's last event up to a place, by number and moment: whoever keeps something made of the log can tell later
 * whether this is still the log that it was made of. The event alone: `null` where there is none.
 */
export async function lastEventUpTo(
  database: Database,
  communityId: number,
  place: EventPlace,
): Promise<string | null> {
  const [tx = "0", id = "0"] = place.split("-");
  const { rows } = await sql<{ name: string }>`
    select tx::text || '-' || id::text || '@' || extract(epoch from at)::text as name
    from event where community_id = ${communityId} and (tx, id) <= (${tx}::xid8, ${Number(id)})
    order by event.id desc limit 1`.execute(database);
  return rows[0]?.name ?? null;
}

/** Which of two places comes first: negative where `a` does. */
export function comparePlaces(a: EventPlace, b: EventPlace): number {
  const [aTx = "0", aId = "0"] = a.split("-");
  const [bTx = "0", bId = "0"] = b.split("-");
  const byTx = BigInt(aTx) - BigInt(bTx);
  return byTx === 0n ? Number(aId) - Number(bId) : byTx < 0n ? -1 : 1;
}

/** Events of all communities after a place, for a reader that keeps its place by itself. */
export interface EventPage {
  readonly events: readonly StoredEvent[];
  /**
   * Events beyond, which others may still come before: for who may handle an event early and again. They are given again until
   * every transaction before theirs has ended.
   */
  readonly early: readonly StoredEvent[];
  readonly next: EventPlace;
  /** Whether there are more of them right away. */
  readonly more: boolean;
}

/** Reads on from a place, 500 events at most. */
export async function readEvents(database: Database, after: EventPlace): Promise<EventPage> {
  const [tx = "0", id = "0"] = after.split("-");
  const { rows } = await sql<StoredEvent & { tx: string; ended: boolean }>`
    select community_id as "communityId", id, tx::text as tx, at, kind, actor_id as "actorId", subject,
      subject_id as "subjectId", data, tx < pg_snapshot_xmin(pg_current_snapshot()) as ended
    from event where (tx, id) > (${tx}::xid8, ${Number(id)})
    order by event.tx, event.id limit 500`.execute(database);
  const ended = rows.filter((row) => row.ended);
  const last = ended.at(-1);
  return {
    events: ended,
    early: rows.slice(ended.length),
    next: last ? `${last.tx}-${last.id}` : after,
    more: rows.length === 500 && ended.length > 0,
  };
}
