import { type Actor, ensureMay, may } from "../accounts/index.ts";
import { err, ok, type Result } from "../kernel/index.ts";
import type { Database, Transaction } from "../store/index.ts";
import { hasCalendar, type LimitsRow, readLimits, upsertLimits } from "./queries/settings.ts";
import { calendarMissing } from "./refusals.ts";
import { usualLimits } from "./settings.ts";

/** What a member allows, and what a solver can bear. */
export type Limits = LimitsRow;

/** A member's own limits, or the usual ones. */
export async function readOwnLimits(
  database: Database,
  actor: Pick<Actor, "communityId" | "memberId">,
): Promise<Limits> {
  const own = await readLimits(database, actor.communityId, actor.memberId);
  return own ?? { ...usualLimits, calendarId: null, awayUntil: null };
}

/**
 * Sets one's own limits; what is left out stays. How often one is asked by name, and being away, is for everybody; how much one has
 * at once, and when one works, for those who work at the desk.
 */
export async function setOwnLimits(
  tx: Transaction,
  actor: Actor,
  change: {
    /** 0 to 50. */
    readonly askedWeekly?: number | undefined;
    /** 1 to 500. */
    readonly mostOpen?: number | undefined;
    readonly calendarId?: number | null | undefined;
    readonly awayUntil?: Date | null | undefined;
  },
): Promise<Result<Limits>> {
  const permitted = ensureMay(actor, "limit how often one is asked");
  if (!permitted.ok) return permitted;
  const { communityId, memberId } = actor;
  const before = await readOwnLimits(tx.db, actor);
  const atDesk = may(actor, "work on problems");
  const calendarId = atDesk && change.calendarId !== undefined ? change.calendarId : before.calendarId;
  if (calendarId !== null && !(await hasCalendar(tx.db, communityId, calendarId))) return err(calendarMissing);
  const limits: Limits = {
    askedWeekly: change.askedWeekly ?? before.askedWeekly,
    mostOpen: atDesk ? (change.mostOpen ?? before.mostOpen) : before.mostOpen,
    calendarId,
    awayUntil: change.awayUntil === undefined ? before.awayUntil : change.awayUntil,
  };
  await upsertLimits(tx, communityId, memberId, limits);
  tx.append({ communityId, kind: "member.limits-set", actorId: memberId, subject: "member", subjectId: memberId });
  return ok(limits);
}
