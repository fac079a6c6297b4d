import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { aCommunity, aMember, cookieHeaderOf, testAccounts } from "../../../tests/factories/accounts.ts";
import { openTestStore, type TestStore } from "../../../tests/factories/store.ts";
import { ok, unwrap } from "../../kernel/index.ts";
import type { Accounts } from "../accounts.ts";
import type { SignInMail } from "./mail-port.ts";

let test: TestStore;
let accounts: Accounts;
let mails: SignInMail[];
let communityId: number;
beforeAll(async () => {
  test = await openTestStore();
  ({ accounts, mails } = await testAccounts(test.store));
  communityId = await aCommunity(test.store);
});
afterAll(() => test.close());

let addresses = 0;
/** A place that nobody has signed in from yet, so that tests do not use up each other's allowance. */
const somewhere = (agent = "Firefox") => ({ address: `192.0.2.${++addresses}`, agent });
const goodPassword = "a few unrelated words";

describe("signing up with a password", () => {
  it("makes a person, a member and a session", async () => {
    const given = { communityId, name: " Ada ", email: "Ada@Example.org", password: goodPassword };
    const { personId, setCookie } = unwrap(await accounts.signUp(given, somewhere()));
    const actor = await accounts.readActor(cookieHeaderOf(setCookie), communityId);
    expect(actor).toMatchObject({ personId, name: "Ada", roles: ["member"] });
    const stored = await test.store.database
      .selectFrom("credential")
      .where("person_id", "=", personId)
      .select("password")
      .executeTakeFirstOrThrow();
    expect(stored.password).toMatch(/^\$argon2id\$/);
  });

  it("refuses an address that is taken, and passwords, names and addresses that will not do", async () => {
    await aMember(test.store, communityId, { email: "taken@example.org" });
    const sign = (given: object) =>
      accounts.signUp(
        { communityId, name: "Eve", email: "eve@example.org", password: goodPassword, ...given },
        somewhere(),
      );
    expect(await sign({ email: "TAKEN@example.org" })).toMatchObject({ error: { code: "email-taken", status: 409 } });
    expect(await sign({ password: "short" })).toMatchObject({ error: { code: "password-invalid" } });
    expect(await sign({ name: "\u0000" })).toMatchObject({ error: { code: "name-invalid" } });
    expect(await sign({ email: "eve@" })).toMatchObject({ error: { code: "email-invalid" } });
  });

  it("makes one account where two sign up with one address at the same time", async () => {
    const given = { communityId, name: "Twin", email: "twin@example.org", password: goodPassword };
    const results = await Promise.allSettled([1, 2].map(() => accounts.signUp(given, somewhere())));
    const signedUp = results.filter((result) => result.status === "fulfilled" && result.value.ok);
    expect(signedUp).toHaveLength(1);
    expect(results.find((result) => !signedUp.includes(result))).toMatchObject({
      value: { ok: false, error: { code: "email-taken" } },
    });
  });
});

describe("signing in with a password", () => {
  it("refuses a wrong password and an unknown address alike, in words and in time", async () => {
    await aMember(test.store, communityId, { email: "known@example.org", password: goodPassword });
    // By the processor's time rather than the clock's: hashing is what takes long. The least of some in turn, since others use the caches.
    const least = { known: Number.POSITIVE_INFINITY, unknown: Number.POSITIVE_INFINITY };
    for (let turn = 0; turn < 8; turn += 1) {
      for (const who of ["known", "unknown"] as const) {
        const typed = { communityId, email: `${who}@example.org`, password: "not the right words" };
        const before = process.cpuUsage();
        const refused = await accounts.signInWithPassword(typed, somewhere());
        const { user, system } = process.cpuUsage(before);
        least[who] = Math.min(least[who], user + system);
        expect(refused).toMatchObject({ error: { code: "sign-in-refused", status: 401 } });
      }
    }
    expect(least.unknown / least.known).toBeGreaterThan(0.5);
    expect(least.unknown / least.known).toBeLessThan(2);
    expect(
      (
        await accounts.signInWithPassword(
          { communityId, email: "known@example.org", password: goodPassword },
          somewhere(),
        )
      ).ok,
    ).toBe(true);
  });

  it("stops after ten tries for one address, and after ten from one place", async () => {
    const attempt = (email: string, origin: { address: string; agent: string }) =>
      accounts.signInWithPassword({ communityId, email, password: "x".repeat(2_000) }, origin);
    for (let turn = 0; turn < 10; turn += 1) await attempt("guessed@example.org", somewhere());
    expect(await attempt("guessed@example.org", somewhere())).toMatchObject({ error: { code: "too-many-requests" } });
    const place = somewhere();
    for (let turn = 0; turn < 10; turn += 1) await attempt(`many-${turn}@example.org`, place);
    expect(await attempt("many-11@example.org", place)).toMatchObject({ error: { code: "too-many-requests" } });
    test.clock.advance(15 * 60_000);
    expect(await attempt("guessed@example.org", somewhere())).toMatchObject({ error: { code: "sign-in-refused" } });
  });

  it("replaces a hash that cost less than hashes do now", async () => {
    const { personId } = await aMember(test.store, communityId, {
      email: "old-hash@example.org",
      password: goodPassword,
    });
    const { argon2Sync } = await import("node:crypto");
    const nonce = Buffer.from("somesaltsomesalt");
    const tag = argon2Sync("argon2id", {
      message: goodPassword,
      nonce,
      parallelism: 1,
      tagLength: 32,
      memory: 1024,
      passes: 1,
    });
    const plain = (bytes: Buffer) => bytes.toString("base64").replace(/=+$/, "");
    const cheap = `$argon2id$v=19$m=1024,t=1,p=1$${plain(nonce)}$${plain(tag)}`;
    await test.store.database
      .updateTable("credential")
      .set({ password: cheap })
      .where("person_id", "=", personId)
      .execute();
    const signIn = () =>
      accounts.signInWithPassword({ communityId, email: "old-hash@example.org", password: goodPassword }, somewhere());
    expect((await signIn()).ok).toBe(true);
    const stored = await test.store.database
      .selectFrom("credential")
      .where("person_id", "=", personId)
      .select("password")
      .executeTakeFirstOrThrow();
    expect(stored.password).toMatch(/m=19456,t=2/);
    expect((await signIn()).ok).toBe(true);
  });
});

