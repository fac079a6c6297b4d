import { type Calibration, calibrate } from "../statistics/index.ts";
import { featuresOf } from "./features.ts";
import { type FeatureTable, rowOf, type SparseRow, type TableSettings } from "./matrix.ts";
import type { NetworkWeights } from "./network.ts";

/** A trained classifier: weights of 8 bits, column-major, with one step size a column; the biases are the last column. */
export interface Classifier {
  readonly settings: TableSettings;
  readonly labels: readonly string[];
  readonly table: FeatureTable;
  readonly weights: Int8Array;
  readonly steps: Float32Array;
  /** A network whose scores are averaged with the linear ones. */
  readonly network?: PackedNetwork;
  /** From the softmax's highest share to the probability of being right. */
  readonly calibration: Calibration;
  /** Below this probability the classifier abstains. */
  readonly threshold: number;
  /** The label that stands for "none of these", if there is one, and the share below which it is meant. */
  readonly rest?: { readonly label: string; readonly below: number };
  readonly about: ModelFacts;
}

/** A network with one hidden layer: the inner weights as bytes with one step a column, the outer ones as they are; biases last. */
export interface PackedNetwork {
  readonly hidden: number;
  readonly inner: Int8Array;
  readonly innerSteps: Float32Array;
  readonly outer: Float32Array;
}

/** What a model file says of itself. */
export interface ModelFacts {
  readonly name: string;
  /** When it was trained, ISO 8601, given by the caller's clock. */
  readonly trainedAt: string;
  /** SHA-256 of the training lines. */
  readonly dataHash: string;
  readonly texts: number;
  readonly seed: number;
  /** Measured on texts that were held back meanwhile. */
  readonly metrics: Readonly<Record<string, number>>;
}

/** What the classifier says of a text. */
export interface Classification {
  readonly label: string;
  /** Calibrated probability that the label is right. */
  readonly probability: number;
  /** True when a person should look instead. */
  readonly abstains: boolean;
  /** The best labels with their shares of the softmax, best first, at most five. */
  readonly best: readonly { readonly label: string; readonly share: number }[];
}

/** The scores of all labels for one text, before the softmax: linear, or the mean of both models. */
function scoresOf(classifier: Classifier, text: string): Float64Array {
  const { labels, table, weights, steps, settings, network } = classifier;
  const row = rowOf(featuresOf(text, settings), table);
  const scores = sumOf(row, table.hashes.length, weights, steps, labels.length);
  if (!network) return scores;
  const { hidden, inner, innerSteps, outer } = network;
  const units = sumOf(row, table.hashes.length, inner, innerSteps, hidden);
  for (let unit = 0; unit <= hidden; unit++) {
    const value = unit < hidden ? (units[unit] as number) : 1;
    if (value <= 0) continue;
    const base = unit * labels.length;
    for (let label = 0; label < labels.length; label++) {
      scores[label] = (scores[label] as number) + value * (outer[base + label] as number);
    }
  }
  return scores.map((score) => score / 2);
}

/** A row times weights in bytes, and the biases, which stand in the column `last`. */
function sumOf(row: SparseRow, last: number, weights: Int8Array, steps: Float32Array, width: number): Float64Array {
  const sums = new Float64Array(width);
  for (let at = 0; at <= row.columns.length; at++) {
    const column = row.columns[at] ?? last;
    const scaled = (row.values[at] ?? 1) * (steps[column] as number);
    const base = column * width;
    for (let one = 0; one < width; one++) {
      sums[one] = (sums[one] as number) + scaled * (weights[base + one] as number);
    }
  }
  return sums;
}

/** Labels in order of their share of the softmax. */
export function sharesOf(classifier: Classifier, text: string): { label: string; share: number }[] {
  const scores = scoresOf(classifier, text);
  const most = Math.max(...scores);
  const shares = scores.map((score) => Math.exp(score - most));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return classifier.labels
    .map((label, at) => ({ label, share: (shares[at] as number) / total }))
    .sort((a, b) => b.share - a.share);
}

/** The share of what a text is made of (words, pairs, pieces) that the classifier has seen; 0 for a text without any. */
export function knownShare({ settings, table }: Classifier, text: string): number {
  const features = featuresOf(text, settings);
  return features.size === 0 ? 0 : rowOf(features, table).columns.length / features.size;
}

/** Classifies a text. Any string is a text. */
export function classify(classifier: Classifier, text: string): Classification {
  return judge(classifier, sharesOf(classifier, text));
}

/** The classification that follows from the labels' shares. */
export function judge(
  classifier: Pick<Classifier, "calibration" | "threshold" | "rest">,
  shares: readonly { readonly label: string; readonly share: number }[],
): Classification {
  const { rest, calibration, threshold } = classifier;
  const first = shares[0] ?? { label: "", share: 0 };
  const best = shares.slice(0, 5);
  if (rest && (first.label === rest.label || first.share < rest.below)) {
    const probability = first.label === rest.label ? first.share : 1 - first.share;
    return { label: rest.label, probability, abstains: false, best };
  }
  const probability = calibrate(calibration, first.share);
  return { label: first.label, probability, abstains: probability < threshold, best };
}

/** Brings float weights to 8 bits, each column by its own step; a column's largest weight becomes 127. */
export function toBytes(weights: Float32Array, classes: number): { weights: Int8Array; steps: Float32Array } {
  const columns = weights.length / classes;
  const bytes = new Int8Array(weights.length);
  const steps = new Float32Array(columns);
  for (let column = 0; column < columns; column++) {
    let most = 0;
    for (let at = column * classes; at < (column + 1) * classes; at++)
      most = Math.max(most, Math.abs(weights[at] as number));
    const step = most / 127;
    steps[column] = step;
    if (step === 0) continue;
    for (let at = column * classes; at < (column + 1) * classes; at++)
      bytes[at] = Math.round((weights[at] as number) / step);
  }
  return { weights: bytes, steps };
}

export function packNetwork({ hidden, inner, outer }: NetworkWeights): PackedNetwork {
  const { weights, steps } = toBytes(inner, hidden);
  return { hidden, inner: weights, innerSteps: steps, outer };
}
