import { err, ok, type Result, refusal } from "../../kernel/index.ts";
import { addressKey, signInAllowance, takeAllowance } from "../allowance/take-allowance.ts";
import type { SignInDesk } from "./desk.ts";
import { checkNewPassword, hashPassword, verifyPassword } from "./password.ts";
import { newPersonId } from "./people.ts";
import {
  deleteOtherSessions,
  deleteSession,
  deleteSessionOf,
  findPassword,
  findSessionOwner,
  listSessionsOf,
  type SessionListed,
  setPassword,
} from "./queries.ts";

type CookieHeader = string | null | undefined;

/** Ends the session of a cookie, if there is one; the Set-Cookie header removes the cookie in any case. */
export async function signOut(desk: SignInDesk, cookieHeader: CookieHeader): Promise<{ setCookie: string }> {
  const session = desk.cookie.read(cookieHeader);
  if (session) await deleteSession(desk.store.database, session.token);
  return { setCookie: desk.cookie.clear() };
}

async function ownerOf(desk: SignInDesk, cookieHeader: CookieHeader) {
  const session = desk.cookie.read(cookieHeader);
  const owner = session && (await findSessionOwner(desk.store.database, session.token, desk.store.clock.now()));
  return owner ? ok(owner) : err(signInNeeded());
}

/** Where a person is signed in, the latest use first; at most 100. */
export async function listSessions(desk: SignInDesk, cookieHeader: CookieHeader): Promise<Result<SessionListed[]>> {
  const owner = await ownerOf(desk, cookieHeader);
  if (!owner.ok) return owner;
  const { personId, sessionId } = owner.value;
  return ok(await listSessionsOf(desk.store.database, personId, sessionId, desk.store.clock.now()));
}

/** Ends one of a person's own sessions, such as that of a lost telephone. */
export async function endSession(
  desk: SignInDesk,
  cookieHeader: CookieHeader,
  sessionId: string,
): Promise<Result<void>> {
  const owner = await ownerOf(desk, cookieHeader);
  if (!owner.ok) return owner;
  if (await deleteSessionOf(desk.store.database, owner.value.personId, sessionId)) return ok(undefined);
  return err(
    refusal("missing", "session-not-found", "You have no such session.", "It may have ended; look at the list again."),
  );
}

export interface PasswordChange {
  /** null where the person had no password and signed in by a link. */
  readonly current: string | null;
  readonly next: string;
}

/** Changes or sets one's password and ends all other sessions. Refuses with `password-wrong` or `password-invalid`. */
export async function changePassword(
  desk: SignInDesk,
  cookieHeader: CookieHeader,
  { current, next }: PasswordChange,
): Promise<Result<void>> {
  const owner = await ownerOf(desk, cookieHeader);
  if (!owner.ok) return owner;
  const { personId, sessionId, email, name } = owner.value;
  const checked = checkNewPassword(next, [email, name]);
  if (!checked.ok) return checked;
  const { database, clock } = desk.store;
  const allowed = await takeAllowance(database, clock, addressKey("password-of", personId), signInAllowance);
  if (!allowed.ok) return allowed;
  const held = await findPassword(database, personId);
  if (held && !(await verifyPassword(held, current ?? ""))) return err(passwordWrong());
  const phc = await hashPassword(next);
  return desk.store.transact(async (tx) => {
    await setPassword(tx, personId, newPersonId(), phc);
    await deleteOtherSessions(tx, personId, sessionId);
    return ok(undefined);
  });
}

function passwordWrong() {
  const sentence = "This is not your present password.";
  return refusal("invalid", "password-wrong", sentence, "Type it again, or have a sign-in link sent to you.", {
    current: sentence,
  });
}

export function signInNeeded() {
  return refusal("unauthenticated", "sign-in-needed", "You are not signed in.", "Sign in, then try again.");
}
