import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";

/** A Kith that serves in a process of its own, as people start it. */
export interface Served {
  readonly address: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** How it is started: a built program, by itself this one, on the Node that runs this with the flags of scripts/run.mjs, or as `npm start` does it. */
export type Launch = { readonly program?: string; readonly flags?: readonly string[] } | "npm";

/** Called with what must be ended whatever happens. */
export type OnEnd = (end: () => void | Promise<void>) => void;

const root = path.join(import.meta.dirname, "..");
const main = path.join(root, "dist", "main.js");
const startDeadlineMs = 60_000;
const stopDeadlineMs = 30_000;

/**
 * Starts Kith on a data folder with the settings it has by default, on a free port, its log in a file. Resolves once it says that
 * it is ready. `flags` are for the Node that runs it. It ends with this process, too (through npm it does not).
 */
export async function startServed(dataFolder: string, onEnd: OnEnd, launch: Launch = {}): Promise<Served> {
  const logFile = `${dataFolder}.log`;
  const log = openSync(logFile, "a");
  // env(1) sets the few variables and then becomes the program; everything else stays as it is here.
  const settings = [
    "-u",
    "DATABASE_URL",
    "-u",
    "LOG_LEVEL",
    "-u",
    "PUBLIC_URL",
    `KITH_DATA=${dataFolder}`,
    "PORT=0",
    "HOST=127.0.0.1",
  ];
  const command =
    launch === "npm"
      ? ["npm", "start", "--silent", "--", "--json"]
      : [process.execPath, "--no-memory-reducer", ...(launch.flags ?? []), launch.program ?? main, "serve", "--json"];
  const child = spawn("env", [...settings, ...command], {
    ...{ cwd: root, detached: true },
    stdio: ["ignore", "pipe", log, "ipc"],
  });
  closeSync(log);
  onEnd(() => stop(child));
  const address = await readyAddress(child, logFile);
  return { address, pid: child.pid ?? 0, stop: () => stop(child) };
}

function readyAddress(child: ChildProcess, logFile: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (what: string) => {
      end(child, "SIGKILL");
      const said = readFileSync(logFile, "utf8").trim().split("\n").slice(-5).join("\n");
      reject(new Error(`Kith ${what}. Its log ends with:\n${said}`));
    };
    const timer = setTimeout(() => fail("did not become ready in a minute"), startDeadlineMs);
    child.once("error", (error) => fail(`could not be started (${error.message})`));
    child.once("exit", (code, signal) => fail(`ended at its start (${signal ?? code})`));
    const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
    lines.on("line", (line) => {
      if (!line.startsWith("{")) return;
      clearTimeout(timer);
      child.removeAllListeners("exit");
      resolve((JSON.parse(line) as { address: string }).address);
    });
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  end(child, "SIGTERM");
  const late = new AbortController();
  const timeOut = pause(stopDeadlineMs, undefined, { signal: late.signal }).then(
    () => end(child, "SIGKILL"),
    () => {},
  );
  await Promise.race([ended, timeOut.then(() => ended)]);
  late.abort();
}

/** It leads a process group of its own, so that what npm started ends with it. */
function end(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (child.pid) process.kill(-child.pid, signal);
  } catch {
    // It has ended by itself.
  }
}
