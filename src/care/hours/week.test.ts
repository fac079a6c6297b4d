import { expect, it } from "vitest";
import { momentOnDayOf, readWeek, weekOf, weeksOn } from "./week.ts";

const hour = 3_600_000;

it("a week begins at Monday's midnight on the wall, also where the clocks change within it", () => {
  const week = weekOf("Europe/Vienna", new Date("2026-03-25T12:00:00Z"));
  expect(week.monday).toBe("2026-03-23");
  expect(week.from.toISOString()).toBe("2026-03-22T23:00:00.000Z");
  expect(week.to.toISOString()).toBe("2026-03-29T22:00:00.000Z");
  expect(week.days.map((day, at) => (Number(week.days[at + 1] ?? day) - Number(day)) / hour)).toEqual([
    ...[24, 24, 24, 24, 24, 24, 23, 0],
  ]);
  expect(weekOf("UTC", new Date("2026-01-04T23:59:59Z")).monday).toBe("2025-12-29");
});

it("weeks follow each other without a gap, and each is found by any of its days", () => {
  const week = weekOf("America/New_York", new Date("2026-10-28T12:00:00Z"));
  expect(weeksOn("America/New_York", week, 1).from).toEqual(week.to);
  expect(weeksOn("America/New_York", weeksOn("America/New_York", week, 1), -1)).toEqual(week);
  expect(readWeek("America/New_York", "2026-11-01")).toEqual(week);
  for (const text of ["2026-02-30", "soon", "2026-1-1", "1026-01-01", ""]) expect(readWeek("UTC", text)).toBeNull();
});

it("a time on the day of a moment keeps the moment's seconds where nothing else was typed", () => {
  const moment = new Date("2026-01-12T09:30:41.500Z");
  expect(momentOnDayOf("Europe/Vienna", moment, "10:30")).toEqual(moment);
  expect(momentOnDayOf("Europe/Vienna", moment, "10:31").toISOString()).toBe("2026-01-12T09:31:00.000Z");
  for (const text of ["24:00", "9:30", "soon"]) expect(momentOnDayOf("UTC", moment, text).getTime()).toBeNaN();
  expect(momentOnDayOf("UTC", new Date(Number.NaN), "10:00").getTime()).toBeNaN();
});
