import { err, ok, type Result, refusal } from "../../kernel/index.ts";
import { type ArrivalSeries, type HourCount, type LocalHour, layOutDays, wallOf } from "./local-hours.ts";

const mostDays = 4000;
const countNames = /^(n|count|counts|arrivals|questions|calls|contacts|cases|volume|number)$/i;
const dateNames = /^(date|day)$/i;
const timeNames = /time|entry|start|begin|hour|created|asked|opened|arrived|at$/i;

interface Columns {
  /** Where a whole moment stands, or a day. */
  readonly moment: number;
  /** Where the time of day stands, if not beside the day. */
  readonly time: number | null;
  readonly count: number | null;
}

/**
 * Reads arrivals from CSV or TSV with a line of names: one row an arrival, or one row an hour with a column such as `count`. A moment
 * stands in one column (`2026-03-02T14:05:00Z`, `2026-03-02 14:05`) or as a day and a time (`990201` and `7:02:47`). A moment with a
 * zone is put on the wall of `timeZone`; one without stands there already. Rows that cannot be read are named, not skipped.
 */
export function readArrivals(text: string, timeZone: string): Result<ArrivalSeries> {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  const [head, ...rows] = lines;
  if (!head || rows.length === 0) return err(unreadable("There are no rows below the line of names.", 1));
  const separator = head.includes("\t") ? "\t" : head.includes(";") ? ";" : ",";
  const cells = (line: string) => line.split(separator).map((cell) => cell.trim().replace(/^"(.*)"$/, "$1"));
  const columns = findColumns(cells(head), cells(rows[0] ?? ""));
  if (!columns) return err(unreadable("No column holds a date or a moment.", 2));
  const wall = wallOf(timeZone);
  const counts: HourCount[] = [];
  for (const [at, row] of rows.entries()) {
    const values = cells(row);
    const hour = readHour(values, columns, wall);
    const count = columns.count === null ? 1 : Number(values[columns.count]);
    if (!hour) return err(unreadable(`“${row.slice(0, 60)}” holds no date and time.`, at + 2));
    if (!(count >= 0)) return err(unreadable(`“${values[columns.count ?? 0]}” is no count.`, at + 2));
    counts.push({ ...hour, count });
  }
  const series = layOutDays(counts);
  if (!series || series.days.length > mostDays) return err(unreadable(`It spans more than ${mostDays} days.`, 2));
  return ok(series);
}

function findColumns(names: readonly string[], first: readonly string[]): Columns | null {
  const where = (test: (name: string, value: string) => boolean) =>
    names.findIndex((name, at) => test(name, first[at] ?? ""));
  const found = (at: number) => (at < 0 ? null : at);
  const count = found(where((name, value) => countNames.test(name) && /^\d+(\.\d+)?$/.test(value)));
  const moment = found(where((_, value) => readMoment(value) !== null));
  if (moment !== null) return { moment, time: null, count };
  const named = found(where((name, value) => dateNames.test(name) && readDay(value) !== null));
  const day = named ?? found(where((_, value) => /\d-\d/.test(value) && readDay(value) !== null));
  if (day === null) return null;
  const time = found(where((name, value) => timeNames.test(name) && readTime(value) !== null));
  return time === null ? null : { moment: day, time, count };
}

function readHour(values: readonly string[], columns: Columns, wall: (moment: Date) => LocalHour): LocalHour | null {
  const value = values[columns.moment] ?? "";
  if (columns.time === null) {
    const moment = readMoment(value);
    return moment instanceof Date ? wall(moment) : moment;
  }
  const day = readDay(value);
  const hour = readTime(values[columns.time] ?? "");
  return day === null || hour === null ? null : { day, hour };
}

/** A moment with its zone, or an hour on the wall. */
function readMoment(text: string): Date | LocalHour | null {
  const [, date = "", hour, rest] =
    /^(\d{4}-\d{2}-\d{2})[T ](\d{1,2}):\d{2}(?::\d{2}(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/.exec(text) ?? [];
  const day = readDay(date);
  if (day === null || Number(hour) > 23) return null;
  if (rest === undefined) return { day, hour: Number(hour) };
  const moment = new Date(text.replace(" ", "T"));
  return Number.isNaN(moment.getTime()) ? null : moment;
}

/** `2026-03-02`, `20260302`, or `260302` as of 1970 to 2069. */
function readDay(text: string): string | null {
  const [, year, month, day] = /^(\d{4}|\d{2})-?(\d{2})-?(\d{2})$/.exec(text) ?? [];
  if (!year || !month || !day) return null;
  const full = year.length === 4 ? year : `${Number(year) < 70 ? 20 : 19}${year}`;
  const date = `${full}-${month}-${day}`;
  const read = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(date) ? date : null;
}

/** The hour of `7:02:47`, or of a plain `7`; 24 is midnight. */
function readTime(text: string): number | null {
  const [, hour] = /^(\d{1,2})(?::\d{2}(?::\d{2})?)?$/.exec(text) ?? [];
  return hour === undefined || Number(hour) > 24 ? null : Number(hour) % 24;
}

function unreadable(what: string, line: number) {
  return refusal(
    "invalid",
    "arrivals-unreadable",
    `The arrivals cannot be read, line ${line}: ${what}`,
    "Give CSV or TSV with a line of names: one row an arrival with its moment, or one row an hour with a column named count.",
  );
}
