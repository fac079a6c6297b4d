import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import type { StoreChildMode } from "../journeys/store-child.ts";
import { patienceMs } from "./eventually.ts";
import { startProgram } from "./program.ts";

const program = path.resolve(import.meta.dirname, "../journeys/store-child.ts");

/** As much of a log as shows why something failed, in characters. */
const largestLogged = 4_000;

const lookEveryMs = 10;

export interface StoreChild {
  readonly process: ChildProcess;
  readonly pid: number;
  /** What it has printed so far. */
  readonly lines: readonly string[];
  /** Waits for a line that begins with `start`, those printed already included, and returns it. */
  line(start: string): Promise<string>;
  /** Waits until more than `least` writes were acknowledged, and returns their numbers. */
  acknowledged(least: number): Promise<readonly number[]>;
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

/** Numbers of the writes that were acknowledged in these lines. */
export function acknowledgedIn(lines: readonly string[]): number[] {
  return lines.filter((line) => line.startsWith("ack ")).map((line) => Number(line.slice(4)));
}

/** Starts tests/journeys/store-child.ts, another process that uses the store of a data folder, and ends with this one. */
export function startStoreChild(dataFolder: string, options: StoreChildOptions = {}): StoreChild {
  const { mode = "hold", serving = true, from = 1, account } = options;
  const args = [program, dataFolder, mode, serving ? "serving" : "beside", String(from)];
  const child = startProgram(args, {
    ...account,
    env: { ...process.env, LOG_LEVEL: "info" } as Record<string, string>,
  });
  const lines: string[] = [];
  createInterface({ input: child.stdout }).on("line", (line) => void lines.push(line));
  let logged = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    logged = (logged + text).slice(-largestLogged);
  });
  let hasEnded = false;
  const ended = once(child, "close").then(() => {
    hasEnded = true;
  });

  /** Waits until `find` finds something in what was printed; else fails with all that tells why. */
  async function until<T>(what: string, find: () => T | undefined): Promise<T> {
    for (let left = patienceMs / lookEveryMs; ; left -= 1) {
      const isOver = hasEnded || left <= 0;
      const found = find();
      if (found !== undefined) return found;
      if (isOver) {
        const postgres = lastOf(path.join(dataFolder, "postgres", "postgres.log"));
        const said = lines.slice(-5).join(" | ");
        const why = hasEnded ? "the program ended" : "waited in vain";
        throw new Error(`${why} before ${what}; it said: ${said}\nIts log: ${logged}\nPostgreSQL: ${postgres}`);
      }
      await pause(lookEveryMs);
    }
  }

  async function stop(signal: NodeJS.Signals): Promise<void> {
    child.kill(signal);
    await ended;
  }

  return {
    process: child,
    pid: child.pid ?? 0,
    lines,
    line: (start) => until(`it said "${start}"`, () => lines.find((one) => one.startsWith(start))),
    acknowledged: (least) =>
      until(`more than ${least} writes`, () => {
        const numbers = acknowledgedIn(lines);
        return numbers.length > least ? numbers : undefined;
      }),
    kill: () => stop("SIGKILL"),
    end: () => stop("SIGTERM"),
  };
}

function lastOf(file: string): string {
  return existsSync(file) ? readFileSync(file, "utf8").slice(-largestLogged) : "none";
}
