import { createHash } from "node:crypto";
import { expectedCalibrationError, fitIsotonic, seededRandom, shuffle } from "../statistics/index.ts";
import { type Classifier, sharesOf, toBytes } from "./classifier.ts";
import { featuresOf } from "./features.ts";
import { type FeatureTable, sparse, type TableSettings, tableOf } from "./matrix.ts";
import { type SoftmaxSettings, type TrainingProgress, trainSoftmax } from "./softmax.ts";

/** A text with its label; `group` (a brand, a thread) is what features must be common to. */
export interface LabelledText {
  readonly text: string;
  readonly label: string;
  readonly group?: string;
}

export interface ClassifierSettings {
  readonly name: string;
  readonly features: TableSettings;
  readonly softmax: SoftmaxSettings;
  /** 0 counts every text alike, 1 every label alike, whatever its number of texts. */
  readonly balance: number;
  /** Share of right answers that a label given without abstaining promises. */
  readonly promised: number;
  /** Labels that mean "none of these". */
  readonly restLabels: readonly string[];
  /** Share of the texts of real labels that may be taken for "none of these". */
  readonly restError: number;
  readonly seed: number;
}

const base: ClassifierSettings = {
  name: "triage",
  features: {
    words: 2,
    characters: [3, 4],
    rarity: true,
    mask: false,
    manner: 0,
    fewestTexts: 2,
    fewestGroups: 0,
  },
  softmax: { epochs: 30, learningRate: 0.1, dropout: 0.3, smoothing: 0, seed: 1 },
  balance: 0.5,
  promised: 0.9,
  restLabels: ["oos", "out_of_scope", "out-of-scope", "none of these"],
  restError: 0.02,
  seed: 1,
};

/** More labels than this are subjects; as many or fewer are kinds of message, which manner tells better than words. */
const MOST_KINDS = 6;

/** Settings for kinds of message (complaint or not, problem or chatter): names masked, marks of manner, labels count alike. */
export const kindSettings: ClassifierSettings = {
  ...base,
  features: { ...base.features, characters: [0, 0], rarity: false, mask: true, manner: 3 },
  balance: 1,
};

/** Settings for the guard: as for kinds, and only features that three brands share. */
export const guardSettings: ClassifierSettings = {
  ...kindSettings,
  name: "guard",
  features: { ...kindSettings.features, fewestTexts: 3, fewestGroups: 3 },
};

/** Settings for triage, as they were measured best on the public sets (docs/benchmarks-search.md). */
export function triageSettings(texts: readonly LabelledText[]): ClassifierSettings {
  return new Set(texts.map(({ label }) => label)).size <= MOST_KINDS ? kindSettings : base;
}

/**
 * Trains a classifier: first on nine tenths, to calibrate, to choose thresholds and to measure on the tenth held back; then on
 * all. Equal texts, settings and seed give an equal model. Yields after each epoch.
 */
export function* trainClassifier(
  texts: readonly LabelledText[],
  settings: ClassifierSettings,
  trainedAt: string,
): Generator<TrainingProgress, Classifier> {
  const labels = [...new Set(texts.map(({ label }) => label))].sort();
  const features = texts.map(({ text }) => featuresOf(text, settings.features));
  const order = shuffle([...texts.keys()], seededRandom(settings.seed));
  const held = new Set(order.slice(0, Math.ceil(order.length / 10)));
  const kept = order.filter((at) => !held.has(at));
  const hash = createHash("sha256");
  for (const { text, label } of texts) hash.update(`${label}\n${text}\n`);
  const facts = {
    name: settings.name,
    trainedAt,
    dataHash: hash.digest("hex"),
    texts: texts.length,
    seed: settings.seed,
  };
  const train = function* (chosen: readonly number[]): Generator<TrainingProgress, Classifier> {
    const some = chosen.map((at) => features[at] as Map<number, number>);
    const table: FeatureTable = tableOf(
      some,
      chosen.map((at) => texts[at]?.group),
      settings.features,
    );
    const own = Uint32Array.from(chosen, (at) => labels.indexOf(texts[at]?.label ?? ""));
    const weights = classWeights(own, labels.length, settings.balance);
    const columns = table.hashes.length;
    const learned = yield* trainSoftmax(sparse(some, table), own, labels.length, columns, weights, settings.softmax);
    return {
      settings: settings.features,
      labels,
      table,
      ...toBytes(learned.weights, labels.length),
      temperature: 1,
      calibration: { scores: [], probabilities: [] },
      threshold: 0,
      about: { ...facts, metrics: {} },
    };
  };
  const trial = yield* train(kept);
  const answers = [...held].map((at) => ({
    shares: sharesOf(trial, texts[at]?.text ?? ""),
    label: texts[at]?.label ?? "",
  }));
  const tuned = tune(answers, settings, labels);
  const final = yield* train(order);
  return { ...final, ...tuned.parts, about: { ...facts, metrics: tuned.metrics } };
}

interface Answer {
  readonly shares: readonly { readonly label: string; readonly share: number }[];
  readonly label: string;
}

function tune(answers: readonly Answer[], settings: ClassifierSettings, labels: readonly string[]) {
  const restLabel = labels.find((label) => settings.restLabels.includes(label));
  const real = answers.filter(({ label }) => label !== restLabel);
  const tops = real
    .map(({ shares }) => (shares[0]?.label === restLabel ? 0 : (shares[0]?.share ?? 0)))
    .sort((a, b) => a - b);
  const below = tops[Math.floor(tops.length * settings.restError)] ?? 0;
  const judged = answers.map(({ shares, label }) => ({
    score: shares[0]?.share ?? 0,
    happened: shares[0]?.label === label,
  }));
  const calibration = fitIsotonic(judged, Math.max(10, Math.round(judged.length / 40)));
  const rest = restLabel === undefined ? {} : { rest: { label: restLabel, below } };
  const right = judged.filter(({ happened }) => happened).length;
  return {
    parts: { calibration, threshold: abstention(judged, calibration, settings.promised), ...rest },
    metrics: {
      heldBack: judged.length,
      accuracy: right / Math.max(1, judged.length),
      shareCalibrationError: expectedCalibrationError(judged),
    },
  };
}

/** The lowest probability from which on at least the promised share was right. */
function abstention(
  judged: readonly { readonly score: number; readonly happened: boolean }[],
  calibration: Classifier["calibration"],
  promised: number,
): number {
  const sorted = [...judged].sort((a, b) => b.score - a.score);
  let right = 0;
  let lowest = 1;
  sorted.forEach(({ score, happened }, at) => {
    if (happened) right++;
    if (right / (at + 1) >= promised) lowest = score;
  });
  const { scores, probabilities } = calibration;
  const at = scores.findIndex((score) => score >= lowest);
  return at < 0 ? 1 : (probabilities[Math.max(0, at - 1)] ?? 0);
}

function classWeights(labels: Uint32Array, classes: number, balance: number): number[] {
  const counts = new Array<number>(classes).fill(0);
  for (const label of labels) counts[label] = (counts[label] ?? 0) + 1;
  return counts.map((count) => (count > 0 ? (labels.length / (classes * count)) ** balance : 1));
}
