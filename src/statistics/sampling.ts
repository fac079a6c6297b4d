import type { Random } from "./random.ts";

/** A waiting time with this rate: exponential, with mean 1 / rate. */
export function drawExponential(random: Random, rate: number): number {
  return -Math.log1p(-random()) / rate;
}

/** A standard normal number (Marsaglia and Bray 1964, doi:10.1137/1006063). */
export function drawNormal(random: Random): number {
  for (;;) {
    const x = 2 * random() - 1;
    const y = 2 * random() - 1;
    const size = x * x + y * y;
    if (size > 0 && size < 1) return x * Math.sqrt((-2 * Math.log(size)) / size);
  }
}

/** A gamma number with this shape and scale 1 (Marsaglia and Tsang 2000, doi:10.1145/358407.358414). */
export function drawGamma(random: Random, shape: number): number {
  if (shape < 1) return drawGamma(random, shape + 1) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const z = drawNormal(random);
    const v = (1 + c * z) ** 3;
    if (v > 0 && Math.log1p(-random()) < 0.5 * z * z + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** A factor around 1 with this coefficient of variation: how far a rate may be from its forecast. */
export function drawFactor(random: Random, cv: number): number {
  return cv > 0 ? drawGamma(random, 1 / (cv * cv)) * cv * cv : 1;
}

/** A Poisson count with this mean: by waiting times, in parts of at most 30 so that no product underflows. */
export function drawPoisson(random: Random, mean: number): number {
  let count = 0;
  for (let left = mean; left > 0; left -= 30) {
    const floor = Math.exp(-Math.min(left, 30));
    for (let product = 1 - random(); product > floor; product *= 1 - random()) count++;
  }
  return count;
}
