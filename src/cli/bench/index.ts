import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { RefusalError, refusal } from "../../kernel/index.ts";
import { type CliHost, print, type Register } from "../command.ts";
import { createSteps, type Steps } from "../progress.ts";
import { judge } from "./bars.ts";
import { report } from "./report.ts";
import { type BenchWish, type Findings, runBench } from "./run-bench.ts";
import type { OnEnd } from "./served.ts";

interface Options {
  readonly posts: string;
  readonly questions: string;
  readonly members: string;
  readonly pages: string;
  readonly only: string;
  readonly data?: string;
  readonly profile?: string;
  readonly against?: string;
  readonly quick?: boolean;
  readonly json?: boolean;
}

/** A run that takes longer hangs, or the machine is far too busy to measure anything on. */
const deadlineMs = 30 * 60_000;

export const registerBench: Register = (program, host) => {
  program
    .command("bench")
    .description("Fill a fresh installation and measure what its pages and its API cost. Takes some minutes.")
    .option("--posts <number>", "questions and answers together", "100000")
    .option("--questions <number>", "how many of them are questions", "10000")
    .option("--members <number>", "members", "2000")
    .option("--pages <number>", "different pages of each kind, each asked for three times", "1000")
    .option("--only <names>", "only cases whose names begin so, separated by commas", "")
    .option("--data <folder>", "fill this folder and keep it for the next run, instead of a temporary one")
    .option("--profile <folder>", "write V8 CPU profiles of the servers into this folder")
    .option(
      "--against <file>",
      "take turns with another program on the same data: dist/main.js of a Kith with the same migrations, or scripts/evaluate/bare-server.ts",
    )
    .option("--quick", "a small run that only shows that everything works")
    .option("--json", "print one JSON document")
    .action(async (options: Options) => {
      const wish = readWish(options);
      const found = await inFolder(options.data, (folder, { onEnd, goOn }) => {
        const progress = stepsThat(goOn);
        return runBench(wish, folder, { open: opener(host()), progress, onEnd }).finally(progress.end);
      });
      const bars = judge(found);
      if (options.json) print(JSON.stringify({ ...found, bars }));
      else print(report(found, bars));
    });
};

function readWish(options: Options): BenchWish {
  const size = options.quick
    ? { members: 100, questions: 1_000, posts: 5_000 }
    : { members: count(options.members), questions: count(options.questions), posts: count(options.posts) };
  if (size.posts < size.questions || size.posts > size.questions * 40) {
    throw wrong(`${size.posts} posts do not go with ${size.questions} questions`, "Ask for 1 to 40 posts a question.");
  }
  const part = options.quick ? 2 : 10;
  const small = {
    members: Math.ceil(size.members / part),
    questions: Math.ceil(size.questions / part),
    posts: Math.ceil(size.posts / part),
  };
  const only = options.only.split(",").filter((name) => name !== "");
  return {
    size,
    small,
    quick: options.quick === true,
    pages: options.quick ? 60 : count(options.pages),
    only,
    profile: options.profile ? path.resolve(options.profile) : null,
    against: options.against ? existing(options.against) : null,
  };
}

function existing(file: string): string {
  if (existsSync(file)) return path.resolve(file);
  throw wrong(`there is no file ${file}`, "Name the program that is to take turns, such as ../before/dist/main.js.");
}

function count(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 10 && value <= 10_000_000) return value;
  throw wrong(`${text} is no such number`, "Give a whole number of 10 or more.");
}

function wrong(message: string, next: string): RefusalError {
  return new RefusalError(refusal("invalid", "bench-wish-invalid", `${message}.`, next));
}

/** Opens data in another folder than the configuration's, always with a PostgreSQL of Kith's own. */
function opener(host: CliHost) {
  return (dataFolder: string) =>
    host.openStore({ configuration: { ...host.configuration, dataFolder, databaseUrl: null } });
}

/** Steps of which none begins or goes on where `goOn` throws. */
function stepsThat(goOn: () => void): Steps {
  const steps = createSteps();
  return {
    ...steps,
    next(step) {
      goOn();
      steps.next(step);
    },
    at(done, all) {
      goOn();
      steps.at(done, all);
    },
  };
}

/** What work needs that may be stopped at any time. */
interface Stopping {
  readonly onEnd: OnEnd;
  /** Throws once it was stopped. */
  goOn(): void;
}

/** Runs `work` in a folder, and ends what it started and takes a temporary folder away: also on Ctrl-C, failure and after too long. */
async function inFolder(
  kept: string | undefined,
  work: (folder: string, stopping: Stopping) => Promise<Findings>,
): Promise<Findings> {
  const folder = kept ? path.resolve(kept) : mkdtempSync(path.join(os.tmpdir(), "kith-bench-"));
  mkdirSync(folder, { recursive: true });
  if (!kept) chmodSync(folder, 0o755);
  const ends: (() => void | Promise<void>)[] = [];
  const stopped = Promise.withResolvers<never>();
  let refused: RefusalError | undefined;
  const stop = (why: string) => {
    refused = new RefusalError(refusal("conflict", "bench-stopped", why, "Run it again."));
    stopped.reject(refused);
  };
  const goOn = () => {
    if (refused) throw refused;
  };
  const onEnd: OnEnd = (end) => {
    ends.push(end);
    if (refused) void end();
    goOn();
  };
  const onSignal = () => stop("The benchmark was stopped.");
  const timer = setTimeout(() => stop("The benchmark took longer than half an hour."), deadlineMs);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, onSignal);
  const working = work(folder, { onEnd, goOn });
  try {
    return await Promise.race([working, stopped.promise]);
  } finally {
    clearTimeout(timer);
    await Promise.all(ends.map((end) => end()));
    // Work that was stopped half way fails on its own, now that what it works with has ended.
    await Promise.race([working.catch(() => {}), new Promise((resolve) => setTimeout(resolve, 20_000).unref())]);
    if (!kept) rmSync(folder, { recursive: true, force: true });
  }
}
