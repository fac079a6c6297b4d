import type { DocumentReader } from "./document-reader.ts";
import type { Phrase, QueryView } from "./query-view.ts";
import type { Rarities, StopTerms } from "./rarities.ts";
import { cosineOf, saidInDocument } from "./whole.ts";
import { product, type VectorLookup } from "./word-vectors.ts";

/** What the words of a whole document, wherever they stand, say about a query; all about 0 to 1. */
export interface WholeFeatures {
  /** Share of the query's rarity that stands anywhere. */
  readonly covered: number;
  /** The same of the query's title. */
  readonly titleCovered: number;
  /** By count and rarity. */
  readonly cosine: number;
  /** Cosine of the vectors. */
  readonly alike: number;
}

interface Means {
  readonly rarities: Rarities;
  readonly stops: StopTerms;
  readonly vectors?: VectorLookup;
}

/** Compares one query with documents as they are read. Without `every`, what needs a look at every word of a document is 0. */
export function compareWhole(
  { rarities, stops, vectors }: Means,
  view: QueryView,
  every: boolean,
): (read: DocumentReader) => WholeFeatures {
  const total = Math.max(
    1e-6,
    view.all.reduce((sum, term) => sum + rarities.of(term), 0),
  );
  const asked = every ? vectors?.weighed(view.said) : undefined;
  return (read) => {
    const has = (term: number): boolean => read.placeOf(term) >= 0;
    let covered = 0;
    for (const term of view.all) if (has(term)) covered += rarities.of(term);
    return {
      covered: covered / total,
      titleCovered: shareOf(view.phrase, has, stops, rarities),
      cosine: every ? cosineOf(view.weighed, read, stops, rarities) : 0,
      alike: vectors && asked ? product(asked, vectors.weighed(saidInDocument(read, stops))) : 0,
    };
  };
}

/** The share of a phrase's rarity, stop words aside, that lies in words with a property. */
export function shareOf(phrase: Phrase, has: (term: number) => boolean, stops: StopTerms, rarities: Rarities): number {
  let all = 0;
  let part = 0;
  for (const term of phrase.terms) {
    if (stops.has(term)) continue;
    const rarity = rarities.of(term);
    all += rarity;
    if (has(term)) part += rarity;
  }
  return all > 0 ? part / all : 0;
}
