import { describe, expect, it } from "vitest";
import { fc } from "../../../tests/factories/draws.ts";
import {
  kaplanMeier,
  logRank,
  restrictedMean,
  type Span,
  seededRandom,
  survivalAt,
  survivalQuantile,
} from "../index.ts";

/** `6 9+`: happened at 6, still waiting at 9. */
const spans = (text: string): Span[] =>
  text.split(" ").map((one) => ({ time: Number.parseFloat(one), happened: !one.endsWith("+") }));

// Freireich et al. 1963 (R: MASS::gehan) and acute myelogenous leukaemia (R: survival::aml), as every textbook prints them.
const sixMp = spans("6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+");
const control = spans("1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23");
const maintained = spans("9 13 13+ 18 23 28+ 31 34 45+ 48 161+");
const notMaintained = spans("5 5 8 8 12 16+ 23 27 30 33 43 45");

describe("Kaplan and Meier's curve", () => {
  it("is the textbook's for Freireich's 6-MP", () => {
    const curve = kaplanMeier(sixMp);
    const expected = { 6: 0.857143, 7: 0.806723, 10: 0.752941, 13: 0.690196, 16: 0.627451, 22: 0.537815, 23: 0.448179 };
    for (const [time, survival] of Object.entries(expected)) {
      expect(survivalAt(curve, Number(time)).survival).toBeCloseTo(survival, 6);
    }
    // Collett, Modelling Survival Data, example 2.4: Greenwood's error at 6 and at 22 weeks.
    expect(survivalAt(curve, 6).error).toBeCloseTo(0.0764, 4);
    expect(survivalAt(curve, 22).error).toBeCloseTo(0.1282, 4);
    expect(survivalQuantile(curve, 0.5).time).toBe(23);
    expect(survivalQuantile(kaplanMeier(control), 0.5).time).toBe(8);
  });

  it("does not fall for the naive median: those who relapsed took 10 weeks, all together 23", () => {
    const solved = sixMp.filter(({ happened }) => happened);
    expect(survivalQuantile(kaplanMeier(solved), 0.5).time).toBe(10);
    expect(survivalQuantile(kaplanMeier(sixMp), 0.5).time).toBe(23);
  });

  it("has R's medians and bounds for the leukaemia trial", () => {
    const log = { scale: "log" } as const;
    expect(survivalQuantile(kaplanMeier(maintained, log), 0.5)).toEqual({ time: 31, low: 18, high: null });
    expect(survivalQuantile(kaplanMeier(notMaintained, log), 0.5)).toEqual({ time: 23, low: 8, high: null });
    expect(restrictedMean(kaplanMeier(maintained), 161).mean).toBeCloseTo(52.645455, 6);
    expect(restrictedMean(kaplanMeier(notMaintained), 45).mean).toBeCloseTo(22.708333, 6);
  });

  it("has log-log bounds within 0 and 1", () => {
    const { low, high } = survivalAt(kaplanMeier(sixMp), 6);
    // R: survfit(..., conf.type = "log-log") prints .620 and .952.
    expect(low).toBeCloseTo(0.62, 3);
    expect(high).toBeCloseTo(0.952, 3);
  });

  it("compares two groups as R does", () => {
    expect(logRank(sixMp, control).chiSquared).toBeCloseTo(16.792941, 6);
    const { chiSquared, p } = logRank(maintained, notMaintained);
    expect(chiSquared).toBeCloseTo(3.396389, 6);
    expect(p).toBeCloseTo(0.065339, 6);
    expect(logRank(control, control).chiSquared).toBeCloseTo(0, 12);
  });

  it("says that a median is not reached, and knows nothing of nobody", () => {
    expect(survivalQuantile(kaplanMeier(spans("1 2+ 3+ 4+")), 0.5)).toEqual({ time: null, low: 1, high: null });
    expect(kaplanMeier([])).toEqual({ count: 0, events: 0, steps: [] });
    expect(survivalAt(kaplanMeier([]), 5)).toMatchObject({ survival: 1, low: 1, high: 1 });
    expect(survivalQuantile(kaplanMeier(spans("1 2 3 4")), 0.5).time).toBe(2.5);
  });

  it("falls from 1, keeps its band around it, and counts everybody once", () => {
    const span = fc.record({ time: fc.integer({ min: 0, max: 40 }), happened: fc.boolean() });
    fc.assert(
      fc.property(fc.array(span, { minLength: 1, maxLength: 80 }), (watched) => {
        const { steps, count } = kaplanMeier(watched);
        let before = 1;
        for (const { survival, low, high } of steps) {
          expect(survival).toBeLessThanOrEqual(before);
          if (survival > 0) {
            expect(low).toBeLessThanOrEqual(survival);
            expect(high).toBeGreaterThanOrEqual(survival);
          }
          before = survival;
        }
        expect(steps.reduce((sum, { events, censored }) => sum + events + censored, 0)).toBe(count);
      }),
    );
  });

  it("covers the truth in 95 of 100 worlds where 30 % are never solved, and the naive median misses it", () => {
    // EVIDENCE S12: true median 55.4 h in all, watched 1 to 400 h; the median of the solved alone is far below.
    const random = seededRandom(12);
    const rate = Math.log(0.7 / 0.2) / 55.4;
    let covered = 0;
    let naiveBelow = 0;
    const worlds = 600;
    for (let world = 0; world < worlds; world++) {
      const watched = Array.from({ length: 300 }, () => {
        const solvedAt = random() < 0.7 ? -Math.log1p(-random()) / rate : Number.POSITIVE_INFINITY;
        const until = 1 + random() * 399;
        return { time: Math.min(solvedAt, until), happened: solvedAt <= until };
      });
      const { low, high } = survivalQuantile(kaplanMeier(watched), 0.5);
      if ((low ?? 0) <= 55.4 && (high ?? Number.POSITIVE_INFINITY) >= 55.4) covered++;
      const solved = watched.filter(({ happened }) => happened);
      if ((survivalQuantile(kaplanMeier(solved), 0.5).time ?? 0) < 45) naiveBelow++;
    }
    expect(covered / worlds).toBeGreaterThan(0.92);
    expect(covered / worlds).toBeLessThan(0.98);
    expect(naiveBelow / worlds).toBeGreaterThan(0.99);
  });
});
