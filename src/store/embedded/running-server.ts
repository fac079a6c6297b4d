import { chownSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import { systemClock } from "../../kernel/index.ts";
import type { Owner } from "./owner.ts";
import type { Places } from "./places.ts";
import { isAlive, isServerOf } from "./processes.ts";

/** The line numbers of postmaster.pid (PostgreSQL, miscadmin.h, LOCK_FILE_LINE_…), counted from nought. */
const pidLine = 0;
const statusLine = 7;

const socketName = ".s.PGSQL.5432";

export interface RunningServer {
  readonly pid: number;
  /** Whether it takes connections: not while it recovers, starts or stops. */
  readonly ready: boolean;
}

/** The server that runs on this cluster, whoever started it; null where there is none. */
export function runningServer(places: Pick<Places, "cluster">): RunningServer | null {
  const lines = read(pidFileOf(places))?.split("\n");
  const pid = Number(lines?.[pidLine]);
  if (!lines || !Number.isInteger(pid) || pid <= 0 || !isServerOf(places.cluster, pid)) return null;
  return { pid, ready: lines[statusLine]?.trim() === "ready" };
}

/** The number that a cluster's pid file names, whoever bears it now; null without such a file. */
export function pidOnFile(places: Pick<Places, "cluster">): number | null {
  const pid = Number.parseInt(read(pidFileOf(places)) ?? "", 10);
  return pid > 0 ? pid : null;
}

/** Whether somebody answers at the cluster's socket: a server in another container, whose process cannot be seen from here. */
export function answersAtSocket(places: Places): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = net.connect(path.join(places.socket, socketName));
    connection.once("connect", () => {
      connection.destroy();
      resolve(true);
    });
    connection.once("error", () => resolve(false));
  });
}

/**
 * Makes a left-over postmaster.pid harmless whose number another program has got since, which PostgreSQL would take for a running
 * server. Its number becomes that of this process, which PostgreSQL ignores because it is its parent; the line about shared memory
 * stays, so that PostgreSQL still notices processes of the killed server.
 */
export function disarmStalePidFile(places: Places, owner: Owner): void {
  const file = pidFileOf(places);
  const content = read(file);
  if (content === null) return;
  const lines = content.split("\n");
  const pid = Number(lines[pidLine]);
  if (!(pid > 0) || !isAlive(pid) || isServerOf(places.cluster, pid)) return;
  // Moving it aside shows whether it is still the file that was judged: another Kith may be starting the server just now.
  const aside = `${file}.stale-${process.pid}`;
  try {
    renameSync(file, aside);
    if (read(aside) !== content) {
      renameSync(aside, file);
      return;
    }
    lines[pidLine] = String(process.pid);
    writeFileSync(file, lines.join("\n"), { flag: "wx", mode: 0o600 });
    if (owner.foreign) chownSync(file, owner.uid, owner.gid);
  } catch {
    // Somebody was quicker; the next look tells who runs the server.
  }
  rmSync(aside, { force: true });
  rmSync(socketLockOf(places), { force: true });
}

/**
 * Removes the lock files that have been empty for longer than a starting server needs to write into them: it was ended between
 * making and filling them, and PostgreSQL refuses to judge such a file.
 */
export function removeEmptyLocks(places: Places, olderThanMs: number): void {
  for (const file of [pidFileOf(places), socketLockOf(places)]) {
    const found = statSync(file, { throwIfNoEntry: false });
    if (found?.size !== 0) continue;
    // A clock that went back since leaves it in the future: that is not just now either.
    if (Math.abs(systemClock.now().getTime() - found.mtimeMs) > olderThanMs) rmSync(file, { force: true });
  }
}

function socketLockOf(places: Pick<Places, "socket">): string {
  return path.join(places.socket, `${socketName}.lock`);
}

function pidFileOf(places: Pick<Places, "cluster">): string {
  return path.join(places.cluster, "postmaster.pid");
}

function read(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}
