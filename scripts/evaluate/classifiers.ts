// Cross-validates the classifiers on the public sets: npx node scripts/evaluate/classifiers.ts banking|shots|clinc|complaints|guard|youtube.
// The folder of the sets is ../shared/data, or the environment's KITH_DATA. Folds follow what must not be remembered: brand, domain, video.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { seededRandom, shuffle } from "../../src/statistics/index.ts";
import {
  type Classification,
  type ClassifierSettings,
  classify,
  guardSettings,
  type LabelledText,
  qualityOf,
  trainClassifier,
  triageSettings,
} from "../../src/text/index.ts";

const data = process.env.KITH_DATA ?? join(import.meta.dirname, "../../../shared/data");

function read(path: string, group?: string): LabelledText[] {
  const lines = readFileSync(join(data, path), "utf8").trim().split("\n");
  return lines.map((line) => {
    const { text, label, ...rest } = JSON.parse(line);
    return group ? { text, label, group: rest[group] } : { text, label };
  });
}

function answersFor(
  train: readonly LabelledText[],
  test: readonly LabelledText[],
  settings: ClassifierSettings,
): Classification[] {
  const training = trainClassifier(train, settings, "1970-01-01T00:00:00.000Z");
  let step = training.next();
  while (!step.done) step = training.next();
  return test.map(({ text }) => classify(step.value, text));
}

interface Fold {
  readonly name: string;
  readonly train: readonly LabelledText[];
  readonly test: readonly LabelledText[];
}

/** Prints each fold and all answers pooled. */
function crossValidate(
  folds: readonly Fold[],
  settingsFor: (train: readonly LabelledText[]) => ClassifierSettings,
): void {
  const answers: Classification[] = [];
  const labels: string[] = [];
  for (const { name, train, test } of folds) {
    const found = answersFor(train, test, settingsFor(train));
    const right = test.map(({ label }) => label);
    show(name, found, right);
    answers.push(...found);
    labels.push(...right);
  }
  show("pooled", answers, labels);
}

function show(name: string, answers: readonly Classification[], labels: readonly string[]): void {
  const { n, accuracy, macroF1, top3, ece, abstained, accuracyWhenSure, perClass } = qualityOf(answers, labels);
  const few =
    Object.entries(perClass).length <= 6
      ? Object.entries(perClass).map(([label, { f1 }]) => `${label} ${f1.toFixed(3)}`)
      : [];
  const rest = perClass.oos ? [`oos recall ${perClass.oos.recall.toFixed(3)}`] : [];
  const facts = { n, accuracy, macroF1, top3, ece, abstained, accuracyWhenSure };
  const written = Object.entries(facts).map(([fact, value]) => `${fact} ${Number(value.toFixed(4))}`);
  console.log(name.padEnd(16), [...written, ...few, ...rest].join("  "));
}

const byGroup = (texts: readonly LabelledText[]): Fold[] =>
  [...new Set(texts.map(({ group }) => group ?? ""))].map((name) => ({
    name,
    train: texts.filter(({ group }) => group !== name),
    test: texts.filter(({ group }) => group === name),
  }));

function atRandom(texts: readonly LabelledText[], folds: number): Fold[] {
  const order = shuffle([...texts], seededRandom(7));
  return Array.from({ length: folds }, (_, fold) => ({
    name: `fold ${fold + 1}`,
    train: order.filter((_one, at) => at % folds !== fold),
    test: order.filter((_one, at) => at % folds === fold),
  }));
}

/** Ten texts an intent to learn from, three thousand others to be asked about. */
function fewShots(texts: readonly LabelledText[], seed: number): Fold {
  const taken = new Map<string, number>();
  const train: LabelledText[] = [];
  const test: LabelledText[] = [];
  for (const one of shuffle([...texts], seededRandom(seed))) {
    const before = taken.get(one.label) ?? 0;
    taken.set(one.label, before + 1);
    (before < 10 ? train : test).push(one);
  }
  return { name: `seed ${seed}`, train, test: test.slice(0, 3000) };
}

const clinc = (part: string) => [
  ...read(`triage/clinc150-${part}.jsonl`),
  ...read(`triage/clinc150-oos_${part}.jsonl`),
];
const real = (text: LabelledText): boolean => text.label !== "oos";
const video = (name: string) => read(`guard/youtube-${name}.jsonl`).map((one) => ({ ...one, group: name }));

const tasks: Record<string, () => void> = {
  banking: () => crossValidate(atRandom(read("triage/banking77-train.jsonl"), 10), triageSettings),
  shots: () =>
    crossValidate(
      [1, 2, 3, 4, 5].map((seed) => fewShots(read("triage/banking77-train.jsonl"), seed)),
      triageSettings,
    ),
  clinc: () => {
    const [train, test] = [clinc("train"), clinc("val")];
    const answers = answersFor(train, test, triageSettings(train));
    for (const [name, wanted] of [
      ["in scope", real],
      ["out of scope", (text: LabelledText) => !real(text)],
    ] as const) {
      const chosen = test.flatMap((text, at) => (wanted(text) ? [at] : []));
      show(
        name,
        chosen.map((at) => answers[at] as Classification),
        chosen.map((at) => test[at]?.label ?? ""),
      );
    }
  },
  complaints: () => {
    const folds = byGroup(read("triage/complaints.jsonl", "domain"));
    // The two folds of random tweets hold no complaint: they are learned from, and not asked about.
    crossValidate(
      folds.filter(({ name }) => !name.startsWith("random")),
      triageSettings,
    );
  },
  guard: () =>
    crossValidate(
      byGroup(read("guard/corporate-messaging.jsonl", "brand").filter(({ label }) => label !== "Exclude")),
      () => guardSettings,
    ),
  youtube: () => crossValidate(byGroup(["eminem", "katyperry", "lmfao"].flatMap(video)), () => guardSettings),
};

const task = tasks[process.argv[2] ?? ""];
if (task) task();
else console.error(`Name one of: ${Object.keys(tasks).join(", ")}.`);
process.exitCode = task ? 0 : 2;
