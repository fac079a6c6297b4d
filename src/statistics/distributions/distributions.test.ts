import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { sharedData, withoutSharedData } from "../../../tests/factories/shared-data.ts";
import {
  countQuantile,
  gammaQuantile,
  gammaTails,
  logChanceOf,
  logGamma,
  normalQuantile,
  normalTails,
} from "../index.ts";

interface Reference {
  readonly fn: string;
  readonly args: readonly [number, number];
  readonly val: string;
}
const file = sharedData("evidence/distributions.json");
const references: Reference[] = file ? JSON.parse(readFileSync(file, "utf8")) : [];

function worst(fn: string, compute: (first: number, second: number) => number): number {
  const errors = references
    .filter((one) => one.fn === fn)
    .map(
      ({ args, val }) => Math.abs(compute(args[0], args[1]) - Number(val)) / Math.max(Math.abs(Number(val)), 1e-300),
    );
  expect(errors.length).toBeGreaterThan(20);
  return Math.max(...errors);
}

describe.skipIf(!file)(`distributions against 50 digits of mpmath (else: ${withoutSharedData})`, () => {
  it("the normal distribution and its quantile hold into the far tails", () => {
    expect(worst("norm.cdf", (z) => normalTails(z).lower)).toBeLessThan(1e-12);
    expect(worst("norm.ppf", (p) => normalQuantile(p))).toBeLessThan(1e-14);
  });

  it("the gamma distribution and its quantile hold for shapes from .01 to 10,000", () => {
    expect(worst("gamma.cdf", (x, shape) => gammaTails(shape, x).lower)).toBeLessThan(1e-11);
    expect(worst("gamma.ppf", (p, shape) => gammaQuantile(p, shape))).toBeLessThan(1e-11);
  });
});

describe("counts", () => {
  it("are Poisson's where the rate is certain", () => {
    // P(N <= 10 | 10) = .58304, P(N <= 15 | 10) = .95126 (any table of Poisson's distribution).
    expect(countQuantile(0.583, 10, 0)).toBe(10);
    expect(countQuantile(0.5831, 10, 0)).toBe(11);
    expect(countQuantile(0.951, 10, 0)).toBe(15);
    expect(countQuantile(0.5, 0, 0.3)).toBe(0);
  });

  it("sum to one, with the mean and the variance that they promise", () => {
    for (const [mean, cv] of [
      [0.3, 2],
      [12, 0.4],
      [900, 0.2],
      [40, 0],
    ] as const) {
      const chance = logChanceOf(mean, cv);
      let total = 0;
      let first = 0;
      let second = 0;
      for (let count = 0; count < mean * 12 + 400; count++) {
        const p = Math.exp(chance(count));
        total += p;
        first += p * count;
        second += p * count * count;
      }
      expect(total).toBeCloseTo(1, 8);
      expect(first / mean).toBeCloseTo(1, 6);
      expect((second - first * first) / (mean + cv * cv * mean * mean)).toBeCloseTo(1, 4);
    }
  });

  it("knows factorials", () => {
    expect(logGamma(11)).toBeCloseTo(Math.log(3628800), 12);
    expect(logGamma(101)).toBeCloseTo(363.73937555556347, 10);
  });
});
