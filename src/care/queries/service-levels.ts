import { sql } from "kysely";
import type { Database, Transaction } from "../../store/index.ts";
import type { Urgency } from "../problem.ts";

/** What is promised for a group and an urgency, either of which may be any (null). */
export interface LevelFields {
  /** A group's slug. */
  readonly group: string | null;
  readonly urgency: Urgency | null;
  readonly calendarId: number;
  readonly firstAnswerMinutes: number | null;
  readonly nextAnswerMinutes: number | null;
  readonly solvedMinutes: number | null;
  readonly warnPercent: number;
}

export interface ServiceLevelRow extends LevelFields {
  readonly id: number;
}

function select(database: Database, communityId: number) {
  return database
    .selectFrom("service_level as s")
    .leftJoin("community_group as g", (join) =>
      join.onRef("g.community_id", "=", "s.community_id").onRef("g.id", "=", "s.group_id"),
    )
    .select(["s.id", "g.slug as group", "s.calendar_id as calendarId", "s.warn_percent as warnPercent"])
    .select(sql<Urgency | null>`s.urgency`.as("urgency"))
    .select(["s.first_answer_minutes as firstAnswerMinutes", "s.next_answer_minutes as nextAnswerMinutes"])
    .select("s.solved_minutes as solvedMinutes")
    .where("s.community_id", "=", communityId);
}

/** The community's promises, the most general first; 500 at most. */
export async function listServiceLevels(database: Database, communityId: number): Promise<ServiceLevelRow[]> {
  return select(database, communityId)
    .orderBy("g.slug", (order) => order.asc().nullsFirst())
    .orderBy("s.id")
    .limit(500)
    .execute();
}

export async function readServiceLevel(
  database: Database,
  communityId: number,
  id: number,
): Promise<ServiceLevelRow | undefined> {
  return select(database, communityId).where("s.id", "=", id).executeTakeFirst();
}

/** The promise for just this group and urgency. */
export async function findServiceLevelFor(
  database: Database,
  communityId: number,
  groupId: number | null,
  urgency: Urgency | null,
): Promise<number | null> {
  const row = await database
    .selectFrom("service_level")
    .select("id")
    .where("community_id", "=", communityId)
    .where("group_id", "is not distinct from", groupId)
    .where("urgency", "is not distinct from", urgency)
    .executeTakeFirst();
  return row?.id ?? null;
}

type Stored = Omit<LevelFields, "group"> & { readonly groupId: number | null };

/** Makes a promise, under this id where one is given; returns its id. */
export async function insertServiceLevel(
  tx: Transaction,
  communityId: number,
  level: Stored,
  id?: number,
): Promise<number> {
  const set = columnsOf(level);
  const row = await tx.db
    .insertInto("service_level")
    .values({ community_id: communityId, ...(id === undefined ? {} : { id }), ...set })
    .onConflict((conflict) => conflict.columns(["community_id", "group_id", "urgency"]).doUpdateSet(set))
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function updateServiceLevel(
  tx: Transaction,
  communityId: number,
  id: number,
  level: Stored,
): Promise<void> {
  await tx.db
    .updateTable("service_level")
    .set(columnsOf(level))
    .where("community_id", "=", communityId)
    .where("id", "=", id)
    .execute();
}

function columnsOf(level: Stored) {
  return {
    group_id: level.groupId,
    urgency: level.urgency,
    calendar_id: level.calendarId,
    first_answer_minutes: level.firstAnswerMinutes,
    next_answer_minutes: level.nextAnswerMinutes,
    solved_minutes: level.solvedMinutes,
    warn_percent: level.warnPercent,
  };
}

export async function deleteServiceLevel(tx: Transaction, communityId: number, id: number): Promise<boolean> {
  const rows = await tx.db
    .deleteFrom("service_level")
    .where("community_id", "=", communityId)
    .where("id", "=", id)
    .returning("id")
    .execute();
  return rows.length > 0;
}
