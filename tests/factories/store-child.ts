import type { ChildProcess } from "node:child_process";
import path from "node:path";
import { createInterface } from "node:readline";
import type { StoreChildMode } from "../journeys/store-child.ts";
import { patienceMs } from "./eventually.ts";
import { startProgram } from "./program.ts";

const program = path.resolve(import.meta.dirname, "../journeys/store-child.ts");

export interface StoreChild {
  readonly process: ChildProcess;
  readonly pid: number;
  /** What it has printed so far. */
  readonly lines: readonly string[];
  /** Waits for a line that begins with `start`, those printed already included, and returns it. */
  line(start: string): Promise<string>;
  /** Kills it outright. */
  kill(): Promise<void>;
  /** Asks it to end, and waits for that. */
  end(): Promise<void>;
}

export interface StoreChildOptions {
  readonly mode?: StoreChildMode;
  readonly serving?: boolean;
  /** First number that it writes. */
  readonly from?: number;
  /** Account that it runs under. */
  readonly account?: { readonly uid: number; readonly gid: number };
}

/** Starts tests/journeys/store-child.ts, another process that uses the store of a data folder, and ends with this one. */
export function startStoreChild(dataFolder: string, options: StoreChildOptions = {}): StoreChild {
  const { mode = "hold", serving = true, from = 1, account } = options;
  const args = [program, dataFolder, mode, serving ? "serving" : "beside", String(from)];
  const child = startProgram(args, account);
  child.stderr.pipe(process.stderr);
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  const told = () => {
    for (const look of waiting) look();
  };
  const ended = new Promise<void>((resolve) => void child.once("close", () => resolve()));
  createInterface({ input: child.stdout }).on("line", (line) => {
    lines.push(line);
    told();
  });
  void ended.then(told);

  function line(start: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const give = (outcome: () => void) => {
        clearTimeout(timer);
        waiting.delete(look);
        outcome();
      };
      const fail = (why: string) =>
        give(() => reject(new Error(`${why} before it said "${start}"; it said: ${lines.slice(-5).join(" | ")}`)));
      const timer = setTimeout(() => fail("waited in vain"), patienceMs);
      const look = () => {
        const found = lines.find((one) => one.startsWith(start));
        if (found !== undefined) give(() => resolve(found));
        else if (child.exitCode !== null || child.signalCode !== null) fail("the program ended");
      };
      waiting.add(look);
      look();
    });
  }

  async function stop(signal: NodeJS.Signals): Promise<void> {
    child.kill(signal);
    await ended;
  }

  return {
    process: child,
    pid: child.pid ?? 0,
    lines,
    line,
    kill: () => stop("SIGKILL"),
    end: () => stop("SIGTERM"),
  };
}
