/** A day of the calendar on the wall, without a zone. `month` is 1 to 12. */
export interface LocalDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    calendar: "iso8601",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  formats.set(zone, made);
  return made;
}

/** Whether this is a time zone of the IANA database, such as Europe/Vienna. */
export function isTimeZone(zone: string): boolean {
  try {
    formatOf(zone);
    return true;
  } catch {
    return false;
  }
}

/** What a clock on the wall of this zone shows at a moment, as if it were UTC: milliseconds. */
function wallMs(zone: string, moment: number): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatOf(zone).formatToParts(moment)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** The day on the wall of this zone at a moment. */
export function localDayOf(zone: string, moment: Date): LocalDay {
  const wall = new Date(wallMs(zone, moment.getTime()));
  return { year: wall.getUTCFullYear(), month: wall.getUTCMonth() + 1, day: wall.getUTCDate() };
}

export function nextDay({ year, month, day }: LocalDay): LocalDay {
  const next = new Date(Date.UTC(year, month - 1, day + 1));
  return { year: next.getUTCFullYear(), month: next.getUTCMonth() + 1, day: next.getUTCDate() };
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf({ year, month, day }: LocalDay): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7;
}

/** `2026-12-25`. */
export function dateText({ year, month, day }: LocalDay): string {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/**
 * The moment at which the wall of this zone shows a day and minutes after its midnight. A time that the clocks skip in spring becomes
 * the moment of the change; of one that comes twice in autumn, the first (as RFC 5545, section 3.3.5, reads such times).
 */
export function momentOf(zone: string, { year, month, day }: LocalDay, minutes: number): number {
  const wall = Date.UTC(year, month - 1, day, 0, minutes);
  const halfDay = 12 * 60 * 60_000;
  // The offsets well before and well after: they differ where a change lies between.
  const before = wallMs(zone, wall - 2 * halfDay) - (wall - 2 * halfDay);
  const after = wallMs(zone, wall + 2 * halfDay) - (wall + 2 * halfDay);
  const candidates = [wall - before, wall - after].sort((a, b) => a - b);
  const exact = candidates.find((moment) => wallMs(zone, moment) === wall);
  return exact ?? momentOfChange(zone, candidates[0] as number, candidates[1] as number);
}

/** The first moment after a change of offset between two moments. */
function momentOfChange(zone: string, from: number, to: number): number {
  const offset = wallMs(zone, from) - from;
  let low = from;
  let high = to;
  while (high - low > 1000) {
    const middle = low + Math.floor((high - low) / 2000) * 1000;
    if (middle === low) break;
    if (wallMs(zone, middle) - middle === offset) low = middle;
    else high = middle;
  }
  return high;
}

/** The moment at which a day, `2026-12-25`, begins in a zone; null for what is no day. */
export function dayBegins(zone: string, date: string): Date | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const local = { year, month, day };
  const exists = dateText(nextDay({ ...local, day: day - 1 })) === date && isTimeZone(zone);
  return exists ? new Date(momentOf(zone, local, 0)) : null;
}

/** The day on the wall of a zone at a moment: `2026-12-25`. */
export function dayIn(zone: string, moment: Date): string {
  return dateText(localDayOf(zone, moment));
}
