import { createHash } from "node:crypto";
import { type Clock, err, ok, type Refusal, type Result, refusal } from "../../kernel/index.ts";
import type { Database, Transaction } from "../../store/index.ts";
import type { Actor } from "../actor.ts";
import { takeOne } from "./queries.ts";

/** How much of something may be taken in a window, which begins with the first taking. */
export interface Allowance {
  readonly most: number;
  readonly perMs: number;
}

const minuteMs = 60_000;

/**
 * Tries at a password, for each network address and for each e-mail address. Forgetful people need a handful; at ten in a
 * quarter of an hour, guessing one account's password takes 350,000 tries a year (OWASP ASVS 5.0, 6.3.1, asks for such a bound).
 */
export const signInAllowance: Allowance = { most: 10, perMs: 15 * minuteMs };

/** New accounts from one network address: a class or an office behind one address can still sign up together. */
export const signUpAllowance: Allowance = { most: 10, perMs: 15 * minuteMs };

/** Questions, answers and comments of one member, and edits that mention somebody new: a person who writes one every half minute for ten minutes is not yet stopped. */
export const postingAllowance: Allowance = { most: 20, perMs: 10 * minuteMs };

/** The refusal `too-many-requests`, with the time after which it makes sense to try again (for Retry-After, RFC 9110). */
export interface TooManyRequests extends Refusal {
  readonly retryAfterSeconds: number;
}

/** Takes one of `key`'s allowance, which all processes share, or refuses with the seconds to wait. */
export async function takeAllowance(
  database: Database,
  clock: Clock,
  key: string,
  { most, perMs }: Allowance,
): Promise<Result<void>> {
  const now = clock.now();
  const held = await takeOne(database, key, now, new Date(now.getTime() + perMs), most);
  if (held.taken <= most) return ok(undefined);
  return err(tooMany(Math.max(1, Math.ceil((held.windowEndsAt.getTime() - now.getTime()) / 1000))));
}

/**
 * Does `work`, which posts something, within what a member may post. Both leave together; where the allowance is used up, the
 * transaction takes back what the work did, and where the work is refused, nothing is taken from the allowance. An administrator's
 * token has no bound: imports and bridges post what was said elsewhere.
 */
export async function withinPostingAllowance<T>(
  tx: Transaction,
  actor: Actor,
  work: () => Promise<Result<T>>,
): Promise<Result<T>> {
  if (actor.scopes?.includes("admin") && actor.roles.includes("admin")) return work();
  const key = `post:${actor.communityId}:${actor.memberId}`;
  const taking = takeAllowance(tx.db, { now: () => tx.now }, key, postingAllowance);
  const [allowed, done] = await Promise.all([taking, work()]);
  return allowed.ok ? done : allowed;
}

/** A key that names an e-mail address without storing it. */
export function addressKey(purpose: string, address: string): string {
  return `${purpose}:${createHash("sha256").update(address).digest("base64url").slice(0, 22)}`;
}

function tooMany(retryAfterSeconds: number): TooManyRequests {
  const minutes = Math.ceil(retryAfterSeconds / 60);
  const wait = retryAfterSeconds < 90 ? `${retryAfterSeconds} seconds` : `${minutes} minutes`;
  return {
    ...refusal("limited", "too-many-requests", "That was more often than is possible here.", `Try again in ${wait}.`),
    retryAfterSeconds,
  };
}
