/** What a member is trusted with besides being a member, which everybody here is. */
export const grantableRoles = ["steward", "solver", "analyst", "marketer", "admin"] as const;
export type GrantableRole = (typeof grantableRoles)[number];

export const roles = ["member", ...grantableRoles] as const;
export type Role = (typeof roles)[number];

/**
 * What an API token may be used for: `read` reads, `write` takes part (and reads), `admin` does everything else that its member
 * may (and writes and reads). A token never allows more than its member may.
 */
export const scopes = ["read", "write", "admin"] as const;
export type Scope = (typeof scopes)[number];

export type Theme = "light" | "dark";

/** Whoever asks for something in one community: a member, by a browser session or by a token. */
export interface Actor {
  readonly communityId: number;
  readonly memberId: number;
  /** The person who signs in; null for a member whom an import brought and nobody has claimed. */
  readonly personId: string | null;
  readonly name: string;
  /** Always contains `member`. */
  readonly roles: readonly Role[];
  /** Whether the brand pays or sends this member: labelled wherever the name stands. */
  readonly staff: boolean;
  readonly locale: string | null;
  readonly theme: Theme | null;
  /** How many notifications they have not read; left out for a token, which shows no page. */
  readonly unread?: number;
  /** What the token allows; null for a browser session, which allows all that the member may. */
  readonly scopes: readonly Scope[] | null;
  /** Unguessable and the same for the whole browser session, to derive CSRF tokens from; null for a token. */
  readonly sessionKey: string | null;
  /** The address at which they reach this Kith: full addresses that begin with it lead here. Left out for whoever comes by no face. */
  readonly publicUrl?: string;
}

const staffRoles: ReadonlySet<string> = new Set(["solver", "analyst", "marketer", "admin"]);

/** Whether somebody with these roles is labelled as staff. Stewards are members whom members trust, so they are not. */
export function isStaff(held: readonly string[]): boolean {
  return held.some((role) => staffRoles.has(role));
}

/** The scopes with everything they imply: `admin` writes, `write` reads. */
export function impliedScopes(given: readonly Scope[]): ReadonlySet<Scope> {
  const implied = new Set<Scope>(given);
  if (implied.has("admin")) implied.add("write");
  if (implied.has("write")) implied.add("read");
  return implied;
}

/** Whether a text names a role that can be granted; every member is a `member` without that. */
export function isRole(text: string): text is GrantableRole {
  return (grantableRoles as readonly string[]).includes(text);
}

/** Whether a text names what a token may be allowed. */
export function isScope(text: string): text is Scope {
  return (scopes as readonly string[]).includes(text);
}
