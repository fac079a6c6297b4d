import type { DocumentLengths } from "./document-lengths.ts";
import type { DocumentReader } from "./document-reader.ts";
import type { Phrase, QueryView } from "./query-view.ts";
import type { Rarities, StopTerms } from "./rarities.ts";
import { cosineOf, saidInDocument, timesSaid } from "./whole.ts";
import { product, toUnitLength, type VectorLookup } from "./word-vectors.ts";

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
  readonly lengths: DocumentLengths;
}

/** Of a document that was not looked at. */
export const notCompared: WholeFeatures = { covered: 0, titleCovered: 0, cosine: 0, alike: 0 };

/** Compares one query with documents as they are read. */
export function compareWhole(
  { rarities, stops, vectors, lengths }: Means,
  view: QueryView,
): (read: DocumentReader, document: number) => WholeFeatures {
  const total = Math.max(
    1e-6,
    view.all.reduce((sum, term) => sum + rarities.of(term), 0),
  );
  const alike = vectors ? likenessOfWhole({ stops, vectors, lengths }, view) : () => 0;
  return (read, document) => {
    const has = (term: number): boolean => read.placeOf(term) >= 0;
    let covered = 0;
    for (const term of view.all) if (has(term)) covered += rarities.of(term);
    return {
      covered: covered / total,
      titleCovered: shareOf(view.phrase, has, stops, rarities),
      cosine: cosineOf(view.weighed, read, stops, rarities),
      alike: alike(read, document),
    };
  };
}

/** The cosine between the question's words and a document's, by their vectors. */
function likenessOfWhole(
  { stops, vectors, lengths }: Required<Pick<Means, "stops" | "vectors" | "lengths">>,
  view: QueryView,
): (read: DocumentReader, document: number) => number {
  const asked = toUnitLength(vectors.weighed(view.said));
  const productOf = vectors.productsWith(asked);
  return (read, document) => {
    const known = lengths.get(document);
    if (known === undefined) {
      const sum = vectors.weighed(saidInDocument(read, stops));
      const length = Math.sqrt(product(sum, sum));
      lengths.put(document, length);
      return length > 0 ? product(asked, sum) / length : 0;
    }
    if (known === 0) return 0;
    let both = 0;
    for (let place = 0; place < read.size; place++) {
      const term = read.term(place);
      if (stops.has(term)) continue;
      const one = productOf(term);
      if (one !== 0) both += one * timesSaid(read, place);
    }
    return both / known;
  };
}

/** How long the sum of the vectors of a document's words is. */
export function lengthOfWhole(vectors: VectorLookup, read: DocumentReader, stops: StopTerms): number {
  const sum = vectors.weighed(saidInDocument(read, stops));
  return Math.sqrt(product(sum, sum));
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
