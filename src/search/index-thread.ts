import { existsSync } from "node:fs";
import path from "node:path";
import { Worker } from "node:worker_threads";
import type { Log } from "../kernel/index.ts";
import type { Answer, Answered, Ask, Asked, HostSettings } from "./search-messages.ts";

/** Built, the thread's program lies beside main.js; from the sources, beside this file. */
const built = path.join(import.meta.dirname, "search.worker.js");
const ownProgram = existsSync(built) ? built : path.join(import.meta.dirname, "search.worker.ts");

/** V8's heap of the thread holds words and the newest documents; the rest lies in typed arrays outside of it. */
const mostHeapMb = 1_500;
/** Space for what was just made and is soon garbage: V8 would take up to 192 MB, and a build is no quicker for it. */
const youngHeapMb = 24;
const longestPauseMs = 60_000;
const closePatienceMs = 10_000;

/** The thread that holds the indexes, started again whenever it dies. */
export interface IndexThread {
  /** Asks; null where the thread is away, or goes away before it answers. */
  ask(ask: Ask): Promise<Answer | null>;
  /** Lets it put away what it has, then ends it. */
  close(): Promise<void>;
}

interface Waiting {
  resolve(answer: Answer | null): void;
  reject(error: Error): void;
}

/** Starts the thread. What is asked in one turn of the event loop goes over in one message. `onStart` is told of each new one, which knows nothing yet. */
export function startIndexThread(
  settings: HostSettings,
  log: Log,
  { program = ownProgram, onStart = () => {} }: { readonly program?: string; readonly onStart?: () => void } = {},
): IndexThread {
  const waiting = new Map<number, Waiting>();
  let queue: Asked[] = [];
  let lastId = 0;
  let failures = 0;
  let closing = false;
  let restart: NodeJS.Timeout | undefined;
  let worker: Worker | undefined;

  function start(): void {
    const started = performance.now();
    const made = new Worker(program, {
      name: "kith search",
      workerData: settings,
      resourceLimits: { maxOldGenerationSizeMb: mostHeapMb, maxYoungGenerationSizeMb: youngHeapMb },
    });
    worker = made;
    onStart();
    made.on("message", (answers: readonly Answered[]) => {
      for (const one of answers) {
        const waits = waiting.get(one.id);
        waiting.delete(one.id);
        if ("answer" in one) waits?.resolve(one.answer);
        else waits?.reject(new Error(`search: ${one.failure}`));
      }
    });
    made.on("error", (error) => log.error({ err: error }, "the search thread failed; PostgreSQL answers meanwhile"));
    made.on("exit", () => {
      if (worker === made) worker = undefined;
      for (const [id, { resolve }] of [...waiting]) {
        waiting.delete(id);
        resolve(null);
      }
      if (closing) return;
      // One that lived for minutes begins to count anew.
      failures = performance.now() - started > 5 * longestPauseMs ? 1 : failures + 1;
      restart = setTimeout(start, Math.min(500 * 2 ** failures, longestPauseMs));
      restart.unref();
    });
  }

  function flush(): void {
    const asks = queue;
    queue = [];
    if (worker) worker.postMessage(asks);
    else for (const { id } of asks) settle(id);
  }

  function settle(id: number): void {
    waiting.get(id)?.resolve(null);
    waiting.delete(id);
  }

  function ask(one: Ask): Promise<Answer | null> {
    if (!worker) return Promise.resolve(null);
    const id = ++lastId;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      if (queue.length === 0) setImmediate(flush);
      queue.push({ id, ask: one });
    });
  }

  start();
  return {
    ask,
    async close() {
      if (closing) return;
      closing = true;
      clearTimeout(restart);
      const last = worker;
      if (!last) return;
      const late = setTimeout(() => void last.terminate(), closePatienceMs);
      const ended = new Promise<void>((resolve) => void last.once("exit", () => resolve()));
      await ask({ kind: "close" }).catch(() => null);
      await ended;
      clearTimeout(late);
    },
  };
}
