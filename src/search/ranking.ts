import { stopWordsOf } from "../text/index.ts";
import { defaultParameters } from "./bm25.ts";
import type { Decider } from "./decision.ts";
import { type Comparison, FEATURES, featuresOf } from "./features.ts";
import type { FieldedIndex } from "./fielded-index.ts";
import type { Admits } from "./filter.ts";
import { type Asked, findingTerms, informativeTerms } from "./query-terms.ts";
import { Rarities, StopTerms, viewOf } from "./query-view.ts";
import type { RankedCandidates } from "./ranked-candidates.ts";
import { type Ranker, rankerScore } from "./ranker.ts";
import { type Candidate, type QueryTerm, Retriever } from "./retrieve.ts";
import { countsOf } from "./seal.ts";
import { VectorLookup, type WordVectors } from "./word-vectors.ts";

/** Candidates that are re-ranked. */
export const RERANKED = 100;

/** What was learned from links: all parts of one training, which belong together. */
export interface LearnedModel {
  readonly vectors: WordVectors;
  readonly ranker: Ranker;
  readonly decider: Decider;
}

/** Retrieval and re-ranking over one index with what has been learned, if anything has. */
export class Ranking {
  readonly index: FieldedIndex;
  readonly retriever: Retriever;
  readonly rarities: Rarities;
  readonly model: LearnedModel | undefined;
  readonly #lookup: VectorLookup | undefined;
  readonly #stops = new Map<string, StopTerms>();

  constructor(index: FieldedIndex, model?: LearnedModel, vectors: WordVectors | undefined = model?.vectors) {
    this.index = index;
    this.model = model;
    this.retriever = new Retriever(index, defaultParameters);
    this.rarities = new Rarities(index);
    this.#lookup = vectors ? new VectorLookup(vectors, index.dictionary) : undefined;
  }

  stopsOf(language: string): StopTerms {
    const known = this.#stops.get(language);
    if (known) return known;
    const made = new StopTerms(this.index, stopWordsOf(language));
    this.#stops.set(language, made);
    return made;
  }

  /** The candidates that BM25F finds among what is admitted, with the features that re-ranking sees. */
  candidates(asked: Asked, admits: Admits, more: readonly number[] = []): RankedCandidates {
    const stops = this.stopsOf(asked.language);
    const terms = informativeTerms(this.retriever, asked, stops.has);
    const finding = findingTerms(this.index, terms);
    const found = this.retriever.retrieve(finding, RERANKED, admits);
    const seen = new Set(found.map(({ document }) => document));
    const all = [...found, ...more.filter((one) => !seen.has(one)).map((document) => ({ document, score: 0 }))];
    const candidates = terms.length > finding.length ? this.#scoredByAll(all, terms) : all;
    const most = Math.max(
      1e-6,
      terms.reduce((sum, { weight }) => sum + weight, 0),
    );
    const comparison: Comparison = {
      index: this.index,
      rarities: this.rarities,
      stops,
      ...(this.#lookup ? { vectors: this.#lookup } : {}),
    };
    const rows = featuresOf(comparison, viewOf(asked, stops, this.rarities), candidates, most);
    return { candidates, scores: candidates.map(({ score }) => score / most), rows };
  }

  #scoredByAll(candidates: readonly Candidate[], terms: readonly QueryTerm[]): Candidate[] {
    const { forward, columns } = this.index;
    return candidates
      .map(({ document }) => {
        const counts = countsOf(forward, columns.forward[document] as number);
        return { document, score: this.retriever.score(terms, counts, document) };
      })
      .sort((a, b) => b.score - a.score);
  }

  /** The candidates in their final order: the learned one, or BM25F's with ties broken by word order. */
  rank(asked: Asked, admits: Admits, more: readonly number[] = []): RankedCandidates {
    return inOrder(
      this.candidates(asked, admits, more),
      this.model?.ranker ?? (asked.body.length > 0 ? coldRankerOfLong : coldRanker),
    );
  }
}

/** Sorts candidates by a ranker's score. */
export function inOrder({ candidates, rows }: RankedCandidates, ranker: Ranker): RankedCandidates {
  const width = FEATURES.length;
  const scores = candidates.map((_candidate, at) => rankerScore(ranker, rows, at * width));
  const order = [...candidates.keys()].sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b);
  const sorted = new Float32Array(rows.length);
  for (const [to, from] of order.entries()) sorted.set(rows.subarray(from * width, (from + 1) * width), to * width);
  return {
    candidates: order.map((at) => candidates[at] as Candidate),
    scores: order.map((at) => scores[at] as number),
    rows: sorted,
  };
}

/** Linear weights where nothing has been learned, by name of feature: BM25F, and a little for what it does not see. */
function coldRankerOf(weights: Readonly<Record<string, number>>): Ranker {
  return {
    features: FEATURES.length,
    hidden: 0,
    shift: new Float32Array(FEATURES.length),
    scale: new Float32Array(FEATURES.length).fill(1),
    weights: Float32Array.from(FEATURES, (name) => weights[name] ?? 0),
  };
}

/** For a line: coverage, order and length break what BM25F leaves nearly equal. */
export const coldRanker = coldRankerOf({
  "score of the best score possible": 10,
  "rarity covered by the title or alias": 6,
  "rarity of the title that the query covers": 1.3,
  "words in the same order": 0.7,
  "likeness of lengths": 0.5,
});

/** For a title with a body, whose words say more than titles can cover. */
export const coldRankerOfLong = coldRankerOf({
  "score of the best score possible": 10,
  "rarity covered by the title or alias": 0.5,
  "rarity covered anywhere": 0.5,
});
