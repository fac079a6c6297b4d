import { describe, expect, it } from "vitest";
import { fc } from "../../../tests/factories/draws.ts";
import { type DigestSchedule, digestGoesNow, isTimeZone, nextDigestAt, timeZones } from "./digest-time.ts";

const berlin = (hour: number, lastSentAt: string | null = null): DigestSchedule => ({
  timeZone: "Europe/Berlin",
  hour,
  lastSentAt: lastSentAt === null ? null : new Date(lastSentAt),
});
const next = (schedule: DigestSchedule, after: string) => nextDigestAt(schedule, new Date(after)).toISOString();

describe("the next digest", () => {
  it("goes out at the member's own hour, in summer and in winter", () => {
    expect(next(berlin(8), "2026-01-15T12:00:00Z")).toBe("2026-01-16T07:00:00.000Z");
    expect(next(berlin(8), "2026-07-15T05:59:00Z")).toBe("2026-07-15T06:00:00.000Z");
    expect(next(berlin(8), "2026-07-15T06:00:00Z")).toBe("2026-07-16T06:00:00.000Z");
    expect(next({ timeZone: "Pacific/Kiritimati", hour: 0, lastSentAt: null }, "2026-01-15T12:00:00Z")).toBe(
      "2026-01-16T10:00:00.000Z",
    );
    expect(next({ timeZone: "Asia/Kathmandu", hour: 7, lastSentAt: null }, "2026-01-15T12:00:00Z")).toBe(
      "2026-01-16T01:15:00.000Z",
    );
  });

  it("goes out right behind the jump where clocks leave the hour out", () => {
    expect(next(berlin(2), "2026-03-28T12:00:00Z")).toBe("2026-03-29T01:00:00.000Z");
    expect(next({ timeZone: "Africa/Cairo", hour: 0, lastSentAt: null }, "2026-04-23T12:00:00Z")).toBe(
      "2026-04-23T22:00:00.000Z",
    );
  });

  it("goes out once where the hour comes twice", () => {
    expect(next(berlin(2), "2026-10-24T12:00:00Z")).toBe("2026-10-25T00:00:00.000Z");
    expect(next(berlin(2, "2026-10-25T00:00:00Z"), "2026-10-25T00:00:01Z")).toBe("2026-10-26T01:00:00.000Z");
  });

  it("waits for another day when one has gone out on this one, whatever hour is chosen now", () => {
    expect(next(berlin(22, "2026-01-15T07:00:00Z"), "2026-01-15T09:00:00Z")).toBe("2026-01-16T21:00:00.000Z");
  });

  it("is never two on one day, never on no day, and always at the hour, in any zone and over any change of clocks", () => {
    const zones = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Cairo", "Asia/Kathmandu", "UTC"];
    const start = fc.date({
      min: new Date("2024-01-01T00:00:00Z"),
      max: new Date("2028-01-01T00:00:00Z"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 23 }), start, (timeZone, hour, from) => {
        const read = new Intl.DateTimeFormat("en-CA", {
          timeZone,
          dateStyle: "short",
          timeStyle: "short",
          hourCycle: "h23",
        });
        let lastSentAt: Date | null = null;
        let after = from;
        const days: string[] = [];
        for (let sent = 0; sent < 5; sent += 1) {
          const at = nextDigestAt({ timeZone, hour, lastSentAt }, after);
          expect(at.getTime()).toBeGreaterThan(after.getTime());
          expect(at.getTime() - after.getTime()).toBeLessThanOrEqual(25.5 * 3_600_000);
          const shown = read.format(at);
          expect(Number(shown.slice(-5, -3)) - hour).toBeLessThanOrEqual(1);
          expect(Number(shown.slice(-5, -3))).toBeGreaterThanOrEqual(hour);
          days.push(shown.slice(0, 10));
          lastSentAt = at;
          after = new Date(at.getTime() + 1);
        }
        expect(new Set(days).size).toBe(days.length);
      }),
      { numRuns: 300 },
    );
  });
});

describe("a digest that is due", () => {
  it("goes out late on the same day, after a time without Kith", () => {
    expect(digestGoesNow(berlin(8, "2026-01-12T07:00:00Z"), new Date("2026-01-15T14:00:00Z"))).toBe(true);
  });

  it("wakes nobody at night for what was due on a day before", () => {
    expect(digestGoesNow(berlin(8, "2026-01-12T07:00:00Z"), new Date("2026-01-15T02:00:00Z"))).toBe(false);
    expect(digestGoesNow(berlin(8, "2026-01-12T07:00:00Z"), new Date("2026-01-15T07:00:00Z"))).toBe(true);
  });

  it("does not go out twice on a day", () => {
    expect(digestGoesNow(berlin(8, "2026-01-15T07:00:00Z"), new Date("2026-01-15T22:59:00Z"))).toBe(false);
  });
});

describe("time zones", () => {
  it("are the ones that this machine knows, and can all be used", () => {
    expect(timeZones()).toContain("Europe/Berlin");
    expect(timeZones().filter((name) => !isTimeZone(name))).toEqual([]);
    expect(["", "Mars/Olympus", "+01:00", "Europe/Berlin; drop"].filter(isTimeZone)).toEqual([]);
  });
});
