import { existsSync } from "node:fs";
import path from "node:path";
import { Worker } from "node:worker_threads";
import type { TrainingEnd, TrainingMessage, TrainingProgress, TrainingTask } from "./training-messages.ts";

/** Built, the thread's program lies beside main.js; from the sources, beside this file. */
const built = path.join(import.meta.dirname, "training.worker.js");
const program = existsSync(built) ? built : path.join(import.meta.dirname, "training.worker.ts");

/** V8's heap of the thread; matrices lie outside of it. */
const mostHeapMb = 3_000;

/** A learning under way in a thread of its own. */
export interface Training {
  /** Rejects where the thread failed; null where it was stopped. */
  readonly ended: Promise<TrainingEnd | null>;
  stop(): void;
}

/** Starts the thread. */
export function startTraining(
  task: TrainingTask,
  tell: { progress(at: TrainingProgress): void; checkpoint(bytes: Uint8Array): void },
): Training {
  const worker = new Worker(program, {
    name: "kith learning",
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: mostHeapMb },
  });
  const ended = new Promise<TrainingEnd | null>((resolve, reject) => {
    worker.on("message", (message: TrainingMessage) => {
      if (message.kind === "progress") tell.progress(message.at);
      else if (message.kind === "checkpoint") tell.checkpoint(message.bytes);
      else resolve(message.end);
    });
    worker.on("error", reject);
    worker.on("exit", () => resolve(null));
  });
  return { ended, stop: () => void worker.terminate() };
}
