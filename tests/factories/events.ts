import { sql } from "kysely";
import { expect } from "vitest";
import { type EventReader, type NewEvent, readOnce, type Store, type Transaction } from "../../src/store/index.ts";
import { eventually } from "./eventually.ts";

/** A community to hang events on; returns its id. */
export async function insertCommunity(store: Store, slug = "tea"): Promise<number> {
  const { id } = await store.database
    .insertInto("community")
    .values({ slug, name: slug, created_at: store.clock.now() })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** An event of a kind and about a subject that no room knows. */
export function anEvent(communityId: number, subjectId: number, data: NewEvent["data"] = {}): NewEvent {
  return { communityId, kind: "thing.done", actorId: null, subject: "thing", subjectId, data };
}

/** Appends one such event for each number, in one transaction. */
export async function appendEvents(store: Store, communityId: number, subjectIds: readonly number[]): Promise<void> {
  const result = await store.transact(async (tx: Transaction) => {
    for (const subjectId of subjectIds) tx.append(anEvent(communityId, subjectId));
    return { ok: true, value: null };
  });
  if (!result.ok) throw new Error(result.error.message);
}

/** Lets a reader read as far as it may right now. */
export async function readOn({ database, clock }: Store, reader: EventReader): Promise<void> {
  while ((await readOnce(database, clock, reader)) > 0);
}

/**
 * Lets a reader read all that has happened. A transaction that still runs elsewhere on the server holds events back for a moment, and
 * whoever reads under the same name keeps them to themselves until they are done.
 */
export function readAll(store: Store, reader: EventReader): Promise<void> {
  return eventually(async () => {
    await readOn(store, reader);
    const { rows } = await sql`
      select event.id from event, event_reader where name = ${reader.name} and (tx, event.id) > (position_tx, position_id)
      limit 1`.execute(store.database);
    expect(rows).toEqual([]);
  });
}
