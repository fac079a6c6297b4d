import { createHash } from "node:crypto";
import { seededRandom, shuffle } from "../statistics/index.ts";
import { type Classifier, packNetwork, sharesOf, toBytes } from "./classifier.ts";
import type { ClassifierSettings, LabelledText } from "./classifier-settings.ts";
import { featuresOf } from "./features.ts";
import { type FeatureTable, sparse, tableOf } from "./matrix.ts";
import { trainNetwork } from "./network.ts";
import { type TrainingProgress, trainSoftmax } from "./softmax.ts";
import { type Answer, tune } from "./tune-classifier.ts";

/**
 * Trains a classifier: first on parts of the texts, to calibrate, to choose thresholds and to measure on what was held back; then
 * on all. Equal texts, settings and seed give an equal model. Yields after each epoch, counted through to the end.
 */
export function* trainClassifier(
  texts: readonly LabelledText[],
  settings: ClassifierSettings,
  trainedAt: string,
): Generator<TrainingProgress, Classifier> {
  const labels = [...new Set(texts.map(({ label }) => label))].sort();
  const features = texts.map(({ text }) => featuresOf(text, settings.features));
  const order = shuffle([...texts.keys()], seededRandom(settings.seed));
  const parts = heldBack(order);
  const hash = createHash("sha256");
  for (const { text, label } of texts) hash.update(`${label}\n${text}\n`);
  const facts = {
    name: settings.name,
    trainedAt,
    dataHash: hash.digest("hex"),
    texts: texts.length,
    seed: settings.seed,
  };
  const epochs = (parts.length + 1) * (settings.softmax.epochs + (settings.network?.epochs ?? 0));
  let epoch = 0;
  const counted = function* <T>(training: Generator<TrainingProgress, T>): Generator<TrainingProgress, T> {
    let step = training.next();
    for (; !step.done; step = training.next()) yield { epoch: ++epoch, epochs, loss: step.value.loss };
    return step.value;
  };
  const train = function* (chosen: readonly number[]): Generator<TrainingProgress, Classifier> {
    const some = chosen.map((at) => features[at] as Map<number, number>);
    const table: FeatureTable = tableOf(
      some,
      chosen.map((at) => texts[at]?.group),
      settings.features,
    );
    const own = Uint32Array.from(chosen, (at) => labels.indexOf(texts[at]?.label ?? ""));
    const rows = sparse(some, table);
    const weights = classWeights(own, labels.length, settings.balance);
    const columns = table.hashes.length;
    const softmax = yield* counted(trainSoftmax(rows, own, labels.length, columns, weights, settings.softmax));
    const network = settings.network
      ? packNetwork(yield* counted(trainNetwork(rows, own, labels.length, columns, weights, settings.network)))
      : undefined;
    return {
      settings: settings.features,
      labels,
      table,
      ...toBytes(softmax.weights, labels.length),
      ...(network ? { network } : {}),
      calibration: { scores: [], probabilities: [] },
      threshold: 0,
      about: { ...facts, metrics: {} },
    };
  };
  const answers: Answer[] = [];
  for (const part of parts) {
    const held = new Set(part);
    const trial = yield* train(order.filter((at) => !held.has(at)));
    for (const at of part)
      answers.push({ shares: sharesOf(trial, texts[at]?.text ?? ""), label: texts[at]?.label ?? "" });
  }
  const tuned = tune(answers, settings, labels);
  const final = yield* train(order);
  return { ...final, ...tuned.parts, about: { ...facts, metrics: tuned.metrics } };
}

/** Below this number of texts each is held back once, in five parts; above it, a tenth is enough to judge by. */
const FEW_TEXTS = 2500;

function heldBack(order: readonly number[]): number[][] {
  if (order.length >= FEW_TEXTS) return [order.slice(0, Math.ceil(order.length / 10))];
  return Array.from({ length: 5 }, (_none, part) => order.filter((_one, at) => at % 5 === part));
}

function classWeights(labels: Uint32Array, classes: number, balance: number): number[] {
  const counts = new Array<number>(classes).fill(0);
  for (const label of labels) counts[label] = (counts[label] ?? 0) + 1;
  return counts.map((count) => (count > 0 ? (labels.length / (classes * count)) ** balance : 1));
}
