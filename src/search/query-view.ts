import type { FieldedIndex } from "./fielded-index.ts";
import type { Asked } from "./query-terms.ts";
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
const MOST_COMPARED = 40;

/** Rarity of index terms, remembered for one version of the index. */
export class Rarities {
  readonly #index: FieldedIndex;
  #known = new Float32Array(0);
  #version = -1;

  constructor(index: FieldedIndex) {
    this.#index = index;
  }

  of(term: number): number {
    if (this.#version !== this.#index.version) {
      this.#known = new Float32Array(this.#index.dictionary.size);
      this.#version = this.#index.version;
    }
    if (term < 0) return this.#compute(0);
    const known = this.#known[term] as number;
    if (known > 0) return known;
    const computed = this.#compute(this.#index.dictionary.documents(term));
    this.#known[term] = computed;
    return computed;
  }

  #compute(documents: number): number {
    return Math.max(0.05, Math.log(1 + (this.#index.size - documents + 0.5) / (documents + 0.5)));
  }
}

/** Makes a phrase of terms already numbered, cut to what is compared. */
export function phraseOf(terms: readonly number[], isStop: (term: number) => boolean, rarities: Rarities): Phrase {
  const kept = terms.length > MOST_COMPARED ? terms.slice(0, MOST_COMPARED) : terms;
  const own = kept.map((term) => (isStop(term) ? STOP_RARITY : rarities.of(term)));
  let total = 0;
  kept.forEach((term, at) => {
    if (term < 0 || kept.indexOf(term) === at) total += own[at] as number;
  });
  return { terms: kept, rarities: own, total };
}

/** Which terms of the index are stop words of a language, remembered by term. */
export class StopTerms {
  readonly #index: FieldedIndex;
  readonly #stops = new Set<number>();
  readonly #words: ReadonlySet<string>;
  #seen = 0;

  constructor(index: FieldedIndex, words: ReadonlySet<string>) {
    this.#index = index;
    this.#words = words;
  }

  readonly has = (term: number): boolean => {
    if (this.#seen < this.#index.dictionary.size) {
      this.#seen = this.#index.dictionary.size;
      for (const word of this.#words) {
        const known = this.#index.dictionary.find(word);
        if (known >= 0) this.#stops.add(known);
      }
    }
    return this.#stops.has(term);
  };
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
