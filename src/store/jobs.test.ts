import { sql } from "kysely";
import { expect, onTestFinished, test, vi } from "vitest";
import { eventually } from "../../tests/factories/eventually.ts";
import { openStoreOn, openTestStore } from "../../tests/factories/store.ts";
import type { Database } from "./database.ts";
import { enqueue, type JobKind, listJobs } from "./jobs.ts";

interface Payload {
  readonly number: number;
}

/** A kind of job that remembers what it was given. */
function remembering(run: (payload: Payload) => Promise<void> = async () => {}) {
  const given: number[] = [];
  const kind: JobKind<Payload> = {
    name: "remember",
    run: async (payload) => {
      given.push(payload.number);
      await run(payload);
    },
  };
  return { kind, given };
}

async function opened() {
  const found = await openTestStore();
  onTestFinished(() => found.close());
  return found;
}

const done = { ok: true, value: null } as const;

test("a job runs after its transaction, with what it was given", async () => {
  const { store } = await opened();
  const { kind, given } = remembering();
  await store.startJobs([kind]);
  await store.transact(async (tx) => {
    await enqueue(tx, kind, { number: 7 });
    expect(given).toEqual([]);
    return done;
  });
  await eventually(() => expect(given).toEqual([7]));
  await eventually(async () => expect(await listJobs(store.database)).toEqual([]));
});

test("a job of a transaction that was taken back does not exist", async () => {
  const { store } = await opened();
  const { kind } = remembering();
  await store
    .transact(async (tx) => {
      await enqueue(tx, kind, { number: 1 });
      throw new Error("a bug");
    })
    .catch(() => {});
  expect(await listJobs(store.database)).toEqual([]);
});

test("one waiting job a key: the last payload counts", async () => {
  const { store } = await opened();
  const { kind, given } = remembering();
  for (const number of [1, 2, 3]) {
    await store.transact(async (tx) => {
      await enqueue(tx, kind, { number }, { key: "digest" });
      return done;
    });
  }
  await store.startJobs([kind]);
  await eventually(() => expect(given).toEqual([3]));
});

test("a job for later waits", async () => {
  const { store } = await opened();
  const { kind, given } = remembering();
  await store.startJobs([kind]);
  await store.transact(async (tx) => {
    await enqueue(tx, kind, { number: 1 }, { runAt: new Date("2999-01-01") });
    await enqueue(tx, kind, { number: 2 });
    return done;
  });
  await eventually(() => expect(given).toEqual([2]));
  // What was done is taken away a moment after.
  await eventually(async () =>
    expect((await listJobs(store.database)).map(({ runAt }) => runAt)).toEqual([new Date("2999-01-01")]),
  );
});

test("a job that fails is shown with its reason, and comes again", async () => {
  const { store } = await opened();
  let broken = true;
  const { kind, given } = remembering(async () => {
    if (broken) throw new Error("the mail server is away");
  });
  await store.startJobs([kind]);
  await store.transact(async (tx) => {
    await enqueue(tx, kind, { number: 1 });
    return done;
  });
  await eventually(async () => {
    expect((await listJobs(store.database))[0]).toMatchObject({
      attempts: 1,
      failure: "the mail server is away",
      running: false,
    });
  });
  broken = false;
  // The pause before the next try is over.
  await sql`update graphile_worker._private_jobs set run_at = now()`.execute(store.database);
  await sql`select pg_notify('jobs:insert', '{"count": 1}')`.execute(store.database);
  await eventually(() => expect(given).toEqual([1, 1]));
});

test("a job that a killed process had begun is run by the next one", async () => {
  const { store } = await opened();
  const { kind, given } = remembering();
  await store.transact(async (tx) => {
    await enqueue(tx, kind, { number: 1 });
    return done;
  });
  // As a killed process leaves it: begun, by a holder that nobody is any more.
  await sql`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'pool-of-the-dead', attempts = 1`.execute(
    store.database,
  );
  vi.useFakeTimers({ toFake: ["setInterval"] });
  onTestFinished(() => void vi.useRealTimers());
  await store.startJobs([kind]);
  // The first look came at the start; a living process may have lost its session just then, so the second one frees.
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(given).toEqual([]);
  await eventually(async () => {
    await vi.advanceTimersByTimeAsync(15_000);
    expect(given).toEqual([1]);
  });
});

test("a job that a living process has begun is left to it", async () => {
  const { store, databaseUrl, clock } = await opened();
  const other = await openStoreOn(databaseUrl, clock);
  onTestFinished(() => other.close());
  const goOn = Promise.withResolvers<void>();
  const slow = remembering(() => goOn.promise);
  await store.startJobs([slow.kind]);
  await store.transact(async (tx) => {
    await enqueue(tx, slow.kind, { number: 1 });
    return done;
  });
  await eventually(() => expect(slow.given).toEqual([1]));
  vi.useFakeTimers({ toFake: ["setInterval"] });
  onTestFinished(() => void vi.useRealTimers());
  const idle = remembering();
  await other.startJobs([idle.kind]);
  for (let look = 0; look < 3; look += 1) {
    await vi.advanceTimersByTimeAsync(15_000);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  vi.useRealTimers();
  expect((await listJobs(store.database))[0]).toMatchObject({ running: true, attempts: 1 });
  expect(idle.given).toEqual([]);
  goOn.resolve();
  await eventually(async () => expect(await listJobs(store.database)).toEqual([]));
});

/** Ends every other connection to this database, as a restart of the server does. */
async function cutConnections(database: Database): Promise<void> {
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`.execute(database);
}

test("jobs go on after every connection was cut", async () => {
  const { store } = await opened();
  const { kind, given } = remembering();
  await store.startJobs([kind]);
  await cutConnections(store.database);
  await store.transact(async (tx) => {
    await enqueue(tx, kind, { number: 1 });
    return done;
  });
  await eventually(() => expect(given).toEqual([1]));
});

test("jobs go on where the first look for them was cut off", async () => {
  const { store } = await opened();
  const { kind, given } = remembering();
  const waiting = async () => {
    const { rows } = await sql`select 1 from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(store.database);
    return rows.length;
  };
  await store.transact(async (tx) => {
    await enqueue(tx, kind, { number: 1 });
    return done;
  });
  // The look waits for this lock until its connection is cut.
  await store.database.transaction().execute(async (tx) => {
    await sql`lock table graphile_worker._private_tasks in access exclusive mode`.execute(tx);
    await store.startJobs([kind]);
    await eventually(async () => expect(await waiting()).toBeGreaterThan(0));
    await cutConnections(tx);
  });
  await eventually(() => expect(given).toEqual([1]));
});

test("a job that would take long hears of the end, which waits for it", async () => {
  const { store, databaseUrl, clock } = await opened();
  const other = await openStoreOn(databaseUrl, clock);
  const told: boolean[] = [];
  const begun = Promise.withResolvers<void>();
  const kind: JobKind<object> = {
    name: "long",
    async run(_payload, ending) {
      const ended = Promise.withResolvers<void>();
      ending?.addEventListener("abort", () => ended.resolve());
      begun.resolve();
      await ended.promise;
      await store.database.selectFrom("community").select("id").execute();
      told.push(true);
    },
  };
  await other.startJobs([kind]);
  await store.transact(async (tx) => {
    await enqueue(tx, kind, {});
    return done;
  });
  await begun.promise;
  await other.close();
  expect(told).toEqual([true]);
});
