import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import type { Case } from "./cases.ts";
import type { Target } from "./measure.ts";
import { treeOf } from "./processes.ts";
import type { OnEnd } from "./served.ts";

/**
 * Starts a server of Node alone that answers everything with the same 20 KB. What that costs is what the machine takes for any answer; a page of
 * Kith's need not grow with it, because it touches more memory and wakes more processes.
 */
export async function startPlain(onEnd: OnEnd): Promise<Target> {
  const child = fork(path.join(import.meta.dirname, "plain.worker.js"), [], {
    stdio: ["ignore", 2, 2, "ipc"],
    execArgv: [],
  });
  onEnd(() => void child.kill());
  const [port] = (await once(child, "message")) as [number];
  return { port, tree: treeOf([child.pid as number]), postgres: treeOf([]), cases: new Map() };
}

/** What the plain server is asked, as often as any page. */
export function plainCase(pages: number): Case {
  const wanted = Array.from({ length: pages }, (_none, at) => ({ path: `/${at}`, contains: "A plain answer." }));
  return {
    ...{ name: "plain", label: "20 KB from a server that does nothing", cpuBarMs: null, grows: false, makes: false },
    requests: () => wanted,
  };
}
