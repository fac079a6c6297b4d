import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { sharedData, withoutSharedData } from "../../../tests/factories/shared-data.ts";
import {
  type ArrivalDay,
  backTest,
  type Coverage,
  drawFactor,
  drawPoisson,
  expectBetween,
  expectedArrivals,
  expectWeek,
  forecastArrivals,
  seededRandom,
} from "../index.ts";

const dayMs = 86_400_000;
const share = ({ covered, count }: Coverage) => covered / count;

/** Days of hours from instants, Monday first, in UTC; the first and the last day, which may be cut, are left out. */
function daysOf(instants: readonly number[]): ArrivalDay[] {
  const first = Math.floor(Math.min(...instants) / dayMs) + 1;
  const last = Math.floor(Math.max(...instants) / dayMs);
  const days = Array.from({ length: last - first }, (_, at) => ({
    weekday: (first + at + 3) % 7,
    counts: Array.from({ length: 24 }, () => 0),
  }));
  for (const instant of instants) {
    const counts = days[Math.floor(instant / dayMs) - first]?.counts;
    const hour = Math.floor((instant % dayMs) / 3_600_000);
    if (counts) counts[hour] = (counts[hour] ?? 0) + 1;
  }
  return days;
}

/** A made series: a week's shape, gamma days and gamma hours. */
function madeDays(weeks: number, level: number, cv: { day: number; hour: number }, seed: number): ArrivalDay[] {
  const random = seededRandom(seed);
  const factors = [1.3, 1.2, 1.1, 1.1, 1, 0.7, 0.6];
  return Array.from({ length: weeks * 7 }, (_, at) => {
    const today = drawFactor(random, cv.day);
    const counts = Array.from({ length: 24 }, (_, hour) => {
      const usual = (level / 24) * (factors[at % 7] ?? 1) * (1 + 0.7 * Math.cos(((hour - 15) * Math.PI) / 12));
      return drawPoisson(random, usual * today * drawFactor(random, cv.hour));
    });
    return { weekday: at % 7, counts };
  });
}

describe("a forecast of arrivals", () => {
  it("finds a week's shape again", () => {
    const forecast = forecastArrivals(madeDays(30, 240, { day: 0.1, hour: 0.1 }, 1));
    expect(forecast.level).toBeGreaterThan(228);
    expect(forecast.level).toBeLessThan(252);
    expect(forecast.weekdayFactor[0]).toBeCloseTo(1.3, 1);
    expect(forecast.weekdayFactor[6]).toBeCloseTo(0.6, 1);
    expect(expectedArrivals(forecast, 2, 15) / expectedArrivals(forecast, 2, 3)).toBeGreaterThan(4);
    expect(forecast.dayCv).toBeGreaterThan(0.06);
    expect(forecast.dayCv).toBeLessThan(0.16);
  });

  it("keeps the promise of its intervals on made series, from many to few arrivals", () => {
    const found = { days: { covered: 0, count: 0 }, slots: { covered: 0, count: 0 } };
    for (let seed = 1; seed <= 12; seed++) {
      const days = madeDays(12, 120, { day: 0.2, hour: 0.15 }, seed);
      const tested = backTest(days, { first: 42, step: 7, ahead: 7, level: 0.8 });
      for (const kind of ["days", "slots"] as const) {
        found[kind].covered += tested[kind].covered;
        found[kind].count += tested[kind].count;
      }
    }
    expect(share(found.days)).toBeGreaterThan(0.75);
    expect(share(found.days)).toBeLessThan(0.87);
    // Counts are whole: an interval of few values covers more than it promises, and never less.
    expect(share(found.slots)).toBeGreaterThan(0.79);
    expect(share(found.slots)).toBeLessThan(0.9);
  });

  it("would break it without the spread beyond Poisson's: the naive interval covers far too little", () => {
    const days = madeDays(30, 600, { day: 0.2, hour: 0.1 }, 5);
    const forecast = forecastArrivals(days.slice(0, 140));
    const naive = { ...forecast, dayCv: 0 };
    const inside = (with_: typeof forecast) =>
      days.slice(140).filter(({ weekday, counts }) => {
        const total = counts.reduce((sum, count) => sum + count, 0);
        const { low, high } = expectBetween(with_, { weekday }, 0.8);
        return total >= low && total <= high;
      }).length / 70;
    expect(inside(forecast)).toBeGreaterThan(0.7);
    expect(inside(naive)).toBeLessThan(0.5);
  });

  it("follows a series that drifts, and says so", () => {
    const steady = forecastArrivals(madeDays(20, 200, { day: 0.1, hour: 0 }, 3));
    const growing = madeDays(20, 100, { day: 0.05, hour: 0 }, 4).map(({ weekday, counts }, at) => ({
      weekday,
      counts: counts.map((count) => Math.round(count * (1 + at / 35))),
    }));
    const forecast = forecastArrivals(growing);
    expect(forecast.halfLife).toBeLessThan(60);
    expect(forecast.level).toBeGreaterThan(400);
    expect(steady.weekCv).toBeLessThan(forecast.weekCv);
  });

  it("starts on little, with a spread that is assumed", () => {
    const [day] = madeDays(1, 48, { day: 0, hour: 0 }, 9);
    const forecast = forecastArrivals([day as ArrivalDay]);
    expect(forecast.weeksMeasured).toBe(0);
    expect(forecast.dayCv).toBe(0.2);
    const { mean, low, high } = expectWeek(forecast);
    expect(low).toBeLessThan(mean);
    expect(high).toBeGreaterThan(mean);
    expect(() => forecastArrivals([])).toThrow("one day at least");
    const silent = forecastArrivals([{ weekday: 0, counts: [0, 0] }]);
    expect(expectBetween(silent, { weekday: 0 })).toEqual({ mean: 0, low: 0, high: 0 });
  });
});

