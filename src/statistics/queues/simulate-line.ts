import { type Random, seededRandom } from "../random.ts";
import { drawExponential } from "../sampling.ts";
import type { LiveLoad } from "./erlang.ts";

export interface LineToSimulate extends LiveLoad {
  readonly agents: number;
  /** One over the mean patience; 0, or nothing, for people who never leave. */
  readonly patienceRate?: number;
  /** How many people arrive after the warm-up. */
  readonly arrivals: number;
  readonly seed: number;
  /** The service level asks for a wait of at most this. */
  readonly within: number;
}

/** What a simulation found, and how far it may be off: one Monte Carlo standard error. */
export interface Estimate {
  readonly value: number;
  readonly error: number;
}

export interface SimulatedLine {
  readonly waits: Estimate;
  readonly abandons: Estimate;
  readonly meanWait: Estimate;
  /** Served after a wait of at most `within`. */
  readonly servedWithin: Estimate;
}

const batches = 40;

/**
 * Plays a live line first come, first served, person by person: somebody's wait is the time until the first agent is free,
 * unless patience ends before. The warm-up is a tenth of the arrivals, from an empty line. Errors come from the means of 40
 * batches, as waits of neighbours are alike (Law and Kelton 1984, doi:10.1287/opre.32.6.1241).
 */
export function simulateLine(line: LineToSimulate): SimulatedLine {
  const random = seededRandom(line.seed);
  const freeAt = new Float64Array(line.agents);
  const perBatch = Math.ceil(line.arrivals / batches);
  const warmUp = Math.ceil(line.arrivals / 10);
  const sums = Array.from({ length: batches }, () => [0, 0, 0, 0] as [number, number, number, number]);
  let now = 0;
  for (let person = -warmUp; person < perBatch * batches; person++) {
    now += drawExponential(random, line.arrivalRate);
    const outcome = serve(line, freeAt, now, random);
    const sum = sums[Math.floor(person / perBatch)];
    if (person < 0 || !sum) continue;
    sum[0] += outcome.wait > 0 ? 1 : 0;
    sum[1] += outcome.served ? 0 : 1;
    sum[2] += outcome.wait;
    sum[3] += outcome.served && outcome.wait <= line.within ? 1 : 0;
  }
  const estimate = (at: 0 | 1 | 2 | 3) => estimateOf(sums.map((sum) => sum[at] / perBatch));
  return { waits: estimate(0), abandons: estimate(1), meanWait: estimate(2), servedWithin: estimate(3) };
}

function serve(line: LineToSimulate, freeAt: Float64Array, now: number, random: Random) {
  const offered = Math.max(0, (freeAt[0] ?? 0) - now);
  const patience = line.patienceRate ? drawExponential(random, line.patienceRate) : Number.POSITIVE_INFINITY;
  if (offered > patience) return { wait: patience, served: false };
  replaceFirst(freeAt, now + offered + drawExponential(random, line.serviceRate));
  return { wait: offered, served: true };
}

/** Puts a value in the place of a heap's least, and lets it sink to where it belongs. */
function replaceFirst(heap: Float64Array, value: number): void {
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && (heap[child + 1] as number) < (heap[child] as number)) child++;
    if ((heap[child] as number) >= value) break;
    heap[at] = heap[child] as number;
    at = child;
  }
  heap[at] = value;
}

/** The mean of batches, and its standard error. */
export function estimateOf(means: readonly number[]): Estimate {
  const value = means.reduce((sum, mean) => sum + mean, 0) / means.length;
  const squares = means.reduce((sum, mean) => sum + (mean - value) ** 2, 0);
  return { value, error: Math.sqrt(squares / (means.length - 1) / means.length) };
}
