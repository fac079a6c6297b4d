import { err, ok, type Refusal, type Result, refusal } from "../kernel/index.ts";
import { timeZoneUnknown } from "./refusals.ts";
import { dateText, isTimeZone, type LocalDay, localDayOf, momentOf, nextDay, weekdayOf } from "./time-zone.ts";

/** A stretch of the local day on which people work: minutes after midnight, `to` is at most 1440. */
export interface Span {
  /** 1 is Monday, 7 is Sunday. */
  readonly day: number;
  readonly from: number;
  readonly to: number;
}

/** When people work. A night's work is two spans. */
export interface Calendar {
  readonly timeZone: string;
  readonly spans: readonly Span[];
  /** Local dates without work: `2026-12-25`. */
  readonly holidays: readonly string[];
}

const mostHolidays = 400;
/** With so few holidays there is a working day in every stretch of so many days: about eight years. */
const longestGapDays = 7 * (mostHolidays + 2);
/** What would be due later than this, by a calendar of minutes a week, is due then: forty years are as good as never. */
const horizonDays = 5 * longestGapDays;

/** A calendar as typed, made sound: spans in order and joined where they touch. One without working time is refused. */
export function checkCalendar(typed: Calendar): Result<Calendar> {
  if (!isTimeZone(typed.timeZone)) {
    return err(timeZoneUnknown);
  }
  const odd = typed.spans.find((span) => !isSpan(span));
  if (odd) {
    const said = "A span begins before it ends, on a day from 1 (Monday) to 7, within minutes 0 to 1440.";
    return err(wrong("span-invalid", said, "Make two spans of one that goes over midnight.", "spans"));
  }
  const holidays = [...new Set(typed.holidays)].sort();
  if (holidays.length > mostHolidays || holidays.some((date) => !isDate(date))) {
    const said = `Holidays are ${mostHolidays} dates at most, each as 2026-12-25.`;
    return err(wrong("holidays-invalid", said, "Leave out those that have passed.", "holidays"));
  }
  const spans = joined(typed.spans);
  if (spans.length === 0) {
    const said = "This calendar has no working time, so nothing could ever be due.";
    return err(wrong("calendar-without-hours", said, "Add at least one span of working hours.", "spans"));
  }
  return ok({ timeZone: typed.timeZone, spans, holidays });
}

function isSpan({ day, from, to }: Span): boolean {
  return [day, from, to].every(Number.isInteger) && day >= 1 && day <= 7 && from >= 0 && from < to && to <= 1440;
}

function isDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.day - b.day || a.from - b.from)) {
    const last = result.at(-1);
    if (last && last.day === span.day && span.from <= last.to) {
      result[result.length - 1] = { ...last, to: Math.max(last.to, span.to) };
    } else result.push(span);
  }
  return result;
}

function wrong(code: string, message: string, next: string, field: string): Refusal {
  return refusal("invalid", code, message, next, { [field]: message });
}

/** The working stretches from a moment on, in order: [from, to) in milliseconds, the first one cut at that moment. */
function* stretches(calendar: Calendar, since: Date): Generator<readonly [from: number, to: number]> {
  const { timeZone, spans, holidays } = calendar;
  let day: LocalDay = localDayOf(timeZone, since);
  for (let passed = 0; passed < horizonDays; passed += 1, day = nextDay(day)) {
    if (holidays.includes(dateText(day))) continue;
    const weekday = weekdayOf(day);
    for (const span of spans) {
      if (span.day !== weekday) continue;
      const from = Math.max(momentOf(timeZone, day, span.from), since.getTime());
      const to = momentOf(timeZone, day, span.to);
      if (to > from) yield [from, to];
    }
  }
}

/** The moment at which so much working time has passed since `from`; the last one within forty years where that is not enough. */
export function addWorkingTime(calendar: Calendar, from: Date, ms: number): Date {
  let left = ms;
  let last: number | undefined;
  for (const [begin, end] of stretches(calendar, from)) {
    if (left <= end - begin) return new Date(begin + left);
    left -= end - begin;
    last = end;
  }
  if (last === undefined) throw new Error("a calendar without working time was not refused");
  return new Date(last);
}

/** Working time between two moments, in milliseconds; 0 where `to` is not after `from`. */
export function workingTimeBetween(calendar: Calendar, from: Date, to: Date): number {
  let sum = 0;
  for (const [begin, end] of stretches(calendar, from)) {
    if (begin >= to.getTime()) break;
    sum += Math.min(end, to.getTime()) - begin;
  }
  return sum;
}

/** The moment itself where people work then, else when they begin next. */
export function nextWorkingMoment(calendar: Calendar, moment: Date): Date {
  for (const [begin] of stretches(calendar, moment)) return new Date(begin);
  throw new Error("a calendar without working time was not refused");
}

/** When the next stretch of work begins, after the one that is under way, if one is; hours that follow at once are one stretch. */
export function nextShiftAfter(calendar: Calendar, moment: Date): Date {
  let over: number | null = isWorkingTime(calendar, moment) ? moment.getTime() : null;
  for (const [begin, end] of stretches(calendar, moment)) {
    if (over === null || begin > over) return new Date(begin);
    over = end;
  }
  throw new Error("a calendar without working time was not refused");
}

export function isWorkingTime(calendar: Calendar, moment: Date): boolean {
  return nextWorkingMoment(calendar, moment).getTime() === moment.getTime();
}
