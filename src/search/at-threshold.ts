import type { Decision } from "./decision.ts";

/** The same decision by the threshold of a group; by the learned one where it sets none. At 1 "this is solved" is never said. */
export function atThreshold(decision: Decision, threshold: number | null): Decision {
  const { verdict, probability } = decision;
  if (probability === null || threshold === null) return decision;
  if (threshold < 1 && probability >= threshold) return { verdict: "solved", probability };
  return { verdict: verdict === "solved" ? "may-help" : verdict, probability };
}
