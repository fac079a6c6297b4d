import { type Random, seededRandom, shuffle } from "../statistics/index.ts";
import type { SparseTexts } from "./matrix.ts";

/** Weights of a linear softmax: column-major, `weights[column * classes + label]`; the biases come last. */
export interface SoftmaxWeights {
  readonly classes: number;
  readonly columns: number;
  readonly weights: Float32Array;
}

export interface SoftmaxSettings {
  readonly epochs: number;
  readonly learningRate: number;
  /** Share of a text's features that is hidden from each look at it, so that no single one carries everything. */
  readonly dropout: number;
  readonly seed: number;
}

/** How far a training is, for a progress bar. */
export interface TrainingProgress {
  readonly epoch: number;
  readonly epochs: number;
  readonly loss: number;
}

/**
 * Trains a softmax by stochastic gradient with Adagrad (Duchi, Hazan and Singer 2011, jmlr.org/papers/v12/duchi11a.html).
 * `classWeights` says how much a text of each label counts. Equal input and seed give equal weights. Yields after each epoch.
 */
export function* trainSoftmax(
  texts: SparseTexts,
  labels: Uint32Array,
  classes: number,
  columns: number,
  classWeights: readonly number[],
  settings: SoftmaxSettings,
): Generator<TrainingProgress, SoftmaxWeights> {
  const { starts, columns: entries, values } = texts;
  const weights = new Float32Array((columns + 1) * classes);
  const squares = new Float32Array(weights.length);
  const random = seededRandom(settings.seed);
  const order = Uint32Array.from(labels.keys());
  const slopes = new Float32Array(classes);
  const steep = new Uint32Array(classes);
  const kept = new Uint32Array(longestRow(starts));
  const scale = 1 / (1 - settings.dropout);
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    shuffle(order, random);
    const rate = settings.learningRate * (1 - (0.9 * epoch) / settings.epochs);
    let loss = 0;
    for (const text of order) {
      const count = keepSome(kept, starts[text] as number, starts[text + 1] as number, settings.dropout, random);
      slopes.set(weights.subarray(columns * classes));
      for (let one = 0; one < count; one++) {
        const at = kept[one] as number;
        const value = (values[at] as number) * scale;
        const base = (entries[at] as number) * classes;
        for (let label = 0; label < classes; label++) {
          slopes[label] = (slopes[label] as number) + value * (weights[base + label] as number);
        }
      }
      const right = labels[text] as number;
      loss += toSlopes(slopes, right, classWeights[right] as number);
      const steepest = findSteep(slopes, steep);
      for (let one = 0; one <= count; one++) {
        const at = one < count ? (kept[one] as number) : -1;
        const value = at < 0 ? 1 : (values[at] as number) * scale;
        const base = (at < 0 ? columns : (entries[at] as number)) * classes;
        for (let next = 0; next < steepest; next++) {
          const label = steep[next] as number;
          const slope = value * (slopes[label] as number);
          const square = (squares[base + label] as number) + slope * slope;
          squares[base + label] = square;
          weights[base + label] = (weights[base + label] as number) - (rate * slope) / Math.sqrt(square + TINY);
        }
      }
    }
    yield { epoch: epoch + 1, epochs: settings.epochs, loss: loss / Math.max(1, labels.length) };
  }
  return { classes, columns, weights };
}

/** Keeps Adagrad's first steps finite. */
export const TINY = 1e-8;
/** A label whose share is this close to what it should be is not moved: most labels of most texts, which saves most of the time. */
const FLAT = 1e-4;

/** Writes the entries from `start` to `end` that this look at a text may see into `kept`; returns how many. */
export function keepSome(kept: Uint32Array, start: number, end: number, dropout: number, random: Random): number {
  let count = 0;
  for (let at = start; at < end; at++) if (dropout === 0 || random() >= dropout) kept[count++] = at;
  return count;
}

/** Turns scores into the loss's slopes in place and returns the loss. */
export function toSlopes(scores: Float32Array, right: number, weight: number): number {
  let most = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > most) most = score;
  let total = 0;
  for (let label = 0; label < scores.length; label++) {
    const value = Math.exp((scores[label] as number) - most);
    scores[label] = value;
    total += value;
  }
  const share = (scores[right] as number) / total;
  for (let label = 0; label < scores.length; label++) {
    scores[label] = weight * ((scores[label] as number) / total - (label === right ? 1 : 0));
  }
  return -weight * Math.log(Math.max(1e-12, share));
}

/** Writes the labels that have a slope worth following into `steep`; returns how many. */
export function findSteep(slopes: Float32Array, steep: Uint32Array): number {
  let count = 0;
  for (let label = 0; label < slopes.length; label++) {
    if (Math.abs(slopes[label] as number) > FLAT) steep[count++] = label;
  }
  return count;
}

export function longestRow(starts: Uint32Array): number {
  let longest = 0;
  for (let at = 0; at + 1 < starts.length; at++) {
    longest = Math.max(longest, (starts[at + 1] as number) - (starts[at] as number));
  }
  return longest;
}
