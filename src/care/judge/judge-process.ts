import { type ChildProcess, fork } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import type { Answered, JudgeAnswer, JudgeAsk } from "./judge-messages.ts";

/** Built it lies beside the program; from the sources Node runs it as it is written. */
const built = path.join(import.meta.dirname, "triage.worker.js");
const ownProgram = existsSync(built) ? built : path.join(import.meta.dirname, "triage.worker.ts");

/**
 * A process that is there while it is asked things, and gone when nobody has asked for a while. A process, and not a thread: of a
 * thread's memory the allocator keeps most (measured: 70 of 80 MB), of a process's nothing is left.
 */
export interface JudgeProcess {
  /** Rejects where the process failed; the next ask starts another. */
  ask(ask: JudgeAsk): Promise<JudgeAnswer>;
  close(): Promise<void>;
}

interface Waiting {
  readonly by: ChildProcess;
  resolve(answer: JudgeAnswer): void;
  reject(error: Error): void;
}

export interface JudgeProcessOptions {
  /** How long after the last ask the process is let go. */
  readonly restMs: number;
  /** Called when a process is gone: what it was told, the next does not know. */
  onGone(): void;
  readonly program?: string;
}

/** Nothing is started before the first ask. */
export function judgeProcess({ restMs, onGone, program = ownProgram }: JudgeProcessOptions): JudgeProcess {
  const waiting = new Map<number, Waiting>();
  let child: ChildProcess | undefined;
  let lastId = 0;
  let rest: NodeJS.Timeout | undefined;

  function start(): ChildProcess {
    const made = fork(program, { serialization: "advanced", stdio: ["ignore", "ignore", "inherit", "ipc"] });
    made.on("message", (answered: Answered) => {
      const waits = waiting.get(answered.id);
      waiting.delete(answered.id);
      if ("answer" in answered) waits?.resolve(answered.answer);
      else waits?.reject(new Error(`triage: ${answered.failure}`));
    });
    made.on("error", (error) => gone(made, error));
    made.on("exit", (code) => gone(made, new Error(`the triage process ended with ${code}`)));
    return made;
  }

  function gone(one: ChildProcess, error: Error): void {
    if (child === one) {
      child = undefined;
      onGone();
    }
    for (const [id, { by, reject }] of [...waiting]) {
      if (by !== one) continue;
      waiting.delete(id);
      reject(error);
    }
  }

  async function end(): Promise<void> {
    clearTimeout(rest);
    const ending = child;
    if (!ending) return;
    gone(ending, new Error("the triage process is closed"));
    if (ending.exitCode !== null || ending.pid === undefined) return;
    const exited = new Promise((resolve) => ending.once("exit", resolve));
    // It keeps nothing that a harder end would lose, and one that hangs hears no other.
    ending.kill("SIGKILL");
    await exited;
  }

  function restLater(): void {
    clearTimeout(rest);
    rest = setTimeout(() => (waiting.size === 0 ? void end() : restLater()), restMs);
    rest.unref();
  }

  return {
    ask(ask) {
      child ??= start();
      restLater();
      const id = ++lastId;
      const by = child;
      return new Promise((resolve, reject) => {
        waiting.set(id, { by, resolve, reject });
        by.send({ id, ask }, (error) => {
          if (!error) return;
          waiting.delete(id);
          reject(error);
        });
      });
    },
    close: end,
  };
}
