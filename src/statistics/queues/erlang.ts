import { normalDensity, normalTails } from "../distributions/normal.ts";

/**
 * Live work with patient people: M/M/n. Rates share one unit of time, and so do all times: with `arrivalRate` an hour,
 * `serviceRate` is the services that one agent ends an hour, and waits are hours.
 */
export interface LiveLoad {
  readonly arrivalRate: number;
  readonly serviceRate: number;
}

/** How a line of n agents does: all shares lie in [0, 1], times are in the unit of the rates. */
export interface LiveService {
  /** P(somebody has to wait). */
  readonly waits: number;
  /** Average speed of answer: the mean wait, people who did not wait included. */
  readonly meanWait: number;
  /** The share of an agent's time that is taken. */
  readonly occupancy: number;
}

/** Erlang B: P(all agents are busy) where nobody waits; `load` is the offered load in erlangs (arrivals times service time). */
export function erlangB(load: number, agents: number): number {
  if (load <= 0) return 0;
  let blocked = 1;
  for (let n = 1; n <= agents; n++) blocked = (load * blocked) / (n + load * blocked);
  return blocked;
}

/** Erlang C: P(somebody has to wait) where nobody leaves; 1 where the agents cannot keep up. */
export function erlangC(load: number, agents: number): number {
  if (load <= 0) return 0;
  if (load >= agents) return 1;
  const blocked = erlangB(load, agents);
  return blocked / (1 - (load / agents) * (1 - blocked));
}

/** The line of n patient people's agents; waits are infinite where the agents cannot keep up. */
export function patientService(load: LiveLoad, agents: number): LiveService {
  const offered = load.arrivalRate / load.serviceRate;
  const waits = erlangC(offered, agents);
  if (offered >= agents) return { waits, meanWait: Number.POSITIVE_INFINITY, occupancy: 1 };
  return { waits, meanWait: waits / ((agents - offered) * load.serviceRate), occupancy: offered / agents };
}

/** P(a wait of at most `within`), the service level. */
export function patientServiceLevel(load: LiveLoad, agents: number, within: number): number {
  const offered = load.arrivalRate / load.serviceRate;
  if (offered >= agents) return load.arrivalRate > 0 ? 0 : 1;
  return 1 - erlangC(offered, agents) * Math.exp(-(agents - offered) * load.serviceRate * within);
}

/** The wait that this share of people does not exceed; 0 where so many do not wait at all. */
export function patientWaitQuantile(load: LiveLoad, agents: number, share: number): number {
  const offered = load.arrivalRate / load.serviceRate;
  if (offered >= agents) return Number.POSITIVE_INFINITY;
  const waits = erlangC(offered, agents);
  return waits <= 1 - share ? 0 : Math.log(waits / (1 - share)) / ((agents - offered) * load.serviceRate);
}

/**
 * The fewest agents with whom `level(agents)` reaches `target`, a level that never falls with more of them; null where not
 * even `most` do. Example: `agentsNeeded((n) => patientServiceLevel(load, n, 20), 0.8)`.
 */
export function agentsNeeded(level: (agents: number) => number, target: number, most = 5000): number | null {
  let low = 0;
  let high = 1;
  while (level(high) < target) {
    if (high >= most) return null;
    low = high;
    high = Math.min(most, high * 2);
  }
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (level(middle) < target) low = middle;
    else high = middle;
  }
  return level(low) >= target ? low : high;
}

/**
 * Halfin and Whitt's limit of Erlang C for large lines (1981, doi:10.1287/opre.29.3.567): P(somebody has to wait) with
 * `load + beta √load` agents. What it says in words: spare agents grow with the root of the load, not with the load.
 */
export function halfinWhitt(beta: number): number {
  if (beta <= 0) return 1;
  return 1 / (1 + (beta * normalTails(beta).lower) / normalDensity(beta));
}
