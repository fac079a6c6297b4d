import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { createLog, createManualClock } from "../../src/kernel/index.ts";
import {
  chooseOwner,
  initialiseCluster,
  openStore,
  type Places,
  startServer,
  stopServer,
} from "../../src/store/index.ts";

/** Where the numbered migrations lie. */
export const migrations = path.resolve(import.meta.dirname, "../../src/store/migrations");

/** The database that each test's own is a copy of. */
export const template = "kith_template";

/** Durability is not what most tests are about; the crash journeys start a server of their own. */
export const quickSettings = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  autovacuum: "off",
  max_connections: "200",
};

const cache = path.resolve(import.meta.dirname, "../../node_modules/.cache/kith");

/** Puts a cluster with the migrated template in its place: a copy of one made earlier, or a new one, which is kept for later. */
export async function putTestCluster(places: Places): Promise<void> {
  const owner = chooseOwner();
  const kept = path.join(cache, `test-cluster-${owner.uid}-${hashOfSources()}`);
  if (existsSync(kept) && copy(kept, places.cluster)) return;
  initialiseCluster(places, owner);
  await startServer(places, owner, { differently: quickSettings });
  await makeTemplate(places.socket);
  await stopServer(places);
  keep(places.cluster, kept);
}

async function makeTemplate(socket: string): Promise<void> {
  const client = new pg.Client({ host: socket, user: "kith", database: "postgres" });
  await client.connect();
  await client.query(`create database ${template}`);
  await client.end();
  const store = await openStore({
    configuration: { databaseUrl: addressOf(socket, template), dataFolder: "/nowhere" },
    clock: createManualClock(new Date("2026-01-01T00:00:00Z")),
    log: createLog("silent"),
    serving: false,
    migrations,
  });
  await store.close();
}

export function addressOf(socket: string, database: string): string {
  return `postgres:///${database}?host=${encodeURIComponent(socket)}&user=kith`;
}

/** Whatever a migrated cluster depends on. */
function hashOfSources(): string {
  const store = path.resolve(migrations, "..");
  const files = [
    ...readdirSync(migrations).map((name) => path.join(migrations, name)),
    path.join(store, "jobs.ts"),
    path.join(store, "embedded", "cluster.ts"),
    import.meta.filename,
  ];
  const hash = createHash("sha256");
  for (const file of files.sort()) hash.update(`${path.basename(file)}\0`).update(readFileSync(file));
  return hash.digest("hex").slice(0, 16);
}

/** Keeps owners and modes; false where it did not work, and then leaves nothing. */
function copy(from: string, to: string): boolean {
  const done = spawnSync("cp", ["-a", from, to]).status === 0;
  if (!done) rmSync(to, { recursive: true, force: true });
  return done;
}

function keep(cluster: string, kept: string): void {
  const draft = `${kept}.${process.pid}`;
  try {
    mkdirSync(cache, { recursive: true });
    if (!copy(cluster, draft)) return;
    renameSync(draft, kept);
  } catch {
    // Another test process was quicker, or the folder is somebody else's.
    rmSync(draft, { recursive: true, force: true });
  }
  removeOlder(kept);
}

function removeOlder(kept: string): void {
  const prefix = /^test-cluster-\d+-/.exec(path.basename(kept))?.[0] ?? "";
  for (const name of readdirSync(cache)) {
    const isOlder = name.startsWith(prefix) && !name.includes(".") && name !== path.basename(kept);
    if (isOlder) rmSync(path.join(cache, name), { recursive: true, force: true });
  }
}
