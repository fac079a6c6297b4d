import type { TableSettings } from "./matrix.ts";
import type { NetworkSettings } from "./network.ts";
import type { SoftmaxSettings } from "./softmax.ts";

/** A text with its label; `group` (a brand, a thread) is what features must be common to. */
export interface LabelledText {
  readonly text: string;
  readonly label: string;
  readonly group?: string;
}

/** How a classifier is trained. The model file keeps the features' part, the seed and what was measured. */
export interface ClassifierSettings {
  readonly name: string;
  readonly features: TableSettings;
  readonly softmax: SoftmaxSettings;
  /** A network beside the softmax; the two are averaged. Pays where labels are many and words mean much. */
  readonly network?: NetworkSettings;
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

const seed = 1;

/** Settings for subjects and intents: what a message is about. */
export const subjectSettings: ClassifierSettings = {
  name: "triage",
  features: {
    words: 2,
    characters: [3, 4],
    rarity: true,
    mask: "nothing",
    manner: 0,
    fewestTexts: 2,
    fewestGroups: 0,
  },
  softmax: { epochs: 12, learningRate: 0.15, dropout: 0.3, seed },
  network: { hidden: 192, epochs: 14, learningRate: 0.07, dropout: 0.3, hiddenDropout: 0.5, seed },
  balance: 0.5,
  promised: 0.9,
  restLabels: ["oos", "out_of_scope", "out-of-scope", "none of these"],
  restError: 0.01,
  seed,
};

const { network: _network, ...linear } = subjectSettings;

/** Settings for kinds of message (complaint or not, problem or chatter): names masked, marks of manner, labels count alike. */
export const kindSettings: ClassifierSettings = {
  ...linear,
  features: { ...linear.features, characters: [0, 0], rarity: false, mask: "names", manner: 3, fewestGroups: 3 },
  softmax: { epochs: 30, learningRate: 0.1, dropout: 0.3, seed },
  balance: 1,
};

/** Settings for the guard: as for kinds, without proper names, and with time to learn from the few features that brands share. */
export const guardSettings: ClassifierSettings = {
  ...kindSettings,
  name: "guard",
  features: { ...kindSettings.features, mask: "proper names", fewestTexts: 3 },
  softmax: { ...kindSettings.softmax, epochs: 120 },
};

/** More labels than this are subjects; as many or fewer are kinds of message, which manner tells better than words. */
const MOST_KINDS = 6;

/** Settings for triage, as they were measured best on the public sets (docs/benchmarks-search.md). */
export function triageSettings(texts: readonly LabelledText[]): ClassifierSettings {
  return new Set(texts.map(({ label }) => label)).size > MOST_KINDS ? subjectSettings : kindSettings;
}
