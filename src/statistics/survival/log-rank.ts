import { gammaTails } from "../distributions/gamma.ts";
import { kaplanMeier, type Span } from "./kaplan-meier.ts";

export interface LogRank {
  /** Chi-squared with one degree of freedom. */
  readonly chiSquared: number;
  /** P(a difference as great) where both groups wait alike. */
  readonly p: number;
}

/** Whether two groups wait differently long (Mantel 1966; Peto and Peto 1972, doi:10.2307/2344317). */
export function logRank(first: readonly Span[], second: readonly Span[]): LogRank {
  const atRisk = (spans: readonly Span[], time: number) => spans.filter((span) => span.time >= time).length;
  let difference = 0;
  let variance = 0;
  for (const { time, atRisk: all, events } of kaplanMeier([...first, ...second]).steps) {
    if (events === 0) continue;
    const here = atRisk(first, time);
    const happened = first.filter((span) => span.happened && span.time === time).length;
    difference += happened - (events * here) / all;
    if (all > 1) variance += (events * (here / all) * (1 - here / all) * (all - events)) / (all - 1);
  }
  const chiSquared = variance > 0 ? (difference * difference) / variance : 0;
  return { chiSquared, p: gammaTails(0.5, chiSquared / 2).upper };
}
