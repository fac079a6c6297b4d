import type { Candidate } from "./retrieve.ts";

/** Candidates of one query with their features, best BM25F score first, and, after ranking, their scores. */
export interface RankedCandidates {
  /** Best first. */
  readonly candidates: readonly Candidate[];
  /** The re-ranker's score of each candidate, or BM25F's share of the best possible score at a cold start. */
  readonly scores: readonly number[];
  /** Row by row in order of `candidates`. */
  readonly rows: Float32Array;
  /** Numbers in a row: the features, and with an embedding service one more. */
  readonly width: number;
}
