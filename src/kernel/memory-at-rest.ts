import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

const lookEveryMs = 1_000;
/** A stretch in which the thread used more CPU than this was work; one with less was rest. */
const restMs = 50;
/** Collecting takes the thread a tenth of a second or two: it is worth that after so much CPU spent on work. */
const workMs = 500;
/** Quiet stretches in a row that are rest: a start is over at once; later, who comes back after a moment would find a cold heap. */
const quietLooks = { first: 2, later: 10 };

/**
 * Gives memory back to the system each time the work is over. V8 lets its heap grow as long as the machine has memory, which is
 * quick, and has no reason to collect while nobody asks for anything: hundreds of megabytes that hold nothing. A heap that was bound
 * instead would cost a quarter more CPU a request (docs/benchmarks.md). Works for the thread that calls it; returns how to stop.
 */
export function giveMemoryBackAtRest(): () => void {
  const isOver = watchForRest();
  const timer = setInterval(() => {
    if (isOver(usedMs())) collect();
  }, lookEveryMs);
  timer.unref();
  return () => clearInterval(timer);
}

/** Tells, of the CPU used so far in milliseconds, when work has just come to rest: quiet stretches in a row after enough busy ones. */
export function watchForRest(): (usedMs: number) => boolean {
  let last = 0;
  let quiet = 0;
  let worked = 0;
  let needed = quietLooks.first;
  return (used) => {
    const spent = used - last;
    last = used;
    const isBusy = spent > restMs;
    quiet = isBusy ? 0 : quiet + 1;
    if (isBusy) worked += spent;
    if (worked < workMs || quiet < needed) return false;
    worked = 0;
    needed = quietLooks.later;
    return true;
  };
}

/** Of the calling thread alone: one may rest while another works. */
function usedMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

let collector: ((options: object) => void) | undefined;

/** Collects everything that can be collected, and returns the pages: about a tenth of a second for a heap of 60 MB. */
export function collect(): void {
  if (!collector) {
    setFlagsFromString("--expose-gc");
    collector = runInNewContext("gc") as typeof collector;
  }
  collector?.({ type: "major", execution: "sync", flavor: "last-resort" });
}
