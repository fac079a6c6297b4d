import type { Expected } from "../../statistics/index.ts";
import type { RotaOutcome } from "./evaluate-rota.ts";
import type { Plan } from "./make-plan.ts";
import type { Advice, PlanOption } from "./options.ts";
import { shrinkageOf } from "./settings.ts";
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
      handlingMinutes: settings.handlingMinutes,
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
      sentence: adviceInWords(plan.advice),
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

/** The advice in words, made of the marginal values alone. */
export function adviceInWords(advice: Advice): string {
  const { kind, base, person, shift } = advice;
  const from = percent(base.inTime.value);
  const people = person?.people ?? 1;
  const heads = people === 1 ? "another person" : `${people} more people`;
  const hours = shift
    ? `${people === 1 ? "" : `${people} people on `}${shiftNames[shift.when ?? "evening"]}`
    : "other hours";
  const s = people === 1 ? "s" : "";
  const changes = [
    person &&
      `${capital(heads)} (${shiftInWords(person.added)}): ${from} in time becomes ${percent(person.outcome.inTime.value)}.`,
    shift &&
      `${capital(hours)} (${shiftInWords(shift.added)}): ${from} in time becomes ${percent(shift.outcome.inTime.value)}.`,
  ].filter((one) => one !== null);
  const headline = {
    holds: `The target holds with these shifts, ${percent(base.holds.share)} of the time.`,
    hours: `${capital(heads)} change${s} nothing; ${hours} do${people === 1 ? "es" : ""}.`,
    shift: `${capital(hours)} buy${s} most for the cost.`,
    person: `${capital(heads)} buy${s} most for the cost.`,
    nothing: "No single change moves it; it takes several at once.",
  } as const;
  return [headline[kind], ...changes].join(" ");
}

const shiftNames = {
  early: "a shift early in the morning",
  morning: "a shift in the late morning",
  afternoon: "a shift in the afternoon",
  evening: "an evening shift",
  late: "a late shift",
  night: "a night shift",
  weekend: "a weekend shift",
} as const;

function percent(share: number): string {
  return `${(100 * share).toFixed(share > 0.995 && share < 1 ? 1 : 0)} %`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
