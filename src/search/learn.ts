import { seededRandom, shuffle } from "../statistics/index.ts";
import { type Outcome, trainDecider } from "./decision.ts";
import { learnEmbedded, type Places } from "./embedding/learn-embedded.ts";
import { type Example, exampleOf, outcomesOf, rankerFrom } from "./examples.ts";
import type { FieldedIndex } from "./fielded-index.ts";
import { comparisonsOf, learningHelps, metricsOf } from "./gate.ts";
import { merged } from "./groups.ts";
import { type LearnCheckpoint, resumable } from "./learn-checkpoint.ts";
import { type LearnProgress, learnVectors } from "./learn-vectors.ts";
import { lessonsOf } from "./lessons.ts";
import { type LearnedModel, Ranking } from "./ranking.ts";
import type { VectorSettings } from "./vector-settings.ts";

/** From so many clusters of links on, parts of them are set aside instead of taking turns. */
const ENOUGH_TO_SET_ASIDE = 3000;
/** Learning from fewer clusters would follow chance. */
export const FEWEST_CLUSTERS = 30;
const FOLDS = 2;
/** With few clusters, so many members of each ask for the others. */
const ASKERS = 2;

export interface LearnSettings {
  readonly seed: number;
  readonly vectors: Partial<VectorSettings>;
}

type Clusters = readonly (readonly number[])[];

/**
 * Learns vectors, re-ranker and decision from clusters of documents that answer each other (keys of the index). Vectors and
 * re-ranker never learn from the same links: with many, parts are set aside (86 % vectors, 10 % re-ranker, 4 % calibration);
 * with few, each half gets its features from vectors that have not seen it, and the final vectors learn from all. The
 * re-ranker is kept only if it beats the cold start on links that it was not learned from (`gate.ts`).
 *
 * Yields often; the same index, links and seed give the same model. After every epoch of vectors the progress has a checkpoint;
 * given back as `from` with the same links and settings, learning goes on behind it. Undefined below 30 clusters. With `places` of an
 * embedding service, what it says of likeness is tried as one more feature, on the same lessons.
 */
export function* learn(
  index: FieldedIndex,
  clusters: Clusters,
  settings: LearnSettings,
  from?: LearnCheckpoint,
  places?: Places,
): Generator<LearnProgress, LearnedModel | undefined> {
  // Links that share a document would tell one half about the other.
  const known = merged(clusters.map((keys) => keys.filter((key) => index.keys.get(key) >= 0)));
  const useful = shuffle(
    known.filter((keys) => keys.length > 1),
    seededRandom(settings.seed),
  );
  if (useful.length < FEWEST_CLUSTERS) return undefined;
  const stages = resumable(useful, settings, from);
  const vectorsFrom = (part: Clusters) => learnVectors(index, part, settings, stages);
  const askers = useful.length >= ENOUGH_TO_SET_ASIDE ? 1 : ASKERS;
  const examplesWith = (vectors: LearnedModel["vectors"], part: Clusters) =>
    examplesOf(new Ranking(index, undefined, vectors), part, settings.seed, askers);
  const { seed } = settings;

  if (useful.length >= ENOUGH_TO_SET_ASIDE) {
    const [forVectors, forRanker, forCalibration] = setAside(useful);
    const vectors = yield* vectorsFrom(forVectors);
    const examples = yield* examplesWith(vectors, forRanker);
    const held = yield* examplesWith(vectors, forCalibration);
    const learned = rankerFrom(examples, seed);
    const comparisons = comparisonsOf(held, learned);
    yield { part: "compared", done: held.length, of: held.length, metrics: metricsOf(comparisons) };
    const ranker = learningHelps(comparisons) ? learned : undefined;
    const outcomes = (part: readonly Example[]): Outcome[] => part.flatMap((one) => outcomesOf(one, ranker));
    const decider = trainDecider(outcomes(examples), outcomes(held), seed);
    const rounds = [{ taught: examples, held, before: ranker }];
    return { vectors, ranker, decider, embedded: places && learnEmbedded(rounds, places, seed) };
  }

  const folds: Example[][] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const vectors = yield* vectorsFrom(useful.filter((_keys, at) => at % FOLDS !== fold));
    const own = useful.filter((_keys, at) => at % FOLDS === fold);
    folds.push(yield* examplesWith(vectors, own));
  }
  const rankers = folds.map((_own, at) =>
    rankerFrom(
      folds.flatMap((other, place) => (place === at ? [] : other)),
      seed,
    ),
  );
  const comparisons = folds.flatMap((fold, at) => comparisonsOf(fold, rankers[at] as (typeof rankers)[0]));
  yield { part: "compared", done: comparisons.length, of: comparisons.length, metrics: metricsOf(comparisons) };
  const helps = learningHelps(comparisons);
  const outcomes = folds.flatMap((fold, at) => fold.flatMap((one) => outcomesOf(one, helps ? rankers[at] : undefined)));
  const rounds = folds.map((held, at) => ({
    taught: folds.flatMap((other, place) => (place === at ? [] : other)),
    held,
    before: helps ? rankers[at] : undefined,
  }));
  const embedded = places && learnEmbedded(rounds, places, seed);
  const vectors = yield* vectorsFrom(useful);
  const half = outcomes.filter((_one, at) => at % 4 < 2);
  const rest = outcomes.filter((_one, at) => at % 4 >= 2);
  return {
    vectors,
    ranker: helps ? rankerFrom(folds.flat(), seed) : undefined,
    decider: trainDecider(half, rest, seed),
    embedded,
  };
}

function setAside(clusters: Clusters): [Clusters, Clusters, Clusters] {
  const first = Math.floor(clusters.length * 0.86);
  const second = Math.floor(clusters.length * 0.96);
  return [clusters.slice(0, first), clusters.slice(first, second), clusters.slice(second)];
}

function* examplesOf(
  ranking: Ranking,
  clusters: Clusters,
  seed: number,
  askers: number,
): Generator<LearnProgress, Example[]> {
  const random = seededRandom(seed + 7);
  const examples: Example[] = [];
  for (const [at, keys] of clusters.entries()) {
    const lessons = lessonsOf(ranking.index, keys, random, askers);
    examples.push(...lessons.map((lesson) => exampleOf(ranking, lesson, keys[0] as number)));
    if (at % 20 === 0) yield { part: "features", done: at, of: clusters.length };
  }
  return examples;
}
