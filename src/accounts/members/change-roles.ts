import { err, ok, type Result, refusal } from "../../kernel/index.ts";
import type { Transaction } from "../../store/index.ts";
import type { Actor, GrantableRole } from "../actor.ts";
import { ensureMay } from "../permissions.ts";
import { countAdmins, deleteRole, findMemberById, insertRole, lockRoles, rolesHeld } from "./queries.ts";

export interface RoleChange {
  readonly communityId: number;
  /** Who does it; null for Kith itself: the set-up, the command line, the demonstration. */
  readonly actor: Actor | null;
  readonly memberId: number;
  readonly role: GrantableRole;
}

/** Whether a role can be added to those held, and why not: a marketer reads only, so the role stands alone. */
export function roleFits(held: readonly GrantableRole[], role: GrantableRole): boolean {
  if (held.length === 0 || held.includes(role)) return true;
  return role !== "marketer" && !held.includes("marketer");
}

/** Grants a role and appends `role.granted`; one that is held already is left as it is. */
export async function grantRole(tx: Transaction, change: RoleChange): Promise<Result<void>> {
  const held = await rolesToChange(tx, change);
  if (!held.ok) return held;
  const { communityId, memberId, role } = change;
  if (held.value.includes(role)) return ok(undefined);
  if (!roleFits(held.value, role)) return err(marketerStandsAlone());
  await insertRole(tx, { communityId, memberId, role, grantedBy: change.actor?.memberId ?? null });
  appendChange(tx, "role.granted", change);
  return ok(undefined);
}

/** Takes a role back and appends `role.revoked`; the last administrator's is refused with `last-admin`. */
export async function revokeRole(tx: Transaction, change: RoleChange): Promise<Result<void>> {
  const held = await rolesToChange(tx, change);
  if (!held.ok) return held;
  const { communityId, memberId, role } = change;
  if (!held.value.includes(role)) return ok(undefined);
  if (role === "admin" && (await countAdmins(tx, communityId)) <= 1) return err(lastAdmin());
  await deleteRole(tx, communityId, memberId, role);
  appendChange(tx, "role.revoked", change);
  return ok(undefined);
}

async function rolesToChange(tx: Transaction, change: RoleChange): Promise<Result<GrantableRole[]>> {
  const { actor, communityId, memberId } = change;
  if (actor) {
    const allowed = ensureMay(actor, "manage members and roles");
    if (!allowed.ok) return allowed;
  }
  if (actor && actor.communityId !== communityId) return err(noSuchMember());
  await lockRoles(tx, communityId);
  if (!(await findMemberById(tx.db, communityId, memberId))) return err(noSuchMember());
  return ok(await rolesHeld(tx, communityId, memberId));
}

function appendChange(tx: Transaction, kind: "role.granted" | "role.revoked", change: RoleChange): void {
  tx.append({
    communityId: change.communityId,
    kind,
    actorId: change.actor?.memberId ?? null,
    subject: "member",
    subjectId: change.memberId,
    data: { role: change.role },
  });
}

export function noSuchMember() {
  return refusal(
    "missing",
    "member-not-found",
    "There is no such member here.",
    "Look for them in the list of members.",
  );
}

function lastAdmin() {
  return refusal(
    "conflict",
    "last-admin",
    "This is the community's last administrator.",
    "Make somebody else an administrator first.",
  );
}

function marketerStandsAlone() {
  return refusal(
    "conflict",
    "marketer-stands-alone",
    "A marketer only reads what happened here, so the role cannot be held together with another.",
    "Take the other roles back first.",
  );
}
