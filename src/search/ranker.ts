import { type Random, seededRandom, shuffle } from "../statistics/index.ts";

/** How much the loss asks for one relevant candidate in front, against all of them in front. */
const FIRST_ONE = 0.1;
/**
 * A small scoring function over features: a linear part and `hidden` soft steps. `shift` and `scale` bring features to mean 0
 * and deviation 1. Scores mean something only within one query.
 */
export interface Ranker {
  readonly features: number;
  readonly hidden: number;
  readonly shift: Float32Array;
  readonly scale: Float32Array;
  /** features + hidden * (features + 2) numbers: linear weights; then per unit its inputs, bias and output weight. */
  readonly weights: Float32Array;
}

/** One query's candidates to learn from; `relevant[i]` is 1 for those that answer. */
export interface RankingExample {
  /** Row by row, `relevant.length` rows. */
  readonly rows: Float32Array;
  readonly relevant: Uint8Array;
}

export interface RankerSettings {
  readonly hidden: number;
  readonly epochs: number;
  readonly learningRate: number;
  /** Pulls weights towards where they started. */
  readonly decay: number;
  readonly seed: number;
}

/** The score of one candidate, whose features begin at `at`. `activations`, when given, keeps the soft steps for learning. */
export function rankerScore(ranker: Ranker, rows: Float32Array, at: number, activations?: Float32Array): number {
  const { features, hidden, shift, scale, weights } = ranker;
  let score = 0;
  for (let one = 0; one < features; one++) {
    score += (weights[one] as number) * ((rows[at + one] as number) - (shift[one] as number)) * (scale[one] as number);
  }
  for (let unit = 0, base = features; unit < hidden; unit++, base += features + 2) {
    let sum = weights[base + features] as number;
    for (let one = 0; one < features; one++) {
      sum +=
        (weights[base + one] as number) *
        ((rows[at + one] as number) - (shift[one] as number)) *
        (scale[one] as number);
    }
    const active = Math.tanh(sum);
    if (activations) activations[unit] = active;
    score += (weights[base + features + 1] as number) * active;
  }
  return score;
}

/**
 * Learns to put relevant candidates first: the loss is minus the log of the share that the softmax over a query's candidates
 * gives to relevant ones (ListNet, Cao et al. 2007, doi:10.1145/1273496.1273513); Adagrad. Queries without a relevant
 * candidate teach nothing and are left out. `start` are the linear weights to begin with, one a feature.
 */
export function trainRanker(
  examples: readonly RankingExample[],
  start: readonly number[],
  settings: RankerSettings,
): Ranker {
  const features = start.length;
  const useful = examples.filter(({ relevant }) => relevant.includes(1) && relevant.includes(0));
  const random = seededRandom(settings.seed);
  const ranker = startRanker(useful, start, settings.hidden, random);
  const first = ranker.weights.slice();
  const squares = new Float32Array(ranker.weights.length);
  const gradient = new Float32Array(ranker.weights.length);
  const order = Uint32Array.from(useful.keys());
  const batch = 16;
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    shuffle(order, random);
    const rate = settings.learningRate * (1 - (0.9 * epoch) / settings.epochs);
    for (let begin = 0; begin < order.length; begin += batch) {
      gradient.fill(0);
      const end = Math.min(order.length, begin + batch);
      for (let at = begin; at < end; at++)
        addGradient(ranker, useful[order[at] as number] as RankingExample, gradient, features);
      for (let one = 0; one < gradient.length; one++) {
        const pull = settings.decay * ((ranker.weights[one] as number) - (first[one] as number));
        const slope = (gradient[one] as number) / (end - begin) + pull;
        squares[one] = (squares[one] as number) + slope * slope;
        ranker.weights[one] =
          (ranker.weights[one] as number) - (rate * slope) / Math.sqrt((squares[one] as number) + 1e-8);
      }
    }
  }
  return ranker;
}

function startRanker(
  examples: readonly RankingExample[],
  start: readonly number[],
  hidden: number,
  random: Random,
): Ranker {
  const features = start.length;
  const shift = new Float32Array(features);
  const scale = new Float32Array(features).fill(1);
  let count = 0;
  for (const { relevant } of examples) count += relevant.length;
  for (let one = 0; one < features; one++) {
    let sum = 0;
    let squares = 0;
    for (const { rows } of examples) {
      for (let at = one; at < rows.length; at += features) {
        sum += rows[at] as number;
        squares += (rows[at] as number) ** 2;
      }
    }
    const mean = count > 0 ? sum / count : 0;
    const deviation = count > 0 ? Math.sqrt(Math.max(0, squares / count - mean * mean)) : 1;
    shift[one] = mean;
    scale[one] = deviation > 1e-4 ? 1 / deviation : 0;
  }
  const weights = new Float32Array(features + hidden * (features + 2));
  for (let one = 0; one < features; one++)
    weights[one] = scale[one] ? (start[one] as number) / (scale[one] as number) : 0;
  for (let at = features; at < weights.length; at++) {
    const output = (at - features) % (features + 2) === features + 1;
    weights[at] = output ? 0.1 * (random() - 0.5) : (random() - 0.5) * (2 / Math.sqrt(features));
  }
  return { features, hidden, shift, scale, weights };
}

function addGradient(ranker: Ranker, example: RankingExample, gradient: Float32Array, features: number): void {
  const { rows, relevant } = example;
  const { hidden, shift, scale, weights } = ranker;
  const count = relevant.length;
  const activations = Array.from({ length: count }, () => new Float32Array(hidden));
  const scores = new Float64Array(count);
  for (let row = 0; row < count; row++) scores[row] = rankerScore(ranker, rows, row * features, activations[row]);
  const most = Math.max(...scores);
  let all = 0;
  let good = 0;
  let hits = 0;
  for (let row = 0; row < count; row++) {
    const value = Math.exp((scores[row] as number) - most);
    scores[row] = value;
    all += value;
    if (relevant[row]) {
      good += value;
      hits++;
    }
  }
  for (let row = 0; row < count; row++) {
    const slope =
      (scores[row] as number) / all -
      (relevant[row] ? (FIRST_ONE * (scores[row] as number)) / Math.max(1e-12, good) + (1 - FIRST_ONE) / hits : 0);
    if (Math.abs(slope) < 1e-5) continue;
    const active = activations[row] as Float32Array;
    for (let one = 0; one < features; one++) {
      const value = ((rows[row * features + one] as number) - (shift[one] as number)) * (scale[one] as number);
      gradient[one] = (gradient[one] as number) + slope * value;
      for (let unit = 0, base = features; unit < hidden; unit++, base += features + 2) {
        const back = (weights[base + features + 1] as number) * (1 - (active[unit] as number) ** 2);
        gradient[base + one] = (gradient[base + one] as number) + slope * back * value;
      }
    }
    for (let unit = 0, base = features; unit < hidden; unit++, base += features + 2) {
      const back = (weights[base + features + 1] as number) * (1 - (active[unit] as number) ** 2);
      gradient[base + features] = (gradient[base + features] as number) + slope * back;
      gradient[base + features + 1] = (gradient[base + features + 1] as number) + slope * (active[unit] as number);
    }
  }
}
