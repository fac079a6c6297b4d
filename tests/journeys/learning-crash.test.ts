import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { askQuestion, endAsking } from "../../src/community/index.ts";
import { createLog, createManualClock, ok, unwrap } from "../../src/kernel/index.ts";
import { askToLearn, readLearned, trainNext } from "../../src/search/index.ts";
import { eventually } from "../factories/eventually.ts";
import { buildVillage } from "../factories/people.ts";
import { startProgram } from "../factories/program.ts";
import { openTestStore, type TestStore } from "../factories/store.ts";

const program = path.resolve(import.meta.dirname, "learning-child.ts");
/** Far more than the child gets to, and seconds of work for whoever goes on, who tells of it twice a second. */
const epochs = 20_000;
let test: TestStore;
let communityId: number;

beforeAll(async () => {
  test = await openTestStore({ clock: createManualClock(new Date()) });
  const village = await buildVillage(test.store);
  const ann = await village.member("Ann");
  communityId = village.communityId;
  for (let at = 0; at < 32; at += 1) {
    const asked = { group: "help", title: `Lamp number${at} flickers`, body: "In the evening only.", tags: [] };
    const { id } = unwrap(await test.store.transact((tx) => askQuestion(tx, ann, asked)));
    unwrap(await test.store.transact((tx) => endAsking(tx, ann, { questionId: id, text: `number${at} blinks` })));
  }
  unwrap(await test.store.transact(async (tx) => ok(await askToLearn(tx, communityId))));
});
afterAll(() => test?.close());

const checkpoint = () =>
  test.store.database
    .selectFrom("search_learning")
    .select("checkpoint")
    .where("community_id", "=", communityId)
    .executeTakeFirstOrThrow();

it("goes on behind its checkpoint after kill -9 in the middle of learning", async () => {
  const child = startProgram([program, test.databaseUrl, String(epochs)]);
  child.stderr.pipe(process.stderr);
  const ended = new Promise((resolve) => child.once("exit", resolve));
  await eventually(async () => expect((await checkpoint()).checkpoint).not.toBeNull());
  child.kill("SIGKILL");
  await ended;
  expect((await readLearned(test.store.database, communityId)).state).toBe("running");

  // Nobody knows at once that it died; a minute later somebody else goes on.
  const began: number[] = [];
  const again = (signal?: AbortSignal) =>
    trainNext({
      store: test.store,
      log: createLog("silent"),
      communityId: null,
      settings: { seed: 3, vectors: { epochs, dimensions: 8 } },
      ...(signal ? { signal } : {}),
      onProgress: ({ part, done }) => part === "vectors" && began.push(done),
    });
  expect(await again()).toBeNull();
  test.clock.set(new Date(Date.now() + 120_000));
  expect(await again()).toMatchObject({ outcome: "learned" });
  expect(began[0]).toBeGreaterThan(1);
  expect((await readLearned(test.store.database, communityId)).models).toHaveLength(1);
});
