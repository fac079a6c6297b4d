import type { Field } from "./fields.ts";
import type { Space } from "./ids.ts";

/** A line, or a row, by field. */
export type Row = Readonly<Record<string, unknown>>;

/** A table that is a file of its own: what stands in a line, and how it comes back. */
export interface TableSpec {
  readonly name: string;
  readonly table: string;
  /** What other files call a row of it by its id; without, an id only orders the file. */
  readonly space?: Space;
  /** The fields of a line in their order; each is the column of the same name. */
  readonly fields: Readonly<Record<string, Field>>;
  /** What the lines are ordered by; together they are never the same twice. */
  readonly order: readonly string[];
  /** Rows in which this is set are written after all others, to which it refers. */
  readonly lastIf?: string;
  /** Which rows, as a condition on the table. */
  readonly where?: string;
  /** When a row `t` that is here already is what a line `r` says, as a condition: it stays as it is. */
  readonly same?: string;
  /** Columns that are made of the others and not carried. */
  readonly derived?: Readonly<Record<string, { readonly type: string; of(row: Row): unknown }>>;
}
