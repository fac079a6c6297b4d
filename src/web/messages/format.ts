/**
 * Numbers, dates and spans of time in one language. Intl formatters are slow to make and not free to call, so each is
 * made once, and what lists ask for again and again (ages, days, small numbers) is kept.
 */
export interface Format {
  number: (value: number) => string;
  /** `12 March 2026`; for dates in running text. */
  date: (value: Date) => string;
  /** `12 Mar 2026`; for lists. */
  day: (value: Date) => string;
  /** `12 Mar 2026, 14:05 UTC`; for logs. */
  instant: (value: Date) => string;
  /** `12 March 2026, 08:00`, by the clocks of a time zone. */
  inZone: (value: Date, timeZone: string) => string;
  /** `08:00`, by the clocks of a time zone; in every language, as a form's field for a time wants it. */
  clockIn: (value: Date, timeZone: string) => string;
  /** `Thursday, 12 March`, by the clocks of a time zone. */
  dayIn: (value: Date, timeZone: string) => string;
  /** `3 h ago`; a day after 30 days. */
  ago: (then: Date, now: Date) => string;
  /** `in 3 h`; the day where that is more than 30 days away; `now` for what is over. */
  until: (then: Date, now: Date) => string;
  /** `340 ms`, `2.1 s`, `3 min`. */
  duration: (ms: number) => string;
  list: (items: readonly string[]) => string;
  /** A language by its name: `German` for `de`. */
  language: (code: string) => string;
}

const minute = 60_000;
const hour = 60 * minute;
const dayMs = 24 * hour;
const kept = 4000;

function keep<Key>(make: (key: Key) => string): (key: Key) => string {
  const known = new Map<Key, string>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = make(key);
    if (known.size >= kept) known.clear();
    known.set(key, value);
    return value;
  };
}

/** Formatters by time zone. */
function keepZone(
  options: (timeZone: string) => Intl.DateTimeFormatOptions,
  tag: string,
): (timeZone: string) => Intl.DateTimeFormat {
  const known = new Map<string, Intl.DateTimeFormat>();
  return (timeZone) => {
    const format = known.get(timeZone) ?? new Intl.DateTimeFormat(tag, options(timeZone));
    known.set(timeZone, format);
    return format;
  };
}

export interface FormatWords {
  justNow: string;
  now: string;
}

/** Makes the formatters of one language; `tag` is a BCP 47 tag such as `en-GB`. */
export function makeFormat(tag: string, words: FormatWords): Format {
  const numbers = new Intl.NumberFormat(tag);
  const tenths = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
  const long = new Intl.DateTimeFormat(tag, { dateStyle: "long", timeZone: "UTC" });
  const short = new Intl.DateTimeFormat(tag, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  const precise = new Intl.DateTimeFormat(tag, {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    timeZone: "UTC",
    timeZoneName: "short",
  });
  const clocks = keepZone((timeZone) => ({ hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone }), "en-GB");
  const daysOfWeek = keepZone((timeZone) => ({ weekday: "long", day: "numeric", month: "long", timeZone }), tag);
  const relative = new Intl.RelativeTimeFormat(tag, { style: "short", numeric: "always" });
  const lists = new Intl.ListFormat(tag, { type: "conjunction" });
  const languages = new Intl.DisplayNames(tag, { type: "language", fallback: "code" });
  const number = keep((value: number) => numbers.format(value));
  const dayNumber = keep((value: number) => short.format(new Date(value * dayMs)));
  const minutesAgo = keep((value: number) => relative.format(-value, "minute"));
  const hoursAgo = keep((value: number) => relative.format(-value, "hour"));
  const daysAgo = keep((value: number) => relative.format(-value, "day"));
  const inMinutes = keep((value: number) => relative.format(value, "minute"));
  const inHours = keep((value: number) => relative.format(value, "hour"));
  const inDays = keep((value: number) => relative.format(value, "day"));
  const language = keep((code: string) => languages.of(code) ?? code);
  const day = (value: Date) => dayNumber(Math.floor(value.getTime() / dayMs));
  return {
    number,
    date: (value) => long.format(value),
    day,
    instant: (value) => precise.format(value),
    inZone: (value, timeZone) =>
      new Intl.DateTimeFormat(tag, { dateStyle: "long", timeStyle: "short", timeZone }).format(value),
    clockIn: (value, timeZone) => clocks(timeZone).format(value),
    dayIn: (value, timeZone) => daysOfWeek(timeZone).format(value),
    ago(then, now) {
      const age = now.getTime() - then.getTime();
      if (age < minute) return words.justNow;
      if (age < hour) return minutesAgo(Math.floor(age / minute));
      if (age < dayMs) return hoursAgo(Math.floor(age / hour));
      if (age < 30 * dayMs) return daysAgo(Math.floor(age / dayMs));
      return day(then);
    },
    until(then, now) {
      const left = then.getTime() - now.getTime();
      if (left < minute) return words.now;
      if (left < hour) return inMinutes(Math.floor(left / minute));
      if (left < 2 * dayMs) return inHours(Math.floor(left / hour));
      if (left < 30 * dayMs) return inDays(Math.floor(left / dayMs));
      return day(then);
    },
    duration(ms) {
      if (ms < 1000) return `${numbers.format(Math.round(ms))} ms`;
      if (ms < minute) return `${tenths.format(ms / 1000)} s`;
      if (ms < hour) return `${numbers.format(Math.round(ms / minute))} min`;
      return `${tenths.format(ms / hour)} h`;
    },
    list: (items) => lists.format(items),
    language: (code) => (/^[a-z]{2}$/i.test(code) ? language(code) : code),
  };
}
