import { cpSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type pg from "pg";
import { expect, onTestFinished, test } from "vitest";
import { createTestDatabase, migrations } from "../../tests/factories/store.ts";
import { createLog, RefusalError } from "../kernel/index.ts";
import { openPool } from "./database.ts";
import { jobSchemaVersion } from "./jobs.ts";
import { listMigrations } from "./migrate.ts";
import { prepareDatabase } from "./prepare-database.ts";

const now = new Date("2026-01-01T00:00:00Z");
const log = createLog("silent");

function folderWith(files: Record<string, string>): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), "kith-migrations-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  return folder;
}

function copyOfMigrations(): string {
  const folder = folderWith({});
  cpSync(migrations, folder, { recursive: true });
  return folder;
}

async function emptyDatabase(): Promise<pg.Pool> {
  const { databaseUrl, drop } = await createTestDatabase({ empty: true });
  const pool = openPool({ connectionString: databaseUrl }, 4, "test");
  onTestFinished(async () => {
    await pool.end();
    await drop();
  });
  return pool;
}

async function refusalOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof RefusalError ? error.refusal.code : `not refused: ${error}`;
}

test("migrations are listed in the order of their numbers", async () => {
  const folder = folderWith({ "0002-b.sql": "", "0001-z.sql": "", "readme.txt": "" });
  expect((await listMigrations(folder)).map(({ name }) => name)).toEqual(["0001-z.sql", "0002-b.sql"]);
});

test.each([
  ["a gap", { "0001-a.sql": "", "0003-c.sql": "" }, "0003-c.sql should have number 2"],
  ["a number used twice", { "0001-a.sql": "", "0001-b.sql": "" }, "0001-b.sql should have number 2"],
  ["a name without a number", { "0001-a.sql": "", "later.sql": "" }, "later.sql should be named"],
])("%s is refused", async (_what, files, message) => {
  await expect(listMigrations(folderWith(files))).rejects.toThrow(message);
});

test("an empty database gets every migration once, and the job library's tables at the version this Kith knows", async () => {
  const pool = await emptyDatabase();
  await prepareDatabase(pool, migrations, now, log);
  await prepareDatabase(pool, migrations, now, log);
  const { rows } = await pool.query("select number, name, applied_at from migration order by number");
  expect(rows.map(({ name }) => name)).toEqual((await listMigrations(migrations)).map(({ name }) => name));
  expect(rows[0].applied_at).toEqual(now);
  const jobs = await pool.query("select max(id) as version from graphile_worker.migrations");
  expect(jobs.rows[0].version).toBe(jobSchemaVersion);
});

test("a database that is up to date is told by one query", async () => {
  const pool = await emptyDatabase();
  await prepareDatabase(pool, migrations, now, log);
  const asked: string[] = [];
  pool.on("acquire", () => void asked.push("connection"));
  await prepareDatabase(pool, migrations, now, log);
  expect(asked).toHaveLength(1);
});

test("a migration that fails leaves nothing behind and is named; the ones before it stay", async () => {
  const pool = await emptyDatabase();
  const folder = copyOfMigrations();
  const number = (await listMigrations(folder)).length + 1;
  const name = `${String(number).padStart(4, "0")}-broken.sql`;
  writeFileSync(path.join(folder, name), "create table half_made (id int); select nonsense;");
  await expect(prepareDatabase(pool, folder, now, log)).rejects.toThrow(name);
  const { rows } = await pool.query(
    "select to_regclass('half_made') as half, (select count(*) from migration) as done",
  );
  expect(rows[0]).toEqual({ half: null, done: number - 1 });
  // Once it is mended, the same database goes on from there.
  writeFileSync(path.join(folder, name), "create table whole (id int);");
  await prepareDatabase(pool, folder, now, log);
  expect((await pool.query("select count(*) as count from whole")).rows[0].count).toBe(0);
});

test("a database of a newer Kith is refused and left as it is", async () => {
  const pool = await emptyDatabase();
  const newer = copyOfMigrations();
  const number = String((await listMigrations(newer)).length + 1).padStart(4, "0");
  writeFileSync(path.join(newer, `${number}-newer.sql`), "select 1");
  await prepareDatabase(pool, newer, now, log);
  expect(await refusalOf(prepareDatabase(pool, migrations, now, log))).toBe("schema-too-new");
});

test("a database with another history is refused", async () => {
  const pool = await emptyDatabase();
  const other = copyOfMigrations();
  renameSync(path.join(other, "0002-events.sql"), path.join(other, "0002-happenings.sql"));
  await prepareDatabase(pool, other, now, log);
  expect(await refusalOf(prepareDatabase(pool, migrations, now, log))).toBe("schema-differs");
});

test("several processes that prepare one empty database at once do it once", async () => {
  const { databaseUrl, drop } = await createTestDatabase({ empty: true });
  const pools = Array.from({ length: 4 }, () => openPool({ connectionString: databaseUrl }, 3, "test"));
  await Promise.all(pools.map((pool) => prepareDatabase(pool, migrations, now, log)));
  const { rows } = await (pools[0] as pg.Pool).query("select count(*) as count from migration");
  expect(rows[0].count).toBe((await listMigrations(migrations)).length);
  await Promise.all(pools.map((pool) => pool.end()));
  await drop();
});
