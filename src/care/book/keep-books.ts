import type { Database } from "../../store/index.ts";
import { type Book, type BookWindow, readBookAnew } from "./read-book.ts";

/** Reads the open book. */
export type ReadBook = (database: Database, communityId: number, windowDays: BookWindow, now: Date) => Promise<Book>;

/** A book of so many problems costs a tenth of a second of CPU and more, and a minute changes nothing in it that anybody would see. */
const largeFrom = 10_000;
const keptMs = 60_000;

/**
 * Lets large books be read once a minute, because anybody may ask for them as often as they like; the page says when its book was
 * made. Small ones are read anew each time.
 */
export function keepBooks(read: ReadBook): ReadBook {
  const kept = new WeakMap<Database, Map<string, Book>>();
  return async (database, communityId, windowDays, now) => {
    const known = kept.get(database) ?? new Map<string, Book>();
    kept.set(database, known);
    const name = `${communityId} ${windowDays}`;
    const before = known.get(name);
    const age = before ? now.getTime() - before.at.getTime() : keptMs;
    if (before && age >= 0 && age < keptMs) return before;
    const book = await read(database, communityId, windowDays, now);
    if (book.opened >= largeFrom) known.set(name, book);
    else known.delete(name);
    return book;
  };
}

/** The open book as pages and programs get it. */
export const readBook = keepBooks(readBookAnew);
