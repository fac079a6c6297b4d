import { BOUNDARY } from "./analyse.ts";
import type { FieldedIndex } from "./fielded-index.ts";
import { comparePhrases, type PhraseFeatures } from "./phrase-features.ts";
import { type Phrase, phraseOf, type QueryView } from "./query-view.ts";
import type { Rarities, StopTerms } from "./rarities.ts";
import { shareOf, type WholeFeatures } from "./whole-features.ts";
import { product, type VectorLookup, type WordLikeness } from "./word-vectors.ts";

/** What the re-ranker sees of a candidate, in this order; all about 0 to 1. */
export const FEATURES = [
  "score of the best score possible",
  "score of the best candidate's",
  "rarity covered by the title or alias",
  "rarity covered anywhere",
  "rarity of the title that the query covers",
  "rarest query word missing",
  "rarest title word not asked for",
  "words in the same order",
  "neighbours shared",
  "likeness of lengths",
  "same words",
  "same first word",
  "query words with a like word in the title",
  "title words with a like word in the query",
  "vectors: query and title",
  "vectors: query and whole document",
  "vectors: candidate and the best candidates",
  "rarity of the title that the whole query covers",
  "rarity of the query's title covered anywhere",
  "cosine of all words by count and rarity",
  "score that any question would give",
  "members helped",
] as const;

/** What comparing needs to know of the index and the learned vectors. */
export interface Comparison {
  readonly index: FieldedIndex;
  readonly rarities: Rarities;
  readonly stops: StopTerms;
  readonly vectors?: VectorLookup;
}

/** A candidate with its terms as they were read, and both scores as shares of the best possible. */
export interface ReadCandidate {
  readonly document: number;
  readonly title: readonly number[];
  /** With boundaries between them. */
  readonly aliases: readonly number[];
  readonly whole: WholeFeatures;
  readonly score: number;
  /** What the candidate would score for a question of everyday words: some documents suit everything a little. */
  readonly background: number;
}

/** The best score among candidates: what others are measured by. */
export function bestScore(candidates: readonly Pick<ReadCandidate, "score">[]): number {
  return Math.max(1e-6, ...candidates.map(({ score }) => score));
}

/** The features of every candidate of one query, row by row. `best` is the best score of all of them, where these are not all. */
export function featuresOf(
  { index, rarities, stops, vectors }: Comparison,
  view: QueryView,
  candidates: readonly ReadCandidate[],
  best = bestScore(candidates),
): Float32Array {
  const width = FEATURES.length;
  const rows = new Float32Array(width * candidates.length);
  const boundary = index.dictionary.find(BOUNDARY);
  const asked = new Set(view.all);
  const queryVector = vectors?.sum(view.phrase.terms);
  const likeness = vectors?.likenessTo(view.phrase.terms);
  const titleVectors: Float32Array[] = [];
  candidates.forEach(({ document, title, aliases, whole, score, background }, at) => {
    const phrasings = aliases.length === 0 ? [title] : [title, ...split(aliases, boundary)];
    const { phrase, features } = bestPhrasing(phrasings, view.phrase, stops, rarities, likeness);
    const titleVector = vectors?.sum(phrase.terms);
    if (titleVector) titleVectors.push(titleVector);
    rows.set(
      [
        score,
        score / best,
        features.queryCovered,
        whole.covered,
        features.phraseCovered,
        features.rarestMissing,
        features.rarestUnasked,
        features.order,
        features.neighbours,
        features.lengths,
        features.same,
        features.firstWord,
        features.queryAlike,
        features.phraseAlike,
        titleVector && queryVector ? product(queryVector, titleVector) : 0,
        whole.alike,
        0,
        shareOf(phrase, (term) => asked.has(term), stops, rarities),
        whole.titleCovered,
        whole.cosine,
        background,
        Math.min(1, Math.log1p(index.columns.helped[document] as number) / 5),
      ],
      at * width,
    );
  });
  if (titleVectors.length > 0) setCompany(rows, titleVectors);
  return rows;
}

const COMPANY = FEATURES.indexOf("vectors: candidate and the best candidates");
const COSINE = FEATURES.indexOf("vectors: query and title");
/** Candidates whose mean the others are compared with. */
const BEST = 4;

/** Answers keep company: a candidate that is like the best ones is more likely another phrasing of the same question. */
function setCompany(rows: Float32Array, vectors: readonly Float32Array[]): void {
  const width = FEATURES.length;
  const merit = vectors.map((_vector, at) => (rows[at * width] as number) + (rows[at * width + COSINE] as number));
  const order = [...merit.keys()].sort((a, b) => (merit[b] as number) - (merit[a] as number)).slice(0, BEST + 1);
  vectors.forEach((vector, at) => {
    let sum = 0;
    let weight = 0;
    for (const other of order) {
      if (other === at) continue;
      const share = Math.max(0.01, merit[other] as number);
      sum += share * product(vector, vectors[other] as Float32Array);
      weight += share;
    }
    rows[at * width + COMPANY] = weight > 0 ? sum / weight : 0;
  });
}

/** The title or the alias that is most like the query, with how like it is. */
function bestPhrasing(
  phrasings: readonly (readonly number[])[],
  query: Phrase,
  stops: StopTerms,
  rarities: Rarities,
  likeness: WordLikeness | undefined,
): { phrase: Phrase; features: PhraseFeatures } {
  let best: { phrase: Phrase; features: PhraseFeatures } | undefined;
  for (const terms of phrasings) {
    const phrase = phraseOf(terms, stops.has, rarities);
    const features = comparePhrases(query, phrase, likeness);
    if (!best || features.alike > best.features.alike) best = { phrase, features };
  }
  return best as { phrase: Phrase; features: PhraseFeatures };
}

function split(terms: readonly number[], boundary: number): number[][] {
  if (terms.length === 0) return [];
  const parts: number[][] = [[]];
  for (const term of terms) {
    if (term === boundary) parts.push([]);
    else parts.at(-1)?.push(term);
  }
  return parts;
}
