import type { Dictionary } from "./dictionary.ts";

/** Static vectors of terms, learned from links. Row r of `matrix` belongs to `terms[r]`. */
export interface WordVectors {
  readonly dimensions: number;
  readonly terms: readonly string[];
  readonly matrix: Float32Array;
}

const MOST_REMEMBERED = 100_000;

/** Rows of the vectors by term number of one dictionary; follows the dictionary as it grows. */
export class VectorLookup {
  readonly vectors: WordVectors;
  readonly #dictionary: Dictionary;
  readonly #rows = new Map<string, number>();
  readonly #norms: Float32Array;
  /** Pairs of words come again and again among the candidates of one query and of the next. */
  readonly #likenesses = new Map<number, number>();
  #rowOf = new Int32Array(0);
  #known = 0;

  constructor(vectors: WordVectors, dictionary: Dictionary) {
    this.vectors = vectors;
    this.#dictionary = dictionary;
    for (const [row, term] of vectors.terms.entries()) this.#rows.set(term, row);
    this.#norms = new Float32Array(vectors.terms.length);
    for (let row = 0; row < vectors.terms.length; row++) this.#norms[row] = Math.sqrt(this.#product(row, row)) || 1;
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

  /** The sum of the vectors of weighed terms, brought to length 1; all zeros when none is known. */
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
    return toUnitLength(into);
  }

  /** Cosine between two terms' vectors; 1 for the same term, 0 where one has none. */
  likeness(one: number, other: number): number {
    if (one === other) return one < 0 ? 0 : 1;
    const a = this.row(one);
    const b = this.row(other);
    if (a < 0 || b < 0) return 0;
    const pair = a < b ? a * this.vectors.terms.length + b : b * this.vectors.terms.length + a;
    const known = this.#likenesses.get(pair);
    if (known !== undefined) return known;
    const computed = this.#product(a, b) / ((this.#norms[a] as number) * (this.#norms[b] as number));
    if (this.#likenesses.size >= MOST_REMEMBERED) this.#likenesses.clear();
    this.#likenesses.set(pair, computed);
    return computed;
  }

  #product(a: number, b: number): number {
    const { dimensions, matrix } = this.vectors;
    let sum = 0;
    for (let axis = 0, x = a * dimensions, y = b * dimensions; axis < dimensions; axis++) {
      sum += (matrix[x + axis] as number) * (matrix[y + axis] as number);
    }
    return sum;
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
  let sum = 0;
  for (let axis = 0; axis < a.length; axis++) sum += (a[axis] as number) * (b[axis] as number);
  return sum;
}
