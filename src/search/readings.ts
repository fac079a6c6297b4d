import { languageCode, languageNumber } from "./columns.ts";
import type { FieldedIndex } from "./fielded-index.ts";
import { type Asked, askedFromText, findingTerms, informativeTerms, type QueryText } from "./query-terms.ts";
import type { StopTerms } from "./rarities.ts";
import type { QueryTerm, Retriever } from "./retrieve.ts";

/** Languages of an index in which a query is read, those of most documents first; a term says in one bit each where it counts. */
const MOST_LANGUAGES = 16;
/** Numbers of languages are two letters of seven bits, one in each byte. */
const LANGUAGE_NUMBERS = 1 << 15;

/**
 * A query as each language of the index reads it: every document is compared with the query as its own language cuts and stems it. Where
 * all read it the same, as where there is but one language, it is one reading for all.
 */
export interface Readings {
  /** The first is the asker's own, which documents in languages beyond those that are read go by, too. */
  readonly all: readonly Asked[];
  /** Which of `all` a document goes by, by the number of its language; left out where there is one. */
  readonly places?: Uint8Array;
}

/** The languages that a query is read in: the asker's own first, then those that have most documents. */
export function languagesRead(index: FieldedIndex, own: string): string[] {
  const others = [...index.languages]
    .filter(([language]) => language !== 0 && languageCode(language) !== own)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, MOST_LANGUAGES - 1);
  return [own, ...others.map(([language]) => languageCode(language))];
}

/** One reading for all documents. */
export function onlyReading(asked: Asked): Readings {
  return { all: [asked] };
}

/** Reads a query in the languages of the index; `stopsOf` tells a language's stop words. */
export function readQuery(
  index: FieldedIndex,
  query: QueryText,
  own: string,
  stopsOf: (language: string) => StopTerms,
): Readings {
  const languages = languagesRead(index, own);
  if (languages.length === 1) return onlyReading(askedFromText(index, query, own));
  const all: Asked[] = [];
  const places = new Uint8Array(LANGUAGE_NUMBERS);
  const bySigns = new Map<string, number>();
  for (const language of languages) {
    const asked = askedFromText(index, query, language);
    const signs = signsOf(asked, stopsOf(language));
    const place = bySigns.get(signs) ?? all.push(asked) - 1;
    bySigns.set(signs, place);
    places[languageNumber(language)] = place;
  }
  return all.length > 1 ? { all, places } : { all };
}

/** What a reading comes down to: two with the same signs find the same. */
function signsOf({ title, body, onlyStops }: Asked, stops: StopTerms): string {
  const sign = (term: number): string => (stops.has(term) ? `${term}s` : String(term));
  return `${onlyStops}|${title.map(sign).join()}|${body.map(sign).join()}`;
}

/** A reading with its informative terms. */
export interface ReadTerms {
  readonly asked: Asked;
  readonly stops: StopTerms;
  readonly terms: readonly QueryTerm[];
}

/** The informative terms of each reading. */
export function termsOfEach(
  retriever: Retriever,
  { all }: Readings,
  stopsOf: (language: string) => StopTerms,
): ReadTerms[] {
  return all.map((asked) => {
    const stops = stopsOf(asked.language);
    return { asked, stops, terms: informativeTerms(retriever, asked, stops.has) };
  });
}

/**
 * The terms of all readings as one list to retrieve by: each counts in documents of those languages whose reading has it, with the weight that
 * it has there.
 */
export function termsTogether(each: readonly (readonly QueryTerm[])[]): readonly QueryTerm[] {
  const [first = []] = each;
  if (each.length === 1) return first;
  const together = new Map<string, QueryTerm>();
  for (const [place, terms] of each.entries()) {
    for (const { term, weight } of terms) {
      const key = `${term} ${weight}`;
      const readings = (together.get(key)?.readings ?? 0) | (1 << place);
      together.set(key, { term, weight, readings });
    }
  }
  return [...together.values()].sort((a, b) => b.weight - a.weight || a.term - b.term);
}

/** The terms that find candidates: of each reading as many as find them quickly enough. */
export function findingTogether(index: FieldedIndex, each: readonly ReadTerms[]): readonly QueryTerm[] {
  return termsTogether(each.map(({ terms }) => findingTerms(index, terms)));
}
