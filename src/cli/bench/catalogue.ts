import type { Size } from "./make-threads.ts";

/** What a filled installation holds, for whoever asks for its pages. */
export interface Catalogue {
  readonly size: Size;
  readonly slug: string;
  readonly communityId: number;
  /** Who signs in. */
  readonly personId: string;
  readonly memberIds: readonly number[];
  readonly groups: readonly string[];
  readonly questions: readonly QuestionKnown[];
}

export interface QuestionKnown {
  readonly id: number;
  readonly title: string;
  readonly group: string;
  readonly tags: readonly string[];
  /** The question and its answers. */
  readonly posts: number;
  readonly lastActivityMs: number;
}
