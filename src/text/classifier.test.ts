import { describe, expect, it } from "vitest";
import { fc } from "../../tests/factories/draws.ts";
import { classify } from "./classifier.ts";
import { type LabelledText, triageSettings } from "./classifier-settings.ts";
import { deserializeClassifier, serializeClassifier } from "./model-file.ts";
import { trainClassifier } from "./train-classifier.ts";

const openings = ["please", "hello", "i think", "today", "we", "my friend", "look", "well"];
const texts: LabelledText[] = openings.flatMap((opening) => [
  { text: `${opening} where is my parcel and its tracking number`, label: "delivery" },
  { text: `${opening} the parcel has not arrived yet`, label: "delivery" },
  { text: `${opening} charge my credit card twice on the bill`, label: "billing" },
  { text: `${opening} the bill shows a wrong amount`, label: "billing" },
  { text: `${opening} cannot sign in with my password`, label: "account" },
  { text: `${opening} the password reset mail is missing`, label: "account" },
]);

const train = () => run(texts);

function run(lines: readonly LabelledText[]) {
  const training = trainClassifier(lines, triageSettings(lines), "2026-01-02T03:04:05.000Z");
  let step = training.next();
  while (!step.done) step = training.next();
  return step.value;
}

const joined = (pieces: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(pieces));

describe("a classifier of many subjects", () => {
  const subjects = ["ferry", "lamp", "oven", "piano", "rabbit", "saddle", "tent", "violin"];
  const about = subjects.flatMap((label) =>
    openings.map((opening) => ({ text: `${opening} the ${label} of ours`, label })),
  );
  const classifier = run(about);

  it("asks a network beside the linear model", () => {
    expect(classifier.network?.hidden).toBeGreaterThan(0);
    for (const subject of subjects) expect(classify(classifier, `a ${subject} please`).label).toBe(subject);
  });

  it("answers the same from its file, and is the same from the same texts", () => {
    const file = joined(serializeClassifier(classifier));
    expect(joined(serializeClassifier(run(about)))).toEqual(file);
    const read = deserializeClassifier(file);
    for (const { text } of about) expect(read.ok && classify(read.value, text)).toEqual(classify(classifier, text));
  });

  it("counts its progress through to the end", () => {
    const told = [...trainClassifier(about, triageSettings(about), "2026-01-02T03:04:05.000Z")];
    expect(told.map(({ epoch }) => epoch)).toEqual(told.map((_one, at) => at + 1));
    expect(told.at(-1)?.epoch).toBe(told.at(-1)?.epochs);
  });
});

describe("a trained classifier", () => {
  const classifier = train();

  it("tells the kinds of its training texts apart", () => {
    expect(classify(classifier, "my parcel with the tracking number").label).toBe("delivery");
    expect(classify(classifier, "forgot the password").label).toBe("account");
  });

  it("is the same for the same texts and seed", () => {
    expect(joined(serializeClassifier(train()))).toEqual(joined(serializeClassifier(classifier)));
  });

  it("says in its file what it was trained on and when", () => {
    const read = deserializeClassifier(joined(serializeClassifier(classifier)));
    expect(read.ok && read.value.about).toMatchObject({ trainedAt: "2026-01-02T03:04:05.000Z", texts: 48, seed: 1 });
    expect(read.ok && read.value.about.dataHash).toMatch(/^[0-9a-f]{64}$/);
    expect(read.ok && classify(read.value, "a wrong bill")).toEqual(classify(classifier, "a wrong bill"));
  });

  it("gives any string a label and a probability", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        const { label, probability } = classify(classifier, text);
        expect(classifier.labels).toContain(label);
        expect(probability).toBeGreaterThanOrEqual(0);
        expect(probability).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("refuses a damaged, a newer and a foreign file", () => {
    const file = joined(serializeClassifier(classifier));
    fc.assert(
      fc.property(fc.nat(file.length - 1), (at) => {
        const broken = file.slice();
        broken[at] = (broken[at] ?? 0) ^ 1;
        expect(deserializeClassifier(broken).ok).toBe(false);
      }),
    );
    const newer = file.slice();
    newer[8] = 200;
    expect(deserializeClassifier(newer)).toMatchObject({ ok: false, error: { code: "file_newer" } });
    expect(deserializeClassifier(new Uint8Array(3))).toMatchObject({ ok: false, error: { code: "file_foreign" } });
  });
});
