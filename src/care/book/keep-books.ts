import type { Database } from "../../store/index.ts";
import { type Book, type BookWindow, readBookAnew } from "./read-book.ts";

/** Reads the open book. */
export type ReadBook = (database: Database, communityId: number, windowDays: BookWindow, now: Date) => Promise<Book>;

/** Below so many problems a book costs as little as any page. */
const smallBelow = 500;
/** With a problem more a book costs a microsecond more, and is kept for so much longer: reading books never takes more of a second. */
const keptMsAProblem = 6;
/** A minute changes nothing in a large book that anybody would see. */
const keptMsAtMost = 60_000;

/** For problems of its window and for those that are open, however old: it looks at all of both. */
function keptMs({ opened, open }: Book): number {
  const problems = opened + open.day + open.week + open.month + open.quarter + open.older;
  return problems < smallBelow ? 0 : Math.min(problems * keptMsAProblem, keptMsAtMost);
}

/**
 * Lets books be read the more seldom the larger they are, because anybody may ask for them as often as they like; the page says when
 * its book was made. Small ones are read anew each time.
 */
export function keepBooks(read: ReadBook): ReadBook {
  const kept = new WeakMap<Database, Map<string, Book>>();
  return async (database, communityId, windowDays, now) => {
    const known = kept.get(database) ?? new Map<string, Book>();
    kept.set(database, known);
    const name = `${communityId} ${windowDays}`;
    const before = known.get(name);
    const age = before ? now.getTime() - before.at.getTime() : 0;
    if (before && age >= 0 && age < keptMs(before)) return before;
    const book = await read(database, communityId, windowDays, now);
    known.set(name, book);
    return book;
  };
}

/** The open book as pages and programs get it. */
export const readBook = keepBooks(readBookAnew);
