import { logGamma } from "./gamma.ts";

/**
 * The count that a Poisson variable whose rate is itself uncertain stays at or below with this probability: a negative
 * binomial with mean `mean` and variance `mean + cv² mean²`, where `cv` is the coefficient of variation of the rate
 * (Greenwood and Yule 1920, doi:10.2307/2341080). With cv 0 it is Poisson's.
 */
export function countQuantile(probability: number, mean: number, cv: number): number {
  if (!(mean > 0)) return 0;
  const spread = Math.sqrt(mean + cv * cv * mean * mean);
  const logChance = logChanceOf(mean, cv);
  // Far enough out on both sides that what is left cannot move a quantile that people use (1e-6 to 1 - 1e-6).
  let count = Math.max(0, Math.floor(mean - 12 * spread));
  let sum = Math.exp(logChance(count));
  const last = Math.ceil(mean + 40 * spread) + 10;
  while (sum < probability && count < last) {
    count++;
    sum += Math.exp(logChance(count));
  }
  return count;
}

/** ln P(N = count) for such a variable. */
export function logChanceOf(mean: number, cv: number): (count: number) => number {
  if (cv * cv * mean < 1e-9) return (count) => count * Math.log(mean) - mean - logGamma(count + 1);
  const shape = 1 / (cv * cv);
  const none = shape * Math.log1p(mean / shape) * -1;
  const each = -Math.log1p(shape / mean);
  const start = logGamma(shape);
  return (count) => logGamma(count + shape) - start - logGamma(count + 1) + none + count * each;
}
