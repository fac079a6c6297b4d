import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fstatSync,
  openSync,
  readSync,
  statfsSync,
  statSync,
} from "node:fs";
import path from "node:path";
import {
  chooseOwner,
  findHome,
  isServerOf,
  leftOverHomes,
  pidOnFile,
  runningServer,
  versionOf,
} from "../embedded/index.ts";

/** What can be said of a data folder by looking at it, without changing anything. */
export interface EmbeddedFacts {
  readonly folder: string;
  readonly exists: boolean;
  /** Whether this account may write in it, or, where it does not exist, may make it. */
  readonly writable: boolean;
  /** Where its PostgreSQL lies; null where none was made yet. */
  readonly home: string | null;
  /** Whether accounts other than the owner may enter that place. */
  readonly openToOthers: boolean;
  /** Room on the disk of the data, in bytes; null where it cannot be told. */
  readonly freeBytes: number | null;
  /** Major version of the PostgreSQL that made the data; null where there are none. */
  readonly dataVersion: number | null;
  readonly server: { readonly pid: number; readonly ready: boolean } | null;
  /** The number in a pid file that no server stands behind. */
  readonly stalePid: number | null;
  /** Lines of PostgreSQL's log that tell of trouble with the data or the machine, newest last, 5 at most. */
  readonly troubles: readonly string[];
  /** Places in /var/lib/kith whose data folder is gone. */
  readonly leftOver: readonly string[];
}

/** Signs of broken data, of a full disk, or of missing memory, as PostgreSQL words them. */
const trouble =
  /PANIC:|could not (read|write) block|invalid page in block|checksum|missing chunk number|unexpected zero page|No space left on device|out of memory|invalid memory alloc|could not fsync|Input\/output error/;

const readFromLog = 500_000;

/** Looks at a data folder. Throws the refusal that opening it would throw, such as `data-gone`. */
export function inspectEmbedded(dataFolder: string): EmbeddedFacts {
  const folder = path.resolve(dataFolder);
  const exists = existsSync(folder);
  const home = exists ? findHome(folder, chooseOwner()) : null;
  const cluster = home === null ? null : path.join(home, "cluster");
  const pid = cluster === null ? null : pidOnFile({ cluster });
  return {
    folder,
    exists,
    writable: isWritable(folder),
    home,
    openToOthers: home !== null && (statSync(home).mode & 0o077) !== 0,
    freeBytes: freeBytesOf(home ?? folder),
    dataVersion: cluster === null ? null : versionOf(cluster),
    server: cluster === null ? null : runningServer({ cluster }),
    stalePid: cluster !== null && pid !== null && !isServerOf(cluster, pid) ? pid : null,
    troubles: home === null ? [] : troublesIn(path.join(home, "postgres.log")),
    leftOver: leftOverHomes(),
  };
}

/** For a folder that does not exist, its nearest existing parent decides. */
function isWritable(folder: string): boolean {
  const existing = nearestExisting(folder);
  try {
    accessSync(existing, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function freeBytesOf(folder: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(nearestExisting(folder));
    return bavail * bsize;
  } catch {
    return null;
  }
}

function nearestExisting(folder: string): string {
  let current = folder;
  while (!existsSync(current) && current !== path.dirname(current)) current = path.dirname(current);
  return current;
}

function troublesIn(log: string): string[] {
  return endOf(log)
    .split("\n")
    .filter((line) => trouble.test(line))
    .slice(-5);
}

/** The last part of a file, which may be large. */
function endOf(file: string): string {
  let descriptor: number;
  try {
    descriptor = openSync(file, "r");
  } catch {
    return "";
  }
  try {
    const size = fstatSync(descriptor).size;
    const buffer = Buffer.alloc(Math.min(size, readFromLog));
    readSync(descriptor, buffer, 0, buffer.length, size - buffer.length);
    return buffer.toString("utf8");
  } finally {
    closeSync(descriptor);
  }
}