describe("signing in with a mailed link", () => {
  const ask = (email: string, name: string | null = null) =>
    accounts.requestSignInLink({ communityId, email, name, locale: "de" }, somewhere());

  it("answers the same whether the address is known or not; only the mail differs", async () => {
    await aMember(test.store, communityId, { email: "linked@example.org" });
    mails.length = 0;
    const answers = [
      await ask("linked@example.org"),
      await ask("stranger@example.org"),
      await ask("new@example.org", "New"),
    ];
    expect(answers).toEqual([ok(undefined), ok(undefined), ok(undefined)]);
    expect(mails.map(({ kind, email, secret }) => [kind, email, secret !== null])).toEqual([
      ["sign-in", "linked@example.org", true],
      ["no-account", "stranger@example.org", false],
      ["sign-up", "new@example.org", true],
    ]);
  });

  it("works once", async () => {
    const { personId, memberId } = await aMember(test.store, communityId, { email: "once@example.org" });
    mails.length = 0;
    await ask("once@example.org");
    const secret = mails[0]?.secret ?? "";
    const results = await Promise.all([1, 2].map(() => accounts.signInWithLink({ communityId, secret }, somewhere())));
    const works = results.filter(({ ok }) => ok);
    expect(works).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toMatchObject({ error: { code: "link-over", status: 410 } });
    const cookie = cookieHeaderOf(unwrap(works[0]!).setCookie);
    expect(await accounts.readActor(cookie, communityId)).toMatchObject({ personId, memberId });
    expect(await accounts.signInWithLink({ communityId, secret: "nonsense" }, somewhere())).toMatchObject({
      error: { code: "link-over" },
    });
  });

  it("makes the account of somebody new, who becomes a member", async () => {
    mails.length = 0;
    await ask("newcomer@example.org", "Newcomer");
    const signedIn = unwrap(
      await accounts.signInWithLink({ communityId, secret: mails[0]?.secret ?? "" }, somewhere()),
    );
    expect(await accounts.readActor(cookieHeaderOf(signedIn.setCookie), communityId)).toMatchObject({
      name: "Newcomer",
    });
  });

  it("is over after half an hour", async () => {
    await aMember(test.store, communityId, { email: "late@example.org" });
    mails.length = 0;
    await ask("late@example.org");
    // better-auth looks at the machine's clock.
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 31 * 60_000 });
    const result = await accounts.signInWithLink({ communityId, secret: mails[0]?.secret ?? "" }, somewhere());
    vi.useRealTimers();
    expect(result).toMatchObject({ error: { code: "link-over" } });
  });

  it("takes an account that somebody else began with the address back from them", async () => {
    const thief = unwrap(
      await accounts.signUp(
        { communityId, name: "Thief", email: "victim@example.org", password: goodPassword },
        somewhere(),
      ),
    );
    mails.length = 0;
    await ask("victim@example.org");
    expect((await accounts.signInWithLink({ communityId, secret: mails[0]?.secret ?? "" }, somewhere())).ok).toBe(true);
    expect(await accounts.readActor(cookieHeaderOf(thief.setCookie), communityId)).toBeNull();
    const again = { communityId, email: "victim@example.org", password: goodPassword };
    expect(await accounts.signInWithPassword(again, somewhere())).toMatchObject({ error: { code: "sign-in-refused" } });
  });
});
