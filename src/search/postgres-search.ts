import { setImmediate as turn } from "node:timers/promises";
import type { Database } from "../store/index.ts";
import { type SearchAnswer, SearchEngine } from "./engine.ts";
import type { Facets } from "./facet-counts.ts";
import { FieldedIndex } from "./fielded-index.ts";
import { narrowed } from "./narrowed-model.ts";
import { PostgresSpelling } from "./postgres-spelling.ts";
import {
  countMatches,
  type FilterValues,
  findCandidates,
  listLanguages,
  listMatches,
  readSearchable,
} from "./queries/index.ts";
import type { LearnedModel } from "./ranking.ts";
import { ENOUGH_HITS } from "./respelling.ts";
import type { IndexRequest } from "./search-messages.ts";
import { documentOf } from "./searchable.ts";
import { wordQuery } from "./tsquery.ts";
import { WordCounts } from "./word-counts.ts";
import { needsTexts, queryOf, readWords, type WordReading } from "./word-readings.ts";

/** Languages of a community in which a query is read. */
const mostLanguages = 16;
/** Candidates are found by the rarest words: by two always, by up to so many while they have at most so many matches together. */
const finding = [
  { words: 2, matches: Number.POSITIVE_INFINITY },
  { words: 6, matches: 500 },
  { words: 32, matches: 200 },
] as const;
/** Matches that PostgreSQL weighs, and those of them whose texts are read and ranked. */
const mostWeighed = 500;
const mostRead = 60;
/** Letters of a candidate's body and of each answer that are ranked by; all of them count for finding it. */
const lettersRead = 1_000;
/** Texts that are put into an index between two turns of the event loop: some milliseconds of work. */
const putAtOnce = 10;
/** Matches that facets are counted over. */
const mostCounted = 10_000;
const mostFacets = 20;

/** A request with its readings in the community's languages. */
interface Read {
  readonly communityId: number;
  readonly request: IndexRequest;
  readonly languages: readonly string[];
  readonly readings: readonly WordReading[];
  /** Whether there are phrases of which only the texts can tell. */
  readonly isExact: boolean;
}

/** Search without an index in memory: PostgreSQL finds candidates by the rarest words, and the same ranking puts them in order. */
export class PostgresSearch {
  readonly #database: Database;
  readonly #counts: WordCounts;
  readonly #spelling: PostgresSpelling;
  readonly #models = new Map<number, LearnedModel>();

  constructor(database: Database) {
    this.#database = database;
    this.#counts = new WordCounts(database);
    this.#spelling = new PostgresSpelling(database);
  }

  learn(communityId: number, model: LearnedModel | undefined): void {
    if (model) this.#models.set(communityId, model);
    else this.#models.delete(communityId);
  }

  /** What was learned and ranks here. */
  modelOf(communityId: number): LearnedModel | undefined {
    return this.#models.get(communityId);
  }

