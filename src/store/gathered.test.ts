import { expect, test } from "vitest";
import { type Database, gathered } from "./index.ts";

const here = {} as Database;
const there = {} as Database;

function counting() {
  const calls: { readonly communityId: number; readonly ids: readonly number[] }[] = [];
  const double = gathered(async (_db, communityId, items: readonly { communityId: number; id: number }[]) => {
    calls.push({ communityId, ids: items.map(({ id }) => id) });
    return items.map(({ id }) => id * 2);
  });
  return { calls, double };
}

test("what is asked in one turn is done at once, and everybody gets their own answer", async () => {
  const { calls, double } = counting();
  const asked = [3, 1, 2].map((id) => double(here, { communityId: 1, id }));
  expect(await Promise.all(asked)).toEqual([6, 2, 4]);
  expect(await double(here, { communityId: 1, id: 5 })).toBe(10);
  expect(calls).toEqual([
    { communityId: 1, ids: [3, 1, 2] },
    { communityId: 1, ids: [5] },
  ]);
});

test("neither communities nor transactions are mixed", async () => {
  const { calls, double } = counting();
  await Promise.all([
    double(here, { communityId: 1, id: 1 }),
    double(here, { communityId: 2, id: 2 }),
    double(there, { communityId: 1, id: 3 }),
    double(here, { communityId: 1, id: 4 }),
  ]);
  expect(calls).toEqual([
    { communityId: 1, ids: [1, 4] },
    { communityId: 2, ids: [2] },
    { communityId: 1, ids: [3] },
  ]);
});

test("a failure is told to all who asked, and the next are not held up by it", async () => {
  let fails = true;
  const ask = gathered(async (_db, _communityId, items: readonly { communityId: number }[]) => {
    if (fails) throw new Error("no way");
    return items.map(() => "done");
  });
  const asked = await Promise.allSettled([ask(here, { communityId: 1 }), ask(here, { communityId: 1 })]);
  expect(asked.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  fails = false;
  expect(await ask(here, { communityId: 1 })).toBe("done");
});

test("answers that cannot be told apart are a fault, not somebody else's answer", async () => {
  const ask = gathered(async (_db, _communityId, _items: readonly { communityId: number }[]) => ["one"]);
  const asked = await Promise.allSettled([ask(here, { communityId: 1 }), ask(here, { communityId: 1 })]);
  expect(asked.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
});
