// What run.mjs, build.mjs and the tests share: where things lie, whether they are up to date, and a lock between processes.
// Plain JavaScript for any Node >= 20, because run.mjs uses it before anything is installed.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, join, relative } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, "dist");
const buildStamp = join(dist, ".stamp");
const modules = join(root, "node_modules");
const installStamp = join(modules, ".kith-stamp");

/** The Node that the lock file pins; it exists once the dependencies are installed. */
export const pinnedNode = join(modules, "node", "bin", "node");

/** @param {string} path */
function read(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

/** Every file below a folder, with `/` between names, in a fixed order; none where the folder does not exist. @param {string} folder @returns {string[]} */
export function filesUnder(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.name !== "node_modules")
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesUnder(path) : entry.isFile() ? [path] : [];
    });
}

/** What the installed packages must match: the lock file's content on this kind of machine. */
export function wantedInstall() {
  const lock = readFileSync(join(root, "package-lock.json"));
  return createHash("sha256").update(lock).update(`${process.platform} ${process.arch}`).digest("hex");
}

/**
 * Whether node_modules holds what the lock file names. A folder that somebody else filled with a plain `npm ci` counts:
 * npm leaves a record of what it installed.
 */
export function isInstalled() {
  if (!existsSync(pinnedNode)) return false;
  const wanted = wantedInstall();
  if (read(installStamp)?.trim() === wanted) return true;
  if (!matchesNpmRecord()) return false;
  markInstalled();
  return true;
}

function matchesNpmRecord() {
  const record = read(join(modules, ".package-lock.json"));
  if (record === undefined) return false;
  const have = JSON.parse(record).packages;
  const want = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  return Object.entries(want).every(
    ([path, entry]) => path === "" || entry.optional || entry.devOptional || have[path]?.version === entry.version,
  );
}

/** Remembers that node_modules is complete. A folder that is not ours stays as it is, and is looked at again next time. */
export function markInstalled() {
  try {
    writeFileSync(installStamp, `${wantedInstall()}\n`);
  } catch {
    // Read-only or owned by somebody else: the check without a stamp costs a few milliseconds more, and that is all.
  }
}

/** What a build depends on: name, size and time of each source and of the build itself. */
export function wantedBuild() {
  const hash = createHash("sha256");
  const sources = filesUnder(join(root, "src")).filter((path) => !/\.test\.tsx?$/.test(path));
  for (const path of [...sources, join(root, "scripts", "build.mjs"), join(root, "package-lock.json")]) {
    const { mtimeMs, size } = statSync(path);
    hash.update(`${relative(root, path)} ${mtimeMs} ${size}\n`);
  }
  return hash.digest("hex");
}

/** Whether dist was built from the sources as they are now. */
export function isBuilt() {
  return read(buildStamp)?.trim() === wantedBuild();
}

/** @param {string} sources what `wantedBuild` said before the build began */
export function markBuilt(sources) {
  writeFileSync(buildStamp, `${sources}\n`);
}

/**
 * Ends with a sentence when the checkout belongs to somebody else; any other error goes on.
 * @param {string} what
 * @param {unknown} error
 * @returns {never}
 */
export function refuseWrite(what, error) {
  const { code, path } = /** @type {NodeJS.ErrnoException} */ (error);
  if (code !== "EACCES" && code !== "EROFS" && code !== "EPERM") throw error;
  process.stderr.write(
    `Kith cannot ${what}: it may not write ${path ?? root}. Run it once as the owner of ${root}, or use a checkout of your own.\n`,
  );
  process.exit(1);
}

const beatMs = 2_000;
const silentMs = 30_000;

/**
 * Runs `work` while no other process does the same. The lock is a file in .kith that its holder touches every 2 s; one
 * that was silent for 30 s, or whose process on this machine is gone, is taken over.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @param {(holder: string) => void} [onWait] told once when somebody else holds it
 * @returns {Promise<T>}
 */
export async function alone(name, work, onWait = () => {}) {
  const path = join(root, ".kith", `${name}.lock`);
  const mine = JSON.stringify({ pid: process.pid, host: hostname(), token: Math.random().toString(36).slice(2) });
  mkdirSync(dirname(path), { recursive: true });
  for (let waited = false; !take(path, mine); waited = true) {
    if (!waited) onWait(read(path) ?? "");
    await sleep(200);
  }
  const beat = setInterval(() => writeFileSync(path, mine), beatMs);
  const release = () => {
    clearInterval(beat);
    if (read(path) === mine) rmSync(path, { force: true });
  };
  process.once("exit", release);
  try {
    return await work();
  } finally {
    process.off("exit", release);
    release();
  }
}

/** @param {string} path @param {string} mine */
function take(path, mine) {
  try {
    writeFileSync(path, mine, { flag: "wx" });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
  }
  const seen = read(path);
  if (seen === undefined || !isStale(path, seen)) return false;
  // Moving it aside, instead of deleting it, shows whether it is still the one that was judged.
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return false;
  }
  if (read(aside) === seen) rmSync(aside, { force: true });
  else renameSync(aside, path);
  return false;
}

/** @param {string} path @param {string} content */
function isStale(path, content) {
  const silent = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  if (silent > silentMs) return true;
  try {
    const holder = JSON.parse(content);
    if (holder.host !== hostname()) return false;
    process.kill(holder.pid, 0);
    return false;
  } catch (error) {
    // ESRCH: no such process. A half-written file is given its 30 s.
    return /** @type {NodeJS.ErrnoException} */ (error).code === "ESRCH";
  }
}
