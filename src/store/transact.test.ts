import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { anEvent, insertCommunity } from "../../tests/factories/events.ts";
import { openTestStore, type TestStore } from "../../tests/factories/store.ts";
import { err, ok, RefusalError, refusal } from "../kernel/index.ts";
import { takeTime } from "./take-time.ts";
import type { Transaction } from "./transact.ts";

let opened: TestStore;
let communityId: number;
beforeAll(async () => {
  opened = await openTestStore();
});
afterAll(() => opened.close());

beforeEach(async () => {
  await opened.store.database.deleteFrom("event").execute();
  await opened.store.database.deleteFrom("community").execute();
  communityId = await insertCommunity(opened.store);
});

const no = refusal("conflict", "no", "No.", "Ask for something else.");

async function tags(): Promise<string[]> {
  return (await opened.store.database.selectFrom("tag").select("name").orderBy("name").execute()).map(
    ({ name }) => name,
  );
}

async function events() {
  return opened.store.database
    .selectFrom("event")
    .select(["kind", "subject_id", "at", "data", "tx"])
    .orderBy("id")
    .execute();
}

function addTag({ db, now }: Transaction, name: string) {
  return db.insertInto("tag").values({ community_id: communityId, name, created_at: now }).execute();
}

test("rows and events become durable together, at one moment, under one transaction number", async () => {
  const result = await opened.store.transact(async (tx) => {
    await addTag(tx, "green");
    tx.append(anEvent(communityId, 1, { tag: "green" }));
    opened.clock.advance(1_000);
    tx.append(anEvent(communityId, 2));
    return ok("done");
  });
  expect(result).toEqual(ok("done"));
  expect(await tags()).toEqual(["green"]);
  const [first, second] = await events();
  expect(first).toMatchObject({ kind: "thing.done", subject_id: 1, data: { tag: "green" } });
  expect(second?.at).toEqual(first?.at);
  expect(second?.tx).toBe(first?.tx);
});

test("a refusal takes back rows and events, and comes back as the result", async () => {
  const result = await opened.store.transact(async (tx) => {
    await addTag(tx, "green");
    tx.append(anEvent(communityId, 1));
    return err(no);
  });
  expect(result).toEqual(err(no));
  expect(await tags()).toEqual([]);
  expect(await events()).toEqual([]);
});

test("a refusal that is thrown deep inside does the same", async () => {
  const result = await opened.store.transact(async (tx) => {
    await addTag(tx, "green");
    throw new RefusalError(no);
  });
  expect(result).toEqual(err(no));
  expect(await tags()).toEqual([]);
});

test("a bug takes back rows and events, and is thrown", async () => {
  const run = opened.store.transact(async (tx) => {
    await addTag(tx, "green");
    tx.append(anEvent(communityId, 1));
    throw new TypeError("a bug");
  });
  await expect(run).rejects.toThrow(new TypeError("a bug"));
  expect(await tags()).toEqual([]);
  expect(await events()).toEqual([]);
});

test("an event that the database refuses takes back the rows", async () => {
  const run = opened.store.transact(async (tx) => {
    await addTag(tx, "green");
    tx.append({ ...anEvent(communityId, 1), kind: null as unknown as string });
    return ok(null);
  });
  await expect(run).rejects.toThrow(/not-null/);
  expect(await tags()).toEqual([]);
});

test("a failed statement whose error is swallowed does not pass for a success", async () => {
  const run = opened.store.transact(async (tx) => {
    await addTag(tx, "green");
    await addTag(tx, "green").catch(() => {});
    return ok(null);
  });
  await expect(run).rejects.toThrow();
  expect(await tags()).toEqual([]);
});

test("two transactions that wait for each other: one is done, the other is refused as busy", async () => {
  for (const name of ["a", "b"]) await opened.store.transact(async (tx) => ok(await addTag(tx, name)));
  const meet = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const change = (tx: Transaction, name: string) =>
    tx.db.updateTable("tag").set({ description: "changed" }).where("name", "=", name).execute();
  const run = (mine: number, first: string, second: string) =>
    opened.store.transact(async (tx) => {
      await change(tx, first);
      meet[mine]?.resolve();
      await meet[1 - mine]?.promise;
      await change(tx, second);
      return ok(null);
    });
  const results = await Promise.all([run(0, "a", "b"), run(1, "b", "a")]);
  expect(results.map((result) => (result.ok ? "done" : result.error.code)).sort()).toEqual(["database-busy", "done"]);
});

test("an event is never changed", async () => {
  await opened.store.transact(async (tx) => {
    tx.append(anEvent(communityId, 1));
    return ok(null);
  });
  const change = sql`update event set kind = 'thing.undone'`.execute(opened.store.database);
  await expect(change).rejects.toThrow("events are never changed");
  expect((await events())[0]?.kind).toBe("thing.done");
});

test("a transaction that found its connection broken takes another one", async () => {
  const { database } = opened.store;
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`.execute(database);
  const result = await opened.store.transact(async (tx) => ok(await addTag(tx, "green")));
  expect(result.ok).toBe(true);
});

test("a connection that breaks in the middle refuses with database-unavailable and keeps nothing", async () => {
  const result = await opened.store.transact(async (tx) => {
    await addTag(tx, "green");
    await sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx.db);
    return ok(null);
  });
  expect(result.ok ? "done" : result.error).toMatchObject({ code: "database-unavailable", status: 503 });
  expect(await tags()).toEqual([]);
});

test("a transaction may take its time, and the next one on its connection is ended after a minute again", async () => {
  const { database } = opened.store;
  const idle = sql<{ most: string }>`select current_setting('idle_in_transaction_session_timeout') as most`;
  const [patient, usual] = await database.connection().execute(async (connection) => {
    const inTransaction = (work: (tx: Transaction) => Promise<void>) =>
      connection.transaction().execute(async (db) => {
        await work({ db, now: new Date(0), append: () => {} });
        return (await idle.execute(db)).rows[0]?.most;
      });
    return [await inTransaction(takeTime), await inTransaction(async () => {})];
  });
  expect([patient, usual]).toEqual(["0", "1min"]);
});

test("a connection that breaks in the commit says that the outcome is unknown", async () => {
  const { database } = opened.store;
  // Deferred to the commit, so that it breaks there.
  await sql`create function end_session() returns trigger language plpgsql as
    $$ begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$`.execute(database);
  await sql`create constraint trigger breaks after insert on tag deferrable initially deferred
    for each row execute function end_session()`.execute(database);
  const result = await opened.store.transact(async (tx) => ok(await addTag(tx, "green")));
  await sql`drop trigger breaks on tag`.execute(database);
  expect(result.ok ? "done" : result.error).toMatchObject({ code: "database-outcome-unknown", status: 503 });
});

test("a statement whose plan another process made invalid works again at the next try", async () => {
  const { database } = opened.store;
  await sql`create table later (a int)`.execute(database);
  const read = () => sql`select * from later where a > ${0}`.execute(database);
  for (let run = 0; run < 4; run += 1) await read();
  await sql`alter table later add column b int`.execute(database);
  await read().catch(() => {});
  await read();
});
