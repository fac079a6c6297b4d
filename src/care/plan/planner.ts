import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import path from "node:path";
import { Worker } from "node:worker_threads";
import type { Lived, Plan, PlanProgress } from "./make-plan.ts";
import type { PlanSettings } from "./settings.ts";

/** A plan that is made, or being made. */
export interface Planning {
  /** The plan, once it is there; rejects only for a bug. */
  readonly plan: Promise<Plan>;
  /** How far it is, and the plan itself as soon as it is made. */
  state(): PlanProgress & { readonly plan: Plan | null };
}

const kept = 40;
/** What was planned lately, by its inputs; each process keeps its own, since anybody can make it again. */
const known = new Map<string, Planning>();
/** Plans are made one after the other: each takes a whole processor. */
let before: Promise<unknown> = Promise.resolve();

/** Makes a plan in a thread of its own, or finds it among those made lately of the same inputs. */
export function planAhead(lived: Lived, settings: PlanSettings): Planning {
  const key = createHash("sha256")
    .update(JSON.stringify([lived, settings]))
    .digest("base64");
  const found = known.get(key);
  if (found) return found;
  const planning = begin(lived, settings);
  known.set(key, planning);
  const oldest = known.keys().next().value;
  if (known.size > kept && oldest !== undefined) known.delete(oldest);
  // What failed is tried again by whoever asks next.
  planning.plan.catch(() => known.delete(key));
  return planning;
}

function begin(lived: Lived, settings: PlanSettings): Planning {
  let progress: PlanProgress = { done: 0, of: 1 };
  let made: Plan | null = null;
  const plan = before.then(() => inThread(lived, settings, (now) => (progress = now)));
  before = plan.catch(() => undefined);
  plan.then((one) => (made = one)).catch(() => undefined);
  return { plan, state: () => ({ ...progress, plan: made }) };
}

function inThread(lived: Lived, settings: PlanSettings, onProgress: (now: PlanProgress) => void): Promise<Plan> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile(), { workerData: { lived, settings } });
    worker.on("message", (message: { progress?: PlanProgress; plan?: Plan }) => {
      if (message.progress) onProgress(message.progress);
      if (message.plan) resolve(message.plan);
    });
    worker.on("error", reject);
    worker.on("exit", (code) => reject(new Error(`the planning thread ended with ${code} and made no plan`)));
    // A program that ends does not wait for plans: whoever wants one asks again. Last, since a listener holds the thread.
    worker.unref();
  });
}

/** Built it lies beside the program; from the sources Node runs it as it is written. */
function workerFile(): string {
  const built = path.join(import.meta.dirname, "plan.worker.js");
  return existsSync(built) ? built : path.join(import.meta.dirname, "plan.worker.ts");
}
