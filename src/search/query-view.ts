import type { Asked } from "./query-terms.ts";
import type { Rarities, StopTerms } from "./rarities.ts";
import { type Said, saidInQuestion, weighedByRarity } from "./whole.ts";

/** Words of one text in their order, as re-ranking sees them. -1 stands for a word that the index has never seen. */
export interface Phrase {
  readonly terms: readonly number[];
  /** Rarity of each word; stop words have a small one of their own. */
  readonly rarities: readonly number[];
  /** The sum of `rarities` over distinct words. */
  readonly total: number;
}

/** Rarity that a stop word has among features of order, where it counts a little. */
const STOP_RARITY = 0.3;
/** Words of a phrase that are compared word by word. */
export const MOST_COMPARED = 40;

/** Makes a phrase of terms already numbered, cut to what is compared. */
export function phraseOf(terms: readonly number[], isStop: (term: number) => boolean, rarities: Rarities): Phrase {
  const kept = terms.length > MOST_COMPARED ? terms.slice(0, MOST_COMPARED) : terms;
  const own: number[] = [];
  let total = 0;
  for (let at = 0; at < kept.length; at++) {
    const term = kept[at] as number;
    const rarity = isStop(term) ? STOP_RARITY : rarities.of(term);
    own.push(rarity);
    if (term < 0 || kept.indexOf(term) === at) total += rarity;
  }
  return { terms: kept, rarities: own, total };
}

/** A query prepared for comparing with candidates. */
export interface QueryView {
  readonly phrase: Phrase;
  /** Distinct words of title and body together that are no stop words. */
  readonly all: readonly number[];
  /** The same words with how often they are said, and weighed by rarity. */
  readonly said: Said;
  readonly weighed: ReadonlyMap<number, number>;
}

export function viewOf(asked: Asked, stops: StopTerms, rarities: Rarities): QueryView {
  const said = saidInQuestion(asked, stops);
  return {
    phrase: phraseOf(asked.title, stops.has, rarities),
    all: [...said.keys()],
    said,
    weighed: weighedByRarity(said, rarities),
  };
}
