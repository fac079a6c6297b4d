import { sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { leastWallMs } from "../../tests/factories/cpu.ts";
import { fc } from "../../tests/factories/draws.ts";
import { anEvent, appendEvents, insertCommunity, readAll, readOn } from "../../tests/factories/events.ts";
import { eventually } from "../../tests/factories/eventually.ts";
import { openStoreOn, openTestStore, type TestStore } from "../../tests/factories/store.ts";
import { type EventReader, readOnce, type StoredEvent } from "./event-reader.ts";
import type { Store } from "./store.ts";

const writers = 4;

let opened: TestStore;
let other: Store;
let clients: pg.Client[];
let communityId: number;
beforeAll(async () => {
  opened = await openTestStore();
  other = await openStoreOn(opened.databaseUrl, opened.clock);
  communityId = await insertCommunity(opened.store);
  await sql`create table seen (place bigint generated always as identity, reader text, id bigint, primary key (reader, id))`.execute(
    opened.store.database,
  );
  clients = Array.from({ length: writers }, () => new pg.Client({ connectionString: opened.databaseUrl }));
  await Promise.all(clients.map((client) => client.connect()));
});
afterAll(async () => {
  await Promise.all(clients.map((client) => client.end()));
  await other.close();
  await opened.close();
});

let named = 0;

/** Notes each event in the table `seen`, whose primary key refuses an event handled twice. */
function noting(name = `reader-${++named}`): EventReader {
  return {
    name,
    handle: async (events, tx) => {
      for (const { id } of events) await sql`insert into seen (reader, id) values (${name}, ${id})`.execute(tx.db);
    },
  };
}

async function seenBy(reader: EventReader): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select id from seen where reader = ${reader.name} order by place`.execute(
    opened.store.database,
  );
  return rows.map(({ id }) => id);
}

async function inOrder(): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select id from event order by tx, id`.execute(opened.store.database);
  return rows.map(({ id }) => id);
}

const insert =
  "insert into event (community_id, at, kind, subject, subject_id) values ($1, now(), 'thing.done', 'thing', 1)";

type Step =
  | { readonly kind: "begin" | "insert" | "commit" | "rollback"; readonly writer: number }
  | { readonly kind: "read"; readonly reader: 0 | 1; readonly twice: boolean };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constantFrom("begin", "insert", "insert", "commit", "commit", "rollback"),
    writer: fc.nat(writers - 1),
  }) as fc.Arbitrary<Step>,
  fc.record({ kind: fc.constant("read"), reader: fc.constantFrom(0, 1), twice: fc.boolean() }) as fc.Arbitrary<Step>,
);

/** Plays steps, whatever their order: a writer begins by itself where it has to, and ends what it had begun. */
async function play(steps: readonly Step[], readers: readonly EventReader[]): Promise<void> {
  const open = new Set<number>();
  const run = (writer: number, text: string, values: unknown[] = []) => clients[writer]?.query(text, values);
  const begin = async (writer: number) => {
    if (open.has(writer)) return;
    open.add(writer);
    await run(writer, "begin");
    // The number is given now, however late the transaction writes its event and commits.
    await run(writer, "select pg_current_xact_id()");
  };
  const end = async (writer: number, how: "commit" | "rollback") => {
    if (open.delete(writer)) await run(writer, how);
  };
  for (const one of steps) {
    if (one.kind === "read") {
      const reader = readers[one.reader] as EventReader;
      const stores = one.twice ? [opened.store, other] : [opened.store];
      await Promise.all(stores.map((store) => readOnce(store.database, opened.clock, reader)));
    } else if (one.kind === "begin") await begin(one.writer);
    else if (one.kind === "insert") {
      await begin(one.writer);
      await run(one.writer, insert, [communityId]);
    } else await end(one.writer, one.kind);
  }
  for (const writer of [...open]) await end(writer, "commit");
}

test("however transactions interleave, each reader handles each event exactly once, in one order", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
      const readers = [noting(), noting()];
      await play(steps, readers);
      for (const reader of readers) await readAll(opened.store, reader);
      const expected = await inOrder();
      for (const reader of readers) expect(await seenBy(reader)).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});

test("transaction numbers are ordered as numbers, not as text", async () => {
  const reader = noting();
  await readAll(opened.store, reader);
  const rest = await seenBy(reader);
  for (const tx of ["100", "99"]) {
    await sql`insert into event (community_id, at, kind, subject, subject_id, tx)
      values (${communityId}, now(), 'thing.done', 'thing', 1, ${tx}::xid8)`.execute(opened.store.database);
  }
  const afresh = noting();
  await readAll(opened.store, afresh);
  expect((await seenBy(afresh)).slice(2)).toEqual(rest);
  expect(await seenBy(afresh)).toEqual(await inOrder());
});

test("an event whose transaction commits late is waited for, and so are those behind it", async () => {
  const reader = noting();
  await readAll(opened.store, reader);
  const before = (await seenBy(reader)).length;
  const [late] = clients as [pg.Client];
  await late.query("begin");
  await late.query(insert, [communityId]);
  await appendEvents(opened.store, communityId, [1]);
  await readOn(opened.store, reader);
  expect(await seenBy(reader)).toHaveLength(before);
  await late.query("commit");
  await readAll(opened.store, reader);
  expect(await seenBy(reader)).toHaveLength(before + 2);
});

test("two processes that read at once do not double, and none waits for the other", async () => {
  const reader = noting();
  await readAll(opened.store, reader);
  await appendEvents(opened.store, communityId, [1, 2, 3]);
  const inside = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  const slow: EventReader = {
    name: reader.name,
    handle: async (events, tx, touch) => {
      inside.resolve();
      await goOn.promise;
      await reader.handle(events, tx, touch);
    },
  };
  const first = readOnce(opened.store.database, opened.clock, slow);
  await inside.promise;
  expect(await readOnce(other.database, opened.clock, reader)).toBe(0);
  goOn.resolve();
  expect(await first).toBe(3);
  expect(await readOnce(other.database, opened.clock, reader)).toBe(0);
});

