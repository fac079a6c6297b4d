import { describe, expect, it } from "vitest";
import { fc } from "../../tests/factories/draws.ts";
import { unwrap } from "../kernel/index.ts";
import {
  addWorkingTime,
  type Calendar,
  checkCalendar,
  isWorkingTime,
  nextWorkingMoment,
  workingTimeBetween,
} from "./calendar.ts";

const hour = 3_600_000;
const year = 365 * 24 * hour;
const workdays = [1, 2, 3, 4, 5];
const vienna: Calendar = unwrap(
  checkCalendar({
    timeZone: "Europe/Vienna",
    spans: workdays.flatMap((day) => [
      { day, from: 9 * 60, to: 12 * 60 },
      { day, from: 13 * 60, to: 17 * 60 },
    ]),
    holidays: ["2026-05-01", "2026-12-25"],
  }),
);
const at = (text: string) => new Date(text);

describe("working time", () => {
  it("leaves out the break at noon, the night, the weekend and holidays", () => {
    // Thursday, 16:30 in Vienna; Friday 1 May is a holiday.
    expect(addWorkingTime(vienna, at("2026-04-30T14:30:00Z"), hour)).toEqual(at("2026-05-04T07:30:00Z"));
    expect(addWorkingTime(vienna, at("2026-05-04T09:30:00Z"), hour)).toEqual(at("2026-05-04T11:30:00Z"));
    expect(workingTimeBetween(vienna, at("2026-04-27T00:00:00Z"), at("2026-05-04T00:00:00Z"))).toBe(4 * 7 * hour);
  });

  it("follows the clocks of its zone when they change", () => {
    const night = unwrap(
      checkCalendar({ timeZone: "Europe/Vienna", spans: [{ day: 7, from: 0, to: 6 * 60 }], holidays: [] }),
    );
    const sunday = (date: string) => [at(`${date}T00:00:00+02:00`), at(`${date}T23:00:00Z`)] as const;
    // On 29 March 2026 the hour from 2 to 3 is skipped; on 25 October it comes twice.
    expect(workingTimeBetween(night, at("2026-03-28T23:00:00Z"), at("2026-03-29T22:00:00Z"))).toBe(5 * hour);
    expect(workingTimeBetween(night, ...sunday("2026-10-25"))).toBe(7 * hour);
    const skipped = unwrap(
      checkCalendar({ timeZone: "Europe/Vienna", spans: [{ day: 7, from: 150, to: 240 }], holidays: [] }),
    );
    // From 2:30, which does not exist, to 4:00: the hour from 3 to 4 is left.
    expect(workingTimeBetween(skipped, at("2026-03-28T23:00:00Z"), at("2026-03-29T22:00:00Z"))).toBe(hour);
  });

  it("knows zones that are half an hour off, and days that a zone never had", () => {
    const lord = unwrap(
      checkCalendar({ timeZone: "Australia/Lord_Howe", spans: [{ day: 1, from: 540, to: 600 }], holidays: [] }),
    );
    expect(nextWorkingMoment(lord, at("2026-01-04T00:00:00Z"))).toEqual(at("2026-01-04T22:00:00Z"));
    const samoa = unwrap(
      checkCalendar({ timeZone: "Pacific/Apia", spans: [{ day: 5, from: 540, to: 600 }], holidays: [] }),
    );
    // Friday 30 December 2011 was left out there.
    expect(nextWorkingMoment(samoa, at("2011-12-30T12:00:00Z")).toISOString()).toMatch(/^2012-01-05T19:00/);
  });

  const zones = ["UTC", "Europe/Vienna", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "America/St_Johns"];
  const span = fc
    .record({
      day: fc.integer({ min: 1, max: 7 }),
      from: fc.integer({ min: 0, max: 1400 }),
      length: fc.integer({ min: 1, max: 600 }),
    })
    .map(({ day, from, length }) => ({ day, from, to: Math.min(from + length, 1440) }));
  const calendars = fc
    .record({
      timeZone: fc.constantFrom(...zones),
      spans: fc.array(span, { minLength: 1, maxLength: 8 }),
      holidays: fc.array(fc.constantFrom("2026-03-29", "2026-03-30", "2026-10-25", "2026-07-01"), { maxLength: 3 }),
    })
    .map((typed) => unwrap(checkCalendar(typed)));
  const moments = fc
    .integer({ min: Date.UTC(2026, 1, 1), max: Date.UTC(2026, 11, 1) })
    .map((ms) => new Date(Math.floor(ms / 1000) * 1000));

  it("that is added is there when it is counted, for any calendar, zone and moment", () => {
    fc.assert(
      fc.property(calendars, moments, fc.integer({ min: 1, max: 60 * hour }), (calendar, from, ms) => {
        const due = addWorkingTime(calendar, from, ms);
        expect(due.getTime()).toBeGreaterThan(from.getTime());
        const counted = workingTimeBetween(calendar, from, due);
        // By a calendar of minutes a week it may be due after our lives; then it is due at their end.
        if (due.getTime() - from.getTime() < 38 * year) expect(counted).toBe(ms);
        else expect(counted).toBeLessThanOrEqual(ms);
      }),
      { numRuns: 300 },
    );
  });

  it("adds up, whatever moment it is split at, and never runs faster than the clock", () => {
    fc.assert(
      fc.property(calendars, moments, moments, moments, (calendar, a, b, c) => {
        const [from, middle, to] = [a, b, c].sort((one, other) => one.getTime() - other.getTime()) as [
          Date,
          Date,
          Date,
        ];
        const whole = workingTimeBetween(calendar, from, to);
        expect(workingTimeBetween(calendar, from, middle) + workingTimeBetween(calendar, middle, to)).toBe(whole);
        expect(whole).toBeLessThanOrEqual(to.getTime() - from.getTime());
      }),
      { numRuns: 40 },
    );
  });

  it("of a minute a week is enough to count by, and ends within forty years", () => {
    const minute = unwrap(checkCalendar({ timeZone: "UTC", spans: [{ day: 1, from: 0, to: 1 }], holidays: [] }));
    const monday = at("2026-03-02T00:00:00Z");
    expect(addWorkingTime(minute, monday, 3 * 60_000)).toEqual(at("2026-03-16T00:01:00Z"));
    const never = addWorkingTime(minute, monday, 1000 * hour);
    expect(never.getTime() - monday.getTime()).toBeLessThan(40 * year);
  });

  it("is there at the next working moment, and not before", () => {
    fc.assert(
      fc.property(calendars, moments, (calendar, moment) => {
        const next = nextWorkingMoment(calendar, moment);
        expect(isWorkingTime(calendar, next)).toBe(true);
        expect(workingTimeBetween(calendar, moment, next)).toBe(0);
      }),
      { numRuns: 200 },
    );
  });
});

