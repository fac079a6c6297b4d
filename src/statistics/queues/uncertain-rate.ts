import { gammaQuantile, gammaTails } from "../distributions/gamma.ts";

/** How a plan does when the rate of arrivals is not the forecast itself, but spread around it. */
export interface UnderUncertainty {
  /** The level to expect on average over all that may come. */
  readonly expected: number;
  /** P(the level reaches the target): the share of such intervals in which the promise is kept. */
  readonly holds: number;
}

const slices = 200;

/**
 * What becomes of a level that falls with the rate, such as a service level, when the rate is gamma-distributed around its
 * forecast with the coefficient of variation `cv` (Jongbloed and Koole 2001, doi:10.1002/asmb.444). A plan made for the
 * forecast itself keeps its promise about half the time only; this says how often.
 */
export function underUncertainty(
  levelAt: (rate: number) => number,
  forecast: { readonly mean: number; readonly cv: number },
  target: number,
): UnderUncertainty {
  const { mean, cv } = forecast;
  if (!(mean > 0) || !(cv > 0)) {
    const level = levelAt(Math.max(0, mean));
    return { expected: level, holds: level >= target ? 1 : 0 };
  }
  const shape = 1 / (cv * cv);
  let sum = 0;
  // The middles of slices of equal probability.
  for (let slice = 0; slice < slices; slice++) {
    sum += levelAt((gammaQuantile((slice + 0.5) / slices, shape) * mean) / shape);
  }
  return { expected: sum / slices, holds: gammaTails(shape, (mostRate(levelAt, mean, target) * shape) / mean).lower };
}

/** The greatest rate at which the level still reaches the target. */
function mostRate(levelAt: (rate: number) => number, mean: number, target: number): number {
  if (levelAt(0) < target) return 0;
  let low = 0;
  let high = mean;
  while (levelAt(high) >= target) {
    low = high;
    high *= 2;
    if (high > mean * 1e6) return Number.POSITIVE_INFINITY;
  }
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (levelAt(middle) >= target) low = middle;
    else high = middle;
  }
  return low;
}
