/** One forecast with what came of it; `weight` counts as that many forecasts (1 when left out). */
export interface Forecast {
  /** The score or probability that was given. */
  readonly score: number;
  readonly happened: boolean;
  readonly weight?: number;
}

/** A step-free isotonic map: `scores` ascend, `probabilities` never fall; between two points it is linear. */
export interface Calibration {
  readonly scores: readonly number[];
  readonly probabilities: readonly number[];
}

interface Block {
  scoreSum: number;
  hits: number;
  weight: number;
}

/**
 * Fits the best never-falling map from score to probability by pooling adjacent violators (Ayer et al. 1955,
 * doi:10.1214/aoms/1177728423). Each pooled block is smoothed by one half hit and one half miss, so that no
 * probability is ever exactly 0 or 1; no block is smaller than `leastWeight`.
 */
export function fitIsotonic(forecasts: readonly Forecast[], leastWeight = 25): Calibration {
  const sorted = [...forecasts].filter((one) => Number.isFinite(one.score)).sort((a, b) => a.score - b.score);
  const blocks: Block[] = [];
  // Violators are found after smoothing: a small block is smoothed more than a large one, and could fall below it.
  const smoothed = (block: Block): number => (block.hits + 0.5) / (block.weight + 1);
  for (const { score, happened, weight = 1 } of sorted) {
    const last = blocks.at(-1);
    if (last && last.weight < leastWeight) {
      last.scoreSum += score * weight;
      last.hits += happened ? weight : 0;
      last.weight += weight;
    } else {
      blocks.push({ scoreSum: score * weight, hits: happened ? weight : 0, weight });
    }
  }
  const pooled: Block[] = [];
  for (const block of blocks) {
    pooled.push({ ...block });
    for (;;) {
      const high = pooled.at(-1);
      const low = pooled.at(-2);
      if (!high || !low || smoothed(low) < smoothed(high)) break;
      low.scoreSum += high.scoreSum;
      low.hits += high.hits;
      low.weight += high.weight;
      pooled.pop();
    }
  }
  return {
    scores: pooled.map((block) => block.scoreSum / block.weight),
    probabilities: pooled.map(smoothed),
  };
}

/** The calibrated probability of a score; beyond the ends the end's probability holds. An empty map answers 0.5. */
export function calibrate(map: Calibration, score: number): number {
  const { scores, probabilities } = map;
  const last = scores.length - 1;
  if (last < 0 || Number.isNaN(score)) return 0.5;
  if (score <= at(scores, 0)) return at(probabilities, 0);
  if (score >= at(scores, last)) return at(probabilities, last);
  let low = 0;
  let high = last;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (at(scores, middle) <= score) low = middle;
    else high = middle;
  }
  const span = at(scores, high) - at(scores, low);
  const share = span > 0 ? (score - at(scores, low)) / span : 0;
  return at(probabilities, low) + share * (at(probabilities, high) - at(probabilities, low));
}

/**
 * Expected calibration error over `bins` bins of equal count (Naeini et al. 2015, doi:10.1609/aaai.v29i1.9602):
 * the weighted mean distance between what was promised and what happened. 0 is perfect.
 */
export function expectedCalibrationError(forecasts: readonly Forecast[], bins = 10): number {
  const sorted = [...forecasts].sort((a, b) => a.score - b.score);
  let error = 0;
  for (let bin = 0; bin < bins; bin++) {
    const part = sorted.slice(Math.floor((bin * sorted.length) / bins), Math.floor(((bin + 1) * sorted.length) / bins));
    if (part.length === 0) continue;
    const promised = part.reduce((sum, one) => sum + one.score, 0);
    const happened = part.reduce((sum, one) => sum + (one.happened ? 1 : 0), 0);
    error += Math.abs(promised - happened) / sorted.length;
  }
  return error;
}

/** Platt's map: probability = 1 / (1 + exp(-(slope * score + intercept))). */
export interface Platt {
  readonly slope: number;
  readonly intercept: number;
}

/**
 * Fits Platt's map by Newton steps on the smoothed targets of Lin, Lin and Weng (2007, doi:10.1007/s10994-007-5018-6);
 * the right choice below about a thousand forecasts, where an isotonic map would follow the noise.
 */
export function fitPlatt(forecasts: readonly Forecast[]): Platt {
  const hits = forecasts.filter((one) => one.happened).length;
  const misses = forecasts.length - hits;
  const high = (hits + 1) / (hits + 2);
  const low = 1 / (misses + 2);
  let slope = 0;
  let intercept = Math.log((hits + 1) / (misses + 1));
  for (let step = 0; step < 50; step++) {
    let gs = 0;
    let gi = 0;
    let ss = 1e-9;
    let si = 0;
    let ii = 1e-9;
    for (const { score, happened } of forecasts) {
      const probability = applyPlatt({ slope, intercept }, score);
      const difference = probability - (happened ? high : low);
      const curve = probability * (1 - probability) + 1e-12;
      gs += difference * score;
      gi += difference;
      ss += curve * score * score;
      si += curve * score;
      ii += curve;
    }
    const determinant = ss * ii - si * si;
    if (!(determinant > 0)) break;
    const ds = (ii * gs - si * gi) / determinant;
    const di = (ss * gi - si * gs) / determinant;
    slope -= ds;
    intercept -= di;
    if (Math.abs(ds) + Math.abs(di) < 1e-9) break;
  }
  return { slope, intercept };
}

/** The probability that Platt's line gives a score (`fitPlatt`). */
export function applyPlatt(map: Platt, score: number): number {
  return 1 / (1 + Math.exp(-(map.slope * score + map.intercept)));
}

function at(values: readonly number[], index: number): number {
  return values[index] ?? 0;
}
