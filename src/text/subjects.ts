import { type Classifier, classify, knownShare } from "./classifier.ts";
import { type LabelledText, subjectSettings } from "./classifier-settings.ts";
import { trainClassifier } from "./train-classifier.ts";

/** Trains what texts are about, from texts that people placed. Equal input and seed give an equal model. */
export function trainSubjects(
  texts: readonly LabelledText[],
  options: { readonly seed: number; readonly trainedAt: string },
): Classifier {
  const settings = { ...subjectSettings, name: "subjects", seed: options.seed };
  const training = trainClassifier(texts, settings, options.trainedAt);
  let step = training.next();
  while (!step.done) step = training.next();
  return step.value;
}

/**
 * Below this share of known features a text is about something else, whatever the softmax says: with few subjects it shares itself out
 * among them even where it has seen nothing of a text. A judgement, tried on English and German texts against each other.
 */
const leastKnown = 1 / 3;

/** What a text is about and how sure that is; it abstains below the model's threshold, and where it knows too little of the text. */
export function subjectOf(model: Classifier, text: string): { label: string; probability: number; abstains: boolean } {
  const { label, probability, abstains } = classify(model, text);
  return { label, probability, abstains: abstains || knownShare(model, text) < leastKnown };
}
