import type { Dictionary } from "./dictionary.ts";
import type { LearnedModel } from "./ranking.ts";

const rowsByModel = new WeakMap<LearnedModel, ReadonlyMap<string, number>>();

/** A model with the vectors of a dictionary's words alone: taking up all of them for one query would cost more than the query. */
export function narrowed(model: LearnedModel, dictionary: Dictionary): LearnedModel {
  const { dimensions, matrix, terms } = model.vectors;
  const rows = rowsByModel.get(model) ?? new Map(terms.map((term, row): [string, number] => [term, row]));
  rowsByModel.set(model, rows);
  const own = dictionary.terms().filter((term) => rows.has(term));
  const part = new Float32Array(own.length * dimensions);
  for (const [at, term] of own.entries()) {
    const from = (rows.get(term) ?? 0) * dimensions;
    part.set(matrix.subarray(from, from + dimensions), at * dimensions);
  }
  return { ...model, vectors: { dimensions, terms: own, matrix: part } };
}
