import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type pg from "pg";
import { RefusalError, refusal } from "../kernel/index.ts";

const numbered = /^(\d{4})-[a-z0-9-]+\.sql$/;

export interface Migration {
  readonly number: number;
  readonly name: string;
}

/** The migrations in `folder`, in order. Throws where one is misnamed, two share a number or one is missing. */
export async function listMigrations(folder: string): Promise<Migration[]> {
  const found = (await readdir(folder))
    .filter((name) => name.endsWith(".sql"))
    .sort()
    .map((name) => ({ number: Number(numbered.exec(name)?.[1] ?? Number.NaN), name }));
  found.forEach(({ name, number }, index) => {
    if (Number.isNaN(number)) throw new Error(`migration ${name} should be named like 0001-what-it-does.sql`);
    if (number !== index + 1) throw new Error(`migration ${name} should have number ${index + 1}`);
  });
  return found;
}

/**
 * The migrations that are still to be run. Throws `schema-too-new` where the database has one that this Kith does not know, and
 * `schema-differs` where one of them was another.
 */
export function missingMigrations(done: readonly Migration[], known: readonly Migration[]): readonly Migration[] {
  const at = done.slice(0, known.length).findIndex((one, index) => one.name !== known[index]?.name);
  if (at >= 0) throw new RefusalError(differs(done[at]?.name ?? "", known[at]?.name ?? ""));
  if (done.length > known.length) throw new RefusalError(tooNew(done[known.length]?.name ?? ""));
  return known.slice(done.length);
}

/**
 * Runs what is missing, each migration in its own transaction; the caller sees to it that nobody else does. A failed one leaves
 * nothing behind and is thrown with its name. Returns the names of those it ran.
 */
export async function runMissingMigrations(client: pg.ClientBase, folder: string, now: Date): Promise<string[]> {
  await client.query(
    "create table if not exists migration (number integer primary key, name text not null, applied_at timestamptz not null)",
  );
  const { rows: done } = await client.query("select number, name from migration order by number");
  const missing = missingMigrations(done, await listMigrations(folder));
  for (const migration of missing) await runMigration(client, folder, migration, now);
  return missing.map(({ name }) => name);
}

async function runMigration(client: pg.ClientBase, folder: string, { number, name }: Migration, now: Date) {
  const text = await readFile(path.join(folder, name), "utf8");
  try {
    await client.query("begin");
    await client.query(text);
    await client.query("insert into migration values ($1, $2, $3)", [number, name, now]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => {});
    throw new Error(`migration ${name} failed: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
}

function tooNew(name: string) {
  return refusal(
    "conflict",
    "schema-too-new",
    `This database was made by a newer Kith: it has the migration ${name}, which this one does not know.`,
    "Start the newer version of Kith, or restore a backup made before it.",
  );
}

function differs(found: string, expected: string) {
  return refusal(
    "conflict",
    "schema-differs",
    `This database has the migration ${found} where this Kith has ${expected}: they have different histories.`,
    "Use the Kith that made this database, or another database.",
  );
}
