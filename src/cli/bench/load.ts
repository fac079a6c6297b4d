import { fork } from "node:child_process";
import path from "node:path";
import type { Plan, Sent } from "./load-plan.ts";

/** A process of its own that sends requests, so that what the sending costs is not counted as Kith's. */
export interface Load {
  /** Sends a plan; throws where an answer was not as it should be. */
  send(plan: Plan): Promise<Sent>;
  stop(): void;
}

export function startLoad(): Load {
  const child = fork(path.join(import.meta.dirname, "load.worker.js"), [], {
    stdio: ["ignore", 2, 2, "ipc"],
    execArgv: [],
  });
  return {
    send: (plan) =>
      new Promise((resolve, reject) => {
        const onExit = () => reject(new Error("the load process ended"));
        child.once("exit", onExit);
        child.once("message", (told: { sent?: Sent; failure?: string }) => {
          child.off("exit", onExit);
          if (!told.sent) reject(new Error(`the load process failed: ${told.failure}`));
          else if (told.sent.wrong.length > 0) reject(new Error(`wrong answers:\n${told.sent.wrong.join("\n")}`));
          else resolve(told.sent);
        });
        child.send(plan);
      }),
    stop: () => void child.kill(),
  };
}
