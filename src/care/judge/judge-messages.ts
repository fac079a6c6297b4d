import type { Urgency } from "../problem.ts";
import type { MessageKind } from "../triage.ts";
import type { AreaWords } from "./area-of.ts";

// What goes to the process that judges, and what comes back.

/** A message that people said something of. */
export interface Lesson {
  readonly text: string;
  readonly kind: MessageKind;
}

export type JudgeAsk =
  | { readonly kind: "judge"; readonly text: string; readonly communityId: number }
  /** Gives the process what a community's triage learned; null where it judges with what Kith starts with. */
  | {
      readonly kind: "use";
      readonly communityId: number;
      readonly file: Uint8Array | null;
      /** What it learned of its subject areas, where it did. */
      readonly areaFile: Uint8Array | null;
    }
  | { readonly kind: "learn-areas"; readonly lesson: AreaLesson }
  | { readonly kind: "learn"; readonly lessons: readonly Lesson[]; readonly trainedAt: string };

/** Texts with the id of the area that people confirmed, newest first, and what each area is recognised by without a model. */
export interface AreaLesson {
  readonly examples: readonly { readonly text: string; readonly areaId: number }[];
  readonly areas: readonly (AreaWords & { readonly id: number })[];
  readonly trainedAt: string;
}

export interface AreasLearned {
  readonly file: Uint8Array;
  readonly heldBack: number;
  readonly answered: number;
  readonly rightAnswers: number;
  readonly rightByWords: number;
}

/** What the model of the areas says of a text, where it is sure enough. */
export interface AreaSaid {
  readonly areaId: number;
  readonly probability: number;
}

/** All of a guess but the subject area, which the community names. */
export interface Judged {
  readonly kind: MessageKind;
  readonly urgency: Urgency;
  readonly language: string | null;
  readonly probability: number;
  readonly abstains: boolean;
}

export interface Learned {
  readonly file: Uint8Array;
  /** Lessons that were held back, and how many of them each model got right. */
  readonly heldBack: number;
  readonly rightBefore: number;
  readonly rightAfter: number;
}

export type JudgeAnswer =
  | { readonly kind: "judged"; readonly judged: Judged; readonly area: AreaSaid | null }
  | { readonly kind: "learned-areas"; readonly learned: AreasLearned }
  | { readonly kind: "used" }
  | { readonly kind: "learned"; readonly learned: Learned };

export interface Asked {
  readonly id: number;
  readonly ask: JudgeAsk;
}

export type Answered =
  | { readonly id: number; readonly answer: JudgeAnswer }
  | { readonly id: number; readonly failure: string };
