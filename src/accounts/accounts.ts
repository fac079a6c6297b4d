import { type Log, newSecret, ok, type Result } from "../kernel/index.ts";
import type { Store, Transaction } from "../store/index.ts";
import type { Actor } from "./actor.ts";
import { createSessionCookie } from "./actors/cookie.ts";
import { readActor, readPerson, readTokenActor, type SignedInPerson } from "./actors/read-actor.ts";
import type { Auth } from "./sign-in/better-auth.ts";
import type { Origin, SignedIn, SignInDesk } from "./sign-in/desk.ts";
import type { SendSignInMail } from "./sign-in/mail-port.ts";
import { type FirstPerson, takeOneTimeSignIn, takeSetUpLink } from "./sign-in/one-time-link.ts";
import { type SessionListed, settleSetting } from "./sign-in/queries.ts";
import { changePassword, endSession, listSessions, type PasswordChange, signOut } from "./sign-in/sessions.ts";
import { type LinkRequest, requestSignInLink, signInWithLink } from "./sign-in/sign-in-with-link.ts";
import { type PasswordSignIn, signInWithPassword } from "./sign-in/sign-in-with-password.ts";
import { type SignUp, signUp } from "./sign-in/sign-up.ts";

type CookieHeader = string | null | undefined;

/** Who people are: everything that needs the signing secret or the session cookie. Opened once a process. */
export interface Accounts {
  /** Who a request comes from in one community: the hot path of every page. */
  readActor(cookieHeader: CookieHeader, communityId: number): Promise<Actor | null>;
  /** Who is signed in, member of a community or not. */
  readPerson(cookieHeader: CookieHeader): Promise<SignedInPerson | null>;
  /** Who an API request comes from: the secret after `Authorization: Bearer`. */
  readTokenActor(secret: string, communityId: number): Promise<Actor | null>;
  signUp(given: SignUp, origin: Origin): Promise<Result<SignedIn>>;
  signInWithPassword(given: PasswordSignIn, origin: Origin): Promise<Result<SignedIn>>;
  requestSignInLink(given: LinkRequest, origin: Origin): Promise<Result<void>>;
  /** Signs in with a mailed link's secret, which this uses up: call it from a form, since mail programs open links to look at them. */
  signInWithLink(given: { communityId: number | null; secret: string }, origin: Origin): Promise<Result<SignedIn>>;
  /** Signs in with a link that a terminal printed. */
  useOneTimeSignIn(secret: string, origin: Origin): Promise<Result<SignedIn>>;
  /** Uses the set-up link up within the transaction that makes the first community. */
  useSetUpLink(tx: Transaction, secret: string, first: FirstPerson, origin: Origin): Promise<Result<SignedIn>>;
  signOut(cookieHeader: CookieHeader): Promise<{ setCookie: string }>;
  listSessions(cookieHeader: CookieHeader): Promise<Result<SessionListed[]>>;
  endSession(cookieHeader: CookieHeader, sessionId: string): Promise<Result<void>>;
  changePassword(cookieHeader: CookieHeader, change: PasswordChange): Promise<Result<void>>;
}

export interface AccountsOptions {
  readonly store: Pick<Store, "database" | "clock" | "transact">;
  readonly log: Log;
  /** The address that people type; by https, cookies are Secure and named `__Host-…`. */
  readonly publicUrl: () => string;
  /** KITH_SECRET, at least 32 characters; null takes the one in the database, which is made at the first start. */
  readonly secret: string | null;
  readonly sendSignInMail: SendSignInMail;
}

/** What sessions and mailed links are signed with: KITH_SECRET, or the one in the database, which is made at the first start. */
export async function settleSecret(
  { database, clock }: Pick<Store, "database" | "clock">,
  configured: string | null,
): Promise<string> {
  return configured ?? (await settleSetting(database, "signing-secret", newSecret(), clock.now()));
}

/** Opens the room: signs with the secret that is configured, or with one that the database keeps from the first start on. */
export async function openAccounts(options: AccountsOptions): Promise<Accounts> {
  const { store, log, publicUrl, sendSignInMail } = options;
  const { database, clock } = store;
  const secret = await settleSecret(store, options.secret);
  const secure = publicUrl().startsWith("https:");
  const cookie = createSessionCookie({ secret, secure });
  let auth: Promise<Auth> | undefined;
  const load = async () => {
    const { createAuth } = await import("./sign-in/better-auth.ts");
    return createAuth({ database, clock, log, secret, secure, publicUrl: publicUrl() });
  };
  const desk: SignInDesk = {
    store,
    log,
    cookie,
    sendSignInMail,
    auth: () => {
      auth ??= load();
      return auth;
    },
  };
  const signedIn = (person: Result<{ personId: string; sessionToken: string }>): Result<SignedIn> =>
    person.ok ? ok({ personId: person.value.personId, setCookie: cookie.write(person.value.sessionToken) }) : person;
  const here = (actor: Actor | null): Actor | null => actor && { ...actor, publicUrl: publicUrl() };

  return {
    readActor: async (cookieHeader, communityId) =>
      here(await readActor(database, clock, cookie, cookieHeader, communityId)),
    readPerson: (cookieHeader) => readPerson(database, clock, cookie, cookieHeader),
    readTokenActor: async (token, communityId) => here(await readTokenActor(database, clock, token, communityId)),
    signUp: (given, origin) => signUp(desk, given, origin),
    signInWithPassword: (given, origin) => signInWithPassword(desk, given, origin),
    requestSignInLink: (given, origin) => requestSignInLink(desk, given, origin),
    signInWithLink: (given, origin) => signInWithLink(desk, given, origin),
    useOneTimeSignIn: async (link, origin) =>
      signedIn(await store.transact((tx) => takeOneTimeSignIn(tx, link, origin.agent))),
    useSetUpLink: async (tx, link, first, origin) => signedIn(await takeSetUpLink(tx, link, first, origin.agent)),
    signOut: (cookieHeader) => signOut(desk, cookieHeader),
    listSessions: (cookieHeader) => listSessions(desk, cookieHeader),
    endSession: (cookieHeader, sessionId) => endSession(desk, cookieHeader, sessionId),
    changePassword: (cookieHeader, change) => changePassword(desk, cookieHeader, change),
  };
}
