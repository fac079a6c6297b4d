import { expectedCalibrationError } from "../statistics/index.ts";
import { classify } from "./classifier.ts";
import { type ClassifierSettings, type LabelledText, trainClassifier } from "./train-classifier.ts";

/** What `kith evaluate triage|guard` prints. Shares lie in [0, 1]. */
export interface ClassifierEvaluation {
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
  const right = answers.map(({ label }, at) => label === test[at]?.label);
  const sure = answers.flatMap(({ abstains }, at) => (abstains ? [] : [right[at] === true]));
  const perClass = byClass(
    answers.map(({ label }) => label),
    test.map(({ label }) => label),
  );
  const classes = Object.values(perClass);
  const top3 = answers.filter(({ best }, at) => best.slice(0, 3).some(({ label }) => label === test[at]?.label)).length;
  return {
    n: test.length,
    accuracy: share(right.filter(Boolean).length, test.length),
    macroF1: share(
      classes.reduce((sum, { f1 }) => sum + f1, 0),
      classes.length,
    ),
    top3: share(top3, test.length),
    perClass,
    abstained: share(test.length - sure.length, test.length),
    accuracyWhenSure: share(sure.filter(Boolean).length, sure.length),
    ece: expectedCalibrationError(
      answers.map(({ probability }, at) => ({ score: probability, happened: right[at] === true })),
    ),
    microsecondsPerText,
    trainSeconds,
    features: classifier.table.hashes.length,
    modelBytes: classifier.weights.byteLength + classifier.steps.byteLength + 2 * classifier.table.hashes.byteLength,
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
