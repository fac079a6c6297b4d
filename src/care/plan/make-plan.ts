import {
  type ArrivalDay,
  type ArrivalForecast,
  backTest,
  type Coverage,
  countQuantile,
  type Expected,
  expectBetween,
  expectWeek,
  forecastArrivals,
  type Span as Watch,
} from "../../statistics/index.ts";
import { liveTrial, questionTrial, type RotaOutcome, type Trial } from "./evaluate-rota.ts";
import { type HoursBudget, hoursBudget, type WeeklyWork } from "./hours-budget.ts";
import { allowedShifts, makeRota } from "./make-rota.ts";
import { type Advice, advise, changesTo, type PlanOption, tryChange, withPeople } from "./options.ts";
import { assumedPeers, measurePeers, type Peers } from "./peers.ts";
import { repairRota } from "./repair-rota.ts";
import type { PlanSettings } from "./settings.ts";
import { hoursOfDay, hoursOfWeek, type Rota, type Shift, weeklyHours } from "./shift.ts";

/** What happened, from a community's log or from a file. */
export interface Lived {
  /** Arrivals by hour, day by day in the planner's time zone, oldest first, without gaps. */
  readonly days: readonly ArrivalDay[];
  /** The first and the last of those days: `2026-03-02`. */
  readonly from: string;
  readonly to: string;
  /** Times until a member's first answer, in hours; none where only arrivals are known. */
  readonly watches: readonly Watch[];
  /** By complete week, oldest first. */
  readonly newcomers: readonly number[];
  readonly posts: readonly number[];
  readonly solved: readonly number[];
}

/** What a plan says. */
export interface Plan {
  readonly settings: PlanSettings;
  /** What the forecast stands on. */
  readonly seen: { readonly from: string; readonly to: string; readonly days: number; readonly arrivals: number };
  readonly forecast: {
    readonly week: Expected;
    /** By hour of the week. */
    readonly hours: readonly Expected[];
    /** How sure the intervals are meant to be, and how many past hours and days they covered when tried; null before three weeks. */
    readonly level: number;
    readonly tested: { readonly hours: Coverage; readonly days: Coverage } | null;
    readonly dayCv: number;
    readonly weekCv: number;
    readonly weeksMeasured: number;
  };
  readonly peers: Peers & { readonly source: "measured" | "given" | "assumed"; readonly questions: number };
  readonly hours: HoursBudget;
  readonly work: WeeklyWork;
  /** Who works today, or office hours where that was not said. */
  readonly base: RotaOutcome & { readonly given: boolean };
  /** The same hours with fewer and with more people. */
  readonly byPeople: readonly RotaOutcome[];
  readonly options: readonly PlanOption[];
  readonly advice: Advice;
  /** The cheapest rota found that reaches the target as surely as wished; null where the working rules allow none. */
  readonly proposed: RotaOutcome | null;
  /** Weeks that each simulation played; 0 where everything was computed. */
  readonly weeksPlayed: number;
}

export interface PlanProgress {
  readonly done: number;
  readonly of: number;
}

const level = 0.8;
const attempts = 8;
const polishing = 12;
const fewer = 2;
const more = 5;
const officeHours: Shift = { days: [0, 1, 2, 3, 4], spans: [{ from: 9, to: 17 }] };

/** Makes a plan of what happened. Pure, and the same for the same inputs; takes some seconds of a processor. */
export function makePlan(lived: Lived, settings: PlanSettings, onProgress?: (at: PlanProgress) => void): Plan {
  const forecast = forecastArrivals(lived.days);
  const hours = Array.from({ length: hoursOfWeek }, (_, hour) =>
    expectBetween(forecast, { weekday: Math.floor(hour / hoursOfDay), slot: hour % hoursOfDay }, level),
  );
  const arrivals = hours.map(({ mean }) => mean);
  const peers = peersOf(lived, settings);
  const work = weeklyWork(lived, forecast);
  const budget = hoursBudget(work, settings.target.work === "live" ? { ...peers, shareEver: 0 } : peers, settings);
  const trial = trialOf(arrivals, forecast, peers, settings);
  const baseRota = settings.rota ?? officeRota(budget);
  const changes = changesTo(baseRota);
  const peopleRotas = Array.from({ length: fewer + more + 1 }, (_, at) => withPeople(baseRota, at - fewer));
  let done = 0;
  const of = 2 + changes.length + peopleRotas.length;
  const step = <T>(value: T): T => {
    done++;
    onProgress?.({ done, of });
    return value;
  };
  const base = step(trial.evaluate(baseRota));
  const options = changes.map((change) => step(tryChange(trial, base, change)));
  const byPeople = peopleRotas.map((rota) => step(rota && trial.evaluate(rota)));
  const proposed = step(propose(trial, budget, settings));
  return {
    settings,
    seen: {
      from: lived.from,
      to: lived.to,
      days: lived.days.length,
      arrivals: lived.days.reduce((sum, day) => sum + day.counts.reduce((total, count) => total + count, 0), 0),
    },
    forecast: {
      week: expectWeek(forecast, level),
      hours,
      level,
      tested: testForecast(lived.days),
      dayCv: forecast.dayCv,
      weekCv: forecast.weekCv,
      weeksMeasured: forecast.weeksMeasured,
    },
    peers,
    hours: budget,
    work,
    base: { ...base, given: settings.rota !== null },
    byPeople: byPeople.filter((one) => one !== null),
    options,
    advice: advise(base, options, settings.confidence),
    proposed,
    weeksPlayed: trial.weeksPlayed,
  };
}

