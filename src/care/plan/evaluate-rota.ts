import type { ArrivalForecast } from "../../statistics/index.ts";
import { ceilingOfCover } from "./clock-cover.ts";
import { weeklyCost } from "./cost.ts";
import { flowOfWeek } from "./flow-of-week.ts";
import { agentsByHour, type LiveTarget, type LiveWorld, liveOutcomes } from "./live-line.ts";
import type { Score } from "./make-rota.ts";
import type { Peers } from "./peers.ts";
import type { PlanSettings } from "./settings.ts";
import { coverOf, peopleOf, type Rota, rotaHours } from "./shift.ts";
import { drawQuestions, playQuestions, type QuestionTarget, type QuestionWorld } from "./simulate-questions.ts";

/** What a rota gives and costs. Shares lie in [0, 1]; an interval says how sure the figure itself is. */
export interface RotaOutcome {
  readonly rota: Rota;
  readonly people: number;
  readonly hours: number;
  /** Of a week, in the planner's currency. */
  readonly cost: number;
  /** The share answered (or served) in time, and its Monte Carlo error; 0 where it was computed exactly. */
  readonly inTime: { readonly value: number; readonly error: number };
  /** P(the target holds): in a week for questions, in an hour for live work. */
  readonly holds: { readonly share: number; readonly low: number; readonly high: number };
  /** The share whose first answer is a member's; null for live work. */
  readonly peerShare: number | null;
  /** The share of paid time that goes to answers. */
  readonly occupancy: number;
  /** What these hours of duty allow however many people are on them; null for live work, where heads decide. */
  readonly ceiling: number | null;
}

/** One kind of work, ready to try rotas on. */
export interface Trial {
  evaluate(rota: Rota): RotaOutcome;
  /** A quick score for a search: `attempt` 0, 1, 2, … asks for more and more to spare. */
  score(attempt: number): { readonly score: (cover: readonly number[]) => Score; readonly reach: number };
  /** Weeks that a simulation plays; 0 where none is needed. */
  readonly weeksPlayed: number;
}

/** A simulation plays so many weeks, or fewer where that would be more questions than this. */
const mostWeeks = 120;
const fewestWeeks = 30;
const mostQuestions = 150_000;
const seed = 1;

/** Sets up the simulation of questions. */
export function questionTrial(
  arrivals: readonly number[],
  forecast: Pick<ArrivalForecast, "dayCv" | "weekCv">,
  peers: Peers,
  settings: PlanSettings,
  target: QuestionTarget,
): Trial {
  const world: QuestionWorld = {
    arrivals,
    spread: { day: Math.max(forecast.dayCv, forecast.weekCv), week: forecast.weekCv },
    peers,
    peersFirstHours: settings.peersFirstHours,
    // Pauses and meetings make every answer take longer by the clock.
    handlingMinutes: settings.handlingMinutes / (1 - settings.interruptions),
    absence: settings.absence,
  };
  const weekly = arrivals.reduce((sum, one) => sum + one, 0);
  const weeksPlayed = Math.round(Math.max(fewestWeeks, Math.min(mostWeeks, mostQuestions / Math.max(1, weekly))));
  const asked = drawQuestions(world, { weeks: weeksPlayed, seed });
  return {
    weeksPlayed,
    evaluate(rota) {
      const played = playQuestions(asked, world, rota, target);
      return {
        ...factsOf(rota, settings),
        inTime: played.answeredWithin,
        holds: played.targetHolds,
        peerShare: played.peerShare.value,
        occupancy: played.occupancy,
        ceiling: ceilingOfCover(world, coverOf(rota), target),
      };
    },
    score(attempt) {
      const heavier = { ...world, arrivals: arrivals.map((one) => one * (1 + 0.1 * attempt)) };
      const flow = flowOfWeek(heavier, target);
      return {
        score: (cover) => {
          const { inTime, savable } = flow(cover);
          return { reached: inTime, promise: savable };
        },
        reach: Math.min(0.999, target.share + 0.012 * attempt),
      };
    },
  };
}

/** Sets up the lines of live work. */
export function liveTrial(
  arrivals: readonly number[],
  forecast: Pick<ArrivalForecast, "slotCv">,
  settings: PlanSettings,
  target: LiveTarget,
): Trial {
  const world: LiveWorld = {
    arrivals,
    cv: forecast.slotCv,
    handlingMinutes: settings.handlingMinutes,
    patienceMinutes: settings.patienceMinutes,
  };
  const onDuty = (cover: readonly number[]) =>
    cover.map((people) => people * (1 - settings.absence) * (1 - settings.interruptions));
  const outcomeOf = liveOutcomes(world, target);
  const needed = agentsByHour(world, target, settings.confidence);
  const weights = world.arrivals.map((one, hour) => ((needed[hour] ?? 0) > 0 ? one : 0));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return {
    weeksPlayed: 0,
    evaluate(rota) {
      const found = outcomeOf(onDuty(coverOf(rota)));
      return {
        ...factsOf(rota, settings),
        inTime: { value: found.answeredWithin, error: 0 },
        holds: { share: found.targetHolds, low: found.targetHolds, high: found.targetHolds },
        peerShare: null,
        occupancy: found.occupancy * (1 - settings.absence) * (1 - settings.interruptions),
        ceiling: null,
      };
    },
    score: (attempt) => ({
      score: (cover) => {
        const there = onDuty(cover);
        const filled = weights.reduce(
          (sum, weight, hour) => sum + weight * Math.min(1, (there[hour] ?? 0) / Math.max(1, needed[hour] ?? 0)),
          0,
        );
        const share = all > 0 ? filled / all : 1;
        return { reached: share, promise: share };
      },
      reach: Math.min(1, settings.confidence + 0.025 * attempt),
    }),
  };
}

function factsOf(rota: Rota, { wages }: PlanSettings) {
  return { rota, people: peopleOf(rota), hours: rotaHours(rota), cost: weeklyCost(rota, wages) };
}
