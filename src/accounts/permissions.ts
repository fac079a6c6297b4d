import { err, ok, type Result, refusal } from "../kernel/index.ts";
import { type Actor, impliedScopes, type Role, roles, type Scope } from "./actor.ts";

// Who may do what, as sentences. Anything that no sentence allows is forbidden, and `forbid` wins over every `allow`.
// Each also says what scope a token needs for it.

/** What belongs to somebody: `ownerId` is its author's or asker's member id. */
export interface Owned {
  readonly ownerId: number;
}

/** A message of somebody's own, which may go for as long as nobody has answered it. */
export interface OwnMessage extends Owned {
  readonly answered: boolean;
}

const scopeOf = {
  "read the community": "read",
  "search the community": "read",
  "see members": "read",
  "read aggregates": "read",
  "ask questions": "write",
  "answer questions": "write",
  comment: "write",
  "thank people": "write",
  "say an answer helped": "write",
  "join groups": "write",
  "edit own profile": "write",
  "read own notifications": "read",
  "choose own notifications": "write",
  "confirm answers to own questions": "write",
  "reopen own questions": "write",
  "edit own messages": "write",
  "remove own messages": "write",
  "confirm own problems": "write",
  "withdraw own problems": "write",
  "contest own problems": "write",
  "limit how often one is asked": "write",
  "see own hours": "read",
  "correct own hours": "write",
  "see problems": "read",
  "work on problems": "write",
  "say what a message is": "write",
  "sign what cannot be solved": "write",
  "bring messages in": "write",
  "manage care": "admin",
  "see the care plan": "read",
  "remove messages": "admin",
  "restore messages": "admin",
  "mask personal data": "write",
  "say the language of questions": "write",
  "manage groups": "admin",
  "edit the community": "admin",
  "manage members and roles": "admin",
  "create tokens for oneself": "admin",
  "see health": "admin",
  "manage search": "admin",
  "see the event log": "admin",
  "see names in the event log": "admin",
  "see jobs": "admin",
  "see the outbox": "admin",
  "export the community": "admin",
  import: "admin",
} as const satisfies Record<string, Scope>;

export type Permission = keyof typeof scopeOf;
export const permissions = Object.keys(scopeOf) as readonly Permission[];

/** Permissions that depend on whose thing it is. */
export interface PermissionSubjects {
  "confirm answers to own questions": Owned;
  "reopen own questions": Owned;
  "confirm own problems": Owned;
  "withdraw own problems": Owned;
  "contest own problems": Owned;
  "edit own messages": Owned;
  "remove own messages": OwnMessage;
}
export type OwnPermission = keyof PermissionSubjects;

type Holder = Role | "visitor";
const allowed = new Map<Holder, Set<Permission>>();
const forbidden = new Map<Role, Set<Permission>>();

function allow(holders: Holder | readonly Holder[], ...what: Permission[]): void {
  for (const holder of typeof holders === "string" ? [holders] : holders) {
    allowed.set(holder, new Set([...(allowed.get(holder) ?? []), ...what]));
  }
}

function forbid(role: Role, ...what: Permission[]): void {
  forbidden.set(role, new Set([...(forbidden.get(role) ?? []), ...what]));
}

allow(["visitor", "member"], "read the community", "search the community");

allow("member", "see members", "join groups", "edit own profile", "create tokens for oneself");
allow("member", "read own notifications", "choose own notifications");
allow("member", "ask questions", "answer questions", "comment", "thank people", "say an answer helped");
allow("member", "confirm answers to own questions", "reopen own questions");
allow("member", "edit own messages", "remove own messages");

allow("member", "confirm own problems", "withdraw own problems", "contest own problems");
allow("member", "limit how often one is asked", "see own hours", "correct own hours");

allow(["solver", "admin"], "see problems", "work on problems", "say what a message is", "sign what cannot be solved");
allow("admin", "manage care", "bring messages in");
allow(["solver", "analyst", "admin"], "see the care plan");

allow(["steward", "admin"], "remove messages", "restore messages");
allow(["steward", "solver", "admin"], "mask personal data", "say the language of questions");
allow(["steward", "admin"], "manage groups");

