import { describe, expect, it } from "vitest";
import { fc } from "../../tests/factories/draws.ts";
import {
  applyPlatt,
  calibrate,
  expectedCalibrationError,
  fitIsotonic,
  fitPlatt,
  seededRandom,
  wilsonInterval,
} from "./index.ts";

const forecasts = fc.array(fc.record({ score: fc.double({ min: -5, max: 5, noNaN: true }), happened: fc.boolean() }), {
  minLength: 1,
  maxLength: 200,
});

const smallAfterLarge = [
  ...Array.from({ length: 22 }, (_, at) => ({ score: -1, happened: at < 17 })),
  ...Array.from({ length: 5 }, (_, at) => ({ score: 1, happened: at < 4 })),
];

describe("calibration", () => {
  it("never falls and stays a probability", () => {
    fc.assert(
      fc.property(
        forecasts,
        fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 2 }),
        (past, scores) => {
          const map = fitIsotonic(past, 5);
          const given = scores.sort((a, b) => a - b).map((score) => calibrate(map, score));
          given.forEach((probability, at) => {
            expect(probability).toBeGreaterThan(0);
            expect(probability).toBeLessThan(1);
            if (at > 0) expect(probability).toBeGreaterThanOrEqual((given[at - 1] as number) - 1e-12);
          });
        },
      ),
      // A large block at 17 of 22 before a small one at 4 of 5, which smoothing alone would bring to .75.
      { examples: [[smallAfterLarge, [0, 9]]] },
    );
  });

  it("brings a distorted score close to what happens", () => {
    const random = seededRandom(3);
    const draw = () => {
      const chance = random();
      return { score: chance ** 3, happened: random() < chance };
    };
    const past = Array.from({ length: 4000 }, draw);
    const map = fitIsotonic(past, 40);
    const fresh = Array.from({ length: 4000 }, draw);
    expect(expectedCalibrationError(fresh)).toBeGreaterThan(0.1);
    expect(
      expectedCalibrationError(fresh.map(({ score, happened }) => ({ score: calibrate(map, score), happened }))),
    ).toBeLessThan(0.03);
  });

  it("finds Platt's slope and intercept again", () => {
    const random = seededRandom(5);
    const past = Array.from({ length: 8000 }, () => {
      const score = random() * 6 - 3;
      return { score, happened: random() < applyPlatt({ slope: 1.5, intercept: -0.5 }, score) };
    });
    const { slope, intercept } = fitPlatt(past);
    expect(slope).toBeCloseTo(1.5, 0);
    expect(intercept).toBeCloseTo(-0.5, 0);
  });
});

describe("Wilson's interval", () => {
  it("agrees with the published values for 81 of 263", () => {
    // Newcombe 1998, doi:10.1002/(SICI)1097-0258(19980430)17:8<857::AID-SIM777>3.0.CO;2-E, table I: .2553 to .3662.
    const { low, high } = wilsonInterval(81, 263);
    expect(low).toBeCloseTo(0.2553, 4);
    expect(high).toBeCloseTo(0.3662, 4);
  });

  it("knows nothing without trials", () => {
    expect(wilsonInterval(0, 0)).toEqual({ share: 0, low: 0, high: 1 });
  });
});
