import { gammaTails, type Tails } from "./gamma.ts";

const rootTwoPi = 2.5066282746310002;

/** The standard normal density. */
export function normalDensity(z: number): number {
  return Math.exp((-z * z) / 2) / rootTwoPi;
}

/** P(Z <= z) and P(Z > z) of a standard normal variable; the smaller tail keeps its digits down to 1e-300. */
export function normalTails(z: number): Tails {
  const { lower, upper } = gammaTails(0.5, (z * z) / 2);
  const small = upper / 2;
  const large = 0.5 + lower / 2;
  return z < 0 ? { lower: small, upper: large } : { lower: large, upper: small };
}
