import { MOST_COMPARED, type Phrase } from "./query-view.ts";
import type { WordLikeness } from "./word-vectors.ts";

/** How a query compares with one phrasing (a title or an alias); shares lie in [0, 1]. */
export interface PhraseFeatures {
  readonly queryCovered: number;
  readonly phraseCovered: number;
  readonly rarestMissing: number;
  readonly rarestUnasked: number;
  readonly order: number;
  readonly neighbours: number;
  readonly lengths: number;
  readonly same: number;
  readonly firstWord: number;
  readonly queryAlike: number;
  readonly phraseAlike: number;
  /** One number to choose among phrasings: the mean of both covers. */
  readonly alike: number;
}

/** Rarity of a word that no document has, about; brings single rarities to the range of shares. */
const RAREST = 12;

/** `likeness` tells how like a word is to each of the query's; without it no words are alike. */
export function comparePhrases(query: Phrase, phrase: Phrase, likeness: WordLikeness | undefined): PhraseFeatures {
  const rows = likeness && phrase.terms.map(likeness);
  const forward = cover(query, phrase, rows && ((at) => mostAt(rows, at)));
  const back = cover(phrase, query, rows && ((at) => mostOf(rows[at])));
  const shorter = Math.min(query.terms.length, phrase.terms.length);
  const longer = Math.max(1, query.terms.length, phrase.terms.length);
  return {
    queryCovered: forward.covered,
    phraseCovered: back.covered,
    rarestMissing: forward.rarestMissing / RAREST,
    rarestUnasked: back.rarestMissing / RAREST,
    order: (2 * longestCommon(query.terms, phrase.terms)) / Math.max(1, query.terms.length + phrase.terms.length),
    neighbours: sharedNeighbours(query.terms, phrase.terms),
    lengths: shorter / longer,
    same: forward.covered === 1 && back.covered === 1 ? 1 : 0,
    firstWord: query.terms.length > 0 && query.terms[0] === phrase.terms[0] ? 1 : 0,
    queryAlike: forward.alike,
    phraseAlike: back.alike,
    alike: (forward.covered + back.covered) / 2 + 0.001 * (shorter / longer),
  };
}

function mostAt(rows: readonly Float32Array[], at: number): number {
  let most = 0;
  for (const row of rows) if ((row[at] as number) > most) most = row[at] as number;
  return most;
}

function mostOf(row: Float32Array | undefined): number {
  let most = 0;
  if (row) for (let at = 0; at < row.length; at++) if ((row[at] as number) > most) most = row[at] as number;
  return most;
}

/** How much of `phrase`, weighed by rarity, the other one has: word for word, and with like words counted by likeness. */
function cover(
  phrase: Phrase,
  other: Phrase,
  likestOf: ((at: number) => number) | undefined,
): { covered: number; alike: number; rarestMissing: number } {
  if (phrase.total <= 0) return { covered: 0, alike: 0, rarestMissing: 0 };
  let covered = 0;
  let alike = 0;
  let rarestMissing = 0;
  for (let at = 0; at < phrase.terms.length; at++) {
    const term = phrase.terms[at] as number;
    if (term >= 0 && phrase.terms.indexOf(term) !== at) continue;
    const rarity = phrase.rarities[at] as number;
    // Phrases are short: looking through one is quicker than making a set of each.
    if (term >= 0 && other.terms.includes(term)) {
      covered += rarity;
      alike += rarity;
      continue;
    }
    if (rarity > rarestMissing) rarestMissing = rarity;
    if (likestOf && term >= 0) alike += rarity * likestOf(at);
  }
  return { covered: Math.min(1, covered / phrase.total), alike: Math.min(1, alike / phrase.total), rarestMissing };
}

/** One row of `longestCommon`, used again and again: a query compares a hundred titles. */
const row = new Uint8Array(MOST_COMPARED + 1);

/** Length of the longest common subsequence. */
function longestCommon(a: readonly number[], b: readonly number[]): number {
  row.fill(0, 0, b.length + 1);
  for (const term of a) {
    let diagonal = 0;
    for (let at = 0; at < b.length; at++) {
      const above = row[at + 1] as number;
      row[at + 1] = term >= 0 && term === b[at] ? diagonal + 1 : Math.max(above, row[at] as number);
      diagonal = above;
    }
  }
  return row[b.length] as number;
}

/** Dice's coefficient of the pairs of neighbouring words. */
function sharedNeighbours(a: readonly number[], b: readonly number[]): number {
  if (a.length < 2 || b.length < 2) return 0;
  let shared = 0;
  for (let at = 0; at + 1 < a.length; at++) {
    for (let other = 0; other + 1 < b.length; other++) {
      if ((a[at] as number) >= 0 && a[at] === b[other] && a[at + 1] === b[other + 1]) {
        shared++;
        break;
      }
    }
  }
  return (2 * shared) / (a.length + b.length - 2);
}
