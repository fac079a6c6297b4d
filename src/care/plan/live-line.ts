import {
  agentsNeeded,
  gammaQuantile,
  impatientLine,
  patientServiceLevel,
  type UnderUncertainty,
  underUncertainty,
} from "../../statistics/index.ts";

/** Live work of one kind: calls or chats that somebody has to take while they wait. */
export interface LiveWorld {
  /** Expected arrivals by hour of the week: 168 numbers. */
  readonly arrivals: readonly number[];
  /** How far an hour's arrivals may be from that, as a coefficient of variation of their rate. */
  readonly cv: number;
  readonly handlingMinutes: number;
  /** Mean minutes after which people leave; null for people who never do. */
  readonly patienceMinutes: number | null;
}

export interface LiveTarget {
  readonly withinSeconds: number;
  readonly share: number;
}

const secondsPerHour = 3600;
/** Arrivals an hour below which it is not staffed for. */
const hardlyAny = 0.05;

/** The share of people who are served in time by so many agents at this hourly rate: Erlang C's, or Erlang A's where people leave. */
export function liveLevel(world: LiveWorld, perHour: number, agents: number, withinSeconds: number): number {
  if (perHour <= 0) return 1;
  if (agents < 1) return 0;
  const load = { arrivalRate: perHour, serviceRate: 60 / world.handlingMinutes };
  const within = withinSeconds / secondsPerHour;
  return world.patienceMinutes === null
    ? patientServiceLevel(load, agents, within)
    : impatientLine({ ...load, patienceRate: 60 / world.patienceMinutes }, agents).servedWithin(within);
}

/** The agents who are needed in each hour of the week, so that the target holds there with this confidence whatever the rate turns out. */
export function agentsByHour(world: LiveWorld, target: LiveTarget, confidence: number): number[] {
  const known = new Map<string, number>();
  const factor = world.cv > 0 ? gammaQuantile(confidence, 1 / world.cv ** 2) * world.cv ** 2 : 1;
  return world.arrivals.map((arrivals) => {
    if (arrivals < hardlyAny) return 0;
    const rate = arrivals * factor;
    const key = rate.toFixed(2);
    const before = known.get(key);
    if (before !== undefined) return before;
    const agents = agentsNeeded((n) => liveLevel(world, rate, n, target.withinSeconds), target.share) ?? 0;
    known.set(key, agents);
    return agents;
  });
}

/** What a cover of the week gives to people who call. */
export interface LiveOutcome {
  /** The share of people who are served in time, over all that may come. */
  readonly answeredWithin: number;
  /** P(the target holds) in an hour, hours weighted by their arrivals. */
  readonly targetHolds: number;
  /** The share of the time on duty that goes to people. */
  readonly occupancy: number;
}

/** How lines do with so many agents in each hour, under rates that are spread around their forecast. A part of an agent is there at times. */
export function liveOutcomes(world: LiveWorld, target: LiveTarget): (cover: readonly number[]) => LiveOutcome {
  const level = tabulated(world, target.withinSeconds);
  const known = new Map<string, UnderUncertainty>();
  function withAgents(arrivals: number, agents: number): UnderUncertainty {
    const key = `${agents} ${arrivals.toFixed(2)}`;
    const found =
      known.get(key) ?? underUncertainty((rate) => level(rate, agents), { mean: arrivals, cv: world.cv }, target.share);
    known.set(key, found);
    return found;
  }
  return (cover) => {
    let people = 0;
    let served = 0;
    let held = 0;
    let load = 0;
    world.arrivals.forEach((arrivals, hour) => {
      if (arrivals < hardlyAny) return;
      const agents = cover[hour] ?? 0;
      const whole = Math.floor(agents + 1e-9);
      const part = Math.max(0, agents - whole);
      const few = withAgents(arrivals, whole);
      const many = part > 0 ? withAgents(arrivals, whole + 1) : few;
      people += arrivals;
      served += arrivals * ((1 - part) * few.expected + part * many.expected);
      held += arrivals * ((1 - part) * few.holds + part * many.holds);
      load += Math.min((arrivals * world.handlingMinutes) / 60, agents);
    });
    const onDuty = cover.reduce((sum, one) => sum + one, 0);
    return {
      answeredWithin: people > 0 ? served / people : 1,
      targetHolds: people > 0 ? held / people : 1,
      occupancy: onDuty > 0 ? load / onDuty : 0,
    };
  };
}

/** Levels at rates four in a hundred apart, each computed once, and straight lines between: a plan asks for many thousands. */
function tabulated(world: LiveWorld, withinSeconds: number): (rate: number, agents: number) => number {
  const apart = Math.log(1.04);
  const known = new Map<string, number>();
  function node(agents: number, place: number): number {
    const key = `${agents} ${place}`;
    const found = known.get(key) ?? liveLevel(world, Math.exp(place * apart), agents, withinSeconds);
    known.set(key, found);
    return found;
  }
  return (rate, agents) => {
    if (rate <= 0) return 1;
    const place = Math.log(rate) / apart;
    const below = Math.floor(place);
    const share = place - below;
    return (1 - share) * node(agents, below) + share * node(agents, below + 1);
  };
}