allow(["analyst", "marketer", "admin"], "read aggregates");
allow(["analyst", "admin"], "see the event log", "see health");

allow("admin", "edit the community", "manage members and roles", "manage search");
allow("admin", "see names in the event log", "see jobs", "see the outbox");
allow("admin", "export the community", "import");

// Marketing reads what happened and changes nothing: it does not speak in a social place, and does not see, take or reach members.
forbid(
  "marketer",
  "ask questions",
  "answer questions",
  "comment",
  "thank people",
  "say an answer helped",
  "join groups",
);
forbid("marketer", "see members", "see names in the event log", "export the community", "manage members and roles");

function ownsAsNeeded(actor: Actor, permission: Permission, subject: Owned | OwnMessage | undefined): boolean {
  if (!subject) return true;
  if (subject.ownerId !== actor.memberId) return false;
  return permission !== "remove own messages" || !("answered" in subject) || !subject.answered;
}

/** Whether roles alone allow a permission; what belongs to whom and what a token allows are `may`'s. */
export function rolesMay(held: readonly Role[], permission: Permission): boolean {
  if (held.some((role) => forbidden.get(role)?.has(permission))) return false;
  return held.some((role) => allowed.get(role)?.has(permission));
}

/** All that a role brings, for a page that lists them: a marketer's are those left to a member who is one. */
export function permissionsOf(role: Role): readonly Permission[] {
  return permissions.filter((permission) => rolesMay(role === "member" ? ["member"] : ["member", role], permission));
}

/**
 * Whether somebody may do something; null is a visitor who is not signed in. Those on one's own things need the thing.
 * Example: `may(actor, "edit own messages", { ownerId: message.authorId })`.
 */
export function may<A extends Permission>(
  actor: Actor | null,
  permission: A,
  ...subject: A extends OwnPermission ? [subject: PermissionSubjects[A]] : []
): boolean {
  if (!actor) return allowed.get("visitor")?.has(permission) === true;
  if (actor.scopes && !impliedScopes(actor.scopes).has(scopeOf[permission])) return false;
  return rolesMay(actor.roles, permission) && ownsAsNeeded(actor, permission, subject[0]);
}

/**
 * The same as `may`, answered with the actor or with a refusal that says what is missing: `sign-in-needed` (401),
 * `scope-missing`, `not-allowed` or `not-yours` (403).
 */
export function ensureMay<A extends Permission>(
  actor: Actor | null,
  permission: A,
  ...subject: A extends OwnPermission ? [subject: PermissionSubjects[A]] : []
): Result<Actor> {
  if (!actor) {
    return err(refusal("unauthenticated", "sign-in-needed", "You are not signed in.", "Sign in, then try again."));
  }
  if (may(actor, permission, ...subject)) return ok(actor);
  if (!rolesMay(actor.roles, permission)) return err(notAllowed(permission));
  if (actor.scopes && !impliedScopes(actor.scopes).has(scopeOf[permission])) return err(scopeMissing(permission));
  return err(
    refusal(
      "forbidden",
      "not-yours",
      permission === "remove own messages"
        ? "Only the author can remove a message, and only while nobody has answered it."
        : "Only the person whose it is can do this.",
      "A steward can help where something has to change.",
    ),
  );
}

function notAllowed(permission: Permission) {
  if (rolesMay(["member"], permission)) {
    return refusal(
      "forbidden",
      "not-allowed",
      `A marketer cannot ${permission} here: marketing reads what happened and takes no part.`,
      "Ask somebody who solves problems here to do it.",
    );
  }
  const able = roles.filter((role) => permissionsOf(role).includes(permission));
  return refusal(
    "forbidden",
    "not-allowed",
    `Your roles here do not let you ${permission}.`,
    `It comes with the role ${able.join(" or ")}; an administrator of this community can grant it.`,
  );
}

function scopeMissing(permission: Permission) {
  return refusal(
    "forbidden",
    "scope-missing",
    `This token does not allow "${permission}".`,
    `Create a token with the scope ${scopeOf[permission]}.`,
  );
}
