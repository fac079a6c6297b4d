import type { Decision } from "./decision.ts";
import type { EmbeddingHealth } from "./embedding/query-places.ts";
import type { Facets } from "./facet-counts.ts";
import type { ParsedQuery } from "./parse-query.ts";
import type { HostStatus } from "./search-messages.ts";
import type { Snippet } from "./snippet.ts";
import type { TypedState } from "./typed-query.ts";

/** Whoever looks may see these audiences besides what everybody may. */
interface Looking {
  readonly communityId: number;
  /** The community's language tag. */
  readonly locale: string;
  readonly audiences?: ReadonlySet<number> | undefined;
  /** Whether its first line may go to an embedding service outside: not what is said to care alone. */
  readonly mayLeave?: boolean | undefined;
  /** Told which questions were found before their texts are read: who shows more of them reads it at the same time. */
  readonly onFound?: ((questionIds: readonly number[]) => void) | undefined;
}

/** A search as somebody typed it, operators and all, with what the page around it chose. */
export interface FindRequest extends Looking {
  readonly text: string;
  /** A group's slug or name. */
  readonly group?: string | undefined;
  /** An `is:` in the text wins over it. */
  readonly state?: TypedState | undefined;
  /** ISO 639-1; a `lang:` in the text wins over it. */
  readonly language?: string | undefined;
  /** Days since 1970-01-01 UTC, both inclusive. */
  readonly fromDay?: number | undefined;
  readonly toDay?: number | undefined;
  readonly limit: number;
  readonly skip?: number | undefined;
  /** Count facets and everything that matches. */
  readonly facets?: boolean | undefined;
}

export interface Found {
  readonly questionId: number;
  /** The whole title, with what was looked for marked in it. */
  readonly title: Snippet;
  readonly tags: readonly string[];
  /** The part of what solved it, or of the question, that shows most of what was looked for. */
  readonly snippet: Snippet;
  readonly snippetOf: "answer" | "question";
  /** ISO 639: what the snippet is written in. */
  readonly snippetLanguage: string;
  /** The confirmed answer that helped most, and who gave it. */
  readonly solution: Solution | null;
  /** Comparable within one search only. */
  readonly score: number;
}

export interface Solution {
  readonly answerId: number;
  readonly by: { readonly memberId: number; readonly name: string; readonly staff: boolean };
}

/** Names in a search that nobody has here, as typed. */
export interface UnknownNames {
  readonly groups: readonly string[];
  readonly people: readonly string[];
}

/** How an answer came about: `cold` is BM25 without anything learned. */
interface Ranked {
  readonly decision: Decision;
  readonly ranking: "cold" | "learned";
  /** Which of the two ways answered. */
  readonly by: "memory" | "postgres";
}

export interface FoundQuestions extends Ranked {
  readonly found: readonly Found[];
  /** With a name that nobody has, nothing is found. */
  readonly unknown: UnknownNames;
  /** Whether there are more behind these; the best hundred can be paged through. */
  readonly more: boolean;
  readonly parsed: ParsedQuery;
  readonly didYouMean?: string;
  /** With `facets` only. */
  readonly facets?: Facets;
}

/** What somebody has typed so far, of a question that is not asked yet. */
export interface SuggestRequest extends Looking {
  readonly text: string;
  readonly body?: string | undefined;
  /** The slug of the group that is being asked in: it says from when on something is solved. Else the best one's group does. */
  readonly group?: string | undefined;
  /** The probability from which on "this is solved" is said, whatever a group sets. */
  readonly threshold?: number | undefined;
  readonly limit?: number | undefined;
}

/** A solved question that may answer what is being typed. */
export interface Suggested extends Found {
  readonly answerId: number;
  /** How likely it answers; known for the first one only, and only once something was learned. */
  readonly probability: number | null;
}

export interface Suggestions extends Ranked {
  readonly suggested: readonly Suggested[];
}

/** How search is. `memory` is null where PostgreSQL answers all, or the thread is being started again. */
export interface SearchStatus {
  readonly mode: SearchMode;
  readonly memory: HostStatus | null;
  /** The embedding service, as this process sees it; null where none is configured. */
  readonly embeddings: (EmbeddingHealth & { readonly model: string; readonly host: string }) | null;
}

export type SearchMode = "memory" | "postgres";

/** Finding what was asked and what is solved. Nothing here throws because of an index: PostgreSQL answers where there is none. */
export interface Search {
  /** Questions that fit, best first. */
  questions(request: FindRequest): Promise<FoundQuestions>;
  /** Solved answers to what is being typed, best first. */
  suggest(request: SuggestRequest): Promise<Suggestions>;
  status(): Promise<SearchStatus>;
  /** Puts a ranking model (the file `serializeModel` makes) in place in this process; null goes back to the cold start. */
  learn(communityId: number, model: Uint8Array | null): Promise<void>;
  close(): Promise<void>;
}
