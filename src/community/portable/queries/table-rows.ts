import { sql } from "kysely";
import type { Database, Transaction } from "../../../store/index.ts";
import type { Field } from "../fields.ts";
import type { Page } from "../portable-file.ts";
import type { Row, TableSpec } from "../table-spec.ts";

// Reads and writes the rows of any table that an export holds as a file. Names come from the rooms' own descriptions, never from a file.

/** `askedAt` is the column `asked_at`. */
export function columnOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

const columnsOf = (fields: readonly string[]) => sql.join(fields.map((field) => sql.ref(columnOf(field))));

/** One page of a table's rows as lines. */
export async function readRows(
  database: Database,
  { table, fields, order, where = "true" }: TableSpec,
  { communityId, after, limit }: Page<Row>,
): Promise<Row[]> {
  const columns = Object.keys(fields).map((name) => sql`${sql.ref(columnOf(name))} as ${sql.ref(name)}`);
  const behind = after ? sql`(${columnsOf(order)}) > (${sql.join(order.map((name) => after[name]))})` : sql`true`;
  const { rows } = await sql<Row>`
    select ${sql.join(columns)} from ${sql.table(table)}
    where community_id = ${communityId} and ${behind} and (${sql.raw(where)})
    order by ${columnsOf(order)} limit ${limit}`.execute(database);
  return rows;
}

/** Of some lines those that are here already, by their id in the export: a calendar of the same name, say. */
export async function findSame(
  tx: Transaction,
  communityId: number,
  { table, fields, same }: TableSpec,
  rows: readonly Row[],
): Promise<Map<number, number>> {
  if (same === undefined || rows.length === 0) return new Map();
  const { rows: found } = await sql<{ theirs: number; ours: number }>`
    select distinct on (r.id) r.id as theirs, t.id as ours
    from jsonb_to_recordset(${JSON.stringify(rows.map(asColumns))}::jsonb) as r (${sql.raw(typesOf(fields))})
      join ${sql.table(table)} t on t.community_id = ${communityId} and (${sql.raw(same)})
    order by r.id, t.id`.execute(tx.db);
  return new Map(found.map(({ theirs, ours }) => [theirs, ours]));
}

/** Adds rows in their order; one that is here already stays as it is. */
export async function insertRows(
  tx: Transaction,
  communityId: number,
  { table, fields, derived = {}, space }: TableSpec,
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return;
  const own = Object.entries(fields).filter(([, field]) => isGiven(field, space !== undefined));
  const given: [string, Pick<Field, "type">][] = [...own, ...Object.entries(derived)];
  const names = columnsOf(given.map(([name]) => name));
  await sql`
    insert into ${sql.table(table)} (community_id, ${names})
    select ${communityId}, ${names}
    from jsonb_to_recordset(${JSON.stringify(rows.map(asColumns))}::jsonb) as r (${sql.raw(typesOf(Object.fromEntries(given)))})
    on conflict do nothing`.execute(tx.db);
}

/** Sets some fields of rows that are here. */
export async function updateRows(
  tx: Transaction,
  communityId: number,
  table: string,
  fields: readonly (readonly [string, Field])[],
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return;
  const set = fields.map(([name]) => sql`${sql.ref(columnOf(name))} = ${sql.ref(`r.${columnOf(name)}`)}`);
  const types = typesOf({ id: { type: "bigint" }, ...Object.fromEntries(fields) });
  await sql`
    update ${sql.table(table)} t set ${sql.join(set)}
    from jsonb_to_recordset(${JSON.stringify(rows.map(asColumns))}::jsonb) as r (${sql.raw(types)})
    where t.community_id = ${communityId} and t.id = r.id`.execute(tx.db);
}

/** Ids that nothing refers to are given by the table itself. */
function isGiven(field: Pick<Field, "isLate" | "isOwn">, isNumbered: boolean): boolean {
  return !field.isLate && (!field.isOwn || isNumbered);
}

function typesOf(fields: Readonly<Record<string, Pick<Field, "type">>>): string {
  return Object.entries(fields)
    .map(([name, { type }]) => `"${columnOf(name)}" ${type}`)
    .join(", ");
}

function asColumns(row: Row): Row {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [columnOf(name), value]));
}
