import { afterAll, beforeAll, expect, it } from "vitest";
import { eventually } from "../../../tests/factories/eventually.ts";
import { buildVillage, type Village } from "../../../tests/factories/people.ts";
import { openTestStore, type TestStore } from "../../../tests/factories/store.ts";
import type { Actor } from "../../accounts/index.ts";
import {
  askQuestion,
  confirmAnswer,
  editGroup,
  endAsking,
  giveAnswer,
  judgeSuggestions,
  linkQuestions,
  removePost,
} from "../../community/index.ts";
import { createLog, ok, type Result, unwrap } from "../../kernel/index.ts";
import { listRecentEvents, type Transaction } from "../../store/index.ts";
import { openSearch, putInForce, readLearned, readQuality, type Search, trainNext } from "../index.ts";
import { askToLearn, readSolvedFrom } from "../queries/index.ts";
import { nextNight } from "./learning-job.ts";
import { deadAfterMs } from "./train-community.ts";
import { readTrainingData } from "./training-data.ts";

const log = createLog("silent");
const settings = { seed: 3, vectors: { epochs: 2, dimensions: 8 } };
let test: TestStore;
let search: Search;
let village: Village;
let ann: Actor;
let bob: Actor;
/** The questions that were asked, each with an alias. */
const questions: number[] = [];

const run = async <T>(work: (tx: Transaction) => Promise<Result<T>>): Promise<T> =>
  unwrap(await test.store.transact(work));

const things = ["kettle", "lantern", "stove", "radio", "pump", "clock", "fan", "heater", "bell", "lamp", "valve"];
const faults: readonly [string, string][] = [
  ["leaks", "drips"],
  ["rattles", "noisy"],
  ["stays cold", "will not warm"],
  ["smells", "odour"],
];

beforeAll(async () => {
  test = await openTestStore();
  village = await buildVillage(test.store);
  ann = await village.member("Ann");
  bob = await village.member("Bob");
  for (const thing of things) {
    for (const [fault, other] of faults) {
      const title = `The ${thing} ${fault}`;
      const { id } = await run((tx) =>
        askQuestion(tx, ann, { group: "help", title, body: `Since yesterday my ${thing} ${fault} again.`, tags: [] }),
      );
      const answer = await run((tx) =>
        giveAnswer(tx, bob, { questionId: id, body: `Open the ${thing} and clean it.` }),
      );
      await run((tx) => confirmAnswer(tx, ann, answer.id));
      await run((tx) => endAsking(tx, bob, { questionId: id, answerId: answer.id, text: `${thing} ${other}` }));
      questions.push(id);
    }
  }
  search = openSearch({ store: test.store, log, mode: "postgres", folder: null, largest: 0 });
});
afterAll(async () => {
  await search?.close();
  await test?.close();
});

const learn = async () => {
  await run(async (tx) => ok(await askToLearn(tx, village.communityId)));
  return trainNext({ store: test.store, log, communityId: village.communityId, settings });
};
const state = () => readLearned(test.store.database, village.communityId);

it("reads each phrasing as a document of its own, and no question with its phrasings", async () => {
  const asked = { group: "help", title: "Water under the kettle", body: "It drips and drips.", tags: [] };
  const { id } = await run((tx) => askQuestion(tx, bob, asked));
  const original = questions[0] as number;
  await run((tx) =>
    linkQuestions(tx, { communityId: village.communityId, questionId: id, otherId: original, kind: "duplicate" }),
  );
  const bounds = { communityId: village.communityId, upTo: id, until: test.clock.now() };
  const data = await readTrainingData(test.store.database, bounds);
  expect(data.index.size).toBe(2 * questions.length + 1);
  expect(data.clusters).toHaveLength(questions.length);
  expect(data.clusters.find((keys) => keys.includes(original))).toEqual([original, id, expect.any(Number)]);
  expect(data.phrasings).toBe(questions.length + 1);
  expect(await readTrainingData(test.store.database, bounds)).toMatchObject({ dataHash: data.dataHash });
  await run((tx) => removePost(tx, village.admin, "question", id, "Said twice."));
  const without = await readTrainingData(test.store.database, bounds);
  expect(without.phrasings).toBe(questions.length);
  expect(without.dataHash).not.toBe(data.dataHash);
});

it("learns in a thread, puts what it learned in force in every process, and learns nothing new from the same", async () => {
  const other = openSearch({ store: test.store, log, mode: "memory", folder: null, largest: 1_000 });
  const probability = async (by: Search) =>
    (await by.suggest({ communityId: village.communityId, locale: "en", text: "kettle drips" })).decision.probability;
  expect(await learn()).toMatchObject({ outcome: "learned" });
  const { models, modelId, outcome } = await state();
  expect(outcome).toBe("learned");
  expect(models).toMatchObject([
    { id: modelId, inForce: true, clusters: questions.length, lessons: 2 * questions.length },
  ]);
  expect(models[0]?.bytes).toBeGreaterThan(1000);
  await eventually(async () => expect(await probability(other)).not.toBeNull());
  await other.close();
  expect(await learn()).toMatchObject({ outcome: "unchanged", modelId: null });
  expect((await state()).models).toHaveLength(1);
});

