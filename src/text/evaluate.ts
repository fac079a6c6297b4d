import { expectedCalibrationError } from "../statistics/index.ts";
import { type Classification, classify } from "./classifier.ts";
import type { ClassifierSettings, LabelledText } from "./classifier-settings.ts";
import { serializeClassifier } from "./model-file.ts";
import { trainClassifier } from "./train-classifier.ts";

/** How good a classifier's answers are. Shares lie in [0, 1]. */
export interface Quality {
  readonly n: number;
  readonly accuracy: number;
  readonly macroF1: number;
  /** The right label is among the best three. */
  readonly top3: number;
  readonly perClass: Readonly<Record<string, { precision: number; recall: number; f1: number; n: number }>>;
  /** Share of texts that it would leave to a person, and how often it is right about the others. */
  readonly abstained: number;
  readonly accuracyWhenSure: number;
  readonly ece: number;
}

/** What `kith evaluate triage|guard` prints. */
export interface ClassifierEvaluation extends Quality {
  readonly microsecondsPerText: number;
  readonly trainSeconds: number;
  readonly features: number;
  readonly modelBytes: number;
}

/** Trains on one file's lines and measures on another's. A label is always given; abstentions are counted beside. */
export function evaluateClassifier(
  train: readonly LabelledText[],
  test: readonly LabelledText[],
  settings: ClassifierSettings,
  trainedAt: string,
  onEpoch?: (epoch: number, epochs: number) => void,
): ClassifierEvaluation {
  const started = performance.now();
  const training = trainClassifier(train, settings, trainedAt);
  let step = training.next();
  for (; !step.done; step = training.next()) onEpoch?.(step.value.epoch, step.value.epochs);
  const classifier = step.value;
  const trainSeconds = (performance.now() - started) / 1000;
  for (const { text } of test.slice(0, 200)) classify(classifier, text);
  const begun = performance.now();
  const answers = test.map(({ text }) => classify(classifier, text));
  const microsecondsPerText = ((performance.now() - begun) * 1000) / Math.max(1, test.length);
  return {
    ...qualityOf(
      answers,
      test.map(({ label }) => label),
    ),
    microsecondsPerText,
    trainSeconds,
    features: classifier.table.hashes.length,
    modelBytes: serializeClassifier(classifier).reduce((sum, piece) => sum + piece.byteLength, 0),
  };
}

/** Compares answers with the labels that were right. */
export function qualityOf(answers: readonly Classification[], labels: readonly string[]): Quality {
  const right = answers.map(({ label }, at) => label === labels[at]);
  const sure = answers.flatMap(({ abstains }, at) => (abstains ? [] : [right[at] === true]));
  const perClass = byClass(
    answers.map(({ label }) => label),
    labels,
  );
  const classes = Object.values(perClass);
  const top3 = answers.filter(({ best }, at) => best.slice(0, 3).some(({ label }) => label === labels[at])).length;
  return {
    n: labels.length,
    accuracy: share(right.filter(Boolean).length, labels.length),
    macroF1: share(
      classes.reduce((sum, { f1 }) => sum + f1, 0),
      classes.length,
    ),
    top3: share(top3, labels.length),
    perClass,
    abstained: share(labels.length - sure.length, labels.length),
    accuracyWhenSure: share(sure.filter(Boolean).length, sure.length),
    ece: expectedCalibrationError(
      answers.map(({ probability }, at) => ({ score: probability, happened: right[at] === true })),
    ),
  };
}

function byClass(given: readonly string[], right: readonly string[]): ClassifierEvaluation["perClass"] {
  const labels = [...new Set(right)].sort();
  return Object.fromEntries(
    labels.map((label) => {
      const said = given.filter((one) => one === label).length;
      const n = right.filter((one) => one === label).length;
      const hits = right.filter((one, at) => one === label && given[at] === label).length;
      const precision = share(hits, said);
      const recall = share(hits, n);
      return [label, { precision, recall, f1: share(2 * precision * recall, precision + recall), n }];
    }),
  );
}

function share(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}
