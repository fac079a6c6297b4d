import type { Database } from "../store/index.ts";
import { stopWordsOf, tokenize } from "../text/index.ts";
import { tagTerm } from "./analyse.ts";
import { type Facets, type SearchAnswer, SearchEngine } from "./engine.ts";
import { FieldedIndex } from "./fielded-index.ts";
import { fittingHits } from "./fitting-hits.ts";
import { narrowed } from "./narrowed-model.ts";
import { countMatches, type FilterValues, findCandidates, listMatches, readSearchable } from "./queries/index.ts";
import type { LearnedModel } from "./ranking.ts";
import type { IndexRequest } from "./search-messages.ts";
import { documentOf } from "./searchable.ts";
import { textQuery, wordQuery } from "./tsquery.ts";
import { WordCounts } from "./word-counts.ts";

/** Words of a query that are looked at: the first so many different ones. */
const mostWords = 32;
/** Candidates are found by the rarest words: by two always, by up to so many while they have at most so many matches together. */
const finding = [
  { words: 2, matches: Number.POSITIVE_INFINITY },
  { words: 6, matches: 500 },
  { words: mostWords, matches: 200 },
] as const;
/** Matches that PostgreSQL weighs, and those of them whose texts are read and ranked. */
const mostWeighed = 500;
const mostRead = 60;
/** Letters of a candidate's body and of each answer that are ranked by; all of them count for finding it. */
const lettersRead = 1_000;
/** Matches that facets are counted over. */
const mostCounted = 10_000;
const mostFacets = 20;

/** Search without an index in memory: PostgreSQL finds candidates by the rarest words, and the same ranking puts them in order. */
export class PostgresSearch {
  readonly #database: Database;
  readonly #counts: WordCounts;
  readonly #models = new Map<number, LearnedModel>();

  constructor(database: Database) {
    this.#database = database;
    this.#counts = new WordCounts(database);
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
    const words = wordsAsked(request);
    // A community has one language; texts in others are found in it, but by no other name.
    const { languages } = request.wanted ?? {};
    if (languages && !languages.includes(request.language)) return nothingFound(request, this.#models.has(communityId));
    if (words.length === 0) return this.#list(communityId, request);
    const counts = await this.#counts.count(communityId, words);
    const known = words.filter((word) => (counts.get(word) ?? 0) > 0);
    const rarest = known.sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0));
    // Words that nobody ever wrote find nothing.
    const canMatch = known.length > 0;
    const found = canMatch ? await this.#find(communityId, request, rarest, counts) : [];
    const index = await this.#indexOf(communityId, found, counts);
    const model = this.#models.get(communityId);
    const engine = new SearchEngine(index, model && narrowed(model, index.dictionary));
    const { waiting: _waiting, leastWords = 1, facets, ...asked } = request;
    const { didYouMean: _didYouMean, ...answer } = fittingHits(index, engine.search(asked), leastWords);
    if (!facets) return answer;
    return { ...answer, facets: canMatch ? await this.#facets(communityId, request, rarest) : noFacets };
  }

  /** What filters alone admit, newest first. */
  async #list(communityId: number, request: IndexRequest): Promise<SearchAnswer> {
    const { limit = 20, offset = 0 } = request;
    const asked = filterOf(communityId, request, [], "any");
    // Phrases that must not occur are looked for in the texts, so only the newest can be listed then.
    const isRead = (request.without ?? []).length > 0;
    const page = isRead ? { limit: mostRead, offset: 0 } : { limit, offset };
    const listed = await listMatches(this.#database, { ...asked, ...page });
    const keys = isRead ? await this.#without(communityId, request, listed) : listed;
    return {
      ...nothingFound(request, this.#models.has(communityId)),
      hits: keys.map((key) => ({ key, score: 0 })),
      decision: { verdict: keys.length > 0 ? "may-help" : "nothing", probability: null },
      ...(request.facets ? { facets: await this.#facets(communityId, request, []) } : {}),
    };
  }

  /** Of these keys, the page that is asked for once texts with the unwanted phrases are left out. */
  async #without(communityId: number, request: IndexRequest, keys: readonly number[]): Promise<number[]> {
    const index = await this.#indexOf(communityId, keys, new Map());
    const { waiting: _waiting, facets: _facets, ...asked } = request;
    return new SearchEngine(index).search(asked).hits.map(({ key }) => key);
  }

  /** The keys of candidates, those first that hold the most and the rarest words. */
  async #find(
    communityId: number,
    request: IndexRequest,
    rarest: readonly string[],
    counts: ReadonlyMap<string, number>,
  ): Promise<number[]> {
    const size = await this.#counts.size(communityId);
    const chosen = findingWords(rarest, counts);
    const ask = (how: "any" | "all") =>
      findCandidates(this.#database, {
        ...filterOf(communityId, request, chosen, how),
        words: rarest.map(wordQuery),
        weights: rarest.map((word) => Math.log(1 + size / (counts.get(word) ?? 1))),
        looked: mostWeighed,
        limit: mostRead,
      });
    const total = chosen.reduce((sum, word) => sum + (counts.get(word) ?? 0), 0);
    // Of more matches than are weighed, those with all the words are sure to be among them.
    const first = total > mostWeighed ? await ask("all") : [];
    return first.length < mostRead ? [...new Set([...first, ...(await ask("any"))])].slice(0, mostRead) : first;
  }

