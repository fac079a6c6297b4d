import { expect, it, vi } from "vitest";
import type { Database } from "../../store/index.ts";
import { keepBooks, type ReadBook } from "./keep-books.ts";
import type { Book } from "./read-book.ts";

const database = {} as Database;
const noon = new Date("2026-01-15T12:00:00Z");
const later = (ms: number) => new Date(noon.getTime() + ms);
const bookOf = (opened: number, older = 0) => {
  const open = { day: 0, week: 0, month: 0, quarter: 0, older };
  return vi.fn<ReadBook>(async (_database, _communityId, windowDays, at) => ({ opened, open, windowDays, at }) as Book);
};

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

it.each([
  [1_000, 0],
  [100, 900],
])("a smaller one is read the more often (%i opened, %i open for long)", async (opened, older) => {
  const read = bookOf(opened, older);
  const kept = keepBooks(read);
  const first = await kept(database, 1, 90, noon);
  expect(await kept(database, 1, 90, later(5_999))).toBe(first);
  expect((await kept(database, 1, 90, later(6_000))).at).toEqual(later(6_000));
});

it("a small book is read each time", async () => {
  const read = bookOf(400, 99);
  const kept = keepBooks(read);
  await kept(database, 1, 90, noon);
  await kept(database, 1, 90, noon);
  expect(read).toHaveBeenCalledTimes(2);
});
