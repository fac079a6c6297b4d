import { type Proportion, wilsonInterval } from "../../statistics/index.ts";
import type { Database } from "../../store/index.ts";
import { countJudged, type JudgedRow } from "../queries/index.ts";

const weekMs = 7 * 86_400_000;

/** How often what was shown was accepted, of so many times that somebody acted on it. */
export interface Accepted extends Proportion {
  readonly shown: number;
  readonly accepted: number;
  readonly rejected: number;
}

/** One week of what people did about suggestions. */
export interface WeekOfQuality {
  /** Its Monday, UTC. */
  readonly week: Date;
  readonly all: Accepted;
  /** Of those, where Kith said "this is solved". */
  readonly saidSolved: Accepted;
}

/** The last weeks up to now, oldest first; those in which nobody acted on anything that was shown are there, too. */
export async function readQuality(
  database: Database,
  communityId: number,
  now: Date,
  weeks: number,
): Promise<WeekOfQuality[]> {
  const since = new Date(mondayOf(now).getTime() - (weeks - 1) * weekMs);
  return byWeek(await countJudged(database, communityId, since), since, weeks);
}

export function byWeek(rows: readonly JudgedRow[], since: Date, weeks: number): WeekOfQuality[] {
  return Array.from({ length: weeks }, (_none, at) => {
    const week = new Date(since.getTime() + at * weekMs);
    const own = rows.filter((row) => row.week.getTime() === week.getTime());
    return { week, all: acceptedOf(own), saidSolved: acceptedOf(own.filter(({ saidSolved }) => saidSolved)) };
  });
}

function acceptedOf(rows: readonly JudgedRow[]): Accepted {
  const accepted = rows.reduce((sum, row) => sum + row.accepted, 0);
  const rejected = rows.reduce((sum, row) => sum + row.rejected, 0);
  const shown = accepted + rejected;
  return { shown, accepted, rejected, ...wilsonInterval(accepted, shown) };
}

/** The beginning of the week, UTC. */
function mondayOf(moment: Date): Date {
  const day = new Date(moment);
  day.setUTCHours(0, 0, 0, 0);
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  return day;
}
