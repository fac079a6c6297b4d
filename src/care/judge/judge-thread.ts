import { existsSync } from "node:fs";
import path from "node:path";
import { Worker } from "node:worker_threads";
import type { Answered, JudgeAnswer, JudgeAsk } from "./judge-messages.ts";

/** Built it lies beside the program; from the sources Node runs it as it is written. */
const built = path.join(import.meta.dirname, "triage.worker.js");
const ownProgram = existsSync(built) ? built : path.join(import.meta.dirname, "triage.worker.ts");

/** A thread that is there while it is asked things, and gone, with its memory, when nobody has asked for a while. */
export interface JudgeThread {
  /** Rejects where the thread failed; the next ask starts another. */
  ask(ask: JudgeAsk): Promise<JudgeAnswer>;
  close(): Promise<void>;
}

interface Waiting {
  resolve(answer: JudgeAnswer): void;
  reject(error: Error): void;
}

export interface JudgeThreadOptions {
  /** How long after the last ask the thread is let go. */
  readonly restMs: number;
  /** Called when a thread is gone: what it was told, the next does not know. */
  onGone(): void;
  readonly program?: string;
}

/** Nothing is started before the first ask. */
export function judgeThread({ restMs, onGone, program = ownProgram }: JudgeThreadOptions): JudgeThread {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let lastId = 0;
  let rest: NodeJS.Timeout | undefined;

  function start(): Worker {
    const made = new Worker(program, { name: "kith triage" });
    const firstId = lastId;
    made.unref();
    made.on("message", (answered: Answered) => {
      const waits = waiting.get(answered.id);
      waiting.delete(answered.id);
      if ("answer" in answered) waits?.resolve(answered.answer);
      else waits?.reject(new Error(`triage: ${answered.failure}`));
      if (waiting.size === 0) made.unref();
    });
    const gone = (error: Error) => {
      if (worker === made) {
        worker = undefined;
        onGone();
      }
      for (const [id, { reject }] of [...waiting]) {
        if (id <= firstId) continue;
        waiting.delete(id);
        reject(error);
      }
    };
    made.on("error", gone);
    made.on("exit", (code) => gone(new Error(`the triage thread ended with ${code}`)));
    return made;
  }

  async function end(): Promise<void> {
    clearTimeout(rest);
    const ending = worker;
    if (!ending) return;
    worker = undefined;
    onGone();
    await ending.terminate();
  }

  function restLater(): void {
    clearTimeout(rest);
    rest = setTimeout(() => (waiting.size === 0 ? void end() : restLater()), restMs);
    rest.unref();
  }

  return {
    ask(ask) {
      worker ??= start();
      worker.ref();
      restLater();
      const id = ++lastId;
      const asked = worker;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        asked.postMessage({ id, ask });
      });
    },
    close: end,
  };
}
