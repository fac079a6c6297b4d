import { stopWordsOf } from "../text/index.ts";
import { defaultParameters, longParameters } from "./bm25.ts";
import type { Decider } from "./decision.ts";
import { DocumentLengths } from "./document-lengths.ts";
import { DocumentReader } from "./document-reader.ts";
import { bestScore, type Comparison, FEATURES, featuresOf, type ReadCandidate } from "./features.ts";
import type { FieldedIndex } from "./fielded-index.ts";
import type { Admits } from "./filter.ts";
import type { Asked } from "./query-terms.ts";
import { type QueryView, viewOf } from "./query-view.ts";
import type { RankedCandidates } from "./ranked-candidates.ts";
import { type Ranker, rankerScore } from "./ranker.ts";
import { Rarities, StopTerms } from "./rarities.ts";
import { findingTogether, onlyReading, type Readings, type ReadTerms, termsOfEach, termsTogether } from "./readings.ts";
import { type Candidate, Retriever } from "./retrieve.ts";
import { Scorer } from "./scorer.ts";
import { compareWhole, lengthOfWhole, notCompared } from "./whole-features.ts";
import { VectorLookup, type WordVectors } from "./word-vectors.ts";

/** Candidates that are re-ranked. */
export const RERANKED = 100;

/** In an index of fewer than so many documents, so many for a title with a body. */
const SMALL_INDEX = 20_000;
const RERANKED_OF_LONG = 300;

/** What was learned from links: all parts of one training, which belong together. */
export interface LearnedModel {
  readonly vectors: WordVectors;
  /** Undefined where the cold start's order was as good on links that nothing was learned from. */
  readonly ranker: Ranker | undefined;
  readonly decider: Decider;
  /** Where an embedding service is configured, and what it says helped on links that nothing was learned from. */
  readonly embedded?: EmbeddedModel | undefined;
}

/** What ranks and decides where an embedding service has compared the question with the candidates in time. */
export interface EmbeddedModel {
  /** The service's model: another one's likeness means something else. */
  readonly model: string;
  readonly ranker: Ranker;
  readonly decider: Decider;
}

/** What else is wanted of a retrieval. */
export interface CandidateWish {
  /** Documents that are compared whether they were found or not. */
  readonly more?: readonly number[];
  /** Whether features that need a look behind a candidate's title and aliases are computed. */
  readonly every?: boolean;
  /** Called for every document that matches. */
  readonly onMatch?: ((document: number) => void) | undefined;
}

/** Retrieval and re-ranking over one index with what has been learned, if anything has. */
export class Ranking {
  readonly index: FieldedIndex;
  readonly retriever: Retriever;
  readonly rarities: Rarities;
  readonly model: LearnedModel | undefined;
  readonly #lookup: VectorLookup | undefined;
  readonly #reader: DocumentReader;
  readonly #scorers: { readonly line: Scorer; readonly long: Scorer };
  readonly #stops = new Map<string, StopTerms>();
  readonly #lengths = new Map<StopTerms, DocumentLengths>();

