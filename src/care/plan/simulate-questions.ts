import {
  drawExponential,
  drawFactor,
  drawPoisson,
  type Estimate,
  estimateOf,
  type Proportion,
  seededRandom,
  wilsonInterval,
} from "../../statistics/index.ts";
import type { Peers } from "./peers.ts";
import { hoursOfDay, hoursOfWeek, type Rota } from "./shift.ts";
import { makeWorkers, nextFree } from "./workers.ts";

/** A community's questions as they come, and those who answer them. Times are hours, Monday's midnight first. */
export interface QuestionWorld {
  /** Expected questions by hour of the week: 168 numbers. */
  readonly arrivals: readonly number[];
  /** How far a day's and a week's arrivals may be from that, as coefficients of variation of their rate. */
  readonly spread: { readonly day: number; readonly week: number };
  readonly peers: Peers;
  /** How long staff leave a question to members. */
  readonly peersFirstHours: number;
  /** Mean minutes that an answer of staff takes; exponential around it. */
  readonly handlingMinutes: number;
  /** P(somebody is away on a day): illness, leave, training. */
  readonly absence: number;
}

export interface QuestionTarget {
  readonly withinHours: number;
  /** The share of a week's questions that have a first answer within that time. */
  readonly share: number;
}

export interface QuestionOutcome {
  /** The share of questions with a first answer in time, of all that were asked. */
  readonly answeredWithin: Estimate;
  /** The share of questions whose first answer is a member's. */
  readonly peerShare: Estimate;
  /** The share of staff's paid time that goes to answers. */
  readonly occupancy: number;
  /** The share of weeks in which the target holds, with its interval. */
  readonly targetHolds: Proportion;
  /** Weeks and questions played. */
  readonly weeks: number;
  readonly questions: number;
}

const warmUpWeeks = 2;

/** Questions as chance has them, to try rotas on: all that does not depend on who works when. One entry a question. */
export interface DrawnQuestions {
  readonly weeks: number;
  readonly seed: number;
  /** When it is asked, ascending. */
  readonly at: readonly number[];
  /** When a member answers it, if staff do not before; infinite for never. */
  readonly peerAt: readonly number[];
  /** How long staff work on it, if they do. */
  readonly work: readonly number[];
}

/** Draws the questions of some weeks, after two to warm up. */
export function drawQuestions(
  world: QuestionWorld,
  { weeks, seed }: { readonly weeks: number; readonly seed: number },
): DrawnQuestions {
  const random = seededRandom(seed);
  const peerRate = Math.LN2 / world.peers.medianHours;
  const at = [...questionTimes(world, weeks + warmUpWeeks, seed + 104_729)];
  const peerAt = at.map((asked) => {
    const ever = random() < world.peers.shareEver;
    const delay = drawExponential(random, peerRate);
    return ever ? asked + delay : Number.POSITIVE_INFINITY;
  });
  return { weeks, seed, at, peerAt, work: at.map(() => drawExponential(random, 60 / world.handlingMinutes)) };
}

/** Draws questions, and plays them once: see `playQuestions`. */
export function simulateQuestions(
  world: QuestionWorld,
  rota: Rota,
  target: QuestionTarget,
  options: { readonly weeks: number; readonly seed: number },
): QuestionOutcome {
  return playQuestions(drawQuestions(world, options), world, rota, target);
}

/**
 * Plays weeks of questions one by one: members answer when they answer; staff take the oldest question that has waited out the
 * members' window, whoever of them is on duty and free first, and end what they began. Two rotas that play the same questions
 * meet the same weeks, and each person has an own stream of chance for days away: what differs is the rotas'.
 */
export function playQuestions(
  drawn: DrawnQuestions,
  world: QuestionWorld,
  rota: Rota,
  target: QuestionTarget,
): QuestionOutcome {
  const weeks = drawn.weeks + warmUpWeeks;
  const workers = makeWorkers(rota, { weeks, absence: world.absence, seed: drawn.seed + 1 });
  const byWeek = Array.from({ length: weeks }, () => ({ asked: 0, inTime: 0, peers: 0 }));
  let taken = 0;
  drawn.at.forEach((at, question) => {
    const peerAt = drawn.peerAt[question] ?? Number.POSITIVE_INFINITY;
    const hours = drawn.work[question] ?? 0;
    const next = nextFree(workers, at + world.peersFirstHours);
    let staffAt = Number.POSITIVE_INFINITY;
    if (next && next.at < peerAt) {
      staffAt = next.at + hours;
      next.worker.freeAt = staffAt;
      if (at >= warmUpWeeks * hoursOfWeek) taken += hours;
    }
    const sum = byWeek[Math.floor(at / hoursOfWeek)];
    if (!sum) return;
    sum.asked++;
    sum.inTime += Math.min(peerAt, staffAt) - at <= target.withinHours ? 1 : 0;
    sum.peers += peerAt < staffAt ? 1 : 0;
  });
  return summary(byWeek.slice(warmUpWeeks), target, taken, workers.paidHours * drawn.weeks);
}

/** When questions are asked, ascending: Poisson in each hour, with a rate that is drawn around its forecast for each day and week. */
function* questionTimes(world: QuestionWorld, weeks: number, seed: number): Generator<number> {
  const random = seededRandom(seed);
  // What a week is off by is part of what each of its days is off by.
  const daily = Math.sqrt(Math.max(0, world.spread.day ** 2 - world.spread.week ** 2));
  let thisWeek = 1;
  let today = 1;
  for (let hour = 0; hour < weeks * hoursOfWeek; hour++) {
    if (hour % hoursOfWeek === 0) thisWeek = drawFactor(random, world.spread.week);
    if (hour % hoursOfDay === 0) today = drawFactor(random, daily);
    const count = drawPoisson(random, (world.arrivals[hour % hoursOfWeek] ?? 0) * thisWeek * today);
    const moments = Array.from({ length: count }, () => hour + random());
    yield* moments.sort((a, b) => a - b);
  }
}

interface WeekSum {
  readonly asked: number;
  readonly inTime: number;
  readonly peers: number;
}

function summary(weeks: readonly WeekSum[], target: QuestionTarget, taken: number, paidHours: number): QuestionOutcome {
  const asked = weeks.reduce((sum, week) => sum + week.asked, 0);
  const busy = weeks.filter((week) => week.asked > 0);
  const held = busy.filter((week) => week.inTime >= target.share * week.asked).length;
  return {
    answeredWithin: ratioOf(weeks, (week) => week.inTime),
    peerShare: ratioOf(weeks, (week) => week.peers),
    occupancy: paidHours > 0 ? Math.min(1, taken / paidHours) : 0,
    targetHolds: wilsonInterval(held, busy.length),
    weeks: weeks.length,
    questions: asked,
  };
}

/** A share of all questions with its error: weeks are what is drawn, so the error is that of a ratio of weekly sums (delta method). */
function ratioOf(weeks: readonly WeekSum[], of: (week: WeekSum) => number): Estimate {
  const asked = weeks.reduce((sum, week) => sum + week.asked, 0);
  if (asked === 0) return { value: 0, error: 0 };
  const value = weeks.reduce((sum, week) => sum + of(week), 0) / asked;
  const mean = asked / weeks.length;
  const { error } = estimateOf(weeks.map((week) => (of(week) - value * week.asked) / mean));
  return { value, error };
}
