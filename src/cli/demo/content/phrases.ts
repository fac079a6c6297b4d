/** Sentences that fit any group, those for a thing on a worktop, and those for apps, orders and parcels. */
export interface Remarks {
  readonly always: readonly string[];
  readonly things: readonly string[];
  readonly matters?: readonly string[];
}

/** What people say around the matter itself: greetings, thanks, pointers. By language. */
export interface Phrases {
  readonly openings: readonly string[];
  readonly closings: readonly string[];
  readonly leads: readonly string[];
  readonly tails: readonly string[];
  /** Around a pointer to an earlier question: `{link}` and `{gist}`. */
  readonly pointers: readonly string[];
  /** A peer who saw the same. */
  readonly seconds: Remarks;
  /** What makes a title that was used before another one. */
  readonly titleTails: readonly string[];
  /** Advice that fits nearly everything, and that nearly never is the answer. */
  readonly guesses: Remarks;
  /** Somebody who comes by much later. */
  readonly late: Remarks;
  readonly thanks: readonly string[];
  readonly warm: readonly string[];
  readonly reopenings: readonly string[];
  readonly edits: readonly string[];
  readonly stillThere: readonly string[];
  readonly replies: Remarks;
  readonly ages: readonly string[];
}
