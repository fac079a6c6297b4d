import type { ArrivalDay } from "../../statistics/index.ts";

const dayMs = 86_400_000;

/** An hour on the wall: the day as `2026-03-02`, and 0 to 23. */
export interface LocalHour {
  readonly day: string;
  readonly hour: number;
}

/** Reads moments as hours on the wall of an IANA time zone. Throws a RangeError where there is no such zone. */
export function wallOf(timeZone: string): (moment: Date) => LocalHour {
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
  });
  return (moment) => {
    const parts = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, value]));
    return { day: `${parts.year}-${parts.month}-${parts.day}`, hour: Number(parts.hour) };
  };
}

/** A count of arrivals in an hour on the wall. */
export interface HourCount extends LocalHour {
  readonly count: number;
}

/** What a series of arrivals is, day by day. */
export interface ArrivalSeries {
  readonly days: readonly ArrivalDay[];
  readonly from: string;
  readonly to: string;
}

/**
 * Lays counts out day by day without a gap, from the first day named to the last. `from` and `to` widen or narrow that, for a
 * log whose quiet days count too and whose last day is not over. Null where no day is left.
 */
export function layOutDays(
  counts: readonly HourCount[],
  bounds: { from?: string; to?: string } = {},
): ArrivalSeries | null {
  const named = counts.map(({ day }) => day).sort();
  const from = bounds.from ?? named[0];
  const to = bounds.to ?? named.at(-1);
  if (from === undefined || to === undefined || from > to) return null;
  const first = numberOf(from);
  const days = Array.from({ length: numberOf(to) - first + 1 }, (_, at) => ({
    weekday: weekdayOf(first + at),
    counts: Array.from({ length: 24 }, () => 0),
  }));
  for (const { day, hour, count } of counts) {
    const hours = days[numberOf(day) - first]?.counts;
    if (hours) hours[hour] = (hours[hour] ?? 0) + count;
  }
  return { days, from, to };
}

/** Days since 1970 of a date such as `2026-03-02`. */
function numberOf(day: string): number {
  return Math.floor(Date.parse(`${day}T00:00:00Z`) / dayMs);
}

/** 0 is Monday; day 0, 1 January 1970, was a Thursday. */
function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** The day before, for leaving out one that is not over: `2026-03-02` → `2026-03-01`. */
export function dayBefore(day: string): string {
  return new Date((numberOf(day) - 1) * dayMs).toISOString().slice(0, 10);
}
