import type { Verdict } from "./decision.ts";

/** What somebody was shown while they typed a question: enough to find out later whether it was right to show it. */
export interface ShownSuggestions {
  readonly verdict: Verdict;
  /** How likely the first one answers; null at a cold start. */
  readonly probability: number | null;
  readonly ranking: "cold" | "learned";
  /** Which arm of an experiment this was; null outside of one. */
  readonly arm: string | null;
  /** Questions in the order in which they were shown. */
  readonly questionIds: readonly number[];
}

/** As one line, which a form carries until the person acts: `solved 0.93 learned - 12,15`. */
export function shownLine({ verdict, probability, ranking, arm, questionIds }: ShownSuggestions): string {
  const sure = probability === null ? "-" : probability.toFixed(3);
  return [verdict, sure, ranking, arm ?? "-", questionIds.join(",") || "-"].join(" ");
}

const line =
  /^(solved|may-help|nothing) (-|[01](?:\.\d{1,6})?) (cold|learned) (-|[a-z]{1,20}) (-|[1-9]\d{0,14}(?:,[1-9]\d{0,14}){0,9})$/;

/** Reads what `shownLine` wrote; null for anything else, since it went through a browser. */
export function readShownLine(text: string): ShownSuggestions | null {
  const [, verdict, sure, ranking, arm, ids] = line.exec(text) ?? [];
  if (!verdict || !sure || !ids) return null;
  const probability = sure === "-" ? null : Number(sure);
  if (probability !== null && probability > 1) return null;
  return {
    verdict: verdict as Verdict,
    probability,
    ranking: ranking as ShownSuggestions["ranking"],
    arm: arm === "-" ? null : (arm ?? null),
    questionIds: ids === "-" ? [] : [...new Set(ids.split(",").map(Number))],
  };
}
