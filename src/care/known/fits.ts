import { tokenize } from "../../text/index.ts";

/** Fewer words in common say nothing: most texts of a community share one. */
const leastShared = 2;
/** So much of the shorter text has to stand in the longer one, for people to be shown a notice. A judgement, tried on the tests' examples. */
export const showsFrom = 0.6;
/** Where a solver looks each one over, less is enough. */
export const suggestsFrom = 0.4;

export type Words = ReadonlySet<string>;

/** What a text says, without the words that stand in any text. `language` is ISO 639-1. */
export function wordsOf(text: string, language: string): Words {
  return new Set(tokenize(text, language).flatMap(({ term, stop }) => (stop ? [] : [term])));
}

/**
 * How well what somebody wrote fits something known, from 0 to 1: the best share of words in common with any of its phrasings, its
 * own title and those of what was linked with it (the overlap coefficient of two sets, Szymkiewicz and Simpson).
 */
export function fitOf(written: Words, phrasings: readonly Words[]): number {
  return phrasings.reduce((best, phrasing) => Math.max(best, overlap(written, phrasing)), 0);
}

function overlap(a: Words, b: Words): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const word of small) if (large.has(word)) shared += 1;
  return shared < leastShared ? 0 : shared / small.size;
}
