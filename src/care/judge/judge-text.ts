import { type Classifier, identifyLanguage, starterTriage, trainTriage, triageText } from "../../text/index.ts";
import type { Judged, Lesson } from "./judge-messages.ts";

/** From so much on a language is held against a message: below it, "iPhone 7+" is Esperanto. */
const surelyForeign = 0.8;

/** What the model says of a message, and the language that it is in. */
export async function judgeText(text: string, model?: Classifier): Promise<Judged> {
  const words = text.replaceAll(/@[\p{L}\p{N}_]+|https?:\S+/gu, " ");
  const { language, probability: sure } = await identifyLanguage(words, "");
  const said = triageText(text, {
    ...(model ? { model } : {}),
    ...(language !== "" && sure >= surelyForeign ? { language } : {}),
  });
  const { kind, urgency, probability, abstains } = said;
  return { kind, urgency, probability, abstains, language: language === "" ? null : language };
}

/** Every fifth lesson is held back to measure with; fewer than this many lessons measure nothing. */
const leastToMeasure = 20;
const foldsOfMeasure = 5;
const seed = 1;

/**
 * Learns from lessons, newest first, and says whether that helps: a model of four fifths of them and the one that Kith starts with
 * both judge the last fifth. The model that is returned has learned from all.
 */
export function learnFrom(lessons: readonly Lesson[], trainedAt: string): { model: Classifier } & Measured {
  const model = trainTriage(lessons, { seed, trainedAt });
  if (lessons.length < leastToMeasure) return { model, heldBack: 0, rightBefore: 0, rightAfter: 0 };
  const held = lessons.filter((_lesson, at) => at % foldsOfMeasure === 0);
  const others = lessons.filter((_lesson, at) => at % foldsOfMeasure !== 0);
  const withoutHeld = trainTriage(others, { seed, trainedAt });
  const rightOf = (judge: Classifier) =>
    held.filter(({ text, kind }) => triageText(text, { model: judge }).kind === kind).length;
  return { model, heldBack: held.length, rightBefore: rightOf(starterTriage()), rightAfter: rightOf(withoutHeld) };
}

interface Measured {
  readonly heldBack: number;
  readonly rightBefore: number;
  readonly rightAfter: number;
}
