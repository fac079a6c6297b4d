import { setTimeout as pause } from "node:timers/promises";
import type { Case } from "./cases.ts";
import type { Load } from "./load.ts";
import type { Sent } from "./load-plan.ts";
import type { Tree } from "./processes.ts";

/** An installation under measurement: where it listens, and what its processes have used. */
export interface Target {
  readonly port: number;
  /** Kith and its PostgreSQL. */
  readonly tree: Tree;
  /** Its PostgreSQL alone. */
  readonly postgres: Tree;
  readonly cases: ReadonlyMap<string, Case>;
}

export const runs = 3;
/** CPU is measured at a moderate load: enough that waking up from rest does not count, and requests do not queue for long. */
export const moderateConnections = 4;
export const manyConnections = 16;
/**
 * How often each page is asked for before it counts. V8 compiles what runs often while it runs, on the same cores, for the first three
 * or four thousand requests after a start; what is measured is what a request costs a server that has been at it for some seconds.
 */
const warmUpRounds = 3;
/** What a request leaves to be done after its answer is counted with it: readers of the event log wait a moment for more. */
export const aftermathMs = 600;

/** The median of the runs of each figure, and the runs themselves. */
export interface Row {
  readonly name: string;
  readonly label: string;
  /** Requests of one run. */
  readonly requests: number;
  /** Kith and PostgreSQL together, user and system, a request. */
  readonly cpuMs: Figure;
  /** The part of it that is PostgreSQL's. */
  readonly postgresMs: Figure;
  readonly requestsPerSecond: Figure;
  readonly p50Ms: Figure;
  readonly p99Ms: Figure;
  readonly cpuMsAtMany: Figure;
  readonly bodyBytes: number;
  /** At the small size: CPU there, and how many times more it is at the full size. */
  readonly small: { readonly cpuMs: Figure; readonly growth: number } | null;
  /** Of another program in turn: CPU there, and how many times as much it is here (the median of the runs' ratios). */
  readonly against: { readonly cpuMs: Figure; readonly ratio: number } | null;
  readonly cpuBarMs: number | null;
  readonly madeIds: readonly number[];
}

export interface Figure {
  readonly median: number;
  readonly runs: readonly number[];
}

export function figure(values: readonly number[]): Figure {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const median = sorted.length % 2 === 1 ? sorted[middle] : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
  return { median: median ?? Number.NaN, runs: [...values] };
}

/** Installations that take their turn in each run, so that what else the machine does falls on all. */
export interface Others {
  /** The same program with fewer posts. */
  readonly small?: Target;
  /** Another program with as many. */
  readonly against?: Target;
}

/** Measures one case. After each batch of requests it waits for `restMs`. */
export async function measureCase(
  load: Load,
  one: Case,
  target: Target,
  { small, against }: Others,
  restMs: number,
): Promise<Row> {
  const other = small && one.grows ? small.cases.get(one.name) : undefined;
  const rival = against?.cases.get(one.name);
  const made: number[] = [];
  async function send(of: Case, at: Target, connections: number, run: number) {
    const requests = of.requests(run);
    const before = { all: at.tree.cpuMs(), postgres: at.postgres.cpuMs() };
    const sent = await load.send({ port: at.port, connections, requests, ids: of.makes });
    await pause(restMs);
    if (at === target) made.push(...sent.ids);
    const cpuMs = (at.tree.cpuMs() - before.all) / requests.length;
    return { sent, cpuMs, postgresMs: (at.postgres.cpuMs() - before.postgres) / requests.length };
  }
  for (let round = 0; round < warmUpRounds; round += 1) {
    await send(one, target, moderateConnections, round);
    if (small && other) await send(other, small, moderateConnections, round);
    if (against && rival) await send(rival, against, moderateConnections, round);
  }
  const moderate: { sent: Sent; cpuMs: number; postgresMs: number }[] = [];
  const many: typeof moderate = [];
  const smallCpu: number[] = [];
  const rivalCpu: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    moderate.push(await send(one, target, moderateConnections, run));
    if (small && other) smallCpu.push((await send(other, small, moderateConnections, run)).cpuMs);
    if (against && rival) rivalCpu.push((await send(rival, against, moderateConnections, run)).cpuMs);
    many.push(await send(one, target, manyConnections, run));
  }
  const cpuMs = figure(moderate.map((run) => run.cpuMs));
  const smallFigure = smallCpu.length > 0 ? figure(smallCpu) : null;
  const ratios = moderate.map((run, at) => run.cpuMs / (rivalCpu[at] ?? Number.NaN));
  return {
    ...{ name: one.name, label: one.label, cpuBarMs: one.cpuBarMs, cpuMs, madeIds: made },
    requests: one.requests(0).length,
    postgresMs: figure(moderate.map((run) => run.postgresMs)),
    requestsPerSecond: figure(many.map(({ sent }) => sent.requests / sent.seconds)),
    p50Ms: figure(many.map(({ sent }) => sent.p50Ms)),
    p99Ms: figure(many.map(({ sent }) => sent.p99Ms)),
    cpuMsAtMany: figure(many.map((run) => run.cpuMs)),
    bodyBytes: Math.round((moderate[0]?.sent.bodyBytes ?? 0) / (moderate[0]?.sent.requests ?? 1)),
    small: smallFigure && { cpuMs: smallFigure, growth: cpuMs.median / smallFigure.median },
    against: rivalCpu.length > 0 ? { cpuMs: figure(rivalCpu), ratio: figure(ratios).median } : null,
  };
}
