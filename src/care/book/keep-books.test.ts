import { expect, it, vi } from "vitest";
import type { Database } from "../../store/index.ts";
import { keepBooks, type ReadBook } from "./keep-books.ts";
import type { Book } from "./read-book.ts";

const database = {} as Database;
const noon = new Date("2026-01-15T12:00:00Z");
const later = (ms: number) => new Date(noon.getTime() + ms);
const bookOf = (opened: number) =>
  vi.fn<ReadBook>(async (_database, _communityId, windowDays, at) => ({ opened, windowDays, at }) as Book);

it("a large book is read once a minute, each community's and window's by itself; a clock that goes back reads it anew", async () => {
  const read = bookOf(10_000);
  const kept = keepBooks(read);
  const first = await kept(database, 1, 90, noon);
  expect(await kept(database, 1, 90, later(59_000))).toBe(first);
  await kept(database, 2, 90, later(59_000));
  await kept(database, 1, 30, later(59_000));
  await kept({} as Database, 1, 90, later(59_000));
  expect(read).toHaveBeenCalledTimes(4);
  expect((await kept(database, 1, 90, later(60_000))).at).toEqual(later(60_000));
  expect((await kept(database, 1, 90, later(-1))).at).toEqual(later(-1));
});

it("a smaller one is read the more often", async () => {
  const read = bookOf(1_000);
  const kept = keepBooks(read);
  const first = await kept(database, 1, 90, noon);
  expect(await kept(database, 1, 90, later(5_999))).toBe(first);
  expect((await kept(database, 1, 90, later(6_000))).at).toEqual(later(6_000));
});

it("a small book is read each time", async () => {
  const read = bookOf(499);
  const kept = keepBooks(read);
  await kept(database, 1, 90, noon);
  await kept(database, 1, 90, noon);
  expect(read).toHaveBeenCalledTimes(2);
});
