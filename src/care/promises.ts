import type { Database } from "../store/index.ts";
import { workingTimeBetween } from "./calendar.ts";
import type { ClockName } from "./problem.ts";
import { readCalendars } from "./queries/people.ts";
import type { Clock } from "./service-level.ts";

/** What is left of a promise at one moment. */
export interface PromiseNow {
  readonly name: ClockName;
  readonly state: "running" | "paused" | "done";
  /** Working time; below 0 where it ran out. */
  readonly leftMs: number;
}

/** What is left of a problem's promises now. */
export async function readPromises(
  database: Database,
  communityId: number,
  clocks: readonly Clock[],
  now: Date,
): Promise<PromiseNow[]> {
  if (clocks.length === 0) return [];
  const calendars = await readCalendars(database, communityId);
  return clocks.map(({ name, calendarId, leftMs, runningSince, stoppedAt }) => {
    const calendar = calendars.get(calendarId);
    const used = runningSince && calendar ? workingTimeBetween(calendar, runningSince, now) : 0;
    const state = stoppedAt ? "done" : runningSince ? "running" : "paused";
    return { name, state, leftMs: leftMs - used };
  });
}