  async search(communityId: number, request: IndexRequest): Promise<SearchAnswer> {
    const here = await listLanguages(this.#database, communityId, mostLanguages);
    const languages = [request.language, ...here.filter((language) => language !== request.language)];
    const readings = readWords(request, languages);
    const read = { communityId, request, languages, readings, isExact: needsTexts(request, languages) };
    if (readings.every(({ words }) => words?.length === 0)) return this.#list(read);
    const words = [...new Set(readings.flatMap((reading) => reading.words ?? []))];
    const counts = await this.#counts.count(communityId, words);
    const rarest = words.filter((word) => (counts.get(word) ?? 0) > 0);
    rarest.sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0));
    const known = { ...read, readings: readings.map((reading) => among(reading, rarest)) };
    // Words that nobody ever wrote find nothing.
    const found = rarest.length > 0 ? await this.#find(known, rarest, counts) : [];
    const answer = await this.#rank(known, found, counts);
    const didYouMean = answer.hits.length < ENOUGH_HITS ? await this.#didYouMean(read) : undefined;
    if (!request.facets || read.isExact) return { ...answer, ...(didYouMean === undefined ? {} : { didYouMean }) };
    const facets = rarest.length > 0 ? await this.#facets(known) : noFacets;
    return { ...answer, facets, ...(didYouMean === undefined ? {} : { didYouMean }) };
  }

  /** What filters alone admit, newest first. */
  async #list(read: Read): Promise<SearchAnswer> {
    const { limit = 20, offset = 0, facets } = read.request;
    const filter = filterOf(read, "any");
    if (read.isExact) {
      const newest = await listMatches(this.#database, { ...filter, limit: mostWeighed, offset: 0 });
      return this.#rank(read, newest, new Map());
    }
    const keys = await listMatches(this.#database, { ...filter, limit, offset });
    return {
      hits: keys.map((key) => ({ key, score: 0 })),
      decision: { verdict: keys.length > 0 ? "may-help" : "nothing", probability: null },
      ranking: this.#models.has(read.communityId) ? "learned" : "cold",
      terms: [],
      ...(facets ? { facets: await this.#facets(read) } : {}),
    };
  }

  /** The candidates as the engine ranks them; of phrases it counts the facets, too. */
  async #rank(read: Read, keys: readonly number[], counts: ReadonlyMap<string, number>): Promise<SearchAnswer> {
    const { communityId, request, isExact } = read;
    const { index, unanswered } = await this.#indexOf(read, keys, counts);
    const model = this.#models.get(communityId);
    const engine = new SearchEngine(index, model && narrowed(model, index.dictionary));
    const { waiting: _waiting, facets, ...asked } = request;
    const { didYouMean: _ofThese, ...answer } = engine.search({
      ...asked,
      facets: isExact && facets === true,
      unanswered,
    });
    return answer;
  }

  /** The keys of candidates, those first that hold the most and the rarest words. */
  async #find(read: Read, rarest: readonly string[], counts: ReadonlyMap<string, number>): Promise<number[]> {
    const { communityId, isExact } = read;
    const size = await this.#counts.size(communityId);
    const chosen = read.readings.map((reading) => {
      return { ...reading, words: reading.words && findingWords(reading.words, counts) };
    });
    const limit = isExact ? mostWeighed : mostRead;
    const ask = (how: "any" | "all") =>
      findCandidates(this.#database, {
        ...filterOf({ ...read, readings: chosen }, how),
        words: rarest.map(wordQuery),
        weights: rarest.map((word) => Math.log(1 + size / (counts.get(word) ?? 1))),
        looked: mostWeighed,
        limit,
      });
    const words = new Set(chosen.flatMap((reading) => reading.words ?? []));
    const total = [...words].reduce((sum, word) => sum + (counts.get(word) ?? 0), 0);
    // Of more matches than are weighed, those with all the words are sure to be among them.
    const first = total > mostWeighed ? await ask("all") : [];
    return first.length < limit ? [...new Set([...first, ...(await ask("any"))])].slice(0, limit) : first;
  }

  /** A small index of the candidates, in which words are as rare as in the whole community. */
  async #indexOf(
    { communityId, isExact }: Read,
    keys: readonly number[],
    counts: ReadonlyMap<string, number>,
  ): Promise<{ index: FieldedIndex; unanswered: Set<number> }> {
    const index = new FieldedIndex();
    const unanswered = new Set<number>();
    const letters = isExact ? undefined : lettersRead;
    const rows = keys.length > 0 ? await readSearchable(this.#database, communityId, keys, letters) : [];
    for (const [at, row] of rows.entries()) {
      if (at % putAtOnce === putAtOnce - 1) await turn();
      index.put(documentOf(row));
      if (row.state === "waiting") unanswered.add(row.questionId);
    }
    if (rows.length === 0) return { index, unanswered };
    const { dictionary } = index;
    const size = Math.max(rows.length, await this.#counts.size(communityId));
    const shareOf = await this.#counts.shareOf();
    const documents = Uint32Array.from(dictionary.terms(), (word, term) => {
      const here = dictionary.documents(term);
      const share = shareOf(word) ?? here / rows.length;
      return here === 0 ? 0 : Math.max(here, counts.get(word) ?? Math.round(share * size));
    });
    dictionary.load([...dictionary.terms()], documents);
    index.size = size;
    return { index, unanswered };
  }

  /** Other words that find more, of those that stand in what the request admits. */
  #didYouMean(read: Read): Promise<string | undefined> {
    const { communityId, request, languages } = read;
    const isVisible = async (word: string): Promise<boolean> => {
      const reading = { language: request.language, words: [word], must: [], without: [] };
      const filter = filterOf({ ...read, readings: [reading] }, "any");
      return (await listMatches(this.#database, { ...filter, limit: 1, offset: 0 })).length > 0;
    };
    return this.#spelling.suggest(communityId, request.query.text, languages, isVisible);
  }

  async #facets(read: Read): Promise<Facets> {
    const rows = await countMatches(this.#database, {
      ...filterOf(read, "any"),
      looked: mostCounted,
      most: mostFacets,
    });
    const of = (kind: string) => rows.filter((row) => row.kind === kind);
    return {
      matches: of("all")[0]?.count ?? 0,
      solved: of("solved")[0]?.count ?? 0,
      waiting: of("waiting")[0]?.count ?? 0,
      languages: of("language").map(({ name, count }) => ({ language: name, count })),
      groups: of("group").map(({ name, count }) => ({ group: Number(name), count })),
      tags: of("tag").map(({ name, count }) => ({ tag: name, count })),
    };
  }
}

const noFacets: Facets = { matches: 0, solved: 0, waiting: 0, languages: [], groups: [], tags: [] };

/** The reading with only those of its words that are known, in their order; null where it has words and none is. */
function among(reading: WordReading, known: readonly string[]): WordReading {
  const own = new Set(reading.words);
  const words = known.filter((word) => own.has(word));
  return { ...reading, words: words.length > 0 || own.size === 0 ? words : null };
}

/** Of words in the order of their rarity the first, as many as find candidates quickly enough. */
function findingWords(rarest: readonly string[], counts: ReadonlyMap<string, number>): readonly string[] {
  let matches = 0;
  const end = rarest.findIndex((word, at) => {
    matches += counts.get(word) ?? 0;
    return matches > (finding.find((step) => at < step.words)?.matches ?? 0);
  });
  return end < 0 ? rarest : rarest.slice(0, end);
}

function filterOf({ communityId, request, readings }: Read, how: "any" | "all"): FilterValues {
  const { wanted = {}, waiting } = request;
  const { groups, authors, languages, solved, fromDay, toDay, exclude } = wanted;
  return {
    communityId,
    ...queryOf(request, readings, how),
    languages: languages ? [...languages] : null,
    groups: groups ? [...groups] : null,
    authors: authors ? [...authors] : null,
    waiting: waiting ?? null,
    solved: solved ?? null,
    fromDay: fromDay ?? null,
    toDay: toDay ?? null,
    exclude: [...(exclude ?? [])],
  };
}
