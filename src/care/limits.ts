import { type Actor, may } from "../accounts/index.ts";
import { err, ok, type Result } from "../kernel/index.ts";
import type { Database, Transaction } from "../store/index.ts";
import { type Kept, keepSetting, type Setting } from "./manage/setting.ts";
import { hasCalendar } from "./queries/calendars.ts";
import { deleteLimits, type LimitsRow, readLimits, upsertLimits } from "./queries/limits.ts";
import { calendarMissing } from "./refusals.ts";
import { usualLimits } from "./settings.ts";

/** What a member allows, and what a solver can bear. */
export type Limits = LimitsRow;

type Fields = Limits & { readonly memberId: number };

export const limitSetting: Setting<Fields> = {
  kind: "limits",
  permission: "limit how often one is asked",
  subject: "member",
  event: { set: "member.limits-set", removed: "member.limits-set" },
  async check(tx, communityId, limits) {
    const { calendarId } = limits;
    if (calendarId !== null && !(await hasCalendar(tx.db, communityId, calendarId))) return err(calendarMissing);
    // What was kept as JSON has its moment as text.
    return ok({ ...limits, awayUntil: limits.awayUntil && new Date(limits.awayUntil) });
  },
  async find(tx, communityId, { memberId }) {
    return (await readLimits(tx.db, communityId, memberId)) ? memberId : null;
  },
  async read(database, communityId, memberId) {
    const limits = await readLimits(database, communityId, memberId);
    return limits ? { ...limits, memberId } : null;
  },
  async insert(tx, communityId, { memberId, ...limits }) {
    await upsertLimits(tx, communityId, memberId, limits);
    return memberId;
  },
  update: (tx, communityId, memberId, limits) => upsertLimits(tx, communityId, memberId, limits),
  async remove(tx, communityId, memberId) {
    await deleteLimits(tx, communityId, memberId);
    return true;
  },
  refusals: { missing: calendarMissing, taken: calendarMissing },
};

/** A member's own limits, or the usual ones, and whether they are those. */
export async function readOwnLimits(
  database: Database,
  actor: Pick<Actor, "communityId" | "memberId">,
): Promise<Limits & { readonly usual: boolean }> {
  const own = await readLimits(database, actor.communityId, actor.memberId);
  return own ? { ...own, usual: false } : { ...usualLimits, calendarId: null, awayUntil: null, usual: true };
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
): Promise<Result<Kept & { readonly limits: Limits }>> {
  const before = await readOwnLimits(tx.db, actor);
  const atDesk = may(actor, "work on problems");
  const limits: Limits = {
    askedWeekly: change.askedWeekly ?? before.askedWeekly,
    mostOpen: atDesk ? (change.mostOpen ?? before.mostOpen) : before.mostOpen,
    calendarId: atDesk && change.calendarId !== undefined ? change.calendarId : before.calendarId,
    awayUntil: change.awayUntil === undefined ? before.awayUntil : change.awayUntil,
  };
  const kept = await keepSetting(tx, actor, limitSetting, { ...limits, memberId: actor.memberId }, undefined);
  return kept.ok ? ok({ ...kept.value, limits }) : kept;
}
