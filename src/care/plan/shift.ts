/** The week of a plan begins on Monday at midnight, in the planner's time zone; hours of it are 0 to 168. */
export const hoursOfWeek = 168;
export const hoursOfDay = 24;

/** A stretch of hours of one day: `to` is at most 24 past `from`, and may lie on the next day (22 to 30 is 22:00 to 6:00). */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A way to work a week: the same spans on each of some weekdays (0 is Monday). */
export interface Shift {
  readonly days: readonly number[];
  /** Several where there is a long pause between; in order, without overlap. */
  readonly spans: readonly Span[];
}

/** A shift, and how many people work it. */
export interface Staffed {
  readonly shift: Shift;
  readonly people: number;
}

/** Who works when: a week that repeats. */
export type Rota = readonly Staffed[];

/** Hours of the week in which somebody on this shift works; a span over Sunday's midnight ends after 168. */
export function stretchesOf({ days, spans }: Shift): Span[] {
  return [...days]
    .sort((a, b) => a - b)
    .flatMap((day) => spans.map(({ from, to }) => ({ from: day * hoursOfDay + from, to: day * hoursOfDay + to })));
}

/** Paid hours a week of one person on this shift. */
export function weeklyHours({ days, spans }: Shift): number {
  return days.length * spans.reduce((sum, { from, to }) => sum + to - from, 0);
}

export function rotaHours(rota: Rota): number {
  return rota.reduce((sum, { shift, people }) => sum + people * weeklyHours(shift), 0);
}

export function peopleOf(rota: Rota): number {
  return rota.reduce((sum, { people }) => sum + people, 0);
}

/** How many people work in each hour of the week; one who works half of an hour counts half. */
export function coverOf(rota: Rota): number[] {
  const cover = Array.from({ length: hoursOfWeek }, () => 0);
  for (const { shift, people } of rota) {
    for (const { from, to } of stretchesOf(shift)) {
      for (let hour = Math.floor(from); hour < to; hour++) {
        const part = Math.min(hour + 1, to) - Math.max(hour, from);
        cover[hour % hoursOfWeek] = (cover[hour % hoursOfWeek] ?? 0) + people * part;
      }
    }
  }
  return cover;
}

/** The same shift is written once; shifts that nobody works are left out. */
export function joinRota(rota: Rota): Rota {
  const byShift = new Map<string, Staffed>();
  for (const { shift, people } of rota) {
    const key = shiftInWords(shift);
    const known = byShift.get(key);
    if (people > 0) byShift.set(key, { shift, people: people + (known?.people ?? 0) });
  }
  return [...byShift.values()];
}

const dayNames = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;

/** `Mon-Fri 09:00-18:00`, as `readRota` reads it; `names` are those of the days in another language. */
export function shiftInWords({ days, spans }: Shift, names: readonly string[] = dayNames): string {
  const sorted = [...new Set(days)].sort((a, b) => a - b);
  const runs: number[][] = [];
  for (const day of sorted) {
    const run = runs.at(-1);
    if (run && run.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  // A run over Sunday's midnight is one: `Thu-Mon`.
  if (runs.length > 1 && runs[0]?.[0] === 0 && runs.at(-1)?.at(-1) === 6)
    runs.push([...(runs.pop() ?? []), ...(runs.shift() ?? [])]);
  const named = runs.map((run) => {
    const [first = 0] = run;
    const last = run.at(-1) ?? first;
    return first === last ? names[first] : `${names[first]}-${names[last]}`;
  });
  return `${named.join(",")} ${spans.map(({ from, to }) => `${clock(from)}-${clock(to)}`).join("+")}`;
}

function clock(hour: number): string {
  const minutes = Math.round((hour % hoursOfDay) * 60);
  const whole = hour > 0 && minutes === 0 && hour % hoursOfDay === 0 ? hoursOfDay : Math.floor(minutes / 60);
  return `${String(whole).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

/** `6 x Mon-Fri 09:00-18:00; 2 x Sat,Sun 10-14+16-20`: a rota as typed; null where that cannot be read. */
export function readRota(text: string): Rota | null {
  const parts = text.split(/[;\n]/).map((part) => part.trim());
  const read = parts.filter((part) => part !== "").map(readStaffed);
  return read.length > 0 && read.every((one) => one !== null) ? joinRota(read) : null;
}

function readStaffed(text: string): Staffed | null {
  const [, people = "1", shift = ""] = /^(?:(\d{1,3})\s*[x×*]\s*)?(.+)$/i.exec(text) ?? [];
  const read = readShift(shift);
  return read && { people: Number(people), shift: read };
}

function readShift(text: string): Shift | null {
  const [, daysText, spansText] = /^([a-z,\s-]+?)\s+([\d:.,+\s-]+)$/i.exec(text.trim()) ?? [];
  if (!daysText || !spansText) return null;
  const days = daysText.split(",").map(readDays);
  const spans = spansText.split("+").map(readSpan);
  if (days.some((run) => run === null) || spans.some((span) => span === null)) return null;
  const sorted = (spans as Span[]).sort((a, b) => a.from - b.from);
  const apart = sorted.every((span, at) => at === 0 || span.from >= (sorted[at - 1]?.to ?? 0));
  const withinADay = (sorted.at(-1)?.to ?? 0) - (sorted[0]?.from ?? 0) <= hoursOfDay;
  return apart && withinADay ? { days: [...new Set((days as number[][]).flat())], spans: sorted } : null;
}

/** How names of days begin, in English and in German: no two days share one. */
const dayBeginnings = [["mo"], ["tu", "di"], ["we", "mi"], ["th", "do"], ["fr"], ["sa"], ["su", "so"]];

function readDays(text: string): number[] | null {
  const [first, last, more] = text.trim().split(/\s*-\s*/);
  const at = (name: string | undefined) =>
    dayBeginnings.findIndex((ways) => ways.includes(name?.slice(0, 2).toLowerCase() ?? ""));
  const from = at(first);
  const to = last === undefined ? from : at(last);
  if (from < 0 || to < 0 || more !== undefined) return null;
  // `Fri-Mon` goes over the end of the week.
  return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, more_) => (from + more_) % 7);
}

function readSpan(text: string): Span | null {
  const [, a, aMinutes = "0", b, bMinutes = "0"] =
    /^(\d{1,2})(?:[:.](\d{2}))?\s*-\s*(\d{1,2})(?:[:.](\d{2}))?$/.exec(text.trim()) ?? [];
  if (a === undefined || b === undefined || Number(aMinutes) > 59 || Number(bMinutes) > 59) return null;
  const from = Number(a) + Number(aMinutes) / 60;
  const to = Number(b) + Number(bMinutes) / 60;
  if (from >= hoursOfDay || to > hoursOfDay || from === to) return null;
  return { from, to: to < from ? to + hoursOfDay : to };
}
