import { sql } from "kysely";
import type { Database, Transaction } from "../../store/index.ts";
import type { Calendar, Span } from "../calendar.ts";
import type { Proven } from "../choose-named.ts";

/** What a problem is about, as skill knows it. */
export interface Subject {
  readonly areaId: number | null;
  readonly groupId: number | null;
}

/** Skill counts in the area where it is known, else in the group. */
function subjectOf({ areaId, groupId }: Subject): { kind: "area" | "group"; id: number } {
  return areaId === null ? { kind: "group", id: groupId ?? 0 } : { kind: "area", id: areaId };
}

/** The 20 members of no brand who solved most of this for good, with what they allow. Only somebody who signs in can be asked. */
export async function readProven(
  database: Database,
  communityId: number,
  subject: Subject,
  usual: { askedWeekly: number },
  now: Date,
): Promise<Proven[]> {
  const { kind, id } = subjectOf(subject);
  const weekAgo = new Date(now.getTime() - 7 * 24 * 60 * 60_000);
  const { rows } = await sql<Proven>`
    select s.member_id as "memberId", s.solves, coalesce(l.asked_weekly, ${usual.askedWeekly})::int as "askedWeekly",
      coalesce(l.away_until > ${now}, false) as away,
      (select count(*)::int from problem_step p
       where p.community_id = s.community_id and p.owner_kind = 'member' and p.owner_id = s.member_id and p.at > ${weekAgo}
         and p.rung = 'named') as "askedThisWeek"
    from skill s
    join member m on m.community_id = s.community_id and m.id = s.member_id
    left join care_limit l on l.community_id = s.community_id and l.member_id = s.member_id
    where s.community_id = ${communityId} and s.subject = ${kind} and s.subject_id = ${id}
      and not m.staff and m.person_id is not null and m.erased_at is null
    order by s.solves desc, s.member_id limit 20`.execute(database);
  return rows;
}

export interface SolverRow {
  readonly memberId: number;
  readonly solves: number;
  readonly allSolves: number;
  readonly open: number;
  readonly mostOpen: number;
  readonly awayUntil: Date | null;
  /** Their own calendar, or their team's; null where neither has one. */
  readonly calendarId: number | null;
}

/** The solvers of a team, 200 at most; those of a team without members are all solvers of the community. */
export async function readSolvers(
  database: Database,
  communityId: number,
  teamId: number,
  subject: Subject,
  usual: { mostOpen: number },
): Promise<SolverRow[]> {
  const { kind, id } = subjectOf(subject);
  const { rows } = await sql<SolverRow>`
    select r.member_id as "memberId", coalesce(l.most_open, ${usual.mostOpen})::int as "mostOpen", l.away_until as "awayUntil",
      coalesce(l.calendar_id, t.calendar_id) as "calendarId",
      coalesce((select s.solves from skill s where s.community_id = r.community_id and s.subject = ${kind}
        and s.subject_id = ${id} and s.member_id = r.member_id), 0)::int as solves,
      coalesce((select sum(s.solves) from skill s where s.community_id = r.community_id and s.subject = 'group'
        and s.member_id = r.member_id), 0)::int as "allSolves",
      (select count(*)::int from problem p where p.community_id = r.community_id and p.owner_kind = 'solver'
        and p.owner_id = r.member_id and p.over_at is null) as open
    from member_role r
    join team t on t.community_id = r.community_id and t.id = ${teamId}
    left join care_limit l on l.community_id = r.community_id and l.member_id = r.member_id
    where r.community_id = ${communityId} and r.role = 'solver'
      and (exists (select from team_member tm where tm.community_id = r.community_id and tm.team_id = t.id
            and tm.member_id = r.member_id)
        or not exists (select from team_member tm where tm.community_id = r.community_id and tm.team_id = t.id))
    order by r.member_id limit 200`.execute(database);
  return rows;
}

/** Calendars by id; 500 at most. */
export async function readCalendars(database: Database, communityId: number): Promise<Map<number, Calendar>> {
  const rows = await database
    .selectFrom("work_calendar")
    .select(["id", "time_zone as timeZone", "spans", "holidays"])
    .where("community_id", "=", communityId)
    .orderBy("id")
    .limit(500)
    .execute();
  return new Map(
    rows.map(({ id, spans, ...calendar }) => [id, { ...calendar, spans: spans as unknown as readonly Span[] }]),
  );
}

