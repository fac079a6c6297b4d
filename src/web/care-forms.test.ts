import { describe, expect, it } from "vitest";
import { fc } from "../../tests/factories/draws.ts";
import { readDates, readHours, readSpans, writeHours, writeSpans } from "./care-forms.ts";

describe("spans of a day", () => {
  it("may be several, in the ways people write them", () => {
    expect(readSpans(1, "9:00-12:00, 13 – 17.30")).toEqual({
      spans: [
        { day: 1, from: 540, to: 720 },
        { day: 1, from: 780, to: 1050 },
      ],
      unreadable: null,
    });
    expect(readSpans(2, " ").spans).toEqual([]);
    expect(readSpans(2, "0-24").spans).toEqual([{ day: 2, from: 0, to: 1440 }]);
  });

  it("go on into the next day where they end before they begin, from Sunday into Monday", () => {
    expect(readSpans(7, "22:00-6:00").spans).toEqual([
      { day: 7, from: 1320, to: 1440 },
      { day: 1, from: 0, to: 360 },
    ]);
    expect(readSpans(5, "22-0").spans).toEqual([{ day: 5, from: 1320, to: 1440 }]);
  });

  it.each(["nine to five", "9", "9:70-10:00", "25:00-26:00", "9:00-9:00", "9-12-13"])("are not %s", (typed) => {
    expect(readSpans(1, `8:00-9:00, ${typed}`).unreadable).toBe(typed);
  });

  it("are read back as they were written", () => {
    const span = fc
      .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }))
      .filter(([a, b]) => a < b);
    fc.assert(
      fc.property(fc.array(span, { maxLength: 4 }), (pairs) => {
        const spans = pairs.map(([from, to]) => ({ day: 3, from, to }));
        expect(readSpans(3, writeSpans(3, spans))).toEqual({ spans, unreadable: null });
      }),
    );
  });
});

it("dates are one a line or between commas, and the first that is none is named", () => {
  expect(readDates("2026-12-25\n2026-12-26, 2027-01-01")).toEqual({
    dates: ["2026-12-25", "2026-12-26", "2027-01-01"],
    unreadable: null,
  });
  expect(readDates("2026-12-25 Christmas").unreadable).toBe("Christmas");
});

describe("hours", () => {
  it("may have a point or a comma", () => {
    expect([readHours("0.5"), readHours("0,5"), readHours("8"), readHours(" ")]).toEqual([30, 30, 480, null]);
    expect([readHours("8h"), readHours("-1"), readHours("1,000,000")]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });

  it("give back every minute of a year", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 525_600 }), (minutes) => {
        expect(readHours(writeHours(minutes))).toBe(minutes);
      }),
    );
  });
});
