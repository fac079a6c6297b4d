import { normalQuantile } from "./normal-quantile.ts";

const halfLogTwoPi = 0.9189385332046727;
/** Lanczos' coefficients for g = 7, n = 9 (Godfrey 2001): about 15 digits. */
const lanczos = [
  0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
];
/** From here on Stirling's series is exact to the last digit, and keeps what a difference of logarithms would lose. */
const stirlingFrom = 16;
const mostTerms = 100_000;
const tiny = 1e-300;

/** ln Γ(x) for x > 0. */
export function logGamma(x: number): number {
  if (x >= stirlingFrom) return (x - 0.5) * Math.log(x) - x + halfLogTwoPi + stirlingRest(x);
  let sum = lanczos[0] as number;
  for (let term = 1; term < lanczos.length; term++) sum += (lanczos[term] as number) / (x - 1 + term);
  const t = x + 6.5;
  return halfLogTwoPi + (x - 0.5) * Math.log(t) - t + Math.log(sum);
}

/** What Stirling's formula leaves out of ln Γ(x) (Abramowitz and Stegun 6.1.41). */
function stirlingRest(x: number): number {
  const inverse = 1 / (x * x);
  return (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse * (1 / 1680 - inverse / 1188)))) / x;
}

/** Both tails of a distribution at one place: the small one keeps its digits, which 1 minus the other would lose. */
export interface Tails {
  readonly lower: number;
  readonly upper: number;
}

/**
 * P(X <= x) and P(X > x) for X of a gamma distribution with this shape and scale 1: the regularised incomplete gamma
 * functions, by series below the mean and by Lentz' continued fraction above it (DLMF 8.11.4 and 8.9.2).
 */
export function gammaTails(shape: number, x: number): Tails {
  if (!(x > 0)) return { lower: 0, upper: 1 };
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 };
  const front = Math.exp(logDensityTimesX(shape, x));
  if (x < shape + 1) {
    const lower = Math.min(1, (front * series(shape, x)) / shape);
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(1, front * fraction(shape, x));
  return { lower: 1 - upper, upper };
}

/** ln of x^shape e^-x / Γ(shape); for large shapes by the deviance, as differences of large logarithms lose digits (Loader 2000). */
function logDensityTimesX(shape: number, x: number): number {
  if (shape < stirlingFrom) return shape * Math.log(x) - x - logGamma(shape);
  const deviance = shape * excessOverLog((x - shape) / shape);
  return -deviance + 0.5 * Math.log(shape) - halfLogTwoPi - stirlingRest(shape);
}

/** r - ln(1 + r): near 0, where the two cancel, by its series. */
function excessOverLog(r: number): number {
  if (Math.abs(r) > 0.1) return r - Math.log1p(r);
  let power = r * r;
  let sum = power / 2;
  for (let order = 3; Math.abs(power) > 1e-20 && order < 40; order++) {
    power *= -r;
    sum += power / order;
  }
  return sum;
}

/** Γ(shape + 1) x^-shape e^x times the lower function. */
function series(shape: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let step = 1; step < mostTerms && term > sum * 1e-17; step++) {
    term *= x / (shape + step);
    sum += term;
  }
  return sum;
}

/** Γ(shape) x^-shape e^x times the upper function. */
function fraction(shape: number, x: number): number {
  let b = x + 1 - shape;
  let c = 1 / tiny;
  let d = 1 / b;
  let value = d;
  for (let step = 1; step < mostTerms; step++) {
    const a = -step * (step - shape);
    b += 2;
    d = 1 / notZero(a * d + b);
    c = notZero(b + a / c);
    value *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return value;
}

function notZero(value: number): number {
  return Math.abs(value) < tiny ? tiny : value;
}

/**
 * The value below which a gamma variable with this shape and scale 1 stays with this probability. Newton's steps on the
 * nearer tail from Wilson and Hilferty's start (1931, doi:10.1073/pnas.17.12.684), kept within a shrinking bracket.
 */
export function gammaQuantile(probability: number, shape: number): number {
  if (!(probability > 0)) return 0;
  if (probability >= 1) return Number.POSITIVE_INFINITY;
  let low = 0;
  let high = Number.POSITIVE_INFINITY;
  let x = firstGuess(probability, shape);
  for (let step = 0; step < 200; step++) {
    const { lower, upper } = gammaTails(shape, x);
    const excess = probability < 0.5 ? lower - probability : 1 - probability - upper;
    if (excess > 0) high = x;
    else low = x;
    const density = Math.exp(logDensityTimesX(shape, x)) / x;
    let next = x - excess / density;
    if (!(next > low && next < high)) next = high === Number.POSITIVE_INFINITY ? x * 2 : (low + high) / 2;
    if (Math.abs(next - x) <= 1e-15 * x || next === 0) return next;
    x = next;
  }
  return x;
}

function firstGuess(probability: number, shape: number): number {
  const fromBelow = Math.exp((Math.log(probability) + logGamma(shape + 1)) / shape);
  if (shape < 1 || fromBelow < 0.1 * shape) return Math.max(fromBelow, 1e-300);
  const ninth = 1 / (9 * shape);
  return Math.max(shape * (1 - ninth + normalQuantile(probability) * Math.sqrt(ninth)) ** 3, fromBelow);
}
