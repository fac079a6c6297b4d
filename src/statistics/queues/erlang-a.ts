import type { LiveLoad, LiveService } from "./erlang.ts";

/** Live work with people who give up: M/M/n+M. `patienceRate` is one over the mean time after which somebody leaves unserved. */
export interface ImpatientLoad extends LiveLoad {
  readonly patienceRate: number;
}

export interface ImpatientService extends LiveService {
  /** P(somebody leaves unserved). */
  readonly abandons: number;
}

/** A solved line: what it is like on the whole, and how long people wait in it. */
export interface ImpatientLine extends ImpatientService {
  /** P(somebody is served, and waits at most `within` before). */
  servedWithin(within: number): number;
  /** P(somebody is still waiting, neither served nor gone, after this time). */
  waitsLonger(than: number): number;
  /** The wait that this share of people does not exceed, whether it ended in service or in leaving. */
  waitQuantile(share: number): number;
}

/** Past this chance nobody stands in line. */
const negligible = 1e-15;

/**
 * Erlang A, exactly: the stationary chance of every length of the line from its birth and death rates (Palm 1957; Garnett,
 * Mandelbaum and Reiman 2002, doi:10.1287/msom.4.3.208.7753), and waits from the chain of those ahead of somebody who
 * arrives. Any load is stable, because people leave.
 */
export function impatientLine(load: ImpatientLoad, agents: number): ImpatientLine {
  const { arrivalRate, serviceRate, patienceRate } = load;
  const { busy, waiting } = stationary(load, agents);
  const waits = waiting.reduce((sum, chance) => sum + chance, 0);
  const inLine = waiting.reduce((sum, chance, ahead) => sum + chance * ahead, 0);
  // Abandonment by the balance of people in line; what is served is what the busy agents end.
  const abandons = arrivalRate > 0 ? (patienceRate * inLine) / arrivalRate : 0;
  const meanBusy = busy.reduce((sum, chance, count) => sum + chance * count, 0) + waits * agents;
  const after = (within: number) => fateOf(waiting, agents * serviceRate, patienceRate, within);
  const line = {
    waits,
    abandons,
    meanWait: arrivalRate > 0 ? inLine / arrivalRate : 0,
    occupancy: agents > 0 ? meanBusy / agents : 1,
    servedWithin: (within: number) => 1 - waits + after(within).served,
    waitsLonger: (than: number) => (than <= 0 ? waits : after(than).waiting),
  };
  return { ...line, waitQuantile: (share) => quantileOf(line.waitsLonger, waits, share, serviceRate) };
}

/** Chances of 0 … n-1 busy agents, and of n busy with 0, 1, … people in line. */
function stationary({ arrivalRate, serviceRate, patienceRate }: ImpatientLoad, agents: number) {
  const logs: number[] = [0];
  let peak = 0;
  for (let count = 1; ; count++) {
    const leaving = Math.min(count, agents) * serviceRate + Math.max(0, count - agents) * patienceRate;
    const last = (logs[count - 1] ?? 0) + Math.log(arrivalRate / leaving);
    logs.push(last);
    peak = Math.max(peak, last);
    if (count >= agents && (last < peak + Math.log(negligible) - 5 || leaving === 0)) break;
  }
  const weights = logs.map((log) => Math.exp(log - peak));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const chances = weights.map((weight) => weight / total);
  return { busy: chances.slice(0, agents), waiting: chances.slice(agents) };
}

/**
 * What has become, after a time, of somebody who arrived while all were busy: served, or still waiting (else gone). State k is
 * "k people ahead in line"; each step of a uniformised chain (Jensen 1953) is a service, somebody ahead leaving, oneself
 * leaving, or nothing.
 */
function fateOf(start: readonly number[], serving: number, leaving: number, time: number) {
  const most = start.length - 1;
  const rate = serving + (most + 1) * leaving;
  const mean = rate * time;
  let states = Float64Array.from(start);
  let served = 0;
  const outcome = { served: 0, waiting: 0 };
  const last = Math.ceil(mean + 9 * Math.sqrt(mean) + 30);
  for (let step = 0, logChance = -mean; step <= last; step++) {
    const chance = Math.exp(logChance);
    if (chance > 0) {
      outcome.served += chance * served;
      outcome.waiting += chance * states.reduce((sum, one) => sum + one, 0);
    }
    logChance += Math.log(mean / (step + 1));
    served += ((states[0] ?? 0) * serving) / rate;
    const next = new Float64Array(states.length);
    for (let ahead = 0; ahead <= most; ahead++) {
      const here = states[ahead] ?? 0;
      const forward = serving + ahead * leaving;
      if (ahead > 0) next[ahead - 1] = (next[ahead - 1] ?? 0) + (here * forward) / rate;
      next[ahead] = (next[ahead] ?? 0) + here * (1 - (forward + leaving) / rate);
    }
    states = next;
  }
  return outcome;
}

function quantileOf(longer: (than: number) => number, waits: number, share: number, serviceRate: number): number {
  const tail = 1 - share;
  if (waits <= tail) return 0;
  let low = 0;
  let high = 1 / serviceRate;
  while (longer(high) > tail) high *= 2;
  for (let step = 0; step < 60 && high - low > 1e-12 * high; step++) {
    const middle = (low + high) / 2;
    if (longer(middle) > tail) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
