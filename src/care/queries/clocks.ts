import { sql } from "kysely";
import { type Database, type Slots, statement, type Transaction } from "../../store/index.ts";
import type { ClockName, Problem, Urgency } from "../problem.ts";
import type { Clock, ServiceLevel } from "../service-level.ts";

const selectClocks = statement((db, slot: Slots<{ communityId: number; problemId: number }>) =>
  db
    .selectFrom("problem_clock")
    .select(["clock as name", "calendar_id as calendarId", "target_ms as targetMs", "warn_ms as warnMs"])
    .select(["left_ms as leftMs", "running_since as runningSince", "stopped_at as stoppedAt"])
    .where("community_id", "=", slot("communityId"))
    .where("problem_id", "=", slot("problemId")),
);

export async function readClocks(database: Database, communityId: number, problemId: number): Promise<Clock[]> {
  const rows = await selectClocks(database, { communityId, problemId });
  return rows.map((row) => ({ ...row, name: row.name as ClockName }));
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
  readonly calendarId: number;
  readonly first: number | null;
  readonly next: number | null;
  readonly solved: number | null;
  readonly warnPercent: number;
}

const selectServiceLevel = statement(
  (db, slot: Slots<{ communityId: number; groupId: number | null; urgency: Urgency }>) => {
    const text = sql<LevelRow>`
      select calendar_id as "calendarId", first_answer_minutes as first, next_answer_minutes as next, solved_minutes as solved,
        warn_percent as "warnPercent"
      from service_level
      where community_id = ${slot("communityId")} and (group_id is null or group_id = ${slot("groupId")})
        and (urgency is null or urgency = ${slot("urgency")})
      order by group_id is null, urgency is null limit 1`;
    return { compile: () => text.compile(db) };
  },
);

/** What is promised for a group and an urgency: the most exact promise holds, a group's before an urgency's; null where there is none. */
export async function findServiceLevel(
  database: Database,
  communityId: number,
  groupId: number | null,
  urgency: Urgency,
): Promise<ServiceLevel | null> {
  const [row] = await selectServiceLevel(database, { communityId, groupId, urgency });
  if (!row) return null;
  const ms = (minutes: number | null) => (minutes === null ? null : minutes * minuteMs);
  return {
    calendarId: row.calendarId,
    targets: { "first-answer": ms(row.first), "next-answer": ms(row.next), solved: ms(row.solved) },
    warnShare: row.warnPercent / 100,
  };
}
