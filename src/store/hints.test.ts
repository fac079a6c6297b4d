import { sql } from "kysely";
import { expect, onTestFinished, test } from "vitest";
import { anEvent, appendEvents, insertCommunity } from "../../tests/factories/events.ts";
import { eventually } from "../../tests/factories/eventually.ts";
import { openStoreOn, openTestStore } from "../../tests/factories/store.ts";
import { anyTopic, topicOf } from "./hints.ts";
import type { Store } from "./store.ts";

async function twoStores() {
  const opened = await openTestStore();
  const other = await openStoreOn(opened.databaseUrl, opened.clock);
  onTestFinished(async () => {
    await other.close();
    await opened.close();
  });
  return { store: opened.store, other, communityId: await insertCommunity(opened.store) };
}

/** Listens until it really hears: listening begins a moment after one subscribes. */
async function listenTo(store: Store): Promise<string[]> {
  const heard: string[] = [];
  let isReady = false;
  const stop = store.hints.subscribe((topics) => {
    if (topics[0] === "ready") isReady = true;
    else heard.push(...topics);
  });
  onTestFinished(() => stop());
  await eventually(async () => {
    await sql`select pg_notify('kith_event', 'ready')`.execute(store.database);
    expect(isReady).toBe(true);
  });
  return heard;
}

test("two processes hear of each other's commits, and each of its own", async () => {
  const { store, other, communityId } = await twoStores();
  const here = await listenTo(store);
  const there = await listenTo(other);
  await appendEvents(store, communityId, [1]);
  const topic = topicOf(communityId, "thing", 1);
  await eventually(() => expect(there).toEqual([topic]));
  await eventually(() => expect(here).toEqual([topic]));
  await appendEvents(other, communityId, [2]);
  await eventually(() => expect(here).toEqual([topic, topicOf(communityId, "thing", 2)]));
});

test("whoever begins to listen a moment too late learns what was told since, and that more may have been long ago", async () => {
  const { store, communityId } = await twoStores();
  const heard = await listenTo(store);
  const topics = [1, 2].map((id) => topicOf(communityId, "thing", id));
  await appendEvents(store, communityId, [1]);
  await eventually(() => expect(heard).toEqual(topics.slice(0, 1)));
  const between = performance.now();
  await appendEvents(store, communityId, [2]);
  await eventually(() => expect(heard).toEqual(topics));
  expect(store.hints.recent(30_000)).toEqual(expect.arrayContaining(topics));
  expect(store.hints.recent(performance.now() - between)).not.toContain(topics[0]);
  for (const tooLong of [30_001, Number.NaN]) expect(store.hints.recent(tooLong)).toEqual([anyTopic]);
});

test("an event touches what its data names, and each topic comes once", async () => {
  const { store, communityId } = await twoStores();
  const heard = await listenTo(store);
  await store.transact(async (tx) => {
    for (const answer of [3, 4]) tx.append(anEvent(communityId, answer, { questionId: 12, count: 2 }));
    return { ok: true, value: null };
  });
  const topics = ["thing", "question", "thing"].map((subject, index) =>
    topicOf(communityId, subject, [3, 12, 4][index] as number),
  );
  await eventually(() => expect(heard).toEqual(topics));
});

test("hundreds of events in one transaction all arrive", async () => {
  const { store, communityId } = await twoStores();
  const heard = await listenTo(store);
  const ids = Array.from({ length: 950 }, (_, index) => index + 1);
  await appendEvents(store, communityId, ids);
  await eventually(() => expect(heard).toHaveLength(ids.length));
});

test("a transaction that was taken back says nothing", async () => {
  const { store, communityId } = await twoStores();
  const heard = await listenTo(store);
  await store
    .transact(async (tx) => {
      tx.append(anEvent(communityId, 1));
      throw new Error("a bug");
    })
    .catch(() => {});
  await appendEvents(store, communityId, [2]);
  await eventually(() => expect(heard).toEqual([topicOf(communityId, "thing", 2)]));
});

test("after its connection was cut, a store listens again and says that hints may have been lost", async () => {
  const { store, other, communityId } = await twoStores();
  const heard = await listenTo(other);
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name like '%standing'`.execute(store.database);
  await eventually(() => expect(heard).toEqual([anyTopic]));
  await appendEvents(store, communityId, [5]);
  await eventually(() => expect(heard).toEqual([anyTopic, topicOf(communityId, "thing", 5)]));
});

test("many who subscribe at once share one connection, and closing does not hang on it", async () => {
  const { store } = await twoStores();
  const stops = Array.from({ length: 20 }, () => store.hints.subscribe(() => {}));
  await listenTo(store);
  const { rows } = await sql<{ count: number }>`select count(*) as count from pg_stat_activity
    where datname = current_database() and application_name like '%standing'`.execute(store.database);
  expect(rows[0]?.count).toBe(1);
  for (const stop of stops) stop();
  const begun = performance.now();
  await store.close();
  expect(performance.now() - begun).toBeLessThan(10_000);
});

test("a store that is closed while it begins to listen ends", async () => {
  const { store } = await twoStores();
  store.hints.subscribe(() => {});
  await store.close();
});

test("other processes hear of many commits, each once, in fewer messages", async () => {
  const { store, other, communityId } = await twoStores();
  const there = await listenTo(other);
  let messages = 0;
  const count = () => {
    messages += 1;
  };
  onTestFinished(other.hints.subscribe(count));
  const ids = Array.from({ length: 60 }, (_, index) => index + 1);
  const begun = performance.now();
  for (const id of ids) await appendEvents(store, communityId, [id]);
  await eventually(() => expect(there).toEqual(ids.map((id) => topicOf(communityId, "thing", id))));
  // Hints of 25 ms go out together, so it is the time that counts, and not the commits.
  expect(messages).toBeLessThan(5 + (performance.now() - begun) / 20);
});