  /** A small index of the candidates, in which words are as rare as in the whole community. */
  async #indexOf(
    communityId: number,
    keys: readonly number[],
    counts: ReadonlyMap<string, number>,
  ): Promise<FieldedIndex> {
    const index = new FieldedIndex();
    const rows = keys.length > 0 ? await readSearchable(this.#database, communityId, keys, lettersRead) : [];
    for (const row of rows) index.put(documentOf(row));
    if (rows.length === 0) return index;
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
    return index;
  }

  async #facets(communityId: number, request: IndexRequest, words: readonly string[]): Promise<Facets> {
    const filter = filterOf(communityId, request, words, "any");
    const rows = await countMatches(this.#database, { ...filter, looked: mostCounted, most: mostFacets });
    const of = (kind: string) => rows.filter((row) => row.kind === kind);
    const matches = of("all")[0]?.count ?? 0;
    return {
      matches,
      solved: of("solved")[0]?.count ?? 0,
      waiting: of("waiting")[0]?.count ?? 0,
      languages: matches > 0 ? [{ language: request.language, count: matches }] : [],
      groups: of("group").map(({ name, count }) => ({ group: Number(name), count })),
      tags: of("tag").map(({ name, count }) => ({ tag: name, count })),
    };
  }
}

const noFacets: Facets = { matches: 0, solved: 0, waiting: 0, languages: [], groups: [], tags: [] };

function nothingFound({ facets }: IndexRequest, learned: boolean): SearchAnswer {
  return {
    hits: [],
    decision: { verdict: "nothing", probability: null },
    ranking: learned ? "learned" : "cold",
    terms: [],
    ...(facets ? { facets: noFacets } : {}),
  };
}

/** The different words of a query; stop words only where there is nothing else, as the index does it. */
function wordsAsked({ query, language }: IndexRequest): string[] {
  const stops = new Set(stopWordsOf(language));
  const all = [...tokenize(query.text, language), ...tokenize((query.body ?? "").slice(0, 10_000), language)];
  const telling = all.filter(({ term }) => !stops.has(term));
  return [...new Set((telling.length > 0 ? telling : all).map(({ term }) => term))].slice(0, mostWords);
}

function findingWords(rarest: readonly string[], counts: ReadonlyMap<string, number>): readonly string[] {
  let matches = 0;
  const end = rarest.findIndex((word, at) => {
    matches += counts.get(word) ?? 0;
    return matches > (finding.find((step) => at < step.words)?.matches ?? 0);
  });
  return end < 0 ? rarest : rarest.slice(0, end);
}

function filterOf(
  communityId: number,
  request: IndexRequest,
  words: readonly string[],
  how: "any" | "all",
): FilterValues {
  const { wanted = {}, language, waiting, tags = [], withoutTags = [], phrases = [], without = [] } = request;
  const read = (text: string) => tokenize(text, language).map(({ term }) => term);
  const stops = new Set(stopWordsOf(language));
  // Bodies hold no stop words, so a phrase is found by its other words; the ranking looks whether it stands there as it was asked.
  const must = phrases.flatMap(read).filter((word) => !stops.has(word));
  const not = without.map(read).flatMap((phrase) => (phrase.length === 1 && !stops.has(phrase[0] ?? "") ? phrase : []));
  const { groups, authors, solved, fromDay, toDay, exclude } = wanted;
  return {
    communityId,
    query: textQuery(words, how, [...must, ...tags.map(tagTerm)], [...not, ...withoutTags.map(tagTerm)]),
    groups: groups ? [...groups] : null,
    authors: authors ? [...authors] : null,
    waiting: waiting ?? null,
    solved: solved ?? null,
    fromDay: fromDay ?? null,
    toDay: toDay ?? null,
    exclude: [...(exclude ?? [])],
  };
}
