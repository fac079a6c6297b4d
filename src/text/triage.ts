import { type Classification, type Classifier, classify } from "./classifier.ts";
import { type ClassifierSettings, kindSettings, type LabelledText } from "./classifier-settings.ts";
import { type MessageKind, messageKinds, starterExamples, starterLanguages } from "./starter/examples.ts";
import { trainClassifier } from "./train-classifier.ts";
import { type Urgency, type UrgencyReason, urgencyOf } from "./urgency.ts";

/** What the machine makes of a message. */
export interface TriagedText {
  readonly kind: MessageKind;
  /** Calibrated probability that the kind is right. */
  readonly probability: number;
  readonly urgency: Urgency;
  readonly urgencyReason: UrgencyReason;
  /** True where a person should say what this is. */
  readonly abstains: boolean;
}

/** A message of a known kind: what a person confirmed or corrected. */
export interface KindExample {
  readonly text: string;
  readonly kind: MessageKind;
}

export interface TriageOptions {
  /** ISO 639-1, where it is known. */
  readonly language?: string;
  /** A model of the community's own, from `trainTriage`; without it, the one that Kith starts with. */
  readonly model?: Classifier;
}

const starterSettings: ClassifierSettings = {
  ...kindSettings,
  features: { ...kindSettings.features, characters: [3, 5], manner: 2 },
  promised: 0.85,
};

/** From so many confirmed messages of each kind on, a community's history speaks for itself and the starter examples stay out. */
const ENOUGH_OF_EACH = 300;

/**
 * Trains a community's triage from what its people confirmed and corrected. While that is little, the starter examples are learned
 * from as well, so that a first correction counts and nothing is forgotten. About a second for a thousand messages; equal input
 * and seed give an equal model.
 */
export function trainTriage(
  confirmed: readonly KindExample[],
  options: { readonly seed: number; readonly trainedAt: string },
): Classifier {
  const own: LabelledText[] = confirmed.map(({ text, kind }) => ({ text, label: kind }));
  const enough = messageKinds.every((kind) => own.filter(({ label }) => label === kind).length >= ENOUGH_OF_EACH);
  return trainKinds(enough ? own : [...starterExamples(), ...own], options.seed, options.trainedAt);
}

/** A model of kinds from exactly these texts. */
export function trainKinds(texts: readonly LabelledText[], seed: number, trainedAt: string): Classifier {
  const settings = { ...starterSettings, seed, softmax: { ...starterSettings.softmax, seed } };
  const spoken = texts.map((one) => ({ ...one, text: withoutHandles(one.text) }));
  const training = trainClassifier(spoken, settings, trainedAt);
  let step = training.next();
  while (!step.done) step = training.next();
  return step.value;
}

/** The program's own examples have no date; their model says so. */
const NO_DATE = "1970-01-01T00:00:00.000Z";
let starter: Classifier | undefined;

/** The model that triage starts with; trained from the starter examples when it is first asked, in about a second. */
export function starterTriage(): Classifier {
  starter ??= trainTriage([], { seed: 1, trainedAt: NO_DATE });
  return starter;
}

/**
 * Says what kind of message a text is, how sure that is, and how urgent. Any string is a text. Without a word to go by, or in a
 * language that the starter model never saw, it abstains.
 */
export function triageText(text: string, options: TriageOptions = {}): TriagedText {
  const { model = starterTriage(), language } = options;
  const found = classify(model, withoutHandles(text));
  const kind = kindOf(found);
  const { urgency, reason } = urgencyOf(text, kind !== "praise" && kind !== "chatter");
  const foreign = options.model === undefined && language !== undefined && !isKnown(language);
  const abstains = found.abstains || foreign || !/\p{L}/u.test(text);
  return { kind, probability: found.probability, urgency, urgencyReason: reason, abstains };
}

/** Where a message is sent through a network, it begins with a name; that is the channel's manner and says nothing of the kind. */
function withoutHandles(text: string): string {
  return text.replaceAll(/@[\p{L}\p{N}_]+/gu, " ");
}

/** A tag such as `de-AT` is German. */
function isKnown(language: string): boolean {
  return (starterLanguages as readonly string[]).includes(language.slice(0, 2).toLowerCase());
}

function kindOf({ label }: Classification): MessageKind {
  return messageKinds.find((kind) => kind === label) ?? "chatter";
}
