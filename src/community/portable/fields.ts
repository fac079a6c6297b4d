import * as z from "zod";
import type { Space } from "./ids.ts";
import { idsIn, withIdsHere } from "./named-ids.ts";
import type { Context } from "./portable-file.ts";

// What a column of a table is in an export.

type Row = Readonly<Record<string, unknown>>;

/** A column: its type in PostgreSQL, what may stand in a line, and what of it names things of the export. */
export interface Field {
  readonly type: string;
  readonly schema: z.ZodType;
  /** The row's own id. */
  readonly isOwn?: true;
  /** Set once all rows are there: it may name a later one. */
  readonly isLate?: true;
  /** What its value names, all of which is looked up at once. */
  readonly names?: (value: unknown, row: Row, context: Context) => [Space, number][];
  /** The value with this installation's ids. */
  readonly here?: (value: unknown, row: Row, context: Context, line: number) => unknown;
}

const id = z.int().positive();
const moment = z.iso.datetime().transform((text) => new Date(text));

const plain = (type: string, schema: z.ZodType): Field => ({ type, schema });
export const own: Field = { type: "bigint", schema: id, isOwn: true };
export const text = plain("text", z.string());
export const texts = plain("text[]", z.array(z.string()));
export const whole = plain("bigint", z.int());
export const share = plain("double precision", z.number().min(0).max(1));
export const yesOrNo = plain("boolean", z.boolean());
export const at = plain("timestamptz", moment);
export const json = plain("jsonb", z.json());
export const oneOf = (values: readonly string[]) => plain("text", z.enum(values as [string, ...string[]]));

/** A field that may be null. */
export function maybe(field: Field): Field {
  const { names, here } = field;
  return {
    ...field,
    schema: field.schema.nullable(),
    ...(names && { names: (value, row, context) => (value === null ? [] : names(value, row, context)) }),
    ...(here && { here: (value, row, context, line) => (value === null ? null : here(value, row, context, line)) }),
  };
}

/** The id of something that the export holds; a line that names what it does not hold is refused. */
export function the(space: Space): Field {
  return {
    type: "bigint",
    schema: id,
    names: (value) => [[space, value as number]],
    here: (value, _row, { ids }, line) => ids.of(space, value as number, line),
  };
}

/** The id of something that may be gone since: null then. */
export function perhaps(space: Space): Field {
  return { ...maybe(the(space)), here: (value, _row, { ids }) => ids.find(space, (value as number) ?? 0) ?? null };
}

/** The id of something of the same file, maybe further down in it. */
export function late(space: Space): Field {
  return { ...maybe(the(space)), isLate: true };
}

/** An id of which another field says what it is of; null with it, and 0 for none of them. */
export function theOneOf(kind: string, spaces: Readonly<Record<string, Space>>): Field {
  const spaceOf = (row: Row): Space => spaces[String(row[kind])] ?? `${kind} ${row[kind]}`;
  return maybe({
    type: "bigint",
    schema: z.int().nonnegative(),
    names: (value, row) => (value === 0 ? [] : [[spaceOf(row), value as number]]),
    here: (value, row, { ids }, line) => (value === 0 ? 0 : ids.of(spaceOf(row), value as number, line)),
  });
}

/** Data that names things by field, as an event's does. */
export const data: Field = {
  type: "jsonb",
  schema: z.record(z.string(), z.unknown()),
  names: (value, _row, { portable }) => idsIn(portable.ids, value as Row, ""),
  here: (value, _row, { ids, portable }) => withIdsHere(portable.ids, value as Row, "", ids),
};
