import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anActor } from "../../../tests/factories/accounts.ts";
import { fc } from "../../../tests/factories/draws.ts";
import { openTestStore, type TestStore } from "../../../tests/factories/store.ts";
import { err, ok, type Result, refusal } from "../../kernel/index.ts";
import type { Transaction } from "../../store/index.ts";
import { accountsCleanUp } from "../clean-up.ts";
import { postingAllowance, takeAllowance, withinPostingAllowance } from "./take-allowance.ts";

let test: TestStore;
beforeAll(async () => {
  test = await openTestStore();
});
afterAll(() => test.close());

const take = (key: string, most: number, perMs: number) =>
  takeAllowance(test.store.database, test.clock, key, { most, perMs });

describe("an allowance", () => {
  it("refuses with the seconds to wait, and opens again", async () => {
    for (let taken = 0; taken < 3; taken += 1) expect((await take("a", 3, 60_000)).ok).toBe(true);
    test.clock.advance(20_500);
    expect(await take("a", 3, 60_000)).toMatchObject({
      error: { code: "too-many-requests", status: 429, retryAfterSeconds: 40 },
    });
    expect((await take("b", 3, 60_000)).ok).toBe(true);
    test.clock.advance(39_500);
    expect((await take("a", 3, 60_000)).ok).toBe(true);
  });

  it("holds against many at once", async () => {
    const results = await Promise.all(Array.from({ length: 30 }, () => take("crowd", 7, 60_000)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(7);
  });

  it("never gives more than its most in one window", async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 5_000 }),
        fc.array(fc.integer({ min: 0, max: 3_000 }), { minLength: 1, maxLength: 30 }),
        async (most, perMs, pauses) => {
          run += 1;
          let windowEnds = 0;
          let given = 0;
          for (const pause of pauses) {
            test.clock.advance(pause);
            const now = test.clock.now().getTime();
            if (now >= windowEnds) [windowEnds, given] = [now + perMs, 0];
            const { ok } = await take(`run ${run}`, most, perMs);
            if (ok) given += 1;
            expect(given).toBeLessThanOrEqual(most);
            expect(ok || given === most).toBe(true);
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it("of posting has no bound for an administrator's token, and has one for everybody else", async () => {
    const takeAs = (actor: ReturnType<typeof anActor>) =>
      test.store.transact((tx) => withinPostingAllowance(tx, actor, async () => ok(null)));
    const bridge = anActor({ memberId: 2, roles: ["member", "admin"], scopes: ["admin"] });
    const member = anActor({ memberId: 3 });
    for (let taken = 0; taken < postingAllowance.most; taken += 1) expect((await takeAs(member)).ok).toBe(true);
    expect((await takeAs(member)).ok).toBe(false);
    for (let taken = 0; taken < postingAllowance.most + 5; taken += 1) expect((await takeAs(bridge)).ok).toBe(true);
    expect((await takeAs(anActor({ memberId: 3, scopes: ["admin"] }))).ok).toBe(false);
  });

  it("of posting takes back what was posted beyond it, and counts nothing that was refused", async () => {
    const { store } = test;
    const member = anActor({ memberId: 4 });
    const kept = (name: string) => async (tx: Transaction) =>
      ok(await takeAllowance(tx.db, test.clock, name, { most: 9, perMs: 9 }));
    const refused = refusal("conflict", "no", "No.", "Ask for something else.");
    const post = (work: (tx: Transaction) => Promise<Result<unknown>>) =>
      store.transact((tx) => withinPostingAllowance(tx, member, () => work(tx)));
    expect(await post(async () => err(refused))).toEqual(err(refused));
    for (let taken = 0; taken < postingAllowance.most; taken += 1) expect((await post(kept("within"))).ok).toBe(true);
    expect(await post(kept("beyond"))).toMatchObject({ error: { code: "too-many-requests" } });
    const keys = await store.database.selectFrom("allowance").select("key").execute();
    expect(keys.map(({ key }) => key)).toContain("within");
    expect(keys.map(({ key }) => key)).not.toContain("beyond");
  });

  it("that is over is cleaned up", async () => {
    await take("old", 1, 1_000);
    test.clock.advance(2_000);
    await take("new", 1, 1_000);
    await accountsCleanUp(test.store).run({});
    const left = await test.store.database
      .selectFrom("allowance")
      .where("key", "in", ["old", "new"])
      .select("key")
      .execute();
    expect(left).toEqual([{ key: "new" }]);
  });
});
