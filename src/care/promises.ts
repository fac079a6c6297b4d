import type { Database } from "../store/index.ts";
import { workingTimeBetween } from "./calendar.ts";
import type { ClockName, Problem } from "./problem.ts";
import { readCalendars } from "./queries/people.ts";
import type { Clock } from "./service-level.ts";

/** What is left of a promise at one moment. */
export interface PromiseNow {
  readonly name: ClockName;
  /** `ended`: with the problem, which was withdrawn or became one with another before the promise could be kept. */
  readonly state: "running" | "paused" | "done" | "ended";
  /** Working time; 0 or below where it ran out. */
  readonly leftMs: number;
}

/** What is left of a problem's promises now. */
export async function readPromises(
  database: Database,
  { problem, clocks }: { readonly problem: Problem; readonly clocks: readonly Clock[] },
  now: Date,
): Promise<PromiseNow[]> {
  if (clocks.length === 0) return [];
  const calendars = await readCalendars(database, problem.communityId);
  const endedAt = problem.overAs === "withdrawn" || problem.overAs === "duplicate" ? problem.overAt : null;
  return clocks.map(({ name, calendarId, leftMs, runningSince, stoppedAt }) => {
    const calendar = calendars.get(calendarId);
    const used = runningSince && calendar ? workingTimeBetween(calendar, runningSince, now) : 0;
    const stopped = stoppedAt?.getTime() === endedAt?.getTime() ? "ended" : "done";
    const state = stoppedAt ? stopped : runningSince ? "running" : "paused";
    return { name, state, leftMs: leftMs - used };
  });
}
