import { createHash, randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { RefusalError, refusal } from "../../kernel/index.ts";
import { makeSharedPlace, reachableBinaries, sharedPlace } from "./binaries.ts";
import { canReach, type Owner, ownUid } from "./owner.ts";

/** Where the parts of an embedded PostgreSQL lie. */
export interface Places {
  /** Folder with bin, lib and share. */
  readonly binaries: string;
  /** PGDATA. */
  readonly cluster: string;
  /** Folder of the Unix socket: private to the owner. */
  readonly socket: string;
  /** What the server prints. */
  readonly log: string;
}

/**
 * A Unix socket's path has at most 107 bytes on Linux (sys/un.h) and 103 on macOS; the file's name takes 14 of them, and the slash
 * before it is one of these.
 */
const longestSocketFolder = 88;

/** PostgreSQL's own limit for paths (MAXPGPATH), less what it puts behind that of the cluster. */
const longestHome = 900;

/** In the data folder: says where its PostgreSQL lies. In that place: says whose it is. */
const pointerName = "postgres-lies-in";
const belongsName = "belongs-to";

/**
 * Decides where everything lies, and makes the folders. As an ordinary account all of it is in `dataFolder`. As root, where the
 * unprivileged owner cannot walk to the data folder (a checkout under /root), the cluster lies in a folder of /var/lib/kith that
 * the file `postgres-lies-in` names (docs/decisions/0001-embedded-postgresql.md).
 */
export function preparePlaces(dataFolder: string, owner: Owner): Places {
  mkdirSync(dataFolder, { recursive: true });
  // One folder has one name here, by whatever links it was reached.
  const folder = realpathSync(dataFolder);
  const home = canReach(owner, folder) ? path.join(folder, "postgres") : homeElsewhere(folder);
  if (Buffer.byteLength(home) > longestHome) throw tooLong(folder);
  makeOwned(home, owner);
  const near = path.join(home, "run");
  const key = createHash("sha256").update(home).digest("hex").slice(0, 12);
  const fits = Buffer.byteLength(near) <= longestSocketFolder;
  const socket = fits ? near : path.join("/tmp", `kith-${owner.uid}-${key}`);
  makeOwned(socket, owner);
  return {
    binaries: reachableBinaries(owner),
    cluster: path.join(home, "cluster"),
    socket,
    log: path.join(home, "postgres.log"),
  };
}

/** Where a data folder's PostgreSQL lies; null where none was made yet. Makes nothing. Throws `data-gone`. */
export function findHome(dataFolder: string, owner: Owner): string | null {
  const folder = realpathSync(dataFolder);
  const near = path.join(folder, "postgres");
  if (canReach(owner, folder)) return existsSync(near) ? near : null;
  const pointer = path.join(folder, pointerName);
  const known = firstLine(pointer);
  if (known && !existsSync(known)) throw dataGone(known, pointer);
  return known;
}

/** Places in /var/lib/kith whose data folder was deleted, or points elsewhere by now. Only root can tell. */
export function leftOverHomes(): string[] {
  const names = ownUid() === 0 && existsSync(sharedPlace) ? readdirSync(sharedPlace) : [];
  return names
    .filter((name) => name.startsWith("data-"))
    .map((name) => path.join(sharedPlace, name))
    .filter((home) => {
      const folder = firstLine(path.join(home, belongsName));
      return folder === null || firstLine(path.join(folder, pointerName)) !== home;
    });
}

/**
 * The place in /var/lib/kith of this data folder. It goes along when the data folder is moved; a copy of the data folder gets its
 * own, empty one, because two cannot share; one that was deleted and made again begins anew.
 */
function homeElsewhere(folder: string): string {
  const pointer = path.join(folder, pointerName);
  const known = firstLine(pointer);
  if (known) {
    if (!existsSync(known)) throw dataGone(known, pointer);
    const owner = firstLine(path.join(known, belongsName));
    const isCopy = owner !== null && owner !== folder && firstLine(path.join(owner, pointerName)) === known;
    if (!isCopy) {
      if (owner !== folder) writeFileSync(path.join(known, belongsName), `${folder}\n`);
      return known;
    }
  }
  rmSync(pointer, { force: true });
  makeSharedPlace();
  const home = path.join(sharedPlace, `data-${randomBytes(6).toString("hex")}`);
  mkdirSync(home, { mode: 0o700 });
  writeFileSync(path.join(home, belongsName), `${folder}\n`);
  const draft = `${pointer}.${process.pid}`;
  writeFileSync(draft, `${home}\n`);
  try {
    linkSync(draft, pointer);
  } catch {
    // Another Kith was quicker.
    rmSync(home, { recursive: true, force: true });
  }
  rmSync(draft, { force: true });
  const chosen = firstLine(pointer);
  if (!chosen) throw new Error(`${pointer} cannot be read`);
  return chosen;
}

/** Makes a folder that only its owner enters; refuses one that somebody else made first. */
function makeOwned(folder: string, owner: Owner): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const found = lstatSync(folder);
  const isOurs = found.uid === owner.uid || found.uid === ownUid();
  if (!isOurs || !found.isDirectory()) throw notYours(folder, owner);
  if (owner.foreign) chownSync(folder, owner.uid, owner.gid);
  chmodSync(folder, 0o700);
}

function firstLine(file: string): string | null {
  try {
    return readFileSync(file, "utf8").split("\n")[0] || null;
  } catch {
    return null;
  }
}

function notYours(folder: string, owner: Owner): RefusalError {
  const next = owner.foreign
    ? `Stop Kith and run chown -R ${owner.name} "${folder}", or run Kith as the account that made it.`
    : "Run Kith as the account that made it, or set KITH_DATA to a folder of your own.";
  return new RefusalError(
    refusal("conflict", "data-folder-not-yours", `The folder ${folder} belongs to another account.`, next),
  );
}

function dataGone(home: string, pointer: string): RefusalError {
  return new RefusalError(
    refusal(
      "conflict",
      "data-gone",
      `The data lies in ${home}, as ${pointer} says, and there is nothing.`,
      `Put ${home} back from a backup, or delete ${pointer} to begin with an empty Kith.`,
    ),
  );
}

function tooLong(folder: string): RefusalError {
  return new RefusalError(
    refusal(
      "invalid",
      "data-folder-too-long",
      `PostgreSQL cannot work with a path as long as ${folder}.`,
      "Set KITH_DATA to a folder with a path of less than 800 bytes.",
    ),
  );
}
