import type { Example } from "./examples.ts";
import type { Ranker } from "./ranker.ts";
import { coldRankerFor, orderOf } from "./ranking.ts";

/**
 * Standard errors by which learning must be better before it is used. Half of one: chance alone passes three times in ten, but what
 * is used learns from twice as many links as what is compared, and so is better than it looks.
 */
const SURE = 0.5;

/** One lesson ranked by what was learned from other links, and by the cold start. */
export interface Comparison {
  readonly cluster: number;
  readonly learned: number;
  readonly cold: number;
  /** Whether each order puts a right answer first. */
  readonly learnedFirst: boolean;
  readonly coldFirst: boolean;
}

/** What an administrator is shown of the comparisons: means and counts over the same lessons. */
export interface GateMetrics {
  readonly lessons: number;
  readonly coldMerit: number;
  readonly learnedMerit: number;
  readonly coldFirst: number;
  readonly learnedFirst: number;
}

/** Compares both orders on lessons that neither the vectors nor the ranker have seen: with the cold start's, or what ranked before. */
export function comparisonsOf(examples: readonly Example[], ranker: Ranker, before?: Ranker): Comparison[] {
  return examples.map((example) => {
    const learned = meritOf(example, ranker);
    const cold = meritOf(example, before);
    const { cluster } = example;
    return { cluster, learned: learned.merit, cold: cold.merit, learnedFirst: learned.first, coldFirst: cold.first };
  });
}

export function metricsOf(comparisons: readonly Comparison[]): GateMetrics {
  const lessons = comparisons.length;
  const mean = (of: (one: Comparison) => number): number =>
    comparisons.reduce((sum, one) => sum + of(one), 0) / Math.max(1, lessons);
  return {
    lessons,
    coldMerit: mean(({ cold }) => cold),
    learnedMerit: mean(({ learned }) => learned),
    coldFirst: comparisons.filter(({ coldFirst }) => coldFirst).length,
    learnedFirst: comparisons.filter(({ learnedFirst }) => learnedFirst).length,
  };
}

/**
 * Whether what was learned is used: only when it beats the cold start on links it was not learned from by more than half a standard
 * error of the paired differences, where lessons of one cluster count as one. A community with few links, or with links that teach
 * nothing, keeps the cold start's order.
 */
export function learningHelps(comparisons: readonly Pick<Comparison, "cluster" | "learned" | "cold">[]): boolean {
  const clusters = [...Map.groupBy(comparisons, ({ cluster }) => cluster).values()];
  if (clusters.length < 2) return false;
  const gains = clusters.map((lessons) => meanOf(lessons.map(({ learned, cold }) => learned - cold)));
  const mean = meanOf(gains);
  const variance = gains.reduce((sum, gain) => sum + (gain - mean) ** 2, 0) / (gains.length - 1);
  return mean > SURE * Math.sqrt(variance / gains.length);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** How good an order is for one lesson, 0 to 1: half how early the first answer comes, half the answers among the first ten. */
function meritOf(example: Example, ranker: Ranker | undefined): { merit: number; first: boolean } {
  const { order } = orderOf(example.asked, ranker ?? coldRankerFor(example.long));
  const hits = order.map((at) => example.relevantRows[at] === 1);
  const first = hits.indexOf(true);
  const early = hits.slice(0, 10).filter((hit) => hit).length;
  const merit = (first < 0 ? 0 : 1 / (first + 1)) / 2 + early / Math.max(1, example.relevant.size) / 2;
  return { merit, first: first === 0 };
}
