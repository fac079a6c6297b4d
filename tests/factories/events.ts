import { type EventReader, type NewEvent, readOnce, type Store, type Transaction } from "../../src/store/index.ts";

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

/** Lets a reader read all that has happened. */
export async function readAll(store: Store, reader: EventReader): Promise<void> {
  while ((await readOnce(store.database, store.clock, reader)) > 0);
}
