import { seededRandom, shuffle } from "../../statistics/index.ts";
import { weeklyCost } from "./cost.ts";
import type { Wages, WorkingRules } from "./settings.ts";
import { coverOf, hoursOfDay, hoursOfWeek, joinRota, type Rota, type Shift, weeklyHours } from "./shift.ts";

const daysOfWeek = 7;
const ruined = 2;
const mostSteps = 120;
/** Where many people are needed they are added several at a time, so that a large team takes no longer to plan than a small one. */
const peoplePerStep = 30;
const passes = 3;
/** A shift that nobody works yet has to bring so much more: people remember and swap few shifts better than many. */
const newShiftCosts = 1.25;
/** Hours of handing over and finding one's way in that each shift begun takes, so that long ones go before many short ones. */
const handOverHours = 0.5;

/** Every shift that the rules allow: each length, from each full hour, on each run of days. */
export function allowedShifts(rules: WorkingRules): Shift[] {
  const shifts: Shift[] = [];
  const runs = rules.daysPerWeek >= daysOfWeek ? 1 : daysOfWeek;
  for (const length of rules.shiftHours) {
    if (hoursOfDay - length < rules.restHours) continue;
    for (let from = rules.earliest; from + length <= rules.latest && from < hoursOfDay; from++) {
      for (let first = 0; first < runs; first++) {
        const days = Array.from(
          { length: Math.min(rules.daysPerWeek, daysOfWeek) },
          (_, at) => (first + at) % daysOfWeek,
        );
        shifts.push({ days, spans: [{ from, to: from + length }] });
      }
    }
  }
  return shifts;
}

/** What a rota has to reach. */
export interface RotaGoal {
  /** How good a cover of the week is, by people in each of its 168 hours: `reached` counts, `promise` shows the way there. */
  readonly score: (cover: readonly number[]) => Score;
  readonly reach: number;
  /** Paid hours that the week's work takes in all. */
  readonly hours: number;
}

export interface Score {
  readonly reached: number;
  /** Grows with every person who helps, also where one more is not enough yet to be seen in `reached`. */
  readonly promise: number;
}

interface Candidate {
  readonly shift: Shift;
  readonly cover: readonly number[];
  readonly cost: number;
  readonly hours: number;
}

/**
 * A cheap rota that reaches a goal: people are added one by one where each brings most for what it costs, then taken away or
 * moved while that makes it cheaper (a greedy cover, Chvátal 1979, doi:10.1287/moor.4.3.233, with local search). `rounds` of
 * ruin and recreate follow: two of them are taken out by chance, the gap is filled anew, and what is cheaper stays (Schrimpf
 * and others 2000, doi:10.1006/jcph.1999.6413). Null where the allowed shifts cannot reach the goal.
 */
export function makeRota(shifts: readonly Shift[], goal: RotaGoal, wages: Wages, rounds = 0): Rota | null {
  const people = Math.max(1, Math.round(goal.hours / mostWeeklyHours(shifts) / peoplePerStep));
  const candidates = shifts.map((shift): Candidate => {
    const one = [{ shift, people }];
    const cost = weeklyCost(one, wages) + people * shift.days.length * handOverHours * wages.perHour;
    return { shift, cover: coverOf(one), cost, hours: people * weeklyHours(shift) };
  });
  let chosen = addGreedily([], candidates, goal);
  if (!chosen) return null;
  for (let pass = 0; pass < passes; pass++) if (!improve(chosen, candidates, goal)) break;
  const random = seededRandom(rounds);
  for (let round = 0; round < rounds; round++) {
    const kept = shuffle([...chosen], random).slice(ruined);
    const again = addGreedily(kept, candidates, goal);
    if (!again) continue;
    improve(again, candidates, goal);
    if (costOf(again) < costOf(chosen)) chosen = again;
  }
  return joinRota(chosen.map(({ shift }) => ({ shift, people })));
}

function mostWeeklyHours(shifts: readonly Shift[]): number {
  return Math.max(1, ...shifts.map(weeklyHours));
}

/** Adds to what is there already until the goal is reached. */
function addGreedily(
  begun: readonly Candidate[],
  candidates: readonly Candidate[],
  goal: RotaGoal,
): Candidate[] | null {
  const chosen = [...begun];
  while (!reaches(chosen, goal)) {
    if (chosen.length >= mostSteps) return null;
    const cover = coverOfAll(chosen);
    const before = progress(goal, cover);
    const missing = Math.max(0, goal.hours - hoursOf(chosen));
    const worth = (one: Candidate) => {
      const gain = progress(goal, sum(cover, one.cover)) - before;
      const work = goal.hours > 0 ? Math.min(missing, one.hours) / goal.hours : 0;
      return (gain + work) / (one.cost * (chosen.includes(one) ? 1 : newShiftCosts));
    };
    const best = bestOf(candidates, worth);
    if (!best || worth(best) <= 1e-9) return null;
    chosen.push(best);
  }
  return chosen;
}

function progress(goal: RotaGoal, cover: readonly number[]): number {
  const { reached, promise } = goal.score(cover);
  return Math.min(goal.reach, reached) + Math.min(1, promise);
}

/** Takes somebody away, or moves somebody to a cheaper shift, wherever the goal is still reached; says whether anything changed. */
function improve(chosen: Candidate[], candidates: readonly Candidate[], goal: RotaGoal): boolean {
  const cheapest = [...candidates].sort((a, b) => a.cost - b.cost);
  let changed = false;
  for (let at = chosen.length - 1; at >= 0; at--) {
    const others = chosen.filter((_, other) => other !== at);
    if (reaches(others, goal)) {
      chosen.splice(at, 1);
      changed = true;
      continue;
    }
    const cost = chosen[at]?.cost ?? 0;
    const cover = coverOfAll(others);
    const hours = hoursOf(others);
    const cheaper = cheapest.find(
      (one) =>
        one.cost < cost - 1e-9 &&
        hours + one.hours >= goal.hours &&
        goal.score(sum(cover, one.cover)).reached >= goal.reach,
    );
    if (cheaper) {
      chosen[at] = cheaper;
      changed = true;
    }
  }
  return changed;
}

function reaches(chosen: readonly Candidate[], goal: RotaGoal): boolean {
  return hoursOf(chosen) >= goal.hours - 1e-9 && goal.score(coverOfAll(chosen)).reached >= goal.reach - 1e-9;
}

function hoursOf(chosen: readonly Candidate[]): number {
  return chosen.reduce((total, { hours }) => total + hours, 0);
}

function costOf(chosen: readonly Candidate[]): number {
  return chosen.reduce((total, { cost }) => total + cost, 0);
}

function coverOfAll(chosen: readonly Candidate[]): number[] {
  return chosen.reduce(
    (cover, one) => sum(cover, one.cover),
    Array.from({ length: hoursOfWeek }, () => 0),
  );
}

function sum(a: readonly number[], b: readonly number[]): number[] {
  return a.map((value, at) => value + (b[at] ?? 0));
}

function bestOf<T>(items: readonly T[], worth: (item: T) => number): T | null {
  let best: T | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (const item of items) {
    const value = worth(item);
    if (value > most) {
      best = item;
      most = value;
    }
  }
  return best;
}
