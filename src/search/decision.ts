import { type Calibration, calibrate, type Forecast, fitIsotonic, wilsonInterval } from "../statistics/index.ts";
import { FEATURES } from "./features.ts";
import type { RankedCandidates } from "./ranked-candidates.ts";
import { type Ranker, type RankingExample, rankerScore, trainRanker } from "./ranker.ts";

/** Says how likely the first candidate answers: a scoring function, its calibration, and the threshold that was advised. */
export interface Decider {
  readonly scorer: Ranker;
  readonly calibration: Calibration;
  /** The lowest probability from which on at least 90 % were right, surely enough, on links that nothing was trained on. */
  readonly threshold: number;
  /** Share of right first candidates among the links that calibration comes from, half of them without their answers. */
  readonly share: number;
}

/** What a person is told. */
export type Verdict = "solved" | "may-help" | "nothing";

export interface Decision {
  readonly verdict: Verdict;
  /** How likely the first candidate answers; null at a cold start, when nobody knows. */
  readonly probability: number | null;
}

/** Below this probability the first candidate is not worth a person's time. */
const WORTH_A_LOOK = 0.15;
/** Share of right answers that "this is solved" promises. */
export const PROMISED_PRECISION = 0.9;
/** What the decision sees besides the features of the first candidate: how far it stands out. */
const STANDING = 4;

/** The features of a decision about ranked candidates. */
export function decisionRow({ candidates, scores, rows, width }: RankedCandidates): Float32Array {
  const row = new Float32Array(width + STANDING);
  if (candidates.length === 0) return row;
  row.set(rows.subarray(0, width));
  const first = scores[0] as number;
  let total = 0;
  for (const score of scores) total += Math.exp(score - first);
  row[width] = 1 / total;
  row[width + 1] = Math.tanh((first - (scores[1] ?? first - 4)) / 2);
  row[width + 2] = Math.tanh((first - (scores[4] ?? first - 4)) / 4);
  row[width + 3] = Math.tanh(first / 8);
  return row;
}

/** One ranked query of the past with what came of it. */
export interface Outcome {
  readonly row: Float32Array;
  readonly right: boolean;
}

/**
 * Learns to tell right first candidates from wrong ones. The scorer learns from `outcomes`; calibration and threshold come
 * from `heldBack`, which neither the ranker nor the scorer has seen.
 */
export function trainDecider(outcomes: readonly Outcome[], heldBack: readonly Outcome[], seed: number): Decider {
  const scorer = trainRanker(
    outcomes.map(asExample),
    Array.from({ length: outcomes[0]?.row.length ?? FEATURES.length + STANDING }, () => 0),
    { hidden: outcomes.length >= 2000 ? 12 : 0, epochs: 20, learningRate: 0.1, decay: 1e-4, seed },
  );
  const forecasts = heldBack.map(({ row, right }) => ({ score: rankerScore(scorer, row, 0), happened: right }));
  const calibration = fitIsotonic(forecasts, Math.max(10, Math.round(heldBack.length / 60)));
  const likely = forecasts.map(({ score, happened }) => ({ score: calibrate(calibration, score), happened }));
  const share = heldBack.filter(({ right }) => right).length / Math.max(1, heldBack.length);
  return { scorer, calibration, threshold: safeThreshold(likely, PROMISED_PRECISION), share };
}

/** A decision as a choice between the candidate and nothing, which has no features. */
function asExample({ row, right }: Outcome): RankingExample {
  const rows = new Float32Array(2 * row.length);
  rows.set(row);
  return { rows, relevant: Uint8Array.of(right ? 1 : 0, right ? 0 : 1) };
}

/** The lowest threshold at which the share of right answers is at least `promised`, one standard error below what was seen. */
export function safeThreshold(forecasts: readonly Forecast[], promised: number): number {
  const sorted = [...forecasts].sort((a, b) => b.score - a.score);
  let threshold = 1;
  let right = 0;
  sorted.forEach(({ score, happened }, at) => {
    if (happened) right++;
    const next = sorted[at + 1];
    if (next && next.score === score) return;
    if (wilsonInterval(right, at + 1, 1).low >= promised) threshold = score;
  });
  return threshold;
}

/** The calibrated probability that the first candidate answers. */
export function probabilityOf(decider: Decider, ranked: RankedCandidates): number {
  if (ranked.candidates.length === 0) return 0;
  return calibrate(decider.calibration, rankerScore(decider.scorer, decisionRow(ranked), 0));
}

/** Steps of the estimate below; it moves by less than a thousandth after a few dozen. */
const STEPS = 100;

/**
 * The share of questions whose first candidate is right, estimated from nothing but the probabilities given to them: where a
 * community has an answer to more questions than half, they come out higher (Saerens, Latinne and Decaestecker 2002,
 * doi:10.1162/089976602753284446).
 */
export function shareFrom(probabilities: readonly number[], learned: number): number {
  let share = learned;
  for (let step = 0; step < STEPS && probabilities.length > 0; step++) {
    const sum = probabilities.reduce((total, one) => total + forShare(one, learned, share), 0);
    share = Math.min(0.999, Math.max(0.001, sum / probabilities.length));
  }
  return share;
}

/** A probability that was learned where one share of first candidates was right, for where another is (Bayes' rule on the odds). */
export function forShare(probability: number, learned: number, share: number): number {
  const right = (probability * share) / Math.max(1e-6, learned);
  const wrong = ((1 - probability) * (1 - share)) / Math.max(1e-6, 1 - learned);
  return right / Math.max(1e-12, right + wrong);
}

/** What to say: "this is solved" only from the threshold on, which a group may set; never at a cold start. */
export function decide(decider: Decider | undefined, ranked: RankedCandidates, threshold?: number): Decision {
  if (ranked.candidates.length === 0) return { verdict: "nothing", probability: decider ? 0 : null };
  if (!decider) return { verdict: "may-help", probability: null };
  const probability = probabilityOf(decider, ranked);
  if (probability >= (threshold ?? decider.threshold)) return { verdict: "solved", probability };
  return { verdict: probability >= WORTH_A_LOOK ? "may-help" : "nothing", probability };
}
