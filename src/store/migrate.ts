import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type pg from "pg";
import { RefusalError, refusal } from "../kernel/index.ts";

/** Any number that no other program's advisory locks use: "kith" in ASCII. */
const migrationLock = 0x6b697468;

const numbered = /^(\d{4})-[a-z0-9-]+\.sql$/;

/** The migrations in `folder`, in order. Throws where two share a number or one is missing. */
export async function listMigrations(folder: string): Promise<{ number: number; name: string }[]> {
  const found = (await readdir(folder))
    .map((name) => ({ name, number: Number(numbered.exec(name)?.[1] ?? Number.NaN) }))
    .filter(({ number }) => !Number.isNaN(number))
    .sort((a, b) => a.number - b.number);
  found.forEach(({ name, number }, index) => {
    if (number !== index + 1) throw new Error(`migration ${name} should have number ${index + 1}`);
  });
  return found;
}

/**
 * Brings the database to the newest schema, each migration in its own transaction, one process at a time: others wait at the
 * advisory lock for as long as the migrations of the first take. Returns the names of those it ran.
 * Throws `schema-too-new` where the database has migrations that this version of Kith does not know.
 */
export async function migrate(pool: pg.Pool, folder: string, now: Date): Promise<string[]> {
  const client = await pool.connect();
  try {
    await client.query(`select pg_advisory_lock(${migrationLock})`);
    await client.query(
      "create table if not exists migration (number integer primary key, name text not null, applied_at timestamptz not null)",
    );
    const done = (await client.query("select number, name from migration order by number")).rows as {
      number: number;
      name: string;
    }[];
    const known = await listMigrations(folder);
    if (done.length > known.length) throw new RefusalError(tooNew(done[known.length]?.name ?? ""));
    for (const { number, name } of known.slice(done.length)) {
      await client.query("begin");
      await client.query(await readFile(path.join(folder, name), "utf8"));
      await client.query("insert into migration values ($1, $2, $3)", [number, name, now]);
      await client.query("commit");
    }
    return known.slice(done.length).map(({ name }) => name);
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    await client.query(`select pg_advisory_unlock(${migrationLock})`).catch(() => {});
    client.release();
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
