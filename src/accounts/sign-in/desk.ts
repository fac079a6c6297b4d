import { type Log, ok, type Result } from "../../kernel/index.ts";
import type { Store } from "../../store/index.ts";
import type { SessionCookie } from "../actors/cookie.ts";
import { joinCommunity } from "../members/create-member.ts";
import type { Auth } from "./better-auth.ts";
import type { SendSignInMail } from "./mail-port.ts";

/** What the verbs of signing in stand on. */
export interface SignInDesk {
  readonly store: Pick<Store, "database" | "clock" | "transact">;
  readonly log: Log;
  readonly cookie: SessionCookie;
  readonly sendSignInMail: SendSignInMail;
  /** Loads better-auth when it is asked for the first time. */
  auth(): Promise<Auth>;
}

/** Somebody who has just signed in; their browser is told by the Set-Cookie header. */
export interface SignedIn {
  readonly personId: string;
  readonly setCookie: string;
}

/** Where a sign-in comes from. */
export interface Origin {
  /** The network address, for allowances only; it is not kept. */
  readonly address: string;
  /** What the browser calls itself, to be recognised in the list of sessions. */
  readonly agent: string | null;
}

const longestAgent = 300;

export function shortAgent(agent: string | null): string | null {
  return agent ? agent.slice(0, longestAgent) : null;
}

export function headersOf(origin: Origin): Headers {
  const agent = shortAgent(origin.agent);
  // A header's value is Latin-1 (Fetch standard); whatever else a browser sends is not needed to recognise it.
  return new Headers(agent ? { "user-agent": agent.replace(/[^\x20-\x7e]/g, "") } : {});
}

/** The stable code that a refusal by better-auth carries, or null where it is none of its refusals. */
export function codeOf(error: unknown): string | null {
  if (!(error instanceof Error) || error.name !== "APIError") return null;
  const { body, status } = error as Error & { body?: { code?: string }; status?: string };
  return body?.code ?? status ?? "";
}

/** Ends a sign-in: whoever signs in at a community's own page becomes a member of it. */
export async function arrive(
  desk: SignInDesk,
  personId: string,
  token: string,
  communityId: number | null,
): Promise<Result<SignedIn>> {
  if (communityId !== null) {
    const joined = await desk.store.transact((tx) => joinCommunity(tx, personId, communityId));
    if (!joined.ok) return joined;
  }
  return ok({ personId, setCookie: desk.cookie.write(token) });
}
