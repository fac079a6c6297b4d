import { describe, expect, it } from "vitest";
import { fc } from "../../tests/factories/draws.ts";
import { deserializeClassifier, serializeClassifier } from "./model-file.ts";
import { type MessageKind, messageKinds, starterExamples } from "./starter/examples.ts";
import { starterTriage, trainTriage, triageText } from "./triage.ts";

const told = { seed: 1, trainedAt: "2026-01-02T03:04:05.000Z" };

describe("triage without a history", () => {
  const plain: readonly (readonly [MessageKind, string])[] = [
    ["problem", "Since the update my kettle app crashes and I cannot log in any more"],
    ["question", "How can I change the address of my contract?"],
    ["complaint", "Worst service ever, nobody called me back, I am disappointed"],
    ["praise", "Thank you so much, great help, I love it!"],
    ["chatter", "Good morning everybody"],
    ["problem", "Seit dem Update stürzt die App ab und ich kann mich nicht anmelden"],
    ["question", "Wie kann ich die Adresse in meinem Vertrag ändern?"],
    ["complaint", "Schlechtester Service, niemand ruft zurück, ich bin enttäuscht"],
    ["praise", "Vielen Dank, tolle Hilfe, ich bin begeistert!"],
    ["question", "¿Cómo puedo cambiar la dirección de mi contrato?"],
    ["praise", "Merci beaucoup, service excellent, je recommande !"],
  ];

  it.each(plain)("takes for %s: %s", (kind, text) => {
    expect(triageText(text).kind).toBe(kind);
  });

  it("leaves to a person what holds no word, and a language that it never saw", () => {
    expect(triageText("?!?! 12").abstains).toBe(true);
    expect(triageText("").abstains).toBe(true);
    expect(triageText("Как изменить адрес?", { language: "ru" }).abstains).toBe(true);
    expect(triageText("How can I change my address?", { language: "en-GB" }).abstains).toBe(false);
  });

  it("takes any string", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        const { kind, probability } = triageText(text);
        expect(messageKinds).toContain(kind);
        expect(probability).toBeGreaterThanOrEqual(0);
        expect(probability).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("has examples of every kind, none twice", () => {
    const examples = starterExamples();
    for (const kind of messageKinds) expect(examples.filter(({ label }) => label === kind).length).toBeGreaterThan(190);
    const seen = examples.map(({ text, label }) => `${label}: ${text}`);
    expect(new Set(seen).size).toBe(seen.length);
  });
});

describe("triage that learns from corrections", () => {
  const words = ["gribble", "splonk", "frimp", "wozzle", "plim"];
  const corrections = messageKinds.flatMap((kind, at) =>
    ["today", "again", "with us", "here", "at home", "now"].map((rest) => ({ text: `${words[at]} ${rest}`, kind })),
  );

  it("knows what people said of words that it had never seen", () => {
    const model = trainTriage(corrections, told);
    for (const [at, kind] of messageKinds.entries())
      expect(triageText(`${words[at]} there`, { model }).kind).toBe(kind);
    expect(triageText("How can I change the address of my contract?", { model }).kind).toBe("question");
  });

  it("gives an equal model for equal corrections, and says what it learned from", () => {
    const [one, other] = [trainTriage(corrections, told), trainTriage(corrections, told)];
    expect(Buffer.concat(serializeClassifier(one)).equals(Buffer.concat(serializeClassifier(other)))).toBe(true);
    const read = deserializeClassifier(new Uint8Array(Buffer.concat(serializeClassifier(one))));
    expect(read.ok && read.value.about.texts).toBe(starterTriage().about.texts + corrections.length);
  });

  it("leaves the starter examples out once the history says enough of each kind", () => {
    const history = messageKinds.flatMap((kind, at) =>
      Array.from({ length: 300 }, (_none, number) => ({ text: `${words[at]} number ${number}`, kind })),
    );
    expect(trainTriage(history, told).about.texts).toBe(history.length);
  });
});
