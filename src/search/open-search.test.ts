// A search as a Kith opens it, beside a real database; long, because opening one takes seconds and most tests share it.
import { readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { leastWallMs } from "../../tests/factories/cpu.ts";
import { makeDataFolder } from "../../tests/factories/data-folder.ts";
import { readAll } from "../../tests/factories/events.ts";
import { eventually } from "../../tests/factories/eventually.ts";
import { buildVillage, type Village } from "../../tests/factories/people.ts";
import { searchedVillages } from "../../tests/factories/search.ts";
import { openStoreOn, openTestStore, type TestStore } from "../../tests/factories/store.ts";
import type { Actor } from "../accounts/index.ts";
import {
  askQuestion,
  confirmAnswer,
  createGroup,
  editQuestion,
  endAsking,
  giveAnswer,
  linkQuestions,
  rebuildSearch,
  removePost,
  reopenQuestion,
  restorePost,
} from "../community/index.ts";
import { createLog, type Result, unwrap } from "../kernel/index.ts";
import type { Store, Transaction } from "../store/index.ts";
import { type FindRequest, openSearch, type Search, searchReader } from "./index.ts";

const log = createLog("silent");
let test: TestStore;
let search: Search;
let village: Village;
let ann: Actor;
let bob: Actor;

searchedVillages(searchOn, async (here) => {
  ({ test, search, village, ann, bob } = here);
  await isReady(search);
});

function searchOn(store: Store): Search {
  return openSearch({ store, log, mode: "memory", folder: null, largest: 1_000 });
}

const run = async <T>(work: (tx: Transaction) => Promise<Result<T>>): Promise<T> =>
  unwrap(await test.store.transact(work));

const ask = async (title: string, body = "It began yesterday.", tags: string[] = [], group = "help") =>
  (await run((tx) => askQuestion(tx, ann, { group, title, body, tags }))).id;

const answer = async (questionId: number, body: string) =>
  (await run((tx) => giveAnswer(tx, bob, { questionId, body }))).id;

const isReady = (of: Search) =>
  eventually(async () => {
    const { memory } = await of.status();
    const mine = memory?.communities.find(({ communityId }) => communityId === village.communityId);
    expect(mine?.state).toBe("ready");
  });

async function found(text: string, more: Partial<FindRequest> = {}, by = search): Promise<number[]> {
  const wish = { communityId: village.communityId, locale: "en", text, limit: 20, ...more };
  const answered = await by.questions(wish);
  expect(answered.by).toBe("memory");
  return answered.found.map(({ questionId }) => questionId);
}

it("finds a question as soon as it is asked, edited, removed and restored", async () => {
  const id = await ask("My **lantern** flickers", "It began *yesterday*.", ["brass"]);
  await eventually(async () => expect(await found("flickering lanterns")).toEqual([id]));
  expect(await found("tag:brass")).toEqual([id]);
  await run((tx) =>
    editQuestion(tx, ann, { questionId: id, title: "My stove smokes", body: "A lot.", tags: ["iron"] }),
  );
  await eventually(async () => expect(await found("smoke")).toEqual([id]));
  expect(await found("lantern")).toEqual([]);
  expect(await found("tag:brass")).toEqual([]);
  expect(await found("tag:iron")).toEqual([id]);
  await run((tx) => removePost(tx, ann, "question", id, ""));
  expect(await found("smoke")).toEqual([]);
  await run((tx) => restorePost(tx, ann, "question", id));
  await eventually(async () => expect(await found("smoke")).toEqual([id]));
});

it("suggests an answer once it is confirmed, and no more when it is reopened", async () => {
  const id = await ask("The kettle whistles too early");
  const answerId = await answer(id, "Descale the **spout** with vinegar.");
  const suggested = async (text: string) =>
    (await search.suggest({ communityId: village.communityId, locale: "en", text })).suggested;
  await eventually(async () => expect(await found("kettle", { state: "answered" })).toEqual([id]));
  expect(await suggested("kettle whistles")).toEqual([]);
  await run((tx) => confirmAnswer(tx, ann, answerId));
  await eventually(async () =>
    expect(await suggested("whistling kettle vinegar")).toMatchObject([
      { questionId: id, answerId, snippet: { text: "Descale the spout with vinegar." }, probability: null },
    ]),
  );
  const [first] = await suggested("vinegar spout");
  const { text = "", marks = [] } = first?.snippet ?? {};
  expect(marks.map(({ start, end }) => text.slice(start, end))).toEqual(["spout", "vinegar"]);
  await run((tx) => reopenQuestion(tx, ann, id));
  await eventually(async () => expect(await suggested("kettle whistles")).toEqual([]));
  await eventually(async () => expect(await found("kettle", { state: "waiting" })).toEqual([id]));
});

it("filters by group, author, state and words that must or must not stand there", async () => {
  const fields = { slug: "stoves", name: "Stoves", purpose: "Ask.", rules: "", charter: "help" as const };
  await run((tx) => createGroup(tx, village.admin, fields));
  const cold = await ask("The heater stays cold", "Since the storm.", ["winter"]);
  const loud = await ask("The heater is loud", "It hums.", ["winter", "noise"], "stoves");
  await answer(loud, "Oil it.");
  await eventually(async () => expect((await found("heater", { state: "answered" })).sort()).toEqual([loud]));
  expect((await found("heater")).sort()).toEqual([cold, loud].sort());
  expect(await found("heater", { group: "stoves" })).toEqual([loud]);
  expect(await found("heater group:help")).toEqual([cold]);
  expect(await found("heater group:nowhere")).toEqual([]);
  expect(await found("heater by:ann -hums")).toEqual([cold]);
  expect(await found("heater by:bob")).toEqual([]);
  expect(await found('"stays cold"')).toEqual([cold]);
  expect(await found("heater -tag:noise")).toEqual([cold]);
  expect(await found("heater", { state: "waiting" })).toEqual([cold]);
  expect(await found("heater", { state: "solved" })).toEqual([]);
});

it("finds a question that was asked before by way of its original", async () => {
  const original = await ask("The fridge hums at night");
  const again = await ask("My icebox buzzes after dark");
  await eventually(async () => expect(await found("icebox")).toEqual([again]));
  const { communityId } = village;
  await run((tx) => linkQuestions(tx, { communityId, questionId: again, otherId: original, kind: "duplicate" }));
  await eventually(async () => expect(await found("icebox buzzes")).toEqual([original]));
  await run((tx) => removePost(tx, village.admin, "question", original, "It is an advertisement."));
  await eventually(async () => expect(await found("icebox")).toEqual([again]));
});

it("finds a question by what people typed who found their answer in it, once a person", async () => {
  const id = await ask("The dynamo gives no current");
  const answerId = await answer(id, "Clean its contacts.");
  await run((tx) => confirmAnswer(tx, ann, answerId));
  await eventually(async () => expect(await found("dynamo")).toEqual([id]));
  expect(await found("headlight dark downhill")).toEqual([]);
  await run((tx) => endAsking(tx, bob, { questionId: id, answerId, text: "  Headlight stays DARK\ndownhill " }));
  await eventually(async () => expect(await found("headlight dark downhill")).toEqual([id]));
  await run((tx) => endAsking(tx, bob, { questionId: id, answerId, text: "cheap watches" }));
  await readAll(test.store, searchReader);
  expect(await found("watches")).toEqual([]);
  const kept = test.store.database.selectFrom("question_alias").select(["text", "member_id"]);
  expect(await kept.where("community_id", "=", village.communityId).execute()).toEqual([
    { text: "headlight stays dark downhill", member_id: bob.memberId },
  ]);
});

it("takes up a new question within a second", async () => {
  let asked = 0;
  const takeUp = async () => {
    asked += 1;
    const id = await ask(`The theremin number${asked} is silent`);
    await eventually(async () => expect(await found(`"number${asked}"`)).toEqual([id]));
  };
  expect(await leastWallMs(takeUp, 1_000)).toBeLessThan(1_000);
});

it("takes up what another process wrote, and what a transaction that still runs holds back", async () => {
  const other = await openStoreOn(test.databaseUrl, test.clock);
  const there = searchOn(other);
  try {
    await isReady(there);
    const gate = Promise.withResolvers<void>();
    const writing = Promise.withResolvers<void>();
    const long = other.transact(async (tx) => {
      const asked = await askQuestion(tx, ann, { group: "help", title: "Slow quasar", body: "b", tags: [] });
      writing.resolve();
      await gate.promise;
      return asked;
    });
    await writing.promise;
    const id = await ask("The zither is out of tune");
    await eventually(async () => expect(await found("zither")).toEqual([id]));
    await eventually(async () => expect(await found("zither", {}, there)).toEqual([id]));
    gate.resolve();
    const { id: late } = unwrap(await long);
    await eventually(async () => expect(await found("quasar", {}, there)).toEqual([late]));
    await eventually(async () => expect(await found("quasar")).toEqual([late]));
  } finally {
    await there.close();
    await other.close();
  }
});

it("starts again from what it saved, takes up what happened since, and builds anew what is damaged or of another log", async () => {
  const folder = makeDataFolder();
  const open = () => openSearch({ store: test.store, log, mode: "memory", folder, largest: 1_000 });
  const state = async (of: Search) =>
    (await of.status()).memory?.communities.find(({ communityId }) => communityId === village.communityId);
  const first = await ask("The gramophone crackles");
  let here = open();
  await isReady(here);
  const built = await state(here);
  await here.close();
  const file = path.join(folder, `${village.communityId}.kix`);
  expect(statSync(file).mode & 0o777).toBe(0o600);

  const second = await ask("A gramophone needle bent");
  await run((tx) => removePost(tx, ann, "question", first, ""));
  here = open();
  await isReady(here);
  await eventually(async () => expect(await found("gramophone", {}, here)).toEqual([second]));
  expect((await state(here))?.builtAt).toBe(built?.builtAt);
  await here.close();

  const bytes = readFileSync(file);
  const half = Math.floor(bytes.length / 2);
  const spoiled = [
    (good: Buffer) => good.fill(1, half, half + 8),
    (good: Buffer) => good.subarray(0, half),
    () => Buffer.from("not an index"),
    (good: Buffer) => Buffer.from(good.toString("latin1").replace("KITHIDX\n", "KITHIDX\r"), "latin1"),
  ];
  for (const spoil of spoiled) {
    writeFileSync(file, spoil(Buffer.from(bytes)));
    here = open();
    await isReady(here);
    expect(await found("gramophone", {}, here)).toEqual([second]);
    expect((await state(here))?.builtAt).not.toBe(built?.builtAt);
    await here.close();
  }
});

it("does not take up the index of another database", async () => {
  const other = await openTestStore();
  const folder = makeDataFolder();
  try {
    await ask("The gong is silent");
    let here = openSearch({ store: test.store, log, mode: "memory", folder, largest: 1_000 });
    await isReady(here);
    await here.close();
    while ((await buildVillage(other.store)).communityId < village.communityId);
    const there = { communityId: village.communityId, locale: "en", text: "gong", limit: 5 };
    here = openSearch({ store: other.store, log, mode: "memory", folder, largest: 1_000 });
    await isReady(here);
    expect(await here.questions(there)).toMatchObject({ by: "memory", found: [] });
    await here.close();
  } finally {
    await other.close();
  }
});

it("answers by PostgreSQL where a community is too large, and while the thread is away", async () => {
  const id = await ask("The harmonica wheezes");
  await readAll(test.store, searchReader);
  const small = openSearch({ store: test.store, log, mode: "memory", folder: null, largest: 0 });
  const wish = { communityId: village.communityId, locale: "en", text: "harmonica", limit: 5 };
  const state = async () =>
    (await small.status()).memory?.communities.find(({ communityId }) => communityId === village.communityId)?.state;
  await eventually(async () => expect(await state()).toBe("too-large"));
  expect(await small.questions(wish)).toMatchObject({ by: "postgres", found: [{ questionId: id }] });
  await small.close();
  expect(await small.questions(wish)).toMatchObject({ by: "postgres", found: [{ questionId: id }] });
});

it("goes on answering while an index is built anew", async () => {
  const ids = [];
  for (let count = 0; count < 30; count += 1) ids.push(await ask(`Piccolo number ${count} is flat`));
  await eventually(async () => expect(await found("piccolo", { limit: 30 })).toHaveLength(30));
  const before = (await search.status()).memory?.communities.find((one) => one.communityId === village.communityId);
  const { communityId, admin } = village;
  // Another process with the same database hears of it as this one does.
  const other = searchOn(test.store);
  onTestFinished(() => other.close());
  await isReady(other);
  const builtThere = async () =>
    (await other.status()).memory?.communities.find((one) => one.communityId === communityId)?.builtAt;
  const there = await builtThere();
  const asked = [run((tx) => rebuildSearch(tx, admin)), ...Array.from({ length: 40 }, () => found("piccolo"))];
  for (const answered of (await Promise.all(asked)).slice(1)) expect(answered).toHaveLength(20);
  await eventually(async () => {
    expect(await found("piccolo", { limit: 30 })).toHaveLength(30);
    const now = (await search.status()).memory?.communities.find((one) => one.communityId === village.communityId);
    expect(now?.builtAt).not.toBe(before?.builtAt);
    expect(await builtThere()).not.toBe(there);
  });
});

it("fails as a whole where the group cannot be read, and leaves nothing behind that fails alone", async () => {
  const { communityId } = village;
  const asked = search.suggest({ communityId, locale: "en", text: "kettle whistles", group: "\u0000" });
  await expect(asked).rejects.toThrow("invalid byte sequence");
});

it("suggests only what holds two of the words typed, as long as nothing was learned", async () => {
  const id = await ask("The accordion leaks air since yesterday");
  await run(async (tx) =>
    confirmAnswer(tx, ann, unwrap(await giveAnswer(tx, bob, { questionId: id, body: "Wax it." })).id),
  );
  const suggested = async (text: string) => {
    const answered = await search.suggest({ communityId: village.communityId, locale: "en", text });
    return { ids: answered.suggested.map(({ questionId }) => questionId), verdict: answered.decision.verdict };
  };
  await eventually(async () => expect(await suggested("accordion leaks")).toEqual({ ids: [id], verdict: "may-help" }));
  await ask("My drum is torn");
  await eventually(async () => expect(await found("drum")).toHaveLength(1));
  expect(await suggested("my drum was torn yesterday")).toEqual({ ids: [], verdict: "nothing" });
  expect((await suggested("yesterday xylophon")).ids).toEqual([id]);
});