it("switches all off, puts one back for good, and goes back to the newest", async () => {
  const by = village.admin;
  const first = (await state()).modelId as number;
  await run((tx) => putInForce(tx, by, { choice: "off" }));
  expect(await state()).toMatchObject({ choice: "off", modelId: null, models: [{ inForce: false }] });
  await run((tx) => putInForce(tx, by, { choice: "chosen", modelId: first }));
  await run((tx) => endAsking(tx, ann, { questionId: questions[1] as number, text: "clattering kettle" }));
  const second = await learn();
  expect(second?.modelId).toBeGreaterThan(first);
  expect((await state()).modelId).toBe(first);
  await run((tx) => putInForce(tx, by, { choice: "newest" }));
  expect((await state()).modelId).toBe(second?.modelId);
  const gone = await test.store.transact((tx) => putInForce(tx, by, { choice: "chosen", modelId: 99_999 }));
  expect(gone.ok).toBe(false);
});

it("goes on where a process was that died, behind its checkpoint, and not while it lives", async () => {
  await run((tx) => endAsking(tx, ann, { questionId: questions[2] as number, text: "freezing kettle" }));
  await run(async (tx) => ok(await askToLearn(tx, village.communityId)));
  const options = { store: test.store, log, communityId: null, settings, checkpointEveryMs: 0 };
  // Far more than it gets to before it is stopped.
  const long = { ...settings, vectors: { ...settings.vectors, epochs: 100_000 } };
  const stopping = new AbortController();
  const stopped = trainNext({ ...options, settings: long, signal: stopping.signal });
  await eventually(async () => expect((await state()).state).toBe("running"));
  expect(await trainNext(options)).toBeNull();
  stopping.abort();
  expect(await stopped).toMatchObject({ outcome: "stopped" });
  expect((await state()).state).toBe("asked");
  const { begunAt } = await state();
  test.clock.advance(1000);
  expect(await trainNext(options)).toMatchObject({ outcome: "learned" });
  expect(begunAt).not.toBeNull();
});

it("takes over from a process that has not been seen for a minute", async () => {
  await run(async (tx) => {
    await askToLearn(tx, village.communityId);
    await tx.db
      .updateTable("search_learning")
      .set({ state: "running", holder: "a process that died", seen_at: tx.now })
      .where("community_id", "=", village.communityId)
      .execute();
    return ok(null);
  });
  expect(await trainNext({ store: test.store, log, communityId: null, settings })).toBeNull();
  test.clock.advance(deadAfterMs + 1000);
  expect(await trainNext({ store: test.store, log, communityId: null, settings })).toMatchObject({
    outcome: "unchanged",
  });
});

it("says that there is too little to learn from", async () => {
  const small = await buildVillage(test.store);
  await run(async (tx) => ok(await askToLearn(tx, small.communityId)));
  expect(await trainNext({ store: test.store, log, communityId: small.communityId, settings })).toMatchObject({
    outcome: "too-few",
  });
  expect(await readLearned(test.store.database, small.communityId)).toMatchObject({ clusters: 0, models: [] });
});

it("learns at three in the morning", () => {
  expect(nextNight(new Date("2026-01-15T12:00:00Z"))).toEqual(new Date("2026-01-16T03:00:00Z"));
  expect(nextNight(new Date("2026-01-15T02:59:00Z"))).toEqual(new Date("2026-01-15T03:00:00Z"));
});

it("keeps from which probability on a group says that something is solved", async () => {
  const set = (solvedFrom: number | null) =>
    test.store.transact((tx) => editGroup(tx, village.admin, "help", { ...fields, solvedFrom }));
  const read = () => readSolvedFrom(test.store.database, village.communityId, "help");
  expect(await read()).toBeNull();
  unwrap(await set(0.8));
  expect(await read()).toBe(0.8);
  expect((await set(7)).ok).toBe(false);
  unwrap(await set(null));
  expect(await read()).toBeNull();
});
const fields = { name: "Help", purpose: "", rules: "", charter: "help" } as const;

it("notes by ids alone what was shown and what came of it, and counts it by week", async () => {
  const [first = 0, second = 0] = questions;
  const shown = {
    ...{ verdict: "solved" as const, probability: 0.9, ranking: "learned" as const, arm: null },
    questionIds: [first, second, 99_999],
  };
  await run((tx) => judgeSuggestions(tx, ann, { outcome: "accepted", shown, opened: [second], questionId: first }));
  await run((tx) => judgeSuggestions(tx, bob, { outcome: "asked", shown: { ...shown, verdict: "may-help" } }));
  const nothing = { ...shown, questionIds: [99_999] };
  expect(await run((tx) => judgeSuggestions(tx, ann, { outcome: "rejected", shown: nothing }))).toEqual({
    noted: false,
  });
  const events = await listRecentEvents(test.store.database, {
    communityId: village.communityId,
    kind: "suggestions.judged",
  });
  expect(events.map(({ data }) => data)).toEqual([
    expect.objectContaining({ outcome: "asked", verdict: "may-help", opened: [] }),
    expect.objectContaining({ outcome: "accepted", shown: [first, second], opened: [second], questionId: first }),
  ]);
  const weeks = await readQuality(test.store.database, village.communityId, test.clock.now(), 4);
  expect(weeks).toHaveLength(4);
  expect(weeks[2]?.all).toMatchObject({ shown: 0, low: 0, high: 1 });
  expect(weeks[3]).toMatchObject({
    week: new Date("2026-01-12T00:00:00Z"),
    all: { shown: 2, accepted: 1, rejected: 1, share: 0.5 },
    saidSolved: { shown: 1, accepted: 1 },
  });
});
