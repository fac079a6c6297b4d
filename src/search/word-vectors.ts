import type { Dictionary } from "./dictionary.ts";

/** Static vectors of terms, learned from links. Row r of `matrix` belongs to `terms[r]`. */
export interface WordVectors {
  readonly dimensions: number;
  readonly terms: readonly string[];
  readonly matrix: Float32Array;
}

/** The cosines between a word and each word of a query, in their order; 0 where one has no vector. */
export type WordLikeness = (term: number) => Float32Array;

/** Rows of the vectors by term number of one dictionary; follows the dictionary as it grows. */
export class VectorLookup {
  readonly vectors: WordVectors;
  readonly #dictionary: Dictionary;
  readonly #rows = new Map<string, number>();
  readonly #norms: Float32Array;
  /** Products with the vector of one query, by row, and of which query each is: candidates share words. */
  #products = new Float32Array(0);
  #producedFor = new Uint32Array(0);
  #query = 0;
  #rowOf = new Int32Array(0);
  #known = 0;

  constructor(vectors: WordVectors, dictionary: Dictionary) {
    this.vectors = vectors;
    this.#dictionary = dictionary;
    for (const [row, term] of vectors.terms.entries()) this.#rows.set(term, row);
    this.#norms = new Float32Array(vectors.terms.length);
    const { dimensions, matrix } = vectors;
    for (let row = 0; row < vectors.terms.length; row++) {
      const at = row * dimensions;
      this.#norms[row] = Math.sqrt(productAt(matrix, at, matrix, at, dimensions)) || 1;
    }
  }

  /** The row of a term, or -1. */
  row(term: number): number {
    if (term < 0) return -1;
    if (term >= this.#known) this.#follow();
    return this.#rowOf[term] ?? -1;
  }

  /** The sum of the vectors of the terms, brought to length 1; all zeros when none is known. */
  sum(terms: readonly number[], into = new Float32Array(this.vectors.dimensions)): Float32Array {
    const { dimensions, matrix } = this.vectors;
    into.fill(0);
    for (const term of terms) {
      const row = this.row(term);
      if (row < 0) continue;
      const at = row * dimensions;
      for (let axis = 0; axis < dimensions; axis++) into[axis] = (into[axis] as number) + (matrix[at + axis] as number);
    }
    return toUnitLength(into);
  }

  /** The sum of the vectors of weighed terms; all zeros when none is known. */
  weighed(terms: Iterable<readonly [number, number]>): Float32Array {
    const { dimensions, matrix } = this.vectors;
    const into = new Float32Array(dimensions);
    for (const [term, weight] of terms) {
      const row = this.row(term);
      if (row < 0) continue;
      const at = row * dimensions;
      for (let axis = 0; axis < dimensions; axis++) {
        into[axis] = (into[axis] as number) + weight * (matrix[at + axis] as number);
      }
    }
    return into;
  }

  /** How like words are to each of these terms; what is asked twice is computed once. */
  likenessTo(terms: readonly number[]): WordLikeness {
    const { dimensions, matrix } = this.vectors;
    const rows = terms.map((term) => this.row(term));
    const known = new Map<number, Float32Array>();
    const none = new Float32Array(terms.length);
    return (term) => {
      const row = this.row(term);
      if (row < 0) return none;
      const found = known.get(row);
      if (found) return found;
      const likenesses = new Float32Array(terms.length);
      for (const [at, other] of rows.entries()) {
        if (other < 0) continue;
        const both = productAt(matrix, row * dimensions, matrix, other * dimensions, dimensions);
        likenesses[at] = both / ((this.#norms[row] as number) * (this.#norms[other] as number));
      }
      known.set(row, likenesses);
      return likenesses;
    };
  }

  /** The products of a vector with the vectors of words, each computed once. */
  productsWith(vector: Float32Array): (term: number) => number {
    const { dimensions, matrix, terms } = this.vectors;
    if (this.#products.length === 0) {
      this.#products = new Float32Array(terms.length);
      this.#producedFor = new Uint32Array(terms.length);
    }
    this.#query += 1;
    const query = this.#query;
    const products = this.#products;
    const producedFor = this.#producedFor;
    return (term) => {
      const row = this.row(term);
      if (row < 0) return 0;
      if (producedFor[row] !== query) {
        producedFor[row] = query;
        products[row] = productAt(vector, 0, matrix, row * dimensions, dimensions);
      }
      return products[row] as number;
    };
  }

  #follow(): void {
    const rows = new Int32Array(this.#dictionary.size + 1024).fill(-1);
    rows.set(this.#rowOf.subarray(0, this.#known));
    for (let term = this.#known; term < this.#dictionary.size; term++) {
      rows[term] = this.#rows.get(this.#dictionary.term(term)) ?? -1;
    }
    this.#rowOf = rows;
    this.#known = this.#dictionary.size;
  }
}

export function toUnitLength(vector: Float32Array): Float32Array {
  let square = 0;
  for (const value of vector) square += value * value;
  if (square > 0) {
    const scale = 1 / Math.sqrt(square);
    for (let axis = 0; axis < vector.length; axis++) vector[axis] = (vector[axis] as number) * scale;
  }
  return vector;
}

/** The inner product of two vectors of one length. */
export function product(a: Float32Array, b: Float32Array): number {
  return productAt(a, 0, b, 0, a.length);
}

/** The inner product of two stretches. Four sums at once: one alone would wait for each addition to end before the next begins. */
function productAt(a: Float32Array, aAt: number, b: Float32Array, bAt: number, length: number): number {
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  let axis = 0;
  for (; axis + 3 < length; axis += 4) {
    first += (a[aAt + axis] as number) * (b[bAt + axis] as number);
    second += (a[aAt + axis + 1] as number) * (b[bAt + axis + 1] as number);
    third += (a[aAt + axis + 2] as number) * (b[bAt + axis + 2] as number);
    fourth += (a[aAt + axis + 3] as number) * (b[bAt + axis + 3] as number);
  }
  for (; axis < length; axis++) first += (a[aAt + axis] as number) * (b[bAt + axis] as number);
  return first + second + (third + fourth);
}
