import { minuteMs } from "../settings.ts";
import { dateText, type LocalDay, localDayOf, momentOf, nextDay, weekdayOf } from "../time-zone.ts";

/** A week on the wall of a time zone, from Monday's midnight to the next. */
export interface Week {
  /** Its Monday: `2026-01-12`. */
  readonly monday: string;
  readonly from: Date;
  readonly to: Date;
  /** The beginnings of its seven days, and the end: with summer time not all days have 24 hours. */
  readonly days: readonly Date[];
}

/** The week in which a moment lies. */
export function weekOf(timeZone: string, moment: Date): Week {
  const day = localDayOf(timeZone, moment);
  return weekFrom(timeZone, daysOn(day, 1 - weekdayOf(day)));
}

/** The week in which a day lies that is written as `2026-01-14`; null for what is no day. */
export function readWeek(timeZone: string, text: string): Week | null {
  const [, year, month, day] = /^(20\d{2})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  const wanted = { year: Number(year), month: Number(month), day: Number(day) };
  if (!year || dateText(daysOn(wanted, 0)) !== text) return null;
  return weekFrom(timeZone, daysOn(wanted, 1 - weekdayOf(wanted)));
}

/**
 * The moment at which the wall shows a time (`10:05`) on the day of another moment. A time that the wall showed at that very moment is
 * that moment, with its seconds. What is no time is no moment.
 */
export function momentOnDayOf(timeZone: string, moment: Date, clock: string): Date {
  const [, hour, minute] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(clock) ?? [];
  if (!hour || Number.isNaN(moment.getTime())) return new Date(Number.NaN);
  const found = momentOf(timeZone, localDayOf(timeZone, moment), Number(hour) * 60 + Number(minute));
  const isSame = moment.getTime() >= found && moment.getTime() < found + minuteMs;
  return isSame ? moment : new Date(found);
}

/** The week that is so many weeks later, or earlier. */
export function weeksOn(timeZone: string, week: Week, weeks: number): Week {
  return weekFrom(timeZone, daysOn(localDayOf(timeZone, week.from), 7 * weeks));
}

function weekFrom(timeZone: string, monday: LocalDay): Week {
  const days: Date[] = [];
  for (let day = monday; days.length < 8; day = nextDay(day)) days.push(new Date(momentOf(timeZone, day, 0)));
  return { monday: dateText(monday), from: days[0] as Date, to: days[7] as Date, days };
}

function daysOn({ year, month, day }: LocalDay, days: number): LocalDay {
  return localDayOf("UTC", new Date(Date.UTC(year, month - 1, day + days)));
}
