import { normalQuantile } from "../distributions/normal-quantile.ts";

/** One time under watch: until what was waited for happened, or, with `happened` false, until the watch ended (censored). */
export interface Span {
  /** Not negative; any unit. */
  readonly time: number;
  readonly happened: boolean;
}

/** The curve from one moment on. */
export interface SurvivalStep {
  readonly time: number;
  /** How many were still watched just before. */
  readonly atRisk: number;
  readonly events: number;
  readonly censored: number;
  /** P(it takes longer than `time`). */
  readonly survival: number;
  /** Greenwood's standard error of `survival`. */
  readonly error: number;
  /** Pointwise interval of `survival`; both ends are NaN once nothing survives. */
  readonly low: number;
  readonly high: number;
}

/** What the interval is made on: `log-log` never leaves [0, 1] and holds best in small groups; `log` is R's default. */
export type SurvivalScale = "log-log" | "log";

export interface SurvivalCurve {
  readonly count: number;
  readonly events: number;
  /** One step for each time at which something happened or a watch ended, ascending. */
  readonly steps: readonly SurvivalStep[];
}

/**
 * The share still waiting as time goes by (Kaplan and Meier 1958, doi:10.1080/01621459.1958.10501452), with Greenwood's variance
 * and intervals (Kalbfleisch and Prentice 1980). Those whose watch ended count for as long as they were watched: leaving them
 * out would measure the quick alone. At equal times what happened comes before what was censored.
 */
export function kaplanMeier(
  spans: readonly Span[],
  { scale = "log-log", level = 0.95 }: { readonly scale?: SurvivalScale; readonly level?: number } = {},
): SurvivalCurve {
  const sorted = [...spans].sort((a, b) => a.time - b.time);
  const z = normalQuantile(0.5 + level / 2);
  const steps: SurvivalStep[] = [];
  let survival = 1;
  let greenwood = 0;
  let from = 0;
  while (from < sorted.length) {
    const time = sorted[from]?.time ?? 0;
    let to = from;
    let events = 0;
    for (; to < sorted.length && sorted[to]?.time === time; to++) events += sorted[to]?.happened ? 1 : 0;
    const atRisk = sorted.length - from;
    survival *= 1 - events / atRisk;
    greenwood += events === 0 ? 0 : events / (atRisk * (atRisk - events));
    const error = survival > 0 ? survival * Math.sqrt(greenwood) : 0;
    const band = intervalOf(survival, greenwood, z, scale);
    steps.push({ time, atRisk, events, censored: to - from - events, survival, error, ...band });
    from = to;
  }
  return { count: sorted.length, events: sorted.filter((span) => span.happened).length, steps };
}

function intervalOf(survival: number, greenwood: number, z: number, scale: SurvivalScale) {
  if (survival >= 1) return { low: 1, high: 1 };
  if (survival <= 0) return { low: Number.NaN, high: Number.NaN };
  const root = Math.sqrt(greenwood);
  if (scale === "log") {
    return { low: survival * Math.exp(-z * root), high: Math.min(1, survival * Math.exp(z * root)) };
  }
  const half = (z * root) / Math.abs(Math.log(survival));
  return { low: survival ** Math.exp(half), high: survival ** Math.exp(-half) };
}

/** The curve at one time: the step that holds there; 1 and certain before the first. */
export function survivalAt(
  curve: SurvivalCurve,
  time: number,
): Pick<SurvivalStep, "survival" | "error" | "low" | "high"> {
  const step = curve.steps.findLast((one) => one.time <= time);
  return step ?? { survival: 1, error: 0, low: 1, high: 1 };
}

/** A quantile of the time, null where the curve does not come down so far ("not reached"). */
export interface SurvivalQuantile {
  readonly time: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * The time by which this share has happened, such as .5 for the median, with the interval of Brookmeyer and Crowley (1982,
 * doi:10.2307/2530286): where the curve's band crosses. Where the curve rests exactly on the level, the middle of that rest.
 */
export function survivalQuantile(curve: SurvivalCurve, share: number): SurvivalQuantile {
  const left = 1 - share;
  const cross = (of: (step: SurvivalStep) => number) => crossing(curve, left, of);
  return { time: cross((one) => one.survival), low: cross(({ low }) => low), high: cross(({ high }) => high) };
}

function crossing(curve: SurvivalCurve, left: number, of: (step: SurvivalStep) => number): number | null {
  const slack = 1e-9;
  const events = curve.steps.filter((step) => step.events > 0);
  const at = events.findIndex((step) => of(step) <= left + slack);
  const found = events[at];
  if (!found) return null;
  const next = events[at + 1];
  const rests = Math.abs(of(found) - left) <= slack && next;
  return rests ? (found.time + next.time) / 2 : found.time;
}

/** The mean time within `horizon`, and its standard error. */
export interface RestrictedMean {
  readonly mean: number;
  readonly error: number;
}

/** The area under the curve up to `horizon` (Irwin 1949, doi:10.1017/S0022172400014443), which exists whatever is censored. */
export function restrictedMean(curve: SurvivalCurve, horizon: number): RestrictedMean {
  const steps = curve.steps.filter((step) => step.time < horizon && step.events > 0);
  const starts = [{ time: 0, survival: 1 }, ...steps];
  const areas = starts.map(({ time, survival }, at) => survival * ((starts[at + 1]?.time ?? horizon) - time));
  const mean = areas.reduce((sum, area) => sum + area, 0);
  let rest = mean - (areas[0] ?? 0);
  let variance = 0;
  for (const [at, { atRisk, events }] of steps.entries()) {
    if (atRisk > events) variance += (rest * rest * events) / (atRisk * (atRisk - events));
    rest -= areas[at + 1] ?? 0;
  }
  return { mean, error: Math.sqrt(variance) };
}
