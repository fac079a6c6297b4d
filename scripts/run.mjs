// The launcher behind `npm run demo`, `npm start`, `npm test` and `npm run kith -- …`: makes sure that dependencies and
// dist are there, then hands over to the pinned Node 24. Runs on any Node >= 20 with nothing installed. All it says goes
// to stderr, because stdout belongs to the command (`npm run -s kith -- … --json` is read by programs).
import { spawn } from "node:child_process";
import { join } from "node:path";
import { alone, isBuilt, isInstalled, markInstalled, pinnedNode, refuseWrite, root } from "./freshness.mjs";

/** @param {string} text */
const say = (text) => process.stderr.write(`${text}\n`);

/** Runs a command with its output on stderr. @param {string} command @param {string[]} args @returns {Promise<number>} */
function quietly(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ["ignore", 2, 2] });
    child.on("error", reject);
    child.on("exit", (code, signal) => resolve(signal === null ? (code ?? 1) : 1));
  });
}

async function install() {
  say("Installing what Kith needs (once; about a minute) …");
  const start = Date.now();
  const progress = setInterval(() => say(`  still installing, ${Math.round((Date.now() - start) / 1000)} s`), 10_000);
  // The caller's npm settings reach us through the environment (`npm run -s` alone silences every error), so each one
  // that would leave the installation incomplete or mute is set here.
  const npm = process.env.npm_execpath;
  const settings = ["--loglevel=error", "--include=dev", "--include=optional", "--ignore-scripts=false"];
  const args = ["ci", ...settings, "--engine-strict=false", "--prefer-offline", "--no-audit", "--no-fund"];
  const code = await (npm ? quietly(process.execPath, [npm, ...args]) : quietly("npm", args)).finally(() =>
    clearInterval(progress),
  );
  if (code !== 0) {
    say(
      "The installation failed; npm's reason stands above. Kith needs npm and a way to its registry for this one step.",
    );
    process.exit(1);
  }
  markInstalled();
  say(`Installed in ${Math.round((Date.now() - start) / 1000)} s.`);
}

async function makeInstalled() {
  if (isInstalled()) return;
  const waiting = () => say("Another Kith is installing here; waiting for it …");
  try {
    await alone("install", async () => isInstalled() || install(), waiting);
  } catch (error) {
    refuseWrite("install its packages", error);
  }
}

async function build() {
  if (isBuilt()) return;
  const code = await quietly(pinnedNode, [join(root, "scripts", "build.mjs")]);
  if (code !== 0) {
    say("The build failed; the reason stands above.");
    process.exit(1);
  }
}

/**
 * Runs the pinned Node in our place: same terminal, our signals, its exit code.
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
function handOver(args, env = process.env) {
  const child = spawn(pinnedNode, args, { stdio: "inherit", env });
  /** @type {Map<string, number>} */
  const lastMs = new Map();
  const signals = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT", "SIGUSR2"]);
  for (const signal of signals) {
    process.on(signal, () => {
      // Ctrl-C reaches the child from the terminal itself, and npm sends it to us a second time; one is enough.
      if (signal === "SIGINT" && process.stdin.isTTY) return;
      const now = performance.now();
      if (now - (lastMs.get(signal) ?? -1_000) > 500) child.kill(signal);
      lastMs.set(signal, now);
    });
  }
  child.on("error", (error) => {
    say(`Cannot start ${pinnedNode}: ${error.message}. Delete node_modules and try again.`);
    process.exit(1);
  });
  child.on("exit", (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    for (const name of signals) process.removeAllListeners(name);
    process.kill(process.pid, signal);
    // A signal whose default is to be ignored would leave us running.
    setTimeout(() => process.exit(1), 100);
  });
}

/**
 * How Node runs a command. What serves collects by itself once it rests (src/kernel/memory-at-rest.ts); V8 would do so between two bursts of
 * requests as well, and the next one pays for it (docs/benchmarks.md). Everything else tells errors with the places of its sources: Node holds
 * the whole map for that, 37 MB, for as long as the program runs; what serves says them in its log by itself (src/kernel/stack-in-sources.ts).
 * @param {string | undefined} command
 */
function nodeFlags(command) {
  return command === "serve" || command === "demo" ? ["--no-memory-reducer"] : ["--enable-source-maps"];
}

/** Where Node keeps what it compiled, so that the next start need not: a third of it (docs/benchmarks.md). A folder that it may not write it leaves. */
const compiled = { NODE_COMPILE_CACHE: join(root, ".kith", "compiled") };

const args = process.argv.slice(2);
await makeInstalled();
if (args[0] === "--test") {
  handOver([join(root, "scripts", "test.mjs"), ...args.slice(1)]);
} else {
  await build();
  handOver([...nodeFlags(args[0]), join(root, "dist", "main.js"), ...args], { ...compiled, ...process.env });
}
