import type { FieldedIndex } from "./fielded-index.ts";

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

/** Which terms of the index are stop words of a language, remembered by term. */
export class StopTerms {
  readonly #index: FieldedIndex;
  /** 1 by term for those that are. */
  #stops = new Uint8Array(0);
  readonly #words: ReadonlySet<string>;
  #seen = 0;

  constructor(index: FieldedIndex, words: ReadonlySet<string>) {
    this.#index = index;
    this.#words = words;
  }

  readonly has = (term: number): boolean => {
    if (this.#seen < this.#index.dictionary.size) this.#follow();
    return this.#stops[term] === 1;
  };
  #follow(): void {
    this.#seen = this.#index.dictionary.size;
    this.#stops = new Uint8Array(this.#seen);
    for (const word of this.#words) {
      const known = this.#index.dictionary.find(word);
      if (known >= 0) this.#stops[known] = 1;
    }
  }
}
