import * as z from "zod";
import type { Field } from "./fields.ts";
import { remember, type Space } from "./ids.ts";
import type { Context, PlacedLine, PortableFile } from "./portable-file.ts";
import { takeIds } from "./queries/restore.ts";
import * as rows from "./queries/table-rows.ts";
import type { Row, TableSpec } from "./table-spec.ts";

/** A file with every row of a table. Only those concerned may see it. */
export function tableFile(spec: TableSpec): PortableFile<Row> & { readonly columns: readonly string[] } {
  const { fields, lastIf } = spec;
  const schemas = Object.entries(fields).map(([name, { schema }]) => [name, schema]);
  const lateFields = Object.entries(fields).filter(([, { isLate }]) => isLate);
  const isLast = ({ record }: Line) => lastIf !== undefined && record[lastIf] !== null;
  return {
    ...{ name: spec.name, table: spec.table, isPrivate: true },
    columns: [...Object.keys(fields), ...Object.keys(spec.derived ?? {})].map(rows.columnOf),
    record: z.object(Object.fromEntries(schemas)) as z.ZodType<Row>,
    read: (snapshot, page) => rows.readRows(snapshot, spec, page),
    passes: [
      async (context, lines) => {
        if (spec.space !== undefined) await number(spec.table, spec.space, context, lines);
        const first = lines.filter((line) => !isLast(line));
        await add(spec, context, first);
      },
      ...(lastIf === undefined
        ? []
        : [(context: Context, lines: readonly Line[]) => add(spec, context, lines.filter(isLast))]),
      ...(lateFields.length === 0
        ? []
        : [(context: Context, lines: readonly Line[]) => setLate(spec, lateFields, context, lines)]),
    ],
  };
}

type Line = PlacedLine<Row>;

/** Gives every line its id here, in the order of the file. */
async function number(table: string, space: Space, { tx, key }: Context, lines: readonly Line[]): Promise<void> {
  const fresh = await takeIds(tx, table, lines.length);
  const placed = lines.map(({ record }, index) => ({ record: { id: Number(record.id) }, id: fresh[index] ?? 0 }));
  await remember(tx, key, space, placed);
}

/** Adds lines as rows; what is here already stays, and is what they are taken for from now on. */
async function add(spec: TableSpec, context: Context, lines: readonly Line[]): Promise<void> {
  const { tx, key, communityId, ids } = context;
  const { space, derived = {} } = spec;
  const written = Object.entries(spec.fields).filter(([, { isLate, isOwn }]) => !isLate && !isOwn);
  await lookUp(context, written, lines);
  if (space !== undefined) await ids.load(space, lines.map(theirs));
  const all = lines.map((line) => {
    const values = written.map(([name, field]) => [name, valueHere(field, line.record[name], context, line)]);
    const made = Object.entries(derived).map(([name, { of }]) => [name, of(line.record)]);
    const id = space === undefined ? undefined : ids.of(space, theirs(line), line.line);
    return { ...Object.fromEntries([...values, ...made]), id };
  });
  const same = await rows.findSame(tx, communityId, spec, all);
  const added = all.filter(({ id }) => !same.has(id ?? 0));
  await rows.insertRows(tx, communityId, spec, added);
  if (space === undefined || same.size === 0) return;
  const taken = lines.flatMap((line) => {
    const id = same.get(ids.of(space, theirs(line), line.line));
    return id === undefined ? [] : [{ record: { id: theirs(line) }, id }];
  });
  await remember(tx, key, space, taken);
}

/** Says of rows that are here what refers to later ones. */
async function setLate(
  { table, name: file, space = file }: TableSpec,
  lateFields: readonly [string, Field][],
  context: Context,
  lines: readonly Line[],
): Promise<void> {
  const named = lines.filter(({ record }) => lateFields.some(([name]) => record[name] !== null));
  await context.ids.load(space, named.map(theirs));
  await lookUp(context, lateFields, named);
  const set = named.map((line) => {
    const values = lateFields.map(([name, field]) => [name, valueHere(field, line.record[name], context, line)]);
    return { ...Object.fromEntries(values), id: context.ids.of(space, theirs(line), line.line) };
  });
  await rows.updateRows(context.tx, context.communityId, table, lateFields, set);
}

/** A line's id in the export. */
function theirs({ record }: Line): number {
  return Number(record.id);
}

/** Looks up everything that lines name, a kind at a time. */
async function lookUp(
  context: Context,
  fields: readonly (readonly [string, Field])[],
  lines: readonly Line[],
): Promise<void> {
  const wanted = new Map<Space, number[]>();
  for (const { record } of lines) {
    for (const [name, field] of fields) {
      for (const [space, id] of field.names?.(record[name], record, context) ?? []) {
        const some = wanted.get(space);
        if (some) some.push(id);
        else wanted.set(space, [id]);
      }
    }
  }
  for (const [space, ids] of wanted) await context.ids.load(space, ids);
}

function valueHere(field: Field, value: unknown, context: Context, { record, line }: Line): unknown {
  return field.here ? field.here(value, record, context, line) : value;
}
