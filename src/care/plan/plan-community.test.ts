import { afterAll, beforeAll, expect, it } from "vitest";
import { buildVillage, type Village } from "../../../tests/factories/people.ts";
import { openTestStore, type TestStore } from "../../../tests/factories/store.ts";
import { askQuestion, giveAnswer } from "../../community/index.ts";
import { unwrap } from "../../kernel/index.ts";
import { planCommunity } from "./plan-community.ts";

const minuteMs = 60_000;
let test: TestStore;
let village: Village;
beforeAll(async () => {
  test = await openTestStore();
  village = await buildVillage(test.store);
});
afterAll(() => test?.close());

it("is the same plan for whoever asks again within the hour, whatever is answered meanwhile", async () => {
  const [ann, bob] = [await village.member("Ann"), await village.member("Bob")];
  const wish = { group: "help", title: "It does not glow", body: "At all.", tags: [] };
  const { id } = unwrap(await test.store.transact((tx) => askQuestion(tx, ann, wish)));
  unwrap(await test.store.transact((tx) => askQuestion(tx, ann, wish)));
  test.clock.set(new Date("2026-01-17T10:05:00Z"));
  const plan = async () => {
    const wanted = { communityId: village.communityId, now: test.clock.now(), wishes: {} };
    return unwrap(await planCommunity(test.store.database, wanted));
  };
  const begun = await plan();
  test.clock.advance(20 * minuteMs);
  unwrap(await test.store.transact((tx) => giveAnswer(tx, bob, { questionId: id, body: "Turn it." })));
  test.clock.advance(20 * minuteMs);
  expect(await plan()).toBe(begun);
  test.clock.advance(20 * minuteMs);
  const next = await plan();
  expect(next).not.toBe(begun);
  expect((await begun.plan).forecast.week.mean).toBeGreaterThan(0);
  await next.plan;
});
