import { stopWordsOf, tokenize } from "../text/index.ts";
import { tagTerm } from "./analyse.ts";
import type { IndexRequest } from "./search-messages.ts";
import { anyQuery, textQuery } from "./tsquery.ts";

/** Words of a query that are looked at in one language: the first so many different ones. */
const mostWords = 32;
/** Letters of a body that are looked at. */
const lettersRead = 10_000;

/** A query as one language reads it, in words. */
export interface WordReading {
  readonly language: string;
  /** Stop words are among them only where there is nothing else, as the index does it. Null where none of them can find anything. */
  readonly words: readonly string[] | null;
  /** Words that a phrase needs: texts hold no stop words, so it is found by its others, and looked at then. */
  readonly must: readonly string[];
  /** Single words that must not occur; of whole phrases only the texts can tell. */
  readonly without: readonly string[];
}

/** Reads a query in each of these languages; the asker's own is the first. */
export function readWords(request: IndexRequest, languages: readonly string[]): WordReading[] {
  const { query, phrases = [], without = [] } = request;
  return languages.map((language) => {
    const stops = stopWordsOf(language);
    const read = (text: string) => tokenize(text, language).map(({ term }) => term);
    const isTelling = (word: string) => !stops.has(word);
    const all = [...read(query.text), ...read((query.body ?? "").slice(0, lettersRead))];
    const telling = all.filter(isTelling);
    return {
      language,
      words: [...new Set(telling.length > 0 ? telling : all)].slice(0, mostWords),
      must: phrases.flatMap(read).filter(isTelling),
      without: without.map(read).flatMap((phrase) => (phrase.length === 1 ? phrase.filter(isTelling) : [])),
    };
  });
}

/** Whether there are phrases of which only the texts can tell whether they stand there. */
export function needsTexts({ phrases = [], without = [] }: IndexRequest, languages: readonly string[]): boolean {
  return [...phrases, ...without].some((phrase) =>
    languages.some(
      (language) => tokenize(phrase, language).length > 1 || stopWordsOf(language).has(phrase.toLowerCase()),
    ),
  );
}

/** Texts with any (or all) of the words that `wanted` lets through, each text by its own language's reading. */
export interface ByLanguage {
  /** Finds all of them, and more: a tsquery. */
  readonly query: string;
  /** The tsquery of each language, that of others under the empty name, null where nothing can match; null where all are the same. */
  readonly byLanguage: string | null;
}

/** The readings as PostgreSQL looks for them. */
export function queryOf(
  request: Pick<IndexRequest, "tags" | "withoutTags">,
  readings: readonly WordReading[],
  how: "any" | "all",
): ByLanguage {
  const { tags = [], withoutTags = [] } = request;
  const queries = readings.map(({ language, words, must, without }) => {
    if (words === null) return { language, query: null };
    const asked = { words, how, must: [...must, ...tags.map(tagTerm)] };
    return { language, query: textQuery({ ...asked, without: [...without, ...withoutTags.map(tagTerm)] }) };
  });
  const possible = queries.flatMap(({ query }) => query ?? []);
  const [own] = queries;
  if (queries.every(({ query }) => query === own?.query)) return { query: own?.query ?? "", byLanguage: null };
  const each = Object.fromEntries([
    ["", own?.query ?? null],
    ...queries.map(({ language, query }) => [language, query]),
  ]);
  // A reading without any condition lets every text of its language through.
  return { query: possible.includes("") ? "" : anyQuery(possible), byLanguage: JSON.stringify(each) };
}
