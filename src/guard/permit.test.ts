import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aCommunity } from "../../tests/factories/accounts.ts";
import { openTestStore, type TestStore } from "../../tests/factories/store.ts";
import { ok, unwrap } from "../kernel/index.ts";
import { type Permit, permitRequested } from "./index.ts";
import { Permit as PermitClass } from "./permit.ts";

let test: TestStore;
beforeAll(async () => {
  test = await openTestStore();
});
afterAll(() => test.close());

describe("a permit", () => {
  it("for what somebody asked for stands in the database with its reason and its event", async () => {
    const communityId = await aCommunity(test.store);
    const permit = unwrap(
      await test.store.transact(async (tx) =>
        ok(
          await permitRequested(tx, {
            communityId,
            memberId: null,
            basis: "sign-in-link",
            reason: "You get this mail because you asked for it.",
          }),
        ),
      ),
    );
    const row = await test.store.database
      .selectFrom("permit")
      .where("community_id", "=", communityId)
      .where("id", "=", permit.id)
      .selectAll()
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ basis: "sign-in-link", reason: permit.reason, issued_at: test.clock.now() });
    const events = await test.store.database
      .selectFrom("event")
      .where("community_id", "=", communityId)
      .select(["kind", "subject_id"])
      .execute();
    expect(events).toEqual([{ kind: "permit.issued", subject_id: permit.id }]);
  });

  it("cannot be issued without a reason", async () => {
    const communityId = await aCommunity(test.store);
    const wish = { communityId, memberId: null, basis: "sign-in-link", reason: " \n " } as const;
    await expect(test.store.transact(async (tx) => ok(await permitRequested(tx, wish)))).rejects.toThrow("reason");
  });

  it("cannot be made up elsewhere", () => {
    const fields = { communityId: 1, id: 1, memberId: null, basis: "sign-in-link", reason: "Because." };
    // @ts-expect-error: an object with a permit's fields is no permit
    const forged: Permit = fields;
    expect(forged).not.toBeInstanceOf(PermitClass);
    // @ts-expect-error: the key is not to be had
    expect(() => new PermitClass(Symbol("permit"), fields)).toThrow("only the guard");
  });
});
