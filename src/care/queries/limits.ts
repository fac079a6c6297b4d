import type { Database, Transaction } from "../../store/index.ts";

export interface LimitsRow {
  readonly askedWeekly: number;
  readonly mostOpen: number;
  readonly calendarId: number | null;
  readonly awayUntil: Date | null;
}

export async function readLimits(
  database: Database,
  communityId: number,
  memberId: number,
): Promise<LimitsRow | undefined> {
  return database
    .selectFrom("care_limit")
    .select(["asked_weekly as askedWeekly", "most_open as mostOpen"])
    .select(["calendar_id as calendarId", "away_until as awayUntil"])
    .where("community_id", "=", communityId)
    .where("member_id", "=", memberId)
    .executeTakeFirst();
}

export async function upsertLimits(
  tx: Transaction,
  communityId: number,
  memberId: number,
  limits: LimitsRow,
): Promise<void> {
  const set = {
    asked_weekly: limits.askedWeekly,
    most_open: limits.mostOpen,
    calendar_id: limits.calendarId,
    away_until: limits.awayUntil,
  };
  await tx.db
    .insertInto("care_limit")
    .values({ community_id: communityId, member_id: memberId, ...set })
    .onConflict((conflict) => conflict.columns(["community_id", "member_id"]).doUpdateSet(set))
    .execute();
}

export async function deleteLimits(tx: Transaction, communityId: number, memberId: number): Promise<void> {
  await tx.db
    .deleteFrom("care_limit")
    .where("community_id", "=", communityId)
    .where("member_id", "=", memberId)
    .execute();
}
