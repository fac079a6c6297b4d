import { existsSync } from "node:fs";
import path from "node:path";
import { Worker } from "node:worker_threads";
import type { Log } from "../kernel/index.ts";
import { type Classifier, triageText } from "../text/index.ts";
import type { Triage } from "./triage.ts";
import { triageByRules } from "./triage-rules.ts";

/** Built, the thread's program lies beside main.js; from the sources, beside this file. */
const built = path.join(import.meta.dirname, "triage.worker.js");
const program = existsSync(built) ? built : path.join(import.meta.dirname, "triage.worker.ts");

export interface OpenTriage {
  readonly triage: Triage;
  /** Resolves once the model judges, or will not. */
  readonly ready: Promise<void>;
  close(): Promise<void>;
}

/**
 * Triage by the text room's model, which a thread trains at the start; hand-written rules judge until it is there, and for good should
 * the thread fail.
 */
export function openTriage(log: Log): OpenTriage {
  let model: Classifier | undefined;
  const thread = new Worker(program, { name: "kith triage" });
  const ready = new Promise<void>((resolve) => {
    thread.once("message", (trained: Classifier) => {
      model = trained;
      resolve();
    });
    thread.once("error", (error) => {
      log.error({ err: error }, "the triage model could not be trained; rules judge messages in its place");
      resolve();
    });
    thread.once("exit", () => resolve());
  });
  return {
    triage: (text) => (model ? byModel(model, text) : triageByRules(text)),
    ready,
    close: async () => void (await thread.terminate()),
  };
}

function byModel(model: Classifier, text: string): ReturnType<Triage> {
  const { kind, urgency, probability, abstains } = triageText(text, { model });
  // The rules still say what the model does not: the language.
  return { kind, urgency, probability, abstains, area: null, language: triageByRules(text).language };
}
