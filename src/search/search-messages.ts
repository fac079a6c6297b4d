import type { Connection } from "../store/index.ts";
import type { SearchAnswer, SearchRequest } from "./engine.ts";

// What the program and the thread that holds the indexes say to each other. Everything here survives a structured clone.

/** What the thread is started with. */
export interface HostSettings {
  readonly connection: Connection;
  /** Where indexes are kept between starts; null keeps none. */
  readonly folder: string | null;
  /** Questions of the largest community that is held in memory. */
  readonly largest: number;
  readonly logLevel: string;
}

/** A search within one community. */
export interface IndexRequest extends SearchRequest {
  /** Tells unsolved questions without any answer from those with one. */
  readonly waiting?: boolean | undefined;
}

export type Ask =
  | { readonly kind: "search"; readonly communityId: number; readonly request: IndexRequest }
  | { readonly kind: "status" }
  /** Puts a ranking model in place; null goes back to the cold start. */
  | { readonly kind: "learn"; readonly communityId: number; readonly model: Uint8Array | null }
  | { readonly kind: "close" };

/** Why there is no index to ask: it is being built, or the community is larger than what is held in memory. */
export type NoIndex = "building" | "too-large";

/** How one community's index is. */
export interface IndexStatus {
  readonly communityId: number;
  /** `ready` answers; `building` has nothing to answer with yet; `too-large` is left to PostgreSQL. */
  readonly state: "ready" | NoIndex;
  /** Share of the questions read, 0 to 1, while an index is built; an older one may answer meanwhile. */
  readonly progress: number | null;
  readonly documents: number;
  readonly bytes: number;
  readonly ranking: "cold" | "learned";
  /** When the index was last built whole, ISO 8601; null where it has not been. */
  readonly builtAt: string | null;
  /** Milliseconds that took. */
  readonly buildMs: number | null;
}

export interface HostStatus {
  readonly communities: readonly IndexStatus[];
  /** Where in the event log the indexes are. */
  readonly place: string;
  /** Milliseconds since the log was last read to its end: about a second at rest. Null before the first time. */
  readonly behindMs: number | null;
}

export type Answer =
  | { readonly kind: "search"; readonly answer: SearchAnswer }
  | { readonly kind: "none"; readonly why: NoIndex }
  | { readonly kind: "status"; readonly status: HostStatus }
  | { readonly kind: "done" };

export interface Asked {
  readonly id: number;
  readonly ask: Ask;
}

export type Answered =
  | { readonly id: number; readonly answer: Answer }
  | { readonly id: number; readonly failure: string };