describe("a calendar", () => {
  const base = { timeZone: "UTC", spans: [{ day: 1, from: 540, to: 720 }], holidays: [] };

  it("without working time is refused, and says so", () => {
    expect(checkCalendar({ ...base, spans: [] })).toMatchObject({
      error: { code: "calendar-without-hours", fields: { spans: expect.stringContaining("no working time") } },
    });
  });

  it("is refused with what is wrong", () => {
    const codeOf = (calendar: Calendar) => {
      const checked = checkCalendar(calendar);
      return checked.ok ? "fine" : checked.error.code;
    };
    expect(codeOf({ ...base, timeZone: "Mars/Olympus" })).toBe("time-zone-unknown");
    expect(codeOf({ ...base, spans: [{ day: 1, from: 720, to: 540 }] })).toBe("span-invalid");
    expect(codeOf({ ...base, spans: [{ day: 8, from: 0, to: 10 }] })).toBe("span-invalid");
    expect(codeOf({ ...base, holidays: ["2026-02-30"] })).toBe("holidays-invalid");
    expect(codeOf(base)).toBe("fine");
  });

  it("joins spans that overlap, so that no minute counts twice", () => {
    const spans = [
      { day: 1, from: 600, to: 720 },
      { day: 1, from: 540, to: 660 },
    ];
    expect(unwrap(checkCalendar({ ...base, spans })).spans).toEqual([{ day: 1, from: 540, to: 720 }]);
  });
});