  constructor(index: FieldedIndex, model?: LearnedModel, vectors: WordVectors | undefined = model?.vectors) {
    this.index = index;
    this.model = model;
    this.retriever = new Retriever(index, defaultParameters);
    this.rarities = new Rarities(index);
    this.#reader = new DocumentReader(index);
    this.#scorers = {
      line: new Scorer(index, defaultParameters, this.rarities),
      long: new Scorer(index, longParameters, this.rarities),
    };
    this.#lookup = vectors ? new VectorLookup(vectors, index.dictionary) : undefined;
  }

  readonly stopsOf = (language: string): StopTerms => {
    const known = this.#stops.get(language);
    if (known) return known;
    const made = new StopTerms(this.index, stopWordsOf(language));
    this.#stops.set(language, made);
    return made;
  };

  /**
   * The candidates that BM25F finds among what is admitted, with the features that re-ranking sees; without `every`, those that need a
   * look behind a candidate's title and aliases are 0. `onMatch` is called for every document that has any of the informative terms.
   */
  candidates(asked: Asked | Readings, admits: Admits, wish: CandidateWish = {}): RankedCandidates {
    const { more = [], every = true, onMatch } = wish;
    const readings = "all" in asked ? asked : onlyReading(asked);
    const { places } = readings;
    const each = termsOfEach(this.retriever, readings, this.stopsOf);
    const finding = findingTogether(this.index, each);
    const terms = termsTogether(each.map((one) => one.terms));
    const findsAll = finding.length === terms.length;
    const limit = this.#reranked(isLong(readings));
    const found = this.retriever.retrieve(finding, limit, admits, findsAll ? onMatch : undefined, places);
    if (onMatch && !findsAll) this.retriever.retrieve(terms, 1, admits, onMatch, places);
    const seen = new Set(found.map(({ document }) => document));
    const documents = [...seen, ...more.filter((one) => !seen.has(one))];
    // Whatever was found by all terms of a line has its score already.
    const known = !every && findsAll && more.length === 0 ? found.map(({ score }) => score) : undefined;
    return this.#read(documents, each, places, every, known);
  }

  /**
   * Reads candidates and compares each with the query as the candidate's language reads it. `known` are their scores, where the retriever has
   * them: their texts are not read then.
   */
  #read(
    documents: readonly number[],
    each: readonly ReadTerms[],
    places: Uint8Array | undefined,
    every: boolean,
    known: readonly number[] | undefined,
  ): RankedCandidates {
    const { key, language } = this.index.columns;
    const most = Math.max(1e-6, ...each.map(({ terms }) => terms.reduce((sum, { weight }) => sum + weight, 0)));
    const prepared = each.map((one) => this.#prepare(one, every));
    const read = this.#reader;
    read.countOnly(every ? null : prepared.flatMap(({ terms }) => terms.map(({ term }) => term)));
    const candidates = documents
      .map((document, at) => {
        const place = places?.[language[document] as number] ?? 0;
        const { terms, comparison, compare, scorer } = prepared[place] as Prepared;
        if (known) read.readPhrases(document);
        else read.read(document);
        const { title, aliases } = read;
        const score = (known ? (known[at] as number) : scorer.score(terms, read, document)) / most;
        const background = every ? scorer.background(read, document, comparison.stops) : 0;
        return { document, title, aliases, score, background, whole: compare(read, document), place };
      })
      .sort((a, b) => b.score - a.score || (key[a.document] as number) - (key[b.document] as number));
    return {
      candidates: candidates.map(({ document, score }) => ({ document, score })),
      scores: candidates.map(({ score }) => score),
      rows: rowsOf(prepared, candidates),
      width: FEATURES.length,
    };
  }

  #prepare({ asked, stops, terms }: ReadTerms, every: boolean): Prepared {
    const { index, rarities } = this;
    const comparison: Comparison = { index, rarities, stops, ...(this.#lookup ? { vectors: this.#lookup } : {}) };
    const view = viewOf(asked, stops, rarities);
    const scorer = asked.body.length > 0 ? this.#scorers.long : this.#scorers.line;
    return {
      terms,
      comparison,
      view,
      scorer,
      compare: every ? compareWhole({ ...comparison, lengths: this.#lengthsFor(stops) }, view) : () => notCompared,
    };
  }

  /** Of which words a document's length is made depends on which of them are stop words. */
  #lengthsFor(stops: StopTerms): DocumentLengths {
    const known = this.#lengths.get(stops) ?? new DocumentLengths();
    this.#lengths.set(stops, known);
    return known;
  }

  /**
   * Counts ahead, a document at a time, how long the documents' sums of word vectors are for questions in a language: a search compares a
   * hundred of them, and adding up one that nobody asked for yet costs a twentieth of a millisecond.
   */
  *preparing(language: string): Generator<void, void> {
    const vectors = this.#lookup;
    if (!vectors) return;
    const stops = this.stopsOf(language);
    const lengths = this.#lengthsFor(stops);
    const read = new DocumentReader(this.index);
    const { columns } = this.index;
    for (let document = 0; document < columns.count; document++) {
      if (columns.alive[document] !== 1 || lengths.get(document) !== undefined) continue;
      read.read(document);
      lengths.put(document, lengthOfWhole(vectors, read, stops));
      yield;
    }
  }

  /** How many candidates are looked at: more where a long question shares words with many and the index is small. */
  #reranked(long: boolean): number {
    return long && this.index.size < SMALL_INDEX ? RERANKED_OF_LONG : RERANKED;
  }

  /** The candidates in their final order: the learned one, or BM25F's with ties broken by word order. */
  rank(asked: Asked | Readings, admits: Admits, wish: Omit<CandidateWish, "every"> = {}): RankedCandidates {
    const long = isLong(asked);
    // At a cold start a line is ranked by its own words alone.
    const every = this.model !== undefined || long;
    const ranker = this.model?.ranker ?? coldRankerFor(long);
    return inOrder(this.candidates(asked, admits, { ...wish, every }), ranker);
  }
}

/** One reading of a query, ready to be compared with candidates. */
interface Prepared extends Pick<ReadTerms, "terms"> {
  readonly comparison: Comparison;
  readonly view: QueryView;
  readonly scorer: Scorer;
  readonly compare: ReturnType<typeof compareWhole>;
}

/** A title with a body; every language reads the same letters, so all readings are long or none. */
function isLong(asked: Asked | Readings): boolean {
  return "all" in asked ? asked.all.some(({ body }) => body.length > 0) : asked.body.length > 0;
}

/** The features of candidates, those of each reading by that reading. */
function rowsOf(
  prepared: readonly Prepared[],
  candidates: readonly (ReadCandidate & { place: number })[],
): Float32Array {
  const best = bestScore(candidates);
  const [first] = prepared;
  if (first && prepared.length === 1) return featuresOf(first.comparison, first.view, candidates, best);
  const width = FEATURES.length;
  const rows = new Float32Array(width * candidates.length);
  for (const [place, { comparison, view }] of prepared.entries()) {
    const own = [...candidates.keys()].filter((at) => candidates[at]?.place === place);
    const ofReading = own.map((at) => candidates[at] as ReadCandidate);
    const made = featuresOf(comparison, view, ofReading, best);
    for (const [from, to] of own.entries()) rows.set(made.subarray(from * width, (from + 1) * width), to * width);
  }
  return rows;
}

/** Sorts candidates by a ranker's score. */
export function inOrder(found: RankedCandidates, ranker: Ranker): RankedCandidates {
  const { candidates, rows, width } = found;
  const { order, scores } = orderOf(found, ranker);
  const sorted = new Float32Array(rows.length);
  for (let to = 0; to < order.length; to++) {
    const from = (order[to] as number) * width;
    for (let at = 0; at < width; at++) sorted[to * width + at] = rows[from + at] as number;
  }
  return {
    candidates: order.map((at) => candidates[at] as Candidate),
    scores: order.map((at) => scores[at] as number),
    rows: sorted,
    width,
  };
}

/** Places of the candidates, best first, and the score of each by place; equal scores keep their order. */
export function orderOf(
  { candidates, rows, width }: RankedCandidates,
  ranker: Ranker,
): { order: number[]; scores: number[] } {
  const scores = candidates.map((_candidate, at) => rankerScore(ranker, rows, at * width));
  const order = [...candidates.keys()].sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b);
  return { order, scores };
}

/** The ranker of a cold start, for a line or for a title with a body. */
export function coldRankerFor(long: boolean): Ranker {
  return long ? coldRankerOfLong : coldRanker;
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

const ofLong = { "score of the best score possible": 10, "cosine of all words by count and rarity": 2 };

/** For a title with a body, whose words say more than titles can cover. */
const coldRankerOfLong = coldRankerOf(ofLong);

/** Where learning starts for a title with a body: vectors of long texts are worth something before any lesson. */
export const startOfLong = coldRankerOf({
  ...ofLong,
  "vectors: query and whole document": 2,
  "vectors: query and title": 0.7,
});
