import { kaplanMeier, survivalAt, type Span as Watch } from "../../statistics/index.ts";

/** What members do by themselves: a share of questions that one of them answers ever, half of those within the median. */
export interface Peers {
  readonly shareEver: number;
  readonly medianHours: number;
}

/** What nobody has measured yet (EVIDENCE section 6): 45 % ever, half of those within 3 hours. */
export const assumedPeers: Peers = { shareEver: 0.45, medianHours: 3 };

/** P(a member has answered within so many hours): a share of exponential times. */
export function peersAnsweredWithin({ shareEver, medianHours }: Peers, hours: number): number {
  return hours <= 0 ? 0 : shareEver * (1 - 2 ** (-hours / medianHours));
}

/** How long until a first answer of a member is waited for before it is taken for never: 30 days. */
const ever = 30 * 24;
const leastQuestions = 30;
const leastAnswers = 10;

/**
 * Measures what members do, from times until a member's first answer, in hours. Where staff answered first, or nobody did yet,
 * the watch ended there: those questions count for as long as they were open to members. Null where too few were seen.
 */
export function measurePeers(watches: readonly Watch[]): Peers | null {
  const curve = kaplanMeier(watches);
  if (curve.count < leastQuestions || curve.events < leastAnswers) return null;
  const shareEver = Math.min(0.99, 1 - survivalAt(curve, ever).survival);
  const half = curve.steps.find(({ survival }) => 1 - survival >= shareEver / 2);
  return { shareEver, medianHours: Math.max(half?.time ?? assumedPeers.medianHours, 0.05) };
}