function trialOf(arrivals: readonly number[], forecast: ArrivalForecast, peers: Peers, settings: PlanSettings): Trial {
  const { target } = settings;
  return target.work === "live"
    ? liveTrial(arrivals, forecast, settings, target)
    : questionTrial(arrivals, forecast, peers, settings, target);
}

function peersOf({ watches }: Lived, settings: PlanSettings): Plan["peers"] {
  if (settings.peers) return { ...settings.peers, source: "given", questions: 0 };
  const measured = measurePeers(watches);
  if (measured) return { ...measured, source: "measured", questions: watches.length };
  return { ...assumedPeers, source: "assumed", questions: watches.length };
}

function weeklyWork(lived: Lived, forecast: ArrivalForecast): WeeklyWork {
  const questions = expectWeek(forecast, level);
  return {
    questions,
    newcomers: expectCount(lived.newcomers),
    posts: expectCount(lived.posts),
    solved: expectCount(lived.solved),
  };
}

const recentWeeks = 8;
/** Until there are several weeks to measure it by, weeks are taken to vary by a quarter. */
const assumedWeekCv = 0.25;

/** What a week brings, from the last eight of them. */
function expectCount(weeks: readonly number[]): Expected {
  const recent = weeks.slice(-recentWeeks);
  if (recent.length === 0) return { mean: 0, low: 0, high: 0 };
  const mean = recent.reduce((sum, one) => sum + one, 0) / recent.length;
  const excess = recent.reduce((sum, one) => sum + (one - mean) ** 2, 0) - recent.length * mean;
  const prior = 2;
  const cv2 = (Math.max(0, excess) + prior * (assumedWeekCv * mean) ** 2) / ((recent.length + prior) * mean ** 2 || 1);
  const tail = (1 - level) / 2;
  return {
    mean,
    low: countQuantile(tail, mean, Math.sqrt(cv2)),
    high: countQuantile(1 - tail, mean, Math.sqrt(cv2)),
  };
}

/** Office hours with as many people as the hours of the week ask for. */
function officeRota({ total }: HoursBudget): Rota {
  return [{ shift: officeHours, people: Math.max(1, Math.ceil(total.mean / weeklyHours(officeHours))) }];
}

/**
 * Searches with more and more to spare until the rota found keeps the promise when it is played, then for a cheaper one like it;
 * where that is never enough, the best so far is repaired by playing.
 */
function propose(trial: Trial, budget: HoursBudget, settings: PlanSettings): RotaOutcome | null {
  const shifts = allowedShifts(settings.rules);
  let nearest: RotaOutcome | null = null;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const goal = { ...trial.score(attempt), hours: budget.total.mean };
    const rota = makeRota(shifts, goal, settings.wages);
    const found = rota && trial.evaluate(rota);
    if (!found) continue;
    if (found.holds.share < settings.confidence) {
      if (!nearest || found.holds.share > nearest.holds.share) nearest = found;
      continue;
    }
    const polished = makeRota(shifts, goal, settings.wages, polishing);
    const cheaper = polished && trial.evaluate(polished);
    return cheaper && cheaper.cost < found.cost && cheaper.holds.share >= settings.confidence ? cheaper : found;
  }
  return nearest && repairRota(trial, nearest, shifts, settings.confidence);
}

/** Whether intervals like these kept their promise over the past weeks. */
function testForecast(days: readonly ArrivalDay[]): Plan["forecast"]["tested"] {
  const week = 7;
  if (days.length < 3 * week) return null;
  const first = Math.max(2 * week, days.length - 8 * week);
  const tested = backTest(days, { first, step: week, ahead: week, level });
  return { hours: tested.slots, days: tested.days };
}
