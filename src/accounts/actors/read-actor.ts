import { type Clock, hashSecret } from "../../kernel/index.ts";
import type { Database } from "../../store/index.ts";
import { type Actor, isRole, isScope, isStaff, type Role, type Theme } from "../actor.ts";
import type { SessionCookie } from "./cookie.ts";
import {
  extendSession,
  findSessionActor,
  findSessionPerson,
  findTokenActor,
  markTokenUsed,
  type SessionRow,
  type TokenRow,
} from "./queries.ts";

const dayMs = 24 * 60 * 60 * 1000;

/** A session ends when it has not been used for this long: months, since people come back to ask when something breaks. */
export const sessionLastsMs = 60 * dayMs;

/** How stale "last used" may be, so that reading does not mean writing. */
const tokenUseNotedEveryMs = 60_000;

export const tokenPrefix = "kith_";

/** Somebody who is signed in, whether or not they are a member of the community at hand. */
export interface SignedInPerson {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly sessionKey: string;
}

/**
 * Who a page is made for: the member behind the signed session cookie, or null. One prepared query, and one HMAC where this process
 * has not met the session; a session that is used is prolonged, once a day.
 */
export async function readActor(
  database: Database,
  clock: Clock,
  cookie: SessionCookie,
  cookieHeader: string | null | undefined,
  communityId: number,
): Promise<Actor | null> {
  const session = cookie.read(cookieHeader);
  if (!session) return null;
  const { token } = session;
  const now = clock.now();
  const [row] = await findSessionActor(database, {
    token,
    communityId,
    now: now.toISOString(),
    dueBefore: later(now, sessionLastsMs - dayMs).toISOString(),
  });
  if (!row) return null;
  if (row.due) await extendSession(database, token, now, later(now, sessionLastsMs));
  return { ...actorOf(row, communityId), unread: row.unread, scopes: null, sessionKey: session.key };
}

/** Who is signed in, for pages without a community and for people who have not joined this one. */
export async function readPerson(
  database: Database,
  clock: Clock,
  cookie: SessionCookie,
  cookieHeader: string | null | undefined,
): Promise<SignedInPerson | null> {
  const session = cookie.read(cookieHeader);
  if (!session) return null;
  const [row] = await findSessionPerson(database, { token: session.token, now: clock.now().toISOString() });
  return row ? { ...row, sessionKey: session.key } : null;
}

/** The member behind an API token of this community, or null where it is unknown, revoked or over. */
export async function readTokenActor(
  database: Database,
  clock: Clock,
  secret: string,
  communityId: number,
): Promise<Actor | null> {
  if (!secret.startsWith(tokenPrefix)) return null;
  const now = clock.now();
  const [row] = await findTokenActor(database, {
    secretHash: hashSecret(secret),
    communityId,
    now: now.toISOString(),
    dueBefore: later(now, -tokenUseNotedEveryMs).toISOString(),
  });
  if (!row) return null;
  if (row.due) await markTokenUsed(database, communityId, row.tokenId, now);
  return { ...actorOf(row, communityId), scopes: row.scopes.split(" ").filter(isScope), sessionKey: null };
}

function later(moment: Date, ms: number): Date {
  return new Date(moment.getTime() + ms);
}

function actorOf(row: SessionRow | TokenRow, communityId: number): Omit<Actor, "scopes" | "sessionKey"> {
  const roles: Role[] = row.roles ? ["member", ...row.roles.split(" ").filter(isRole)] : ["member"];
  return {
    communityId,
    memberId: row.memberId,
    personId: row.personId,
    name: row.name,
    roles,
    staff: isStaff(roles),
    locale: row.locale,
    theme: row.theme as Theme | null,
  };
}
