import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { startProgram } from "./program.ts";

const root = path.resolve(import.meta.dirname, "../..");
const main = path.join(root, "dist/main.js");
const longestCommandMs = 10 * 60_000;

/** A whole Kith in a process of its own, as people start it. */
export interface Kith {
  readonly address: string;
  /** The set-up link, where nothing is set up yet. */
  readonly setUp: string | null;
  /** Links that sign the demonstration's people in; none elsewhere. */
  readonly links: Readonly<Record<string, string>>;
  readonly process: ChildProcess;
  /** Asks it to stop and waits until it has; throws where it could not in order. */
  stop(): Promise<void>;
  /** kill -9. */
  kill(): Promise<void>;
}

export type Environment = Readonly<Record<string, string>>;

function environmentOf(dataFolder: string, more: Environment): Environment {
  const { PATH = "", HOME = "", TMPDIR = "/tmp" } = process.env;
  return { PATH, HOME, TMPDIR, KITH_DATA: dataFolder, PORT: "0", LOG_LEVEL: "warn", ...more };
}

/** Starts `kith serve` on this data folder and waits until it says that it is ready. It ends with this process, however that ends. */
export function startKith(dataFolder: string, more: Environment = {}, command = ["serve", "--json"]): Promise<Kith> {
  const child = startProgram([main, ...command], { cwd: root, env: environmentOf(dataFolder, more) });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  let said = "";
  child.stderr.on("data", (chunk) => {
    said = (said + chunk).slice(-4_000);
  });
  return new Promise((resolve, reject) => {
    let line = "";
    child.once("exit", (code) => reject(new Error(`kith ended with ${code} before it was ready: ${said}`)));
    child.stdout.on("data", (chunk) => {
      line += chunk;
      if (!line.includes("\n")) return;
      const { address, setUp = null, links = {} } = JSON.parse(line.slice(0, line.indexOf("\n")));
      child.stdout.removeAllListeners("data").resume();
      let asked = false;
      child.once("exit", (code, signal) => {
        if (!asked && signal !== "SIGKILL")
          process.stderr.write(`A Kith ended by itself (${code ?? signal}): ${said}\n`);
      });
      const end = async (signal: NodeJS.Signals) => {
        asked = true;
        child.kill(signal);
        if ((await ended) === 1) throw new Error(`this Kith could not end in order: ${said}`);
      };
      resolve({ address, setUp, links, process: child, stop: () => end("SIGTERM"), kill: () => end("SIGKILL") });
    });
  });
}

/** Runs a command to its end, whatever that is. */
export function tryKith(dataFolder: string, args: readonly string[], more: Environment = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    cwd: root,
    env: environmentOf(dataFolder, more),
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    // Nothing else can end it: this process stands still meanwhile, and with it the test runner's patience.
    timeout: longestCommandMs,
    killSignal: "SIGKILL",
  });
  return { status, stdout, stderr };
}

/** Runs a command to its end; throws with what it said where it fails. */
export function runKith(dataFolder: string, args: readonly string[], more: Environment = {}): string {
  const { status, stdout, stderr } = tryKith(dataFolder, args, more);
  if (status !== 0) throw new Error(`kith ${args.join(" ")} ended with ${status}: ${stdout}${stderr}`);
  return stdout;
}

/** A command that runs beside the test. */
export interface Running {
  readonly process: ChildProcess;
  /** Its exit code, or null where it was killed. */
  readonly ended: Promise<number | null>;
}

/** Starts a command beside the test. */
export function beginKith(dataFolder: string, args: readonly string[], more: Environment = {}): Running {
  const child = spawn(process.execPath, [main, ...args], {
    env: environmentOf(dataFolder, more),
    stdio: ["ignore", "ignore", "inherit"],
  });
  return { process: child, ended: new Promise((resolve) => child.once("exit", resolve)) };
}

/** Sets an empty Kith up as a person without scripts would: opens the link, fills the form in, sends it. */
export async function setUpKith(kith: Kith, slug = "lamps"): Promise<{ cookie: string; email: string }> {
  if (!kith.setUp) throw new Error("this Kith is set up already");
  const page = await fetch(kith.setUp);
  const cookie = (page.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const csrf = /name="csrf" value="([^"]+)"/.exec(await page.text())?.[1] ?? "";
  const email = "admin@example.org";
  const form = {
    ...{ csrf, token: new URL(kith.setUp).searchParams.get("token") ?? "" },
    ...{ communityName: "Lamps", communitySlug: slug, communityDescription: "All about lamps." },
    ...{ name: "Ada Admin", email, password: "correct horse battery staple" },
  };
  const done = await fetch(new URL("/set-up", kith.address), {
    method: "POST",
    redirect: "manual",
    headers: { cookie, origin: kith.address },
    body: new URLSearchParams(form),
  });
  if (done.status !== 303) throw new Error(`set-up answered ${done.status}: ${await done.text()}`);
  const session = done.headers.getSetCookie().find((header) => /session/.test(header)) ?? "";
  return { cookie: session.split(";")[0] ?? "", email };
}

/** The pid of the PostgreSQL that works in this data folder. */
export function postgresPid(dataFolder: string): number {
  const file = path.join(dataFolder, "postgres/cluster/postmaster.pid");
  return Number(readFileSync(file, "utf8").split("\n")[0]);
}
