import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { aCommunity, aMember, cookieHeaderOf, testAccounts } from "../../../tests/factories/accounts.ts";
import { openTestStore, type TestStore } from "../../../tests/factories/store.ts";
import { createLog, ok, unwrap } from "../../kernel/index.ts";
import type { Accounts } from "../accounts.ts";
import { createSessionCookie } from "../actors/cookie.ts";
import { createAuth } from "./better-auth.ts";
import { createOneTimeSignIn } from "./one-time-link.ts";

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

describe("sessions", () => {
  it("are listed and ended one by one, one's own only", async () => {
    const { email } = await aMember(test.store, communityId, { password: goodPassword });
    const signIn = async (agent: string) =>
      cookieHeaderOf(
        unwrap(await accounts.signInWithPassword({ communityId, email, password: goodPassword }, somewhere(agent)))
          .setCookie,
      );
    const laptop = await signIn("Firefox");
    const phone = await signIn("Safari");
    const listed = unwrap(await accounts.listSessions(laptop));
    expect(listed.map(({ agent, current }) => [agent, current]).sort()).toEqual([
      ["Firefox", true],
      ["Safari", false],
    ]);
    const stranger = await aMember(test.store, communityId, { password: goodPassword });
    const other = unwrap(
      await accounts.signInWithPassword({ communityId, email: stranger.email, password: goodPassword }, somewhere()),
    );
    const phoneId = listed.find(({ agent }) => agent === "Safari")!.id;
    expect(await accounts.endSession(cookieHeaderOf(other.setCookie), phoneId)).toMatchObject({
      error: { code: "session-not-found" },
    });
    expect((await accounts.endSession(laptop, phoneId)).ok).toBe(true);
    expect(await accounts.readPerson(phone)).toBeNull();
    expect(await accounts.listSessions(phone)).toMatchObject({ error: { code: "sign-in-needed" } });
  });

  it("but the present one end when the password changes", async () => {
    const { email } = await aMember(test.store, communityId, { password: goodPassword });
    const signIn = async (password: string) =>
      accounts.signInWithPassword({ communityId, email, password }, somewhere());
    const here = cookieHeaderOf(unwrap(await signIn(goodPassword)).setCookie);
    const there = cookieHeaderOf(unwrap(await signIn(goodPassword)).setCookie);
    const next = "quite other words";
    expect(await accounts.changePassword(here, { current: "not these", next })).toMatchObject({
      error: { code: "password-wrong", fields: { current: expect.any(String) } },
    });
    expect((await accounts.changePassword(here, { current: goodPassword, next })).ok).toBe(true);
    expect(await accounts.readPerson(here)).not.toBeNull();
    expect(await accounts.readPerson(there)).toBeNull();
    expect((await signIn(goodPassword)).ok).toBe(false);
    expect((await signIn(next)).ok).toBe(true);
  });

  it("of people without a password can set one", async () => {
    const { personId, email } = await aMember(test.store, communityId);
    const link = unwrap(await test.store.transact(async (tx) => ok(await createOneTimeSignIn(tx, personId))));
    const here = cookieHeaderOf(unwrap(await accounts.useOneTimeSignIn(link, somewhere())).setCookie);
    expect((await accounts.changePassword(here, { current: null, next: goodPassword })).ok).toBe(true);
    expect((await accounts.signInWithPassword({ communityId, email, password: goodPassword }, somewhere())).ok).toBe(
      true,
    );
  });
});

describe("the cookie", () => {
  it("is the one that better-auth writes and reads", async () => {
    const secret = "a secret of more than thirty-two characters";
    const { database, clock } = test.store;
    for (const secure of [true, false]) {
      const publicUrl = secure ? "https://help.example.org" : "http://localhost:3000";
      const auth = createAuth({ database, clock, log: createLog("silent"), secret, secure, publicUrl });
      const cookie = createSessionCookie({ secret, secure });
      const answer = await auth.api.signUpEmail({
        body: { name: "Ada", email: `agree-${secure}@example.org`, password: goodPassword },
        headers: new Headers(),
        returnHeaders: true,
      });
      const token = answer.response.token ?? "";
      const theirs = cookieHeaderOf(answer.headers.getSetCookie()[0] ?? "");
      expect(theirs).toBe(cookieHeaderOf(cookie.write(token)));
      expect(cookie.read(theirs)?.token).toBe(token);
      const attributes = (header: string) =>
        header
          .split("; ")
          .slice(1)
          .filter((part) => !part.startsWith("Max-Age"))
          .sort();
      expect(attributes(answer.headers.getSetCookie()[0] ?? "")).toEqual(attributes(cookie.write(token)));
      vi.useFakeTimers({ toFake: ["Date"], now: clock.now() });
      const seen = await auth.api.getSession({ headers: new Headers({ cookie: cookieHeaderOf(cookie.write(token)) }) });
      vi.useRealTimers();
      expect(seen?.user.email).toBe(`agree-${secure}@example.org`);
    }
  });

  it("is signed with the secret of the installation, which all processes share", async () => {
    const { personId } = await aMember(test.store, communityId);
    const second = (await testAccounts(test.store)).accounts;
    const link = unwrap(await test.store.transact(async (tx) => ok(await createOneTimeSignIn(tx, personId))));
    const here = cookieHeaderOf(unwrap(await accounts.useOneTimeSignIn(link, somewhere())).setCookie);
    expect(await second.readPerson(here)).toMatchObject({ personId });
  });
});
