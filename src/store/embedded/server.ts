import { spawn } from "node:child_process";
import { chownSync, closeSync, openSync, readSync, renameSync, statSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { asOwner, type Owner } from "./owner.ts";
import type { Places } from "./places.ts";
import { stragglersOf } from "./processes.ts";
import { cannotStart, lastLines } from "./refusals.ts";
import { answersAtSocket, disarmStalePidFile, removeEmptyLocks, runningServer } from "./running-server.ts";
import { serverArguments, serverSettings } from "./settings.ts";

/** A server that recovers after a crash may take minutes; one that is not even there is given up much sooner. */
const recoveryDeadlineMs = 600_000;
const launchDeadlineMs = 60_000;
const stopDeadlineMs = 30_000;
/** How long what a killed server left behind gets to pass by itself before it is cleared away: its processes, its empty files. */
const leftoversAfterMs = 3_000;
/**
 * How long a socket may answer for which no server can be seen. One that is just being killed answers a moment longer than its process
 * can be seen, and one that another process starts a moment before.
 */
const strangerAfterMs = 2_000;
const largestLogBytes = 10_000_000;

export interface StartOptions {
  /** Settings that take the place of the usual ones; tests do without fsync. */
  readonly differently?: Readonly<Record<string, string>>;
  /** Ends the waiting: the process closes. */
  readonly signal?: AbortSignal;
  /** Told every five seconds while the server recovers. */
  readonly onSlow?: () => void;
}

/**
 * Starts the server, or finds the one that runs, which may be one that a killed Kith left behind, and waits until it takes
 * connections. The server outlives this process if that is killed; the next one finds it here. Several processes may do this at
 * once: PostgreSQL lets one of their servers live.
 */
export async function startServer(places: Places, owner: Owner, options: StartOptions = {}): Promise<void> {
  const { signal, onSlow } = options;
  const begun = performance.now();
  const elapsed = () => performance.now() - begun;
  let lastSaid = 0;
  let answeredSince: number | null = null;
  while (true) {
    signal?.throwIfAborted();
    const running = runningServer(places);
    if (running?.ready) return;
    if (running) {
      if (elapsed() > recoveryDeadlineMs) throw cannotStart("PostgreSQL did not become ready", lastLines(places.log));
      if (elapsed() - lastSaid > 5_000) {
        lastSaid = elapsed();
        if (elapsed() > 5_000) onSlow?.();
      }
      await pause(10);
      continue;
    }
    if (await answersAtSocket(places)) {
      answeredSince ??= elapsed();
      if (elapsed() - answeredSince > strangerAfterMs) {
        throw cannotStart(`Another machine or container already uses the data in ${places.cluster}`);
      }
      await pause(20);
      continue;
    }
    answeredSince = null;
    disarmStalePidFile(places, owner);
    const said = await launch(places, owner, { ...serverSettings, ...options.differently });
    if (said === null) continue;
    if (!isPassing(said) || elapsed() > launchDeadlineMs) throw cannotStart("PostgreSQL did not start", said);
    if (elapsed() > leftoversAfterMs) {
      for (const pid of stragglersOf(places.cluster)) end(pid);
      removeEmptyLocks(places, leftoversAfterMs);
    }
    await pause(100);
  }
}

/**
 * What a start fails of that passes by itself: another process is starting it (its lock file is there, is still empty, or was
 * cleared away by two at once: PostgreSQL, miscinit.c, CreateLockFile), or a killed server's processes still end.
 */
function isPassing(said: string): boolean {
  return /lock file ".*" (already exists|is empty)|could not remove old lock file|shared memory block .* is still in use|the database system is/.test(
    said,
  );
}

/** Starts a server; null once it is ready or is on its way, what it said where it ended instead. */
async function launch(
  places: Places,
  owner: Owner,
  settings: Readonly<Record<string, string>>,
): Promise<string | null> {
  keepLogSmall(places.log);
  const log = openSync(places.log, "a");
  const from = statSync(places.log).size;
  if (owner.foreign) chownSync(places.log, owner.uid, owner.gid);
  let ended: string | null = null;
  try {
    const child = spawn(path.join(places.binaries, "bin", "postgres"), serverArguments(places, settings), {
      ...asOwner(owner),
      cwd: places.cluster,
      detached: true,
      stdio: ["ignore", log, log],
    });
    child.on("error", (error) => {
      ended = error.message;
    });
    child.on("exit", (code, signal) => {
      ended = `it ended at once (${signal ?? code})`;
    });
    child.unref();
  } finally {
    closeSync(log);
  }
  // The pid file, by which everybody finds the server, appears a moment after the launch.
  while (ended === null && runningServer(places) === null) await pause(5);
  return ended === null ? null : textFrom(places.log, from) || ended;
}

/**
 * Stops the server on this cluster and waits for it. "Fast" ends its sessions and writes what is in memory; one that does not
 * manage in 30 seconds is stopped at once, and recovers when it is started again: what was acknowledged is on disk either way.
 */
export async function stopServer(places: Places): Promise<void> {
  const running = runningServer(places);
  if (!running) return;
  for (const signal of ["SIGINT", "SIGQUIT", "SIGKILL"] as const) {
    end(running.pid, signal);
    for (let waited = 0; waited < stopDeadlineMs; waited += 10) {
      if (runningServer(places)?.pid !== running.pid) return;
      await pause(10);
    }
  }
}

function end(pid: number, signal: NodeJS.Signals = "SIGQUIT"): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended by itself.
  }
}

/** Keeps one older log beside the present one. */
function keepLogSmall(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > largestLogBytes) renameSync(file, `${file}.1`);
}

function textFrom(file: string, start: number): string {
  const descriptor = openSync(file, "r");
  try {
    const buffer = Buffer.alloc(4_000);
    return buffer.toString("utf8", 0, readSync(descriptor, buffer, 0, buffer.length, start)).trim();
  } finally {
    closeSync(descriptor);
  }
}
