// Builds dist/ from src/: the server (dist/main.js and its workers), the browser's script and styles with their
// compressed siblings (dist/public/), and the SQL migrations (dist/migrations/). What does not exist yet is left out.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { promisify } from "node:util";
import * as zlib from "node:zlib";
import { build } from "esbuild";
import { alone, filesUnder, isBuilt, markBuilt, refuseWrite, root, wantedBuild } from "./freshness.mjs";

const src = join(root, "src");
const dist = join(root, "dist");
const client = join(src, "web", "client", "main.ts");
const styles = join(src, "web", "styles");
const publicFiles = join(src, "web", "public");
const migrations = join(src, "store", "migrations");

/**
 * Libraries of hundreds of small files, put into the build with all that they import: finding and reading these files one by
 * one is a third of a start. The others stay in node_modules, beside their native parts and assets, and as CommonJS.
 */
const joined = new Set(["@hono/node-server", "better-auth", "hono", "kysely", "zod"]);

/** @type {import("esbuild").Plugin} */
const librariesJoined = {
  name: "libraries-joined",
  setup({ onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path, importer }) => {
      if (!importer.startsWith(src)) return undefined;
      const name = path.split("/", path.startsWith("@") ? 2 : 1).join("/");
      return joined.has(name) ? undefined : { path, external: true };
    });
  },
};

/** Output files by their path inside dist. @typedef {Map<string, Uint8Array>} Files */

/** @param {Uint8Array | string} content */
const shortHash = (content) => createHash("sha256").update(content).digest("hex").slice(0, 10);

/** @returns {Promise<Files>} */
async function buildServer() {
  const main = join(src, "main.ts");
  if (!existsSync(main)) return new Map();
  const workers = filesUnder(src).filter((path) => path.endsWith(".worker.ts"));
  const entries = [main, ...workers].map((path) => ({ in: path, out: basename(path, ".ts") }));
  const result = await build({
    entryPoints: entries,
    absWorkingDir: root,
    outdir: dist,
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    target: "node24",
    plugins: [librariesJoined],
    sourcemap: true,
    sourcesContent: false,
    jsx: "automatic",
    jsxImportSource: "hono/jsx",
    logLevel: "warning",
    loader: { ".sql": "text" },
  });
  return new Map(result.outputFiles.map((file) => [relative(dist, file.path), file.contents]));
}

/** @returns {Promise<Files>} */
async function buildClient() {
  if (!existsSync(client)) return new Map();
  const result = await build({
    entryPoints: [client],
    absWorkingDir: root,
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    platform: "browser",
    target: "es2022",
    legalComments: "none",
    logLevel: "warning",
  });
  return new Map(result.outputFiles.map((file) => ["client.js", file.contents]));
}

/** The style sheets, joined in the order of their names. @returns {Promise<Files>} */
async function buildStyles() {
  const sheets = filesUnder(styles).filter((path) => path.endsWith(".css"));
  if (sheets.length === 0) return new Map();
  const result = await build({
    stdin: { contents: sheets.map((path) => readFileSync(path, "utf8")).join("\n"), loader: "css", resolveDir: styles },
    bundle: true,
    write: false,
    minify: true,
    // Colours are given in OKLCH only, so there is nothing older to write them down to.
    target: ["chrome120", "firefox121", "safari17"],
    external: ["/*"],
    legalComments: "none",
    logLevel: "warning",
  });
  return new Map(result.outputFiles.map((file) => ["styles.css", file.contents]));
}

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);
// Node has zstd since 22.15; the pinned Node has it, and an older one that only looks at this file does not need it.
const zstd = zlib.zstdCompress === undefined ? undefined : promisify(zlib.zstdCompress);
const compressible = /\.(js|css|svg|json|txt|xml|webmanifest|html|ico)$/;

/** @param {string} path @param {Uint8Array} content @returns {Promise<Files>} */
async function compressed(path, content) {
  /** @type {Files} */
  const files = new Map();
  if (!compressible.test(path)) return files;
  const { constants } = zlib;
  files.set(`${path}.br`, await brotli(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
  files.set(`${path}.gz`, await gzip(content, { level: 9 }));
  if (zstd !== undefined) {
    files.set(`${path}.zst`, await zstd(content, { params: { [constants.ZSTD_c_compressionLevel]: 19 } }));
  }
  return files;
}

/** @returns {Promise<Files>} */
async function buildPublic() {
  /** @type {Files} */
  const files = new Map();
  /** @type {Record<string, string>} */
  const manifest = {};
  for (const [name, content] of [...(await buildClient()), ...(await buildStyles())]) {
    const hashed = name.replace(/(\.\w+)$/, `-${shortHash(content)}$1`);
    manifest[name] = hashed;
    files.set(`public/${hashed}`, content);
  }
  for (const path of filesUnder(publicFiles)) files.set(`public/${relative(publicFiles, path)}`, readFileSync(path));
  for (const [path, content] of [...files]) {
    for (const [name, smaller] of await compressed(path, content)) files.set(name, smaller);
  }
  files.set("public/manifest.json", Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`));
  return files;
}

/** @returns {Files} */
function copyMigrations() {
  const sql = filesUnder(migrations).filter((path) => path.endsWith(".sql"));
  return new Map(sql.map((path) => [`migrations/${relative(migrations, path)}`, readFileSync(path)]));
}

/**
 * Puts each file in its place by renaming, so that a Kith that starts meanwhile sees the old one or the new one, and
 * removes what no longer belongs.
 * @param {Files} files
 */
function place(files) {
  for (const [name, content] of files) {
    const path = join(dist, name);
    const fresh = `${path}.new-${process.pid}`;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(fresh, content);
    renameSync(fresh, path);
  }
  for (const path of filesUnder(dist)) if (!files.has(relative(dist, path))) rmSync(path, { force: true });
}

/**
 * Builds everything, unless dist already matches the sources.
 * @param {{ force?: boolean }} [options]
 * @returns {Promise<boolean>} whether anything was built
 */
export async function buildAll({ force = false } = {}) {
  if (!force && isBuilt()) return false;
  return alone("build", async () => {
    const sources = wantedBuild();
    if (!force && isBuilt()) return false;
    const [server, pub] = await Promise.all([buildServer(), buildPublic()]);
    place(new Map([...server, ...pub, ...copyMigrations()]));
    markBuilt(sources);
    return true;
  });
}

if (process.argv[1] === import.meta.filename) {
  const start = performance.now();
  const force = process.argv.includes("--force");
  const built = await buildAll({ force }).catch((error) => {
    // esbuild has said what is wrong and where; its stack adds nothing.
    if (Array.isArray(error.errors)) process.exit(1);
    return refuseWrite("build itself", error);
  });
  const ms = Math.round(performance.now() - start);
  process.stderr.write(built ? `Built in ${ms} ms.\n` : "dist is up to date.\n");
}
