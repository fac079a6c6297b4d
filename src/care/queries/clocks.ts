import { sql } from "kysely";
import { type Database, gathered, type Slots, statement, type Transaction } from "../../store/index.ts";
import type { Problem, Urgency } from "../problem.ts";
import type { Clock, ServiceLevel } from "../service-level.ts";

const selectClocks = statement((db, slot: Slots<{ communityId: number; problemIds: number[] }>) =>
  db
    .selectFrom("problem_clock")
    .select(["problem_id as problemId", "clock as name", "calendar_id as calendarId", "target_ms as targetMs"])
    .select(["warn_ms as warnMs", "left_ms as leftMs", "running_since as runningSince", "stopped_at as stoppedAt"])
    .where("community_id", "=", slot("communityId"))
    .where(sql<boolean>`problem_id = any(${slot("problemIds")}::bigint[])`),
);

const readGathered = gathered(
  async (database, communityId, problems: readonly Pick<Problem, "communityId" | "id">[]) => {
    const problemIds = problems.map(({ id }) => id);
    const rows = await selectClocks(database, { communityId, problemIds });
    const clocks = Map.groupBy(rows, ({ problemId }) => problemId);
    return problemIds.map((id) => (clocks.get(id) ?? []).map(({ problemId: _, ...row }) => row as Clock));
  },
);

/** A problem's clocks; those of several that are asked for at once are read at once. */
export function readClocks(database: Database, communityId: number, problemId: number): Promise<Clock[]> {
  return readGathered(database, { communityId, id: problemId });
}

/** Puts a problem's clocks in place of those it had. */
export async function replaceClocks(
  tx: Transaction,
  problem: Pick<Problem, "communityId" | "id">,
  clocks: readonly (Clock & { readonly dueAt: Date | null })[],
): Promise<void> {
  const { communityId, id } = problem;
  await tx.db
    .deleteFrom("problem_clock")
    .where("community_id", "=", communityId)
    .where("problem_id", "=", id)
    .execute();
  if (clocks.length === 0) return;
  await tx.db
    .insertInto("problem_clock")
    .values(
      clocks.map((clock) => ({
        community_id: communityId,
        problem_id: id,
        clock: clock.name,
        calendar_id: clock.calendarId,
        target_ms: clock.targetMs,
        warn_ms: clock.warnMs,
        left_ms: clock.leftMs,
        running_since: clock.runningSince,
        stopped_at: clock.stoppedAt,
        due_at: clock.dueAt,
      })),
    )
    .execute();
}

const minuteMs = 60_000;

interface LevelRow {
  /** Which of those that were asked for, from 0. */
  readonly at: number;
  readonly calendarId: number;
  readonly first: number | null;
  readonly next: number | null;
  readonly solved: number | null;
  readonly warnPercent: number;
}

interface Promised {
  readonly communityId: number;
  readonly groupId: number | null;
  readonly urgency: Urgency;
}

const selectServiceLevels = statement(
  (db, slot: Slots<{ communityId: number; groupIds: (number | null)[]; urgencies: Urgency[] }>) => {
    const text = sql<LevelRow>`
      select wish.at::int - 1 as at, level.*
      from unnest(${slot("groupIds")}::bigint[], ${slot("urgencies")}::text[]) with ordinality as wish (group_id, urgency, at)
      join lateral (
        select calendar_id as "calendarId", first_answer_minutes as first, next_answer_minutes as next, solved_minutes as solved,
          warn_percent as "warnPercent"
        from service_level
        where community_id = ${slot("communityId")} and (group_id is null or group_id = wish.group_id)
          and (urgency is null or urgency = wish.urgency)
        order by group_id is null, urgency is null limit 1) as level on true`;
    return { compile: () => text.compile(db) };
  },
);

const findGathered = gathered(async (database, communityId, wishes: readonly Promised[]) => {
  const kinds = new Map(wishes.map((wish) => [keyOf(wish), wish]));
  const rows = await selectServiceLevels(database, {
    communityId,
    groupIds: [...kinds.values()].map(({ groupId }) => groupId),
    urgencies: [...kinds.values()].map(({ urgency }) => urgency),
  });
  const keys = [...kinds.keys()];
  const levels = new Map(rows.map((row) => [keys[row.at], levelOf(row)]));
  return wishes.map((wish) => levels.get(keyOf(wish)) ?? null);
});

function keyOf({ groupId, urgency }: Promised): string {
  return `${groupId} ${urgency}`;
}

function levelOf({ calendarId, first, next, solved, warnPercent }: LevelRow): ServiceLevel {
  const ms = (minutes: number | null) => (minutes === null ? null : minutes * minuteMs);
  const targets = { "first-answer": ms(first), "next-answer": ms(next), solved: ms(solved) };
  return { calendarId, targets, warnShare: warnPercent / 100 };
}

/** What is promised for a group and an urgency: the most exact promise holds, a group's before an urgency's; null where there is none. */
export function findServiceLevel(
  database: Database,
  communityId: number,
  groupId: number | null,
  urgency: Urgency,
): Promise<ServiceLevel | null> {
  return findGathered(database, { communityId, groupId, urgency });
}
