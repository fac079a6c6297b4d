import { tagTerm } from "./analyse.ts";
import { type Decision, decide } from "./decision.ts";
import { TAGS } from "./document.ts";
import { FacetCounts, type Facets } from "./facet-counts.ts";
import type { FieldedIndex } from "./fielded-index.ts";
import { type Admits, admission, type Reader, type Wanted } from "./filter.ts";
import { fittingHits } from "./fitting-hits.ts";
import { listed } from "./listing.ts";
import { readPhrases } from "./phrases.ts";
import type { QueryText } from "./query-terms.ts";
import { type LearnedModel, Ranking } from "./ranking.ts";
import { languagesRead, readQuery, termsOfEach, termsTogether } from "./readings.ts";
import { ENOUGH_HITS } from "./respelling.ts";
import { Spelling } from "./spelling.ts";

/** A search as the caller means it: names of groups and people are already resolved to numbers in `wanted`. */
export interface SearchRequest {
  readonly query: QueryText;
  /** The asker's: documents in others are compared with the query as their own language reads it. */
  readonly language: string;
  readonly reader: Reader;
  readonly wanted?: Wanted;
  readonly phrases?: readonly string[];
  readonly without?: readonly string[];
  readonly tags?: readonly string[];
  readonly withoutTags?: readonly string[];
  /** Hits to give, from `offset` on. */
  readonly limit?: number;
  readonly offset?: number;
  /** The probability from which on a group says "this is solved". */
  readonly threshold?: number;
  /** Count facets and all matches; costs a look at every match. */
  readonly facets?: boolean;
  /** Give each hit's features, for whoever ranks again. */
  readonly rows?: boolean;
  /** Words of the query that a hit has to hold where nothing was learned. */
  readonly leastWords?: number | undefined;
  /** Keys of questions that nobody has answered, for their count among the facets. */
  readonly unanswered?: ReadonlySet<number>;
}

export interface SearchHit {
  readonly key: number;
  readonly score: number;
  /** With `rows`: its features. */
  readonly row?: Float32Array;
}

export interface SearchAnswer {
  readonly hits: readonly SearchHit[];
  readonly decision: Decision;
  /** "cold" until something has been learned that ranks better: BM25 alone. */
  readonly ranking: "cold" | "learned";
  /** Terms of the query, for highlighting. */
  readonly terms: readonly string[];
  readonly didYouMean?: string;
  readonly facets?: Facets;
}

/** One community's search: the index with what was learned. Synchronous; a worker thread stands around it. */
export class SearchEngine {
  readonly index: FieldedIndex;
  readonly #facets: FacetCounts;
  #ranking: Ranking;
  #spelling: Spelling;

  constructor(index: FieldedIndex, model?: LearnedModel) {
    this.index = index;
    this.#facets = new FacetCounts(index);
    this.#ranking = new Ranking(index, model);
    this.#spelling = new Spelling(index, this.#ranking.retriever);
  }

  /** Puts a newly learned model in place of the old one. */
  learn(model: LearnedModel | undefined): void {
    this.#ranking = new Ranking(this.index, model);
  }

  /** Counts ahead what questions in a language compare by; a document at a time. */
  preparing(language: string): Generator<void, void> {
    return this.#ranking.preparing(language);
  }

  search(request: SearchRequest): SearchAnswer {
    const { query, language, limit = 20, offset = 0 } = request;
    const admits = this.#admits(request);
    const { retriever, stopsOf, model } = this.#ranking;
    const readings = readQuery(this.index, query, language, stopsOf);
    if (readings.all.every(({ title, body }) => title.length + body.length === 0)) return this.#list(request, admits);
    const onMatch = request.facets ? this.#facets.counting(request.unanswered) : undefined;
    const ranked = this.#ranking.rank(readings, admits, { onMatch });
    const { rows, width } = ranked;
    const hits = ranked.candidates.slice(offset, offset + limit).map(({ document }, at) => ({
      key: this.index.columns.key[document] as number,
      score: ranked.scores[offset + at] as number,
      ...(request.rows && { row: rows.slice((offset + at) * width, (offset + at + 1) * width) }),
    }));
    const each = termsOfEach(retriever, readings, stopsOf).map(({ terms }) => terms);
    const languages = languagesRead(this.index, language);
    const better = hits.length < ENOUGH_HITS ? this.#didYouMean(request, languages) : undefined;
    const answer: SearchAnswer = {
      hits,
      decision: decide(model?.decider, ranked, request.threshold),
      ranking: model?.ranker ? "learned" : "cold",
      terms: [...new Set(termsTogether(each).map(({ term }) => this.index.dictionary.term(term)))],
      ...(better === undefined ? {} : { didYouMean: better }),
      ...(request.facets ? { facets: this.#facets.take() } : {}),
    };
    // Something learned decides for itself what helps.
    const { leastWords = 1 } = request;
    if (leastWords < 2 || answer.ranking === "learned") return answer;
    const words = each.map((terms) => new Set(terms.map(({ term }) => term)));
    const { places } = readings;
    const placeOf = (document: number): number => places?.[this.index.columns.language[document] as number] ?? 0;
    const fitting = fittingHits(this.index, hits, leastWords, (document) => words[placeOf(document)] ?? new Set());
    if (fitting.length > 0) return { ...answer, hits: fitting };
    return { ...answer, hits: fitting, decision: { verdict: "nothing", probability: null } };
  }

  /** Other words, of those that stand in what the reader may see and the filters admit; phrases are of the words that may be wrong. */
  #didYouMean(request: SearchRequest, languages: readonly string[]): string | undefined {
    const admits = this.#admits({ ...request, phrases: [], without: [] });
    return this.#spelling.suggest(request.query.text, languages, admits);
  }

  /** Everything that a query of filters alone (`is:solved`, `tag:wifi`) admits, newest first; nothing for an empty query. */
  #list(request: SearchRequest, admits: Admits): SearchAnswer {
    const { limit = 20, offset = 0 } = request;
    const { columns } = this.index;
    const matches = listed(this.index, this.#ranking.retriever, request, admits);
    if (request.facets) matches.forEach(this.#facets.counting(request.unanswered));
    const hits = matches.slice(offset, offset + limit).map((document) => ({
      key: columns.key[document] as number,
      score: 0,
    }));
    return {
      hits,
      decision: { verdict: hits.length > 0 ? "may-help" : "nothing", probability: null },
      ranking: this.#ranking.model?.ranker ? "learned" : "cold",
      terms: [],
      ...(request.facets ? { facets: this.#facets.take() } : {}),
    };
  }

  /** The reader's rights and everything that the query asks for, as one test. */
  #admits(request: SearchRequest): Admits {
    const { phrases = [], without = [], tags = [], withoutTags = [], language } = request;
    const base = admission(this.index.columns, request.reader, request.wanted);
    const must = readPhrases(this.index, phrases, language, this.#ranking.stopsOf);
    const not = readPhrases(this.index, without, language, this.#ranking.stopsOf);
    const mustTags = tags.map((tag) => this.index.dictionary.find(tagTerm(tag)));
    const notTags = withoutTags.map((tag) => this.index.dictionary.find(tagTerm(tag)));
    if (phrases.length + without.length + mustTags.length + notTags.length === 0) return base;
    return (document) => {
      if (!base(document)) return false;
      const fields = this.index.forward.read(this.index.columns.forward[document] as number);
      const own = fields[TAGS] ?? [];
      if (!mustTags.every((tag) => own.includes(tag)) || notTags.some((tag) => own.includes(tag))) return false;
      return must(document).every((holds) => holds(fields)) && !not(document).some((holds) => holds(fields));
    };
  }
}
