import { sql } from "kysely";
import { expect, onTestFinished, test } from "vitest";
import { fc } from "../../tests/factories/draws.ts";
import { appendEvents, insertCommunity, readOn } from "../../tests/factories/events.ts";
import { openStoreOn, openTestStore, type TestStore } from "../../tests/factories/store.ts";
import type { EventReader } from "./event-reader.ts";
import type { Store } from "./store.ts";

async function opened(): Promise<TestStore> {
  const found = await openTestStore();
  onTestFinished(() => found.close());
  return found;
}

/** Writes events and positions as a restored dump has them: with another server's transaction numbers. */
async function restore(
  store: Store,
  events: readonly { readonly tx: string; readonly id: number }[],
  readers: readonly { readonly name: string; readonly tx: string; readonly id: number }[],
): Promise<void> {
  const { database } = store;
  await sql`delete from event_reader`.execute(database);
  await database.deleteFrom("event").execute();
  await database.deleteFrom("community").execute();
  const communityId = await insertCommunity(store);
  for (const { tx, id } of events) {
    await sql`insert into event (community_id, id, tx, at, kind, subject, subject_id)
      values (${communityId}, ${id}, ${tx}::xid8, now(), 'thing.done', 'thing', ${id})`.execute(database);
  }
  for (const { name, tx, id } of readers) {
    await sql`insert into event_reader (name, position_tx, position_id, updated_at)
      values (${name}, ${tx}::xid8, ${id}, now())`.execute(database);
  }
  const last = Math.max(0, ...events.map(({ id }) => id));
  await sql`select setval(pg_get_serial_sequence('event', 'id'), ${last + 1})`.execute(database);
}

async function readBy(name: string, { store }: TestStore): Promise<number[]> {
  const handled: number[] = [];
  const reader: EventReader = { name, handle: async (events) => void handled.push(...events.map(({ id }) => id)) };
  await readOn(store, reader);
  return handled;
}

const far = 4_000_000_000n;

test("a restored database is put in order when it is opened, and readers go on where they were", async () => {
  const here = await opened();
  const events = [1, 2, 3, 4, 5].map((id) => ({ id, tx: String(far + BigInt(id)) }));
  await restore(here.store, events, [
    { name: "done", ...(events[4] as { tx: string; id: number }) },
    { name: "half", ...(events[2] as { tx: string; id: number }) },
    { name: "new", tx: "0", id: 0 },
  ]);
  expect(await readBy("new", here)).toEqual([]);
  const again = await openStoreOn(here.databaseUrl, here.clock);
  onTestFinished(() => again.close());
  expect(await readBy("done", here)).toEqual([]);
  expect(await readBy("half", here)).toEqual([4, 5]);
  expect(await readBy("new", here)).toEqual([1, 2, 3, 4, 5]);
  const [community] = await again.database.selectFrom("community").select("id").execute();
  await appendEvents(again, community?.id as number, [6]);
  for (const name of ["done", "half", "new"]) expect(await readBy(name, here)).toHaveLength(1);
});

test("positions of another server without any of its events are put in order, too", async () => {
  const here = await opened();
  await restore(here.store, [], [{ name: "lost", tx: String(far), id: 9 }]);
  const again = await openStoreOn(here.databaseUrl, here.clock);
  onTestFinished(() => again.close());
  const [community] = await again.database.selectFrom("community").select("id").execute();
  await appendEvents(again, community?.id as number, [1]);
  expect(await readBy("lost", here)).toHaveLength(1);
});

test("events stay unchangeable after a repair", async () => {
  const here = await opened();
  await restore(here.store, [{ tx: String(far), id: 1 }], []);
  const again = await openStoreOn(here.databaseUrl, here.clock);
  onTestFinished(() => again.close());
  await expect(sql`update event set kind = 'x'`.execute(again.database)).rejects.toThrow("never changed");
});

test("whatever the events and positions were, no reader misses or repeats one after a repair", async () => {
  const here = await opened();
  const place = fc.record({ tx: fc.integer({ min: 1, max: 9 }), id: fc.integer({ min: 1, max: 30 }) });
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(place, { selector: ({ id }) => id, minLength: 1, maxLength: 20 }),
      fc.array(place, { maxLength: 4 }),
      async (places, positions) => {
        const numbered = (tx: number) => String(far + BigInt(tx));
        const readers = positions.map(({ tx, id }, index) => ({ name: `r${index}`, tx: numbered(tx), id }));
        await restore(
          here.store,
          places.map(({ tx, id }) => ({ tx: numbered(tx), id })),
          readers,
        );
        const again = await openStoreOn(here.databaseUrl, here.clock);
        await again.close();
        for (const [index, at] of positions.entries()) {
          const ahead = places.filter(({ tx, id }) => tx > at.tx || (tx === at.tx && id > at.id)).map(({ id }) => id);
          const handled = await readBy(`r${index}`, here);
          expect(handled.toSorted((a, b) => a - b)).toEqual(ahead.toSorted((a, b) => a - b));
        }
        expect(await readBy("from the beginning", here)).toHaveLength(places.length);
      },
    ),
    { numRuns: 25 },
  );
});
