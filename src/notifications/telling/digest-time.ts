/** When a member's digest goes out. */
export interface DigestSchedule {
  /** Of the IANA time zone database: `Europe/Berlin`. */
  readonly timeZone: string;
  /** Of their day, 0 to 23. */
  readonly hour: number;
  readonly lastSentAt: Date | null;
}

export const usualSchedule: DigestSchedule = { timeZone: "UTC", hour: 8, lastSentAt: null };

/**
 * The next moment after `after` at which a digest goes out: at the member's hour of a day of theirs on which none has gone out yet.
 * Where clocks jump over the hour it is the first moment behind the jump; where the hour comes twice, the first of the two.
 */
export function nextDigestAt({ timeZone, hour, lastSentAt }: DigestSchedule, after: Date): Date {
  const zone = zoneOf(timeZone);
  const lastDay = lastSentAt ? dayIn(zone, lastSentAt) : Number.NEGATIVE_INFINITY;
  for (let day = Math.max(dayIn(zone, after) - 1, lastDay + 1); ; day += 1) {
    const at = momentOf(zone, day, hour);
    if (at.getTime() > after.getTime() && dayIn(zone, at) > lastDay) return at;
  }
}

/**
 * Whether a digest that is due goes out at this moment: none has gone out on this day of theirs, and the hour has come. After a time
 * without Kith it is late on the same day rather than missing; but nobody is woken for what was due on a day before.
 */
export function digestGoesNow(schedule: DigestSchedule, now: Date): boolean {
  const zone = zoneOf(schedule.timeZone);
  const today = dayIn(zone, now);
  if (schedule.lastSentAt && dayIn(zone, schedule.lastSentAt) >= today) return false;
  return dayIn(zone, nextDigestAt(schedule, now)) > today;
}

/** Whether a time zone is one that this machine knows. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}

/** Every time zone to choose from. */
export function timeZones(): readonly string[] {
  return ["UTC", ...Intl.supportedValuesOf("timeZone").filter((name) => name !== "UTC")];
}

const dayMs = 24 * 60 * 60_000;
const minuteMs = 60_000;
// A formatter takes long to make, and there are few zones.
const zones = new Map<string, Intl.DateTimeFormat>();

function zoneOf(timeZone: string): Intl.DateTimeFormat {
  const known = zones.get(timeZone);
  if (known) return known;
  const numbers = { year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric" } as const;
  const made = new Intl.DateTimeFormat("en-US", { timeZone, calendar: "iso8601", hourCycle: "h23", ...numbers });
  zones.set(timeZone, made);
  return made;
}

/** What clocks there show, as if it were UTC, in milliseconds. */
function wallTime(zone: Intl.DateTimeFormat, at: Date): number {
  const part = Object.fromEntries(zone.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day, part.hour, part.minute);
}

/** The day there, counted from 1 January 1970. */
function dayIn(zone: Intl.DateTimeFormat, at: Date): number {
  return Math.floor(wallTime(zone, at) / dayMs);
}

/**
 * The first minute of a day there whose clock shows that hour or later. No zone is further than 15 hours from UTC or shifts its
 * clocks by more than a day, so it lies within two days of the same reading in UTC; clocks that fall back within that span make the
 * search go to the earlier of the two, since it looks for the first.
 */
function momentOf(zone: Intl.DateTimeFormat, day: number, hour: number): Date {
  const wanted = day * dayMs + hour * 60 * minuteMs;
  const offset = (at: number) => wallTime(zone, new Date(at)) - Math.floor(at / minuteMs) * minuteMs;
  // The offsets in force a day before and a day after are the only ones around.
  const candidates = [wanted - offset(wanted - dayMs), wanted - offset(wanted + dayMs)].sort((a, b) => a - b);
  for (const at of candidates) if (wallTime(zone, new Date(at)) === wanted) return new Date(at);
  return jumpBetween(zone, candidates[0] ?? wanted, candidates[1] ?? wanted, wanted);
}

/** Where clocks jump over the wanted reading: the first minute that shows a later one. */
function jumpBetween(zone: Intl.DateTimeFormat, from: number, to: number, wanted: number): Date {
  let before = from / minuteMs;
  let behind = to / minuteMs;
  while (behind - before > 1) {
    const middle = Math.floor((before + behind) / 2);
    if (wallTime(zone, new Date(middle * minuteMs)) >= wanted) behind = middle;
    else before = middle;
  }
  return new Date(behind * minuteMs);
}
