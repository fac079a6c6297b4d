import type { Calendar } from "../care/index.ts";

// How hours, days and dates are typed in forms and read from them. What cannot be read is handed back as it was typed.

type Span = Calendar["spans"][number];

export const weekdays = ["1", "2", "3", "4", "5", "6", "7"] as const;
export type Weekday = (typeof weekdays)[number];

const dayEnds = 24 * 60;
const stretch = /^(\d{1,2})(?:[:.](\d{2}))?\s*(?:-|–|—|to|bis)\s*(\d{1,2})(?:[:.](\d{2}))?$/i;

/**
 * The spans of one day, typed with commas between them: `9:00-12:00, 13-17:30`. One that ends before it begins goes on into the next
 * day. The first piece that is no stretch of time comes back as `unreadable`.
 */
export function readSpans(day: number, typed: string): { spans: Span[]; unreadable: string | null } {
  const spans: Span[] = [];
  for (const piece of typed.split(/[,;\n]/).map((text) => text.trim())) {
    if (piece === "") continue;
    const [, h1, m1 = "0", h2, m2 = "0"] = stretch.exec(piece) ?? [];
    const from = Number(h1) * 60 + Number(m1);
    const to = Number(h2) * 60 + Number(m2);
    const readable = Number(m1) < 60 && Number(m2) < 60 && from < dayEnds && to <= dayEnds && from !== to;
    if (!readable) return { spans, unreadable: piece };
    if (from < to) spans.push({ day, from, to });
    else {
      spans.push({ day, from, to: dayEnds });
      if (to > 0) spans.push({ day: (day % 7) + 1, from: 0, to });
    }
  }
  return { spans, unreadable: null };
}

/** The spans of one day as they are typed. */
export function writeSpans(day: number, spans: readonly Span[]): string {
  return spans
    .filter((span) => span.day === day)
    .map(({ from, to }) => `${clockTime(from)}-${clockTime(to)}`)
    .join(", ");
}

export function clockTime(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

/** Dates, one a line or with commas between them; the first that does not look like one comes back as `unreadable`. */
export function readDates(typed: string): { dates: string[]; unreadable: string | null } {
  const dates = typed.split(/[\s,;]+/).filter((text) => text !== "");
  return { dates, unreadable: dates.find((text) => !/^\d{4}-\d{2}-\d{2}$/.test(text)) ?? null };
}

/** Hours as typed, `8`, `0.5` or `0,5`, in minutes; null where nothing was typed, and NaN for what is no number. */
export function readHours(typed: string): number | null {
  const text = typed.trim().replace(",", ".");
  if (text === "") return null;
  return /^\d{1,6}(\.\d{1,4})?$/.test(text) ? Math.round(Number(text) * 60) : Number.NaN;
}

/** Minutes as hours that `readHours` reads back as the same minutes. */
export function writeHours(minutes: number | null): string {
  return minutes === null ? "" : String(Math.round((minutes / 60) * 100) / 100);
}

/** A whole number as typed; NaN for anything else. */
export function readWhole(typed: string): number {
  return /^\d{1,9}$/.test(typed.trim()) ? Number(typed) : Number.NaN;
}