export interface TeamRow {
  readonly id: number;
  readonly name: string;
  readonly leadId: number | null;
  readonly calendarId: number | null;
  readonly isDefault: boolean;
}

export async function findTeam(database: Database, communityId: number, id: number): Promise<TeamRow | undefined> {
  return database
    .selectFrom("team")
    .select(["id", "name", "lead_id as leadId", "calendar_id as calendarId", "is_default as isDefault"])
    .where("community_id", "=", communityId)
    .where("id", "=", id)
    .executeTakeFirst();
}

/** A team for whoever looks for an owner: its lead counts where they may still work at the desk, and are not away. */
export async function findTeamAtHand(
  database: Database,
  communityId: number,
  id: number,
  now: Date,
): Promise<{ readonly id: number; readonly leadId: number | null } | undefined> {
  const { rows } = await sql<{ id: number; leadId: number | null }>`
    select t.id, (
      select r.member_id from member_role r
      left join care_limit l on l.community_id = r.community_id and l.member_id = r.member_id
      where r.community_id = t.community_id and r.member_id = t.lead_id and r.role in ('solver', 'admin')
        and (l.away_until is null or l.away_until <= ${now})
      limit 1) as "leadId"
    from team t where t.community_id = ${communityId} and t.id = ${id}`.execute(database);
  return rows[0];
}

/** The team that has what no other has; it is made when it is first needed. */
export async function provideDefaultTeam(tx: Transaction, communityId: number): Promise<number> {
  const found = await tx.db
    .selectFrom("team")
    .select("id")
    .where("community_id", "=", communityId)
    .where("is_default", "=", true)
    .executeTakeFirst();
  if (found) return found.id;
  const made = await tx.db
    .insertInto("team")
    .values({ community_id: communityId, name: "Care", is_default: true, created_at: tx.now })
    .onConflict((conflict) => conflict.columns(["community_id", "name"]).doUpdateSet({ is_default: true }))
    .returning("id")
    .executeTakeFirstOrThrow();
  return made.id;
}

/** Whether a member holds a role of those who work at the desk. */
export async function isSolver(database: Database, communityId: number, memberId: number): Promise<boolean> {
  const row = await database
    .selectFrom("member_role")
    .select("role")
    .where("community_id", "=", communityId)
    .where("member_id", "=", memberId)
    .where("role", "in", ["solver", "admin"])
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** A solver's own calendar, or that of a team of theirs; null where they have none. */
export async function findCalendarOf(
  database: Database,
  communityId: number,
  memberId: number,
): Promise<Calendar | null> {
  const { rows } = await sql<{ timeZone: string; spans: readonly Span[]; holidays: string[] }>`
    select c.time_zone as "timeZone", c.spans, c.holidays from work_calendar c
    where c.community_id = ${communityId} and c.id = coalesce(
      (select l.calendar_id from care_limit l where l.community_id = c.community_id and l.member_id = ${memberId}),
      (select t.calendar_id from team t where t.community_id = c.community_id and t.calendar_id is not null
        and (t.is_default or exists (select from team_member tm where tm.community_id = t.community_id and tm.team_id = t.id
          and tm.member_id = ${memberId})) order by t.is_default, t.id limit 1))`.execute(database);
  return rows[0] ?? null;
}

/** Those of these members who are. */
export async function solversAmong(
  database: Database,
  communityId: number,
  memberIds: readonly number[],
): Promise<Set<number>> {
  const { rows } = await sql<{ id: number }>`
    select distinct member_id as id from member_role
    where community_id = ${communityId} and member_id = any(${[...memberIds]}::bigint[]) and role in ('solver', 'admin')`.execute(
    database,
  );
  return new Set(rows.map(({ id }) => id));
}

/** The teams that a member belongs to, or leads; 100 at most. */
export async function listTeamsOf(database: Database, communityId: number, memberId: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select t.id from team t
    where t.community_id = ${communityId} and (t.lead_id = ${memberId}
      or exists (select from team_member tm where tm.community_id = t.community_id and tm.team_id = t.id and tm.member_id = ${memberId})
      or (t.is_default and not exists (select from team_member tm where tm.community_id = t.community_id and tm.team_id = t.id)))
    order by t.id limit 100`.execute(database);
  return rows.map(({ id }) => id);
}
