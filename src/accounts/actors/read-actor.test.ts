import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aCommunity, aMember, cookieHeaderOf, testAccounts } from "../../../tests/factories/accounts.ts";
import { openTestStore, type TestStore } from "../../../tests/factories/store.ts";
import { ok, unwrap } from "../../kernel/index.ts";
import type { Accounts } from "../accounts.ts";
import { createOneTimeSignIn } from "../sign-in/one-time-link.ts";
import { createToken } from "../tokens/create-token.ts";
import { listTokens } from "../tokens/queries.ts";
import { revokeToken } from "../tokens/revoke-token.ts";

const dayMs = 24 * 60 * 60 * 1000;
const origin = { address: "192.0.2.1", agent: "Firefox" };

let test: TestStore;
let accounts: Accounts;
beforeAll(async () => {
  test = await openTestStore();
  ({ accounts } = await testAccounts(test.store));
});
afterAll(() => test.close());

async function signedIn(personId: string): Promise<string> {
  const link = await test.store.transact(async (tx) => ok(await createOneTimeSignIn(tx, personId)));
  return cookieHeaderOf(unwrap(await accounts.useOneTimeSignIn(unwrap(link), origin)).setCookie);
}

describe("who a page is made for", () => {
  it("is the member behind the session, with roles, in the community at hand only", async () => {
    const communityId = await aCommunity(test.store);
    const elsewhere = await aCommunity(test.store);
    const { personId, memberId } = await aMember(test.store, communityId, { name: "Ada", roles: ["solver", "admin"] });
    const cookie = await signedIn(personId);
    expect(await accounts.readActor(cookie, communityId)).toMatchObject({
      communityId,
      memberId,
      personId,
      name: "Ada",
      roles: ["member", "admin", "solver"],
      staff: true,
      scopes: null,
    });
    expect(await accounts.readActor(cookie, elsewhere)).toBeNull();
    expect(await accounts.readPerson(cookie)).toMatchObject({ personId, name: "Ada" });
    expect(await accounts.readActor(undefined, communityId)).toBeNull();
    expect(await accounts.readActor("kith-session=forged.signature", communityId)).toBeNull();
  });

  it("is nobody once the session has not been used for 60 days; using it prolongs it", async () => {
    const communityId = await aCommunity(test.store);
    const { personId } = await aMember(test.store, communityId);
    const cookie = await signedIn(personId);
    test.clock.advance(59 * dayMs);
    expect(await accounts.readActor(cookie, communityId)).not.toBeNull();
    test.clock.advance(59 * dayMs);
    expect(await accounts.readActor(cookie, communityId)).not.toBeNull();
    test.clock.advance(61 * dayMs);
    expect(await accounts.readActor(cookie, communityId)).toBeNull();
    expect(await accounts.readPerson(cookie)).toBeNull();
  });

  it("is nobody after signing out", async () => {
    const communityId = await aCommunity(test.store);
    const { personId } = await aMember(test.store, communityId);
    const cookie = await signedIn(personId);
    expect((await accounts.signOut(cookie)).setCookie).toContain("Max-Age=0");
    expect(await accounts.readActor(cookie, communityId)).toBeNull();
  });
});

describe("tokens", () => {
  it("act as their member within their scopes until they are revoked", async () => {
    const communityId = await aCommunity(test.store);
    const member = await aMember(test.store, communityId);
    const wish = { name: "Import", scopes: ["read", "write"], expiresAt: null };
    const { id, secret } = unwrap(await test.store.transact((tx) => createToken(tx, member, wish)));
    expect(secret).toMatch(/^kith_[\w-]{43}$/);
    const actor = await accounts.readTokenActor(secret, communityId);
    expect(actor).toMatchObject({ memberId: member.memberId, scopes: ["read", "write"], sessionKey: null });
    expect(await accounts.readTokenActor(`${secret}x`, communityId)).toBeNull();
    expect(await accounts.readTokenActor(secret, await aCommunity(test.store))).toBeNull();
    expect(unwrap(await test.store.transact((tx) => revokeToken(tx, member, id)))).toBeUndefined();
    expect(await accounts.readTokenActor(secret, communityId)).toBeNull();
    expect(await test.store.transact((tx) => revokeToken(tx, member, id))).toMatchObject({
      error: { code: "token-not-found" },
    });
    const events = await test.store.database
      .selectFrom("event")
      .where("community_id", "=", communityId)
      .where("subject", "=", "token")
      .select("kind")
      .orderBy("id")
      .execute();
    expect(events.map(({ kind }) => kind)).toEqual(["token.created", "token.revoked"]);
  });

  it("note their last use at most once a minute, and end when they should", async () => {
    const communityId = await aCommunity(test.store);
    const member = await aMember(test.store, communityId);
    const expiresAt = new Date(test.clock.now().getTime() + dayMs);
    const wish = { name: "Short", scopes: ["read"], expiresAt };
    const { secret } = unwrap(await test.store.transact((tx) => createToken(tx, member, wish)));
    const lastUse = async () => (await listTokens(test.store.database, communityId, member.memberId))[0]?.lastUsedAt;
    expect(await lastUse()).toBeNull();
    const first = test.clock.now();
    await accounts.readTokenActor(secret, communityId);
    test.clock.advance(59_000);
    await accounts.readTokenActor(secret, communityId);
    expect(await lastUse()).toEqual(first);
    test.clock.advance(1_000);
    await accounts.readTokenActor(secret, communityId);
    expect(await lastUse()).toEqual(test.clock.now());
    test.clock.advance(dayMs);
    expect(await accounts.readTokenActor(secret, communityId)).toBeNull();
  });

  it("cannot make a token that allows more than themselves", async () => {
    const communityId = await aCommunity(test.store);
    const member = await aMember(test.store, communityId);
    const make = async (owner: Parameters<typeof createToken>[1], scopes: string[]) =>
      test.store.transact((tx) => createToken(tx, owner, { name: "T", scopes, expiresAt: null }));
    const admin = unwrap(await make(member, ["admin"]));
    const write = unwrap(await make(member, ["write"]));
    const adminActor = await accounts.readTokenActor(admin.secret, communityId);
    const writeActor = await accounts.readTokenActor(write.secret, communityId);
    expect(await make(writeActor!, ["read"])).toMatchObject({ error: { code: "scope-missing" } });
    expect((await make(adminActor!, ["write"])).ok).toBe(true);
    expect(await make(member, ["everything"])).toMatchObject({ error: { code: "scopes-invalid" } });
    expect(await make(member, [])).toMatchObject({ error: { code: "scopes-invalid" } });
    expect(await make({ communityId, memberId: 999_999 }, ["read"])).toMatchObject({
      error: { code: "member-not-found" },
    });
  });
});