test("a reader that handles a batch does not hold back another one", async () => {
  const quick = noting();
  await readAll(opened.store, quick);
  const inside = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  await appendEvents(opened.store, communityId, [1]);
  const slow: EventReader = {
    name: "slow",
    handle: async () => {
      inside.resolve();
      await goOn.promise;
    },
  };
  const first = readOnce(opened.store.database, opened.clock, slow);
  await inside.promise;
  await appendEvents(opened.store, communityId, [2]);
  expect(await readOnce(opened.store.database, opened.clock, quick)).toBe(2);
  goOn.resolve();
  await first;
});

test("a failed batch leaves the position where it was, and what was half done is taken back", async () => {
  const reader = noting();
  await readAll(opened.store, reader);
  const before = await seenBy(reader);
  await appendEvents(opened.store, communityId, [1, 2]);
  const failing: EventReader = {
    name: reader.name,
    handle: async (events, tx, touch) => {
      await reader.handle(events.slice(0, 1), tx, touch);
      throw new Error("half done");
    },
  };
  await expect(readOnce(opened.store.database, opened.clock, failing)).rejects.toThrow("half done");
  expect(await seenBy(reader)).toEqual(before);
  await readAll(opened.store, reader);
  expect(await seenBy(reader)).toHaveLength(before.length + 2);
});

test("a reader cannot append events, which other readers would have to follow", async () => {
  await appendEvents(opened.store, communityId, [1]);
  const reader: EventReader = {
    name: "appending",
    handle: async (_events, tx) =>
      tx.append({ communityId, kind: "thing.done", actorId: null, subject: "thing", subjectId: 1 }),
  };
  await expect(readOnce(opened.store.database, opened.clock, reader)).rejects.toThrow("appends no events");
});

test("a reader that acts appends its events with its new position, once, and meets them later", async () => {
  const reader: EventReader = {
    name: "acting",
    acts: true,
    async handle(events, tx) {
      for (const { id, kind } of events) {
        if (kind === "thing.done") tx.append({ ...anEvent(communityId, id), kind: "thing.acted-on" });
      }
    },
  };
  await readAll(opened.store, reader);
  await appendEvents(opened.store, communityId, [91, 92]);
  await readAll(opened.store, reader);
  const { rows } = await sql<{ kind: string; n: number }>`
    select kind, count(*)::int as n from event group by kind order by kind`.execute(opened.store.database);
  const of = (kind: string) => rows.find((row) => row.kind === kind)?.n;
  expect(of("thing.acted-on")).toBeGreaterThan(1);
  expect(of("thing.acted-on")).toBe(of("thing.done"));
});

test("more events than one batch come in several", async () => {
  const reader = noting();
  await readAll(opened.store, reader);
  const numbers = Array.from({ length: 1_200 }, (_, index) => index + 1);
  await appendEvents(opened.store, communityId, numbers);
  const sizes: number[] = [];
  for (let size = 1; size > 0; sizes.push(size)) size = await readOnce(opened.store.database, opened.clock, reader);
  expect(sizes).toEqual([500, 500, 200, 0]);
});

test("a follower hears of an event at once, in another process too, and shows what it stumbles over", async () => {
  const heard: StoredEvent[] = [];
  let broken = false;
  other.follow({
    name: "follower",
    handle: async (events) => {
      if (broken) throw new Error("stumbled");
      heard.push(...events);
    },
  });
  await eventually(() => expect(heard.length).toBeGreaterThan(0));
  await eventually(async () => expect(heard).toHaveLength((await inOrder()).length));
  const hear = async () => {
    const before = heard.length;
    await appendEvents(opened.store, communityId, [7]);
    await eventually(() => expect(heard).toHaveLength(before + 1));
  };
  await hear();
  // Without hints whatever happens right after a look is heard of three seconds later.
  expect(await leastWallMs(hear, 2_000)).toBeLessThan(2_000);
  broken = true;
  await appendEvents(opened.store, communityId, [8]);
  const failure = () =>
    opened.store.database
      .selectFrom("event_reader")
      .select("failure")
      .where("name", "=", "follower")
      .executeTakeFirst();
  await eventually(async () => expect(await failure()).toEqual({ failure: "stumbled" }));
  broken = false;
  await eventually(async () => expect(await failure()).toEqual({ failure: null }));
  expect(heard.at(-1)?.subjectId).toBe(8);
});

test("a reader that follows handles what happens within a moment together", async () => {
  const batches: number[] = [];
  opened.store.follow({
    name: `reader-${++named}`,
    handle: async (events) => void batches.push(events.filter(({ subjectId }) => subjectId >= 9_000).length),
  });
  // It has caught up once it hears of this one.
  await appendEvents(opened.store, communityId, [9_000]);
  await eventually(() => expect(batches.at(-1)).toBe(1));
  const before = batches.length;
  const begun = performance.now();
  for (let id = 9_001; id <= 12_000; id += 1) await appendEvents(opened.store, communityId, [id]);
  await eventually(() => expect(batches.slice(before).reduce((sum, size) => sum + size, 0)).toBe(3_000));
  // It waits 200 ms for more to come, also where more has come while it was at it, unless it took as many as it takes at once.
  const waitedFor = batches.slice(before).filter((size) => size < 500);
  expect(waitedFor.length).toBeLessThan(3 + (performance.now() - begun) / 200);
});
