import { sql } from "kysely";
import type { Database, Transaction } from "../../store/index.ts";
import type { Calendar } from "../calendar.ts";
import type { Urgency } from "../problem.ts";
import type { TeamRow } from "./people.ts";

// What a care manager sets: calendars, teams, promises, limits.

/** Makes a calendar, or changes the one with this name; returns its id. */
export async function upsertCalendar(
  tx: Transaction,
  communityId: number,
  name: string,
  calendar: Calendar,
): Promise<number> {
  const set = {
    time_zone: calendar.timeZone,
    spans: JSON.stringify(calendar.spans),
    holidays: [...calendar.holidays],
  };
  const row = await tx.db
    .insertInto("work_calendar")
    .values({ community_id: communityId, name, ...set, created_at: tx.now })
    .onConflict((conflict) => conflict.columns(["community_id", "name"]).doUpdateSet(set))
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function hasCalendar(database: Database, communityId: number, id: number): Promise<boolean> {
  const row = await database
    .selectFrom("work_calendar")
    .select("id")
    .where("community_id", "=", communityId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row !== undefined;
}

export interface NamedCalendar extends Calendar {
  readonly id: number;
  readonly name: string;
}

/** The community's calendars by name, 500 at most. */
export async function listCalendars(database: Database, communityId: number): Promise<NamedCalendar[]> {
  const rows = await database
    .selectFrom("work_calendar")
    .select(["id", "name", "time_zone as timeZone", "spans", "holidays"])
    .where("community_id", "=", communityId)
    .orderBy("name")
    .limit(500)
    .execute();
  return rows.map(({ spans, ...calendar }) => ({ ...calendar, spans: spans as unknown as Calendar["spans"] }));
}

/** Makes a team, or changes the one with this name; returns its id. */
export async function upsertTeam(
  tx: Transaction,
  communityId: number,
  team: { name: string; leadId: number | null; calendarId: number | null },
): Promise<number> {
  const set = { lead_id: team.leadId, calendar_id: team.calendarId };
  const row = await tx.db
    .insertInto("team")
    .values({ community_id: communityId, name: team.name, ...set, created_at: tx.now })
    .onConflict((conflict) => conflict.columns(["community_id", "name"]).doUpdateSet(set))
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function replaceTeamMembers(
  tx: Transaction,
  communityId: number,
  teamId: number,
  memberIds: readonly number[],
): Promise<void> {
  await tx.db
    .deleteFrom("team_member")
    .where("community_id", "=", communityId)
    .where("team_id", "=", teamId)
    .where(sql<boolean>`member_id <> all(${[...memberIds]}::bigint[])`)
    .execute();
  if (memberIds.length === 0) return;
  await tx.db
    .insertInto("team_member")
    .values(
      memberIds.map((memberId) => ({
        community_id: communityId,
        team_id: teamId,
        member_id: memberId,
        joined_at: tx.now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export interface Team extends TeamRow {
  readonly members: readonly { readonly memberId: number; readonly name: string }[];
}

/** The community's teams by name with their members; 100 teams at most. */
export async function listTeams(database: Database, communityId: number): Promise<Team[]> {
  const { rows } = await sql<Team>`
    select t.id, t.name, t.lead_id as "leadId", t.calendar_id as "calendarId", t.is_default as "isDefault",
      coalesce((select json_agg(json_build_object('memberId', m.id, 'name', m.name) order by m.name, m.id)
        from team_member tm join member m on m.community_id = tm.community_id and m.id = tm.member_id
        where tm.community_id = t.community_id and tm.team_id = t.id), '[]') as members
    from team t where t.community_id = ${communityId} order by t.name limit 100`.execute(database);
  return rows;
}

export interface ServiceLevelRow {
  readonly id: number;
  readonly groupSlug: string | null;
  readonly urgency: Urgency | null;
  readonly calendarId: number;
  readonly firstAnswerMinutes: number | null;
  readonly nextAnswerMinutes: number | null;
  readonly solvedMinutes: number | null;
  readonly warnPercent: number;
}

/** Sets what is promised for a group and an urgency, either of which may be any. Returns its id. */
export async function upsertServiceLevel(
  tx: Transaction,
  communityId: number,
  level: Omit<ServiceLevelRow, "id" | "groupSlug"> & { readonly groupId: number | null },
): Promise<number> {
  const set = {
    calendar_id: level.calendarId,
    first_answer_minutes: level.firstAnswerMinutes,
    next_answer_minutes: level.nextAnswerMinutes,
    solved_minutes: level.solvedMinutes,
    warn_percent: level.warnPercent,
  };
  const row = await tx.db
    .insertInto("service_level")
    .values({ community_id: communityId, group_id: level.groupId, urgency: level.urgency, ...set })
    .onConflict((conflict) => conflict.columns(["community_id", "group_id", "urgency"]).doUpdateSet(set))
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
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

/** The community's promises, the most general first; 500 at most. */
export async function listServiceLevels(database: Database, communityId: number): Promise<ServiceLevelRow[]> {
  const rows = await database
    .selectFrom("service_level as s")
    .leftJoin("community_group as g", (join) =>
      join.onRef("g.community_id", "=", "s.community_id").onRef("g.id", "=", "s.group_id"),
    )
    .select(["s.id", "g.slug as groupSlug", "s.urgency", "s.calendar_id as calendarId"])
    .select(["s.first_answer_minutes as firstAnswerMinutes", "s.next_answer_minutes as nextAnswerMinutes"])
    .select(["s.solved_minutes as solvedMinutes", "s.warn_percent as warnPercent"])
    .where("s.community_id", "=", communityId)
    .orderBy("g.slug", (order) => order.asc().nullsFirst())
    .orderBy("s.id")
    .limit(500)
    .execute();
  return rows as ServiceLevelRow[];
}

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