describe("intervals on lived arrivals", () => {
  const bank = sharedData("staffing/anonymous-bank-1999-02-01-to-14.tsv");
  it.skipIf(!bank)(`cover the second week of a bank's calls (else: ${withoutSharedData})`, () => {
    const rows = readFileSync(bank as string, "utf8")
      .trimEnd()
      .split("\n")
      .slice(1)
      .map((row) => row.split("\t"));
    const days = Array.from({ length: 14 }, (_, at) => ({
      weekday: at % 7, // 1 February 1999 was a Monday
      counts: Array.from({ length: 24 }, () => 0),
    }));
    for (const row of rows) {
      const counts = days[Number(row[5]?.slice(4)) - 1]?.counts;
      const hour = Number(row[6]?.split(":")[0]) % 24;
      if (counts) counts[hour] = (counts[hour] ?? 0) + 1;
    }
    const tested = backTest(days, { first: 7, step: 1, ahead: 1, level: 0.8 });
    expect(tested.slots.count).toBe(168);
    expect(share(tested.slots)).toBeGreaterThan(0.75);
    expect(share(tested.slots)).toBeLessThan(0.95);
    expect(tested.days.covered).toBeGreaterThanOrEqual(5);
    const wide = backTest(days, { first: 7, step: 1, ahead: 1, level: 0.95 });
    expect(share(wide.slots)).toBeGreaterThan(0.9);
  });

  const site = sharedData("community/quantumcomputing/Posts.xml");
  it.skipIf(!site)(`cover the questions of a whole site (else: ${withoutSharedData})`, () => {
    const asked = [
      ...readFileSync(site as string, "utf8").matchAll(/PostTypeId="1"[^>]*? CreationDate="([^"]+)"/g),
    ].map(([, at]) => Date.parse(`${at}Z`));
    expect(asked).toHaveLength(612);
    const days = daysOf(asked);
    const tested = backTest(days, { first: 56, step: 7, ahead: 7, level: 0.8 });
    expect(tested.days.count).toBeGreaterThan(50);
    expect(share(tested.days)).toBeGreaterThan(0.75);
    expect(share(tested.slots)).toBeGreaterThan(0.8);
  });

  const geo = sharedData("evidence/geolift/GeoLift_Test_wide.csv");
  it.skipIf(!geo)(`cover days of forty cities' sales (else: ${withoutSharedData})`, () => {
    const [, ...rows] = readFileSync(geo as string, "utf8")
      .trim()
      .split("\n")
      .map((row) => row.split(","));
    const found = { covered: 0, count: 0 };
    for (const [, ...sales] of rows.filter((_, at) => at % 4 === 0)) {
      const days = sales.map((one, at) => ({ weekday: at % 7, counts: [Math.round(Number(one))] }));
      const tested = backTest(days, { first: 42, step: 7, ahead: 7, level: 0.8 });
      found.covered += tested.days.covered;
      found.count += tested.days.count;
    }
    expect(found.count).toBeGreaterThan(500);
    expect(share(found)).toBeGreaterThan(0.72);
    expect(share(found)).toBeLessThan(0.9);
  });
});
