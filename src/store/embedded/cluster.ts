import { spawn, spawnSync } from "node:child_process";
import {
  appendFileSync,
  chownSync,
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { RefusalError, refusal } from "../../kernel/index.ts";
import type { Owner } from "./owner.ts";
import type { Places } from "./places.ts";

/**
 * The server's settings, on its command line so that a newer Kith brings its own. Small memory: Kith is meant to fit beside other
 * programs; durable: a commit is on disk before it is acknowledged (fsync and synchronous_commit stay on).
 */
const settings: Readonly<Record<string, string>> = {
  listen_addresses: "",
  unix_socket_permissions: "0700",
  max_connections: "60",
  shared_buffers: "128MB",
  // Short queries only: compiling them or spreading them over workers costs more than it saves.
  jit: "off",
  max_parallel_workers_per_gather: "0",
  random_page_cost: "1.1",
  timezone: "UTC",
  log_timezone: "UTC",
  max_wal_size: "1GB",
  wal_compression: "on",
  autovacuum_naptime: "20s",
};

const startDeadlineMs = 60_000;

/** Makes the cluster where there is none; one that was only half made is thrown away. */
export function initialiseCluster(places: Places, owner: Owner): void {
  if (existsSync(path.join(places.cluster, "PG_VERSION"))) return;
  removeAbandoned(places.cluster);
  const unfinished = `${places.cluster}.unfinished-${process.pid}`;
  const made = spawnSync(
    path.join(places.binaries, "bin", "initdb"),
    [
      "-D",
      unfinished,
      "-U",
      "kith",
      "-E",
      "UTF8",
      "--locale=C.UTF-8",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "-A",
      "trust",
      "--no-instructions",
    ],
    { ...asOwner(owner), cwd: path.dirname(places.cluster), encoding: "utf8" },
  );
  if (made.status !== 0)
    throw cannotStart("PostgreSQL's data folder could not be made", `${made.stderr ?? ""}${made.error ?? ""}`);
  try {
    renameSync(unfinished, places.cluster);
  } catch (error) {
    // Another Kith was quicker.
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(path.join(places.cluster, "PG_VERSION"))) throw error;
  }
}

/** Throws away clusters that a killed Kith was making. */
function removeAbandoned(cluster: string): void {
  const prefix = `${path.basename(cluster)}.unfinished-`;
  for (const name of readdirSync(path.dirname(cluster))) {
    if (!name.startsWith(prefix) || isAlive(Number(name.slice(prefix.length)))) continue;
    rmSync(path.join(path.dirname(cluster), name), { recursive: true, force: true });
  }
}

/** The process that postmaster.pid names, if it is alive; null where no server runs on this cluster. */
export function runningServer(places: Places): { pid: number; socket: string; ready: boolean } | null {
  let lines: string[];
  try {
    lines = readFileSync(path.join(places.cluster, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return null;
  }
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isPostgres(pid)) return null;
  return { pid, socket: lines[4]?.trim() || places.socket, ready: (lines[7] ?? "").trim() === "ready" };
}

/** After a reboot another program may have the pid that an old postmaster.pid names. */
function isPostgres(pid: number): boolean {
  if (!isAlive(pid)) return false;
  try {
    return /postgres/.test(readFileSync(`/proc/${pid}/cmdline`, "utf8"));
  } catch {
    // No /proc (macOS): PostgreSQL itself will decide when it is started.
    return true;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/**
 * Starts the server, or finds the one that a killed Kith left behind, and waits until it takes connections.
 * The server outlives this process if that is killed; the next one finds it here. `differently` are settings that take the place
 * of the usual ones (tests do without fsync).
 */
export async function startServer(
  places: Places,
  owner: Owner,
  differently: Readonly<Record<string, string>> = {},
): Promise<void> {
  const deadline = process.hrtime.bigint() + BigInt(startDeadlineMs) * 1_000_000n;
  let attempt = 0;
  while (process.hrtime.bigint() < deadline) {
    const running = runningServer(places);
    if (running?.ready) return;
    if (!running) {
      attempt += 1;
      launch(places, owner, differently);
    }
    await waitUntilReadyOrGone(places, deadline);
    if (runningServer(places)?.ready) return;
    // A killed server's children hold its shared memory for a moment; the next attempt comes when they have gone.
    if (attempt > 40) break;
    await pause(100);
  }
  throw cannotStart("PostgreSQL did not start", lastLines(places.log));
}

function launch(places: Places, owner: Owner, differently: Readonly<Record<string, string>>): void {
  const log = openSync(places.log, "a");
  if (owner.foreign) chownSync(places.log, owner.uid, owner.gid);
  const options = Object.entries({ ...settings, ...differently, unix_socket_directories: places.socket }).flatMap(
    ([name, value]) => ["-c", `${name}=${value}`],
  );
  try {
    const child = spawn(path.join(places.binaries, "bin", "postgres"), ["-D", places.cluster, ...options], {
      ...asOwner(owner),
      cwd: places.cluster,
      detached: true,
      stdio: ["ignore", log, log],
    });
    child.on("error", (error) => appendFileSync(places.log, `could not be started: ${error.message}\n`));
    child.unref();
  } finally {
    closeSync(log);
  }
}

/** Returns when the server is ready, or when no server runs on this cluster any more. */
async function waitUntilReadyOrGone(places: Places, deadline: bigint): Promise<void> {
  // The pid file appears a moment after the launch.
  let absent = 0;
  while (process.hrtime.bigint() < deadline) {
    const running = runningServer(places);
    if (running?.ready) return;
    absent = running ? 0 : absent + 1;
    if (absent > 50) return;
    await pause(10);
  }
}

/** Stops the server on this cluster, waiting for it: "fast" ends its sessions first. */
export async function stopServer(places: Places): Promise<void> {
  const running = runningServer(places);
  if (!running) return;
  process.kill(running.pid, "SIGINT");
  for (let waited = 0; waited < 30_000; waited += 20) {
    if (!runningServer(places)) return;
    await pause(20);
  }
  throw cannotStart("PostgreSQL did not stop within 30 seconds", lastLines(places.log));
}

function asOwner(owner: Owner): { uid?: number; gid?: number; env: NodeJS.ProcessEnv } {
  const env = { PATH: "/usr/bin:/bin", LC_ALL: "C.UTF-8", HOME: "/" };
  return owner.foreign ? { uid: owner.uid, gid: owner.gid, env } : { env };
}

function lastLines(file: string): string {
  try {
    return readFileSync(file, "utf8").trimEnd().split("\n").slice(-5).join("\n");
  } catch {
    return "";
  }
}

function cannotStart(what: string, details: string): RefusalError {
  return new RefusalError(
    refusal(
      "unavailable",
      "postgres-unavailable",
      `${what}.${details ? ` It said: ${details.trim()}` : ""}`,
      "Run kith doctor, which looks at the data folder, the disk and the log of PostgreSQL.",
    ),
  );
}
