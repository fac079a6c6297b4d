// Writes src/store/schema.sql (what CI compares) and src/store/schema.ts (the query builder's types) from the migrations.
// With --check: writes nothing and fails where they differ, and where an export would forget a table or a column.
import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { leftBehind } from "../src/cli/export/left-behind.ts";
import { createLog, systemClock } from "../src/kernel/index.ts";
import { describeSchema } from "../src/store/describe-schema.ts";
import { chooseOwner, openStore, preparePlaces } from "../src/store/index.ts";

const root = path.resolve(import.meta.dirname, "..");
const check = process.argv.includes("--check");
const dataFolder = mkdtempSync(path.join(os.tmpdir(), "kith-schema-"));
// As root, PostgreSQL runs under an account that has to walk in here.
chmodSync(dataFolder, 0o755);

const store = await openStore({
  configuration: { databaseUrl: null, dataFolder },
  clock: systemClock,
  log: createLog("silent"),
  serving: false,
  migrations: path.join(root, "src/store/migrations"),
});
let wrong = false;
try {
  const { socket } = preparePlaces(dataFolder, chooseOwner());
  const generated = path.join(dataFolder, "schema.ts");
  const codegen = spawnSync(
    process.execPath,
    [
      path.join(root, "node_modules/kysely-codegen/dist/cli/bin.js"),
      "--dialect",
      "postgres",
      "--url",
      `postgres:///postgres?host=${encodeURIComponent(socket)}&user=kith`,
      "--include-pattern",
      "public.*",
      "--out-file",
      generated,
      "--overrides",
      JSON.stringify({ columns: { "event.data": "Json" } }),
    ],
    { encoding: "utf8" },
  );
  if (codegen.status !== 0) throw new Error(`${codegen.stdout}${codegen.stderr}`);
  // Ids and counts are read as numbers (src/store/database.ts), not as the strings that the generator assumes.
  const types = readFileSync(generated, "utf8").replace(
    /export type Int8 = [^;]+;/,
    "export type Int8 = ColumnType<number, bigint | number, bigint | number>;",
  );
  compareOrWrite("src/store/schema.ts", types);
  const schema = await describeSchema(store.database);
  compareOrWrite("src/store/schema.sql", schema);
  for (const finding of leftBehind(schema)) {
    wrong = true;
    console.error(finding);
  }
} finally {
  await store.close();
  rmSync(dataFolder, { recursive: true, force: true });
}
if (wrong) process.exitCode = 1;

function compareOrWrite(file: string, text: string): void {
  const target = path.join(root, file);
  if (!check) {
    writeFileSync(target, text);
    return;
  }
  let committed = "";
  try {
    committed = readFileSync(target, "utf8");
  } catch {}
  if (committed === text) return;
  wrong = true;
  console.error(`${file} does not match the migrations: run "npx node scripts/schema.ts" and commit what it writes.`);
}
