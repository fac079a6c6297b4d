import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aCommunity, aMember, cookieHeaderOf, testAccounts } from "../../../tests/factories/accounts.ts";
import { openTestStore, type TestStore } from "../../../tests/factories/store.ts";
import { ok, unwrap } from "../../kernel/index.ts";
import type { Accounts } from "../accounts.ts";
import {
  createOneTimeSignIn,
  createSetUpLink,
  installationIsEmpty,
  setUpLinkWorks,
  takeOneTimeSignIn,
} from "./one-time-link.ts";

let test: TestStore;
let accounts: Accounts;
let communityId: number;
beforeAll(async () => {
  test = await openTestStore();
  ({ accounts } = await testAccounts(test.store));
  communityId = await aCommunity(test.store);
});
afterAll(() => test.close());

let addresses = 0;
/** A place that nobody has signed in from yet, so that tests do not use up each other's allowance. */
const somewhere = (agent = "Firefox") => ({ address: `192.0.2.${++addresses}`, agent });
const goodPassword = "a few unrelated words";

describe("one-time links", () => {
  it("sign in once, within seven days, also when two come at once", async () => {
    const { personId } = await aMember(test.store, communityId);
    const make = async () =>
      unwrap(await test.store.transact(async (tx) => ok(await createOneTimeSignIn(tx, personId))));
    const link = await make();
    const results = await Promise.all([1, 2, 3].map(() => accounts.useOneTimeSignIn(link, somewhere())));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const late = await make();
    test.clock.advance(7 * 24 * 60 * 60_000);
    expect(await accounts.useOneTimeSignIn(late, somewhere())).toMatchObject({ error: { code: "link-over" } });
  });

  it("are not used up by a transaction that fails", async () => {
    const { personId } = await aMember(test.store, communityId);
    const link = unwrap(await test.store.transact(async (tx) => ok(await createOneTimeSignIn(tx, personId))));
    await expect(
      test.store.transact(async (tx) => {
        await takeOneTimeSignIn(tx, link, null);
        throw new Error("crash");
      }),
    ).rejects.toThrow("crash");
    expect((await accounts.useOneTimeSignIn(link, somewhere())).ok).toBe(true);
  });
});

describe("setting up", () => {
  it("happens once, with the newest link, and makes the first person", async () => {
    const fresh = await openTestStore();
    const { accounts } = await testAccounts(fresh.store);
    expect(await installationIsEmpty(fresh.store.database)).toBe(true);
    const first = unwrap(await fresh.store.transact(createSetUpLink)).secret;
    const second = unwrap(await fresh.store.transact(createSetUpLink)).secret;
    const works = (secret: string) => setUpLinkWorks(fresh.store.database, secret, fresh.clock.now());
    expect([await works(first), await works(second)]).toEqual([false, true]);
    const person = { name: "First", email: "first@example.org", password: goodPassword };
    const setUp = (secret: string, given = person) =>
      fresh.store.transact(async (tx) => {
        const signedIn = await accounts.useSetUpLink(tx, secret, given, somewhere());
        if (!signedIn.ok) return signedIn;
        const row = { slug: "home", name: "Home", created_at: tx.now };
        await tx.db.insertInto("community").values(row).execute();
        return signedIn;
      });
    expect(await setUp(first)).toMatchObject({ error: { code: "link-over" } });
    expect(await setUp(second, { ...person, password: "short" })).toMatchObject({
      error: { code: "password-invalid" },
    });
    const { setCookie } = unwrap(await setUp(second));
    expect(await accounts.readPerson(cookieHeaderOf(setCookie))).toMatchObject({ name: "First" });
    expect(await setUp(second)).toMatchObject({ error: { code: "already-set-up" } });
    expect(await fresh.store.transact(createSetUpLink)).toMatchObject({ error: { code: "already-set-up" } });
    await fresh.close();
  });
});
