import { LONGEST } from "./columns.ts";
import { FIELDS } from "./document.ts";

/**
 * BM25F (Robertson, Zaragoza and Taylor 2004, doi:10.1145/1031171.1031181): term counts of all fields are added up, each
 * weighted and divided by its field's relative length, and saturate once.
 */
export interface Bm25Parameters {
  /** Saturation: how much a second mention still adds. */
  readonly k1: number;
  /** Weight of each field, in order of FIELDS. */
  readonly weights: readonly number[];
  /** Length normalisation of each field, 0 to 1. */
  readonly b: readonly number[];
}

/** Measured on the public sets, see docs/search.md. */
export const defaultParameters: Bm25Parameters = {
  k1: 2.4,
  weights: [3.6, 1, 1.5, 1, 3.6],
  b: [0.9, 0.75, 0.5, 0.75, 0.6],
};

/** Candidates for a long question: it shares words with everything, so that each further one must still count. */
export const longParameters: Bm25Parameters = { ...defaultParameters, k1: 5, b: [0.9, 0.9, 0.5, 0.75, 0.6] };

/** How rare a term is: ln(1 + (N - n + 0.5) / (n + 0.5)), never negative. */
export function rarity(documents: number, withTerm: number): number {
  return Math.log(1 + (documents - withTerm + 0.5) / (withTerm + 0.5));
}

/** Weight of one mention by field and by length of the field, looked up instead of computed. */
export type NormTables = readonly Float32Array[];

/** The tables for the average field lengths of now; `longest` is the longest field in the index. */
export function normTables(parameters: Bm25Parameters, averages: readonly number[], longest: number): NormTables {
  return FIELDS.map((_name, field) => {
    const table = new Float32Array(Math.min(LONGEST, longest) + 1);
    const weight = parameters.weights[field] ?? 0;
    const b = parameters.b[field] ?? 0;
    const average = averages[field] || 1;
    for (let length = 0; length < table.length; length++) {
      table[length] = weight / (1 - b + (b * length) / average);
    }
    return table;
  });
}
