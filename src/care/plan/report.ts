import type { Expected } from "../../statistics/index.ts";
import { adviceWords, sayAdvice } from "./advice-words.ts";
import type { RotaOutcome } from "./evaluate-rota.ts";
import type { Plan } from "./make-plan.ts";
import type { Advice, PlanOption } from "./options.ts";
import { type PlanSettings, shrinkageOf } from "./settings.ts";
import { coverOf, hoursOfDay, shiftInWords } from "./shift.ts";
import { targetInWords } from "./target.ts";

/** A plan for programs and pages: plain figures, rounded to what they are worth, shifts in words. */
export type PlanReport = ReturnType<typeof reportPlan>;

/** Makes the report of a plan. */
export function reportPlan(plan: Plan) {
  const { settings, forecast } = plan;
  return {
    target: {
      sentence: targetInWords(settings.target),
      work: settings.target.work,
      confidence: settings.confidence,
      timeZone: settings.timeZone,
    },
    seen: plan.seen,
    forecast: {
      level: forecast.level,
      week: rounded(forecast.week),
      tested: forecast.tested,
      weeksMeasured: round(forecast.weeksMeasured),
      dayCv: round(forecast.dayCv),
      weekCv: round(forecast.weekCv),
      hours: forecast.hours.map((hour, at) => ({
        weekday: Math.floor(at / hoursOfDay) + 1,
        hour: at % hoursOfDay,
        ...rounded(hour),
      })),
    },
    assumptions: {
      handlingMinutes: round(settings.handlingMinutes),
      handling: reportHandling(settings.handling),
      peersFirstHours: settings.peersFirstHours,
      patienceMinutes: settings.patienceMinutes,
      absence: settings.absence,
      interruptions: settings.interruptions,
      shrinkage: round(shrinkageOf(settings)),
      mostOccupied: settings.mostOccupied,
      wages: settings.wages,
      peers: { ...plan.peers, shareEver: round(plan.peers.shareEver), medianHours: round(plan.peers.medianHours) },
    },
    hours: {
      solving: rounded(plan.hours.solving),
      building: rounded(plan.hours.building),
      connecting: rounded(plan.hours.connecting),
      total: rounded(plan.hours.total),
      peersFirst: round(plan.hours.peersFirst),
    },
    today: { given: plan.base.given, ...reportOutcome(plan.base), cover: coverOf(plan.base.rota) },
    byPeople: plan.byPeople.map(reportOutcome),
    options: plan.options.map(reportOption),
    advice: {
      kind: plan.advice.kind,
      sentence: sentenceOf(plan.advice),
      person: plan.advice.person && reportOption(plan.advice.person),
      shift: plan.advice.shift && reportOption(plan.advice.shift),
    },
    proposed: plan.proposed && { ...reportOutcome(plan.proposed), cover: coverOf(plan.proposed.rota) },
    weeksPlayed: plan.weeksPlayed,
  };
}

function reportOutcome(outcome: RotaOutcome) {
  return {
    shifts: outcome.rota.map(({ people, shift }) => `${people} x ${shiftInWords(shift)}`),
    people: outcome.people,
    hours: round(outcome.hours),
    cost: round(outcome.cost),
    inTime: round(outcome.inTime.value),
    inTimeError: round(outcome.inTime.error),
    targetHolds: round(outcome.holds.share),
    targetHoldsLow: round(outcome.holds.low),
    targetHoldsHigh: round(outcome.holds.high),
    peerShare: outcome.peerShare === null ? null : round(outcome.peerShare),
    occupancy: round(outcome.occupancy),
    ceiling: outcome.ceiling === null ? null : round(outcome.ceiling),
  };
}

function reportOption({ kind, when, added, people, outcome, gain }: PlanOption) {
  return {
    kind,
    when,
    people,
    shift: shiftInWords(added),
    inTime: round(outcome.inTime.value),
    targetHolds: round(outcome.holds.share),
    gain: { inTime: round(gain.inTime), targetHolds: round(gain.holds), cost: round(gain.cost) },
  };
}

function rounded({ mean, low, high }: Expected): Expected {
  return { mean: round(mean), low: round(low), high: round(high) };
}

/** Four digits after the point: more would be invented. */
function round(value: number): number {
  return Number(value.toFixed(4));
}

/** Where the minutes of an answer come from; the rest is null where nobody measured them. */
function reportHandling(basis: PlanSettings["handling"]) {
  const { source } = basis;
  if (source !== "measured") return { source, low: null, high: null, problems: null, people: null, days: null };
  const { low, high, problems, people, days } = basis;
  return { source, low: round(low), high: round(high), problems, people, days };
}

/** The advice in one line, in English: pages say it in their own languages. */
function sentenceOf({ kind, base, person, shift }: Advice): string {
  const change = (option: PlanOption | null) =>
    option && {
      ...{ people: option.people, when: option.when, shift: shiftInWords(option.added) },
      inTime: option.outcome.inTime.value,
    };
  const now = { inTime: base.inTime.value, targetHolds: base.holds.share };
  const { headline, changes } = sayAdvice(adviceWords.en, {
    kind,
    ...now,
    person: change(person),
    shift: change(shift),
  });
  return [headline, ...changes].join(" ");
}
