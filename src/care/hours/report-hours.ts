import { hourMs } from "../settings.ts";
import type { GroupHours } from "./fold-groups.ts";
import { type ByPurpose, purposes } from "./purposes.ts";
import type { OwnHours } from "./read-hours.ts";
import { pauseMs } from "./settings.ts";
import type { HoursSums } from "./sum-hours.ts";

/** Hours for programs and pages: hours of the clock, rounded to what they are worth. */
export type HoursReport = ReturnType<typeof reportHours>;
export type OwnHoursReport = ReturnType<typeof reportOwnHours>;

/** What care managers are told. */
export function reportHours({ timeZone, smallestGroup, weeks }: HoursSums) {
  return {
    timeZone,
    smallestGroup,
    weeks: weeks.map(({ monday, from, to, unfinished, groups }) => ({
      ...{ monday, from, to, unfinished },
      groups: groups === null ? null : groups.map(reportGroup),
    })),
  };
}

function reportGroup({ group, people, time, totalMs }: GroupHours) {
  const team = group.kind === "team" ? group.name : null;
  return { kind: group.kind, team, people, hours: time && inHours(time), total: round(totalMs) };
}

/** What a member is told of a week of their own. */
export function reportOwnHours({ timeZone, week, before, after, sessions, sums, corrections }: OwnHours) {
  return {
    ...{ timeZone, monday: week.monday, from: week.from, to: week.to, days: week.days, before, after },
    pauseMinutes: pauseMs / 60_000,
    hours: inHours(sums),
    total: round(purposes.reduce((sum, purpose) => sum + sums[purpose], 0)),
    sessions,
    corrections,
  };
}

function inHours(time: ByPurpose) {
  return { solving: round(time.solving), building: round(time.building), connecting: round(time.connecting) };
}

/** Hours to the hundredth: some half a minute. */
function round(ms: number): number {
  return Math.round((100 * ms) / hourMs) / 100;
}
