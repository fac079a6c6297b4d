import { err, ok, type Result } from "../../kernel/index.ts";
import type { Database } from "../../store/index.ts";
import { timeZoneUnknown } from "../refusals.ts";
import { isTimeZone } from "../time-zone.ts";
import { foldGroups, type GroupHours } from "./fold-groups.ts";
import { readTeamsOf } from "./queries.ts";
import { sumsOf } from "./read-hours.ts";
import { readTimelines } from "./read-timelines.ts";
import { smallestGroup } from "./settings.ts";
import { within } from "./timeline.ts";
import { weekOf, weeksOn } from "./week.ts";

/** The hours of one week, by group and purpose. */
export interface WeekHours {
  /** Its Monday: `2026-01-12`. */
  readonly monday: string;
  readonly from: Date;
  readonly to: Date;
  /** Whether it still goes on. */
  readonly unfinished: boolean;
  /** null where too few people worked to tell anything. */
  readonly groups: readonly GroupHours[] | null;
}

/** What care managers see of hours: sums, and never a single person's. */
export interface HoursSums {
  readonly timeZone: string;
  /** Nothing is told of fewer people. */
  readonly smallestGroup: number;
  /** Oldest first. */
  readonly weeks: readonly WeekHours[];
}

/** Sums the hours of a community's last weeks, this one included. Refused: `time-zone-unknown`. */
export async function sumHours(
  database: Database,
  wanted: { readonly communityId: number; readonly weeks: number; readonly timeZone: string; readonly now: Date },
): Promise<Result<HoursSums>> {
  const { communityId, timeZone, now } = wanted;
  if (!isTimeZone(timeZone)) return err(timeZoneUnknown);
  const last = weekOf(timeZone, now);
  const weeks = Array.from({ length: wanted.weeks }, (_, at) => weeksOn(timeZone, last, at + 1 - wanted.weeks));
  const from = weeks[0]?.from ?? last.from;
  const timelines = await readTimelines(database, { communityId, from, to: last.to });
  const teams = await readTeamsOf(database, communityId, [...timelines.keys()]);
  return ok({
    ...{ timeZone, smallestGroup },
    weeks: weeks.map((week) => {
      const span = { from: week.from.getTime(), to: week.to.getTime() };
      const shares = [...timelines].map(([memberId, { timeline }]) => ({
        team: teams.get(memberId) ?? null,
        time: sumsOf(within(timeline, span)),
      }));
      const { monday, to } = week;
      return { monday, from: week.from, to, unfinished: to > now, groups: foldGroups(shares, smallestGroup) };
    }),
  });
}
