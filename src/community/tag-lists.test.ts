import { afterAll, beforeAll, expect, it } from "vitest";
import { fc } from "../../tests/factories/draws.ts";
import { buildVillage, type Village } from "../../tests/factories/people.ts";
import { openTestStore, type TestStore } from "../../tests/factories/store.ts";
import type { Actor } from "../accounts/index.ts";
import { type Result, unwrap } from "../kernel/index.ts";
import type { Transaction } from "../store/index.ts";
import {
  askQuestion,
  confirmAnswer,
  editQuestion,
  giveAnswer,
  insertThreads,
  listQuestions,
  removePost,
  reopenQuestion,
  restorePost,
} from "./index.ts";

let test: TestStore;
let village: Village;
let asker: Actor;
let helper: Actor;
beforeAll(async () => {
  test = await openTestStore();
  village = await buildVillage(test.store);
  asker = await village.member("Asker");
  helper = await village.member("Helper");
});
afterAll(() => test?.close());

function run<T>(work: (tx: Transaction) => Promise<Result<T>>): Promise<Result<T>> {
  test.clock.advance(1000);
  return test.store.transact(work);
}

const tags = ["bulb", "lamp", "switch"] as const;

async function listed(tag: string): Promise<number[]> {
  const list = await listQuestions(test.store.database, { communityId: village.communityId, tag, limit: 100 });
  return list.map(({ id }) => id);
}

/** What the list should be, from the questions themselves. */
async function tagged(tag: string): Promise<number[]> {
  const rows = await test.store.database
    .selectFrom("question")
    .select(["id", "tags"])
    .where("community_id", "=", village.communityId)
    .where("removed_at", "is", null)
    .orderBy("last_activity_at", "desc")
    .orderBy("id", "desc")
    .execute();
  return rows.filter((row) => row.tags.includes(tag)).map(({ id }) => id);
}

const deeds = {
  ask: async (_id: number, wished: string[]) => {
    const wish = { group: village.group, title: "The lamp flickers", body: "Since today.", tags: wished };
    unwrap(await run((tx) => askQuestion(tx, asker, wish)));
  },
  answer: (id: number) => run((tx) => giveAnswer(tx, helper, { questionId: id, body: "Turn the screw." })),
  edit: (id: number, wished: string[]) =>
    run((tx) =>
      editQuestion(tx, asker, { questionId: id, title: "It flickers", body: `Since ${wished}.`, tags: wished }),
    ),
  remove: (id: number) => run((tx) => removePost(tx, village.admin, "question", id, "Said twice.")),
  restore: (id: number) => run((tx) => restorePost(tx, village.admin, "question", id)),
  reopen: async (id: number) => {
    const given = await run((tx) => giveAnswer(tx, helper, { questionId: id, body: "Turn it off." }));
    if (given.ok) await run((tx) => confirmAnswer(tx, asker, given.value.id));
    await run((tx) => reopenQuestion(tx, asker, id));
  },
};

it("a list by tag holds the questions that have it, newest activity first, whatever happens to them", async () => {
  const step = fc.record({
    deed: fc.constantFrom(...(Object.keys(deeds) as (keyof typeof deeds)[])),
    which: fc.nat(5),
    tags: fc.subarray([...tags]),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
      for (const { deed, which, tags: wished } of steps) {
        const asked = await test.store.database.selectFrom("question").select("id").orderBy("id", "desc").execute();
        await deeds[deed](asked[which % Math.max(asked.length, 1)]?.id ?? 0, wished);
      }
      for (const tag of tags) expect(await listed(tag)).toEqual(await tagged(tag));
    }),
    { numRuns: 8 },
  );
  // Whatever the last of them was: the lists are not just all empty.
  await deeds.ask(0, ["lamp"]);
  expect((await listed("lamp")).length).toBeGreaterThan(0);
  expect(await listed("lamp")).toEqual(await tagged("lamp"));
});

it("a list by tag holds questions that were written many at once", async () => {
  const post = (at: string) => ({ authorId: asker.memberId, body: "x", html: "<p>x</p>", at: new Date(at) });
  const group = await test.store.database.selectFrom("community_group").select("id").executeTakeFirstOrThrow();
  const thread = (title: string, at: string) => ({
    ...post(at),
    groupId: group.id,
    title,
    tags: ["old"],
    comments: [],
    answers: [],
  });
  const threads = [thread("First", "2020-01-01T00:00:00Z"), thread("Second", "2021-01-01T00:00:00Z")];
  const write = async (tx: Transaction) => ({
    ok: true as const,
    value: await insertThreads(tx, village.communityId, threads),
  });
  const ids = unwrap(await run(write)).map(({ id }) => id);
  expect(await listed("old")).toEqual(ids.reverse());
});
