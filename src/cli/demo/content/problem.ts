/** The groups of the demonstration community, by their address. */
export type GroupSlug =
  | "machines"
  | "grinders"
  | "app-account"
  | "orders-repair"
  | "deutsch"
  | "home-baristas"
  | "latte-art"
  | "roasting";

/** A text that does not fit every way in which the problem shows. */
export interface Fitting {
  readonly text: string;
  /** The places, from 1, of the `says` that it fits. */
  readonly says?: readonly number[];
  /** The places, from 1, of the answers that it fits: those of `right`, and then those of `fromStaff`. */
  readonly answers?: readonly number[];
}
export type Line = string | Fitting;

/** Fits these `says` only. */
export function only(says: readonly number[], text: string): Fitting {
  return { text, says };
}

/** Fits after these answers only. */
export function afterAnswer(answers: readonly number[], text: string, says?: readonly number[]): Fitting {
  return says ? { text, answers, says } : { text, answers };
}

/**
 * A problem that many people meet, and how they put it. Texts are phrased with `{this|that}` (one is taken), `{2..5}` (a number) and
 * `{model}`; `generate/phrase.ts` reads that.
 */
export interface Problem {
  readonly key: string;
  readonly group: GroupSlug;
  readonly tags: readonly string[];
  /** Nothing that stands on a worktop: an app, an order, a parcel. */
  readonly matter?: boolean;
  /** How many people ask it in these months. */
  readonly times: number;
  /** What `{model}` may be; the one that is taken becomes a tag, too. */
  readonly models?: readonly string[];
  readonly titles: readonly Line[];
  /** What they see: each a whole paragraph. */
  readonly says: readonly string[];
  readonly tried: readonly Line[];
  /** Answers that solve it. */
  readonly right: readonly Line[];
  /** Answers that solve it and that only staff can give. */
  readonly fromStaff?: readonly Line[];
  /** What staff says where it cannot be mended. */
  readonly plainNo?: string;
  /** Answers that are partly right, wrong, or a guess. */
  readonly half: readonly Line[];
  /** The solutions in half a sentence, for whoever points to an earlier answer; in the order of `right`. */
  readonly gist: readonly Line[];
  /** What somebody asks first, and what the asker says to it; with the `says` that it fits. */
  readonly asksBack?: readonly (readonly [string, string, (readonly number[])?])[];
  /** What the asker says when it is solved. */
  readonly after: readonly Line[];
}

/** An answer in a conversation that is written out. */
export interface Reply {
  /** Somebody of the cast; without it a member who fits the group. */
  readonly by?: string;
  readonly text: string;
  /** The asker says that it solved it. */
  readonly solves?: boolean;
  /** How long after the question, in hours; by default the replies follow each other as people find time. */
  readonly afterHours?: number;
  /** Comments under it: the asker's and the answerer's turns, beginning with the asker. */
  readonly comments?: readonly string[];
}

/** A conversation that happens once, every word of it written. */
export interface Story {
  readonly group: GroupSlug;
  readonly tags: readonly string[];
  readonly by?: string;
  readonly title: string;
  readonly body: string;
  /** Comments under the question: somebody asks, the asker says. */
  readonly asksBack?: readonly (readonly [string, string])[];
  readonly replies: readonly Reply[];
  /** How long ago it was asked; without it, somewhere in the months. */
  readonly hoursAgo?: number;
  /** Removed by a steward, who tells the author why. */
  readonly removedBecause?: string;
}
