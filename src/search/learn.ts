import { seededRandom, shuffle } from "../statistics/index.ts";
import { trainDecider } from "./decision.ts";
import { type Example, exampleOf, outcomesOf, rankerFrom } from "./examples.ts";
import type { FieldedIndex } from "./fielded-index.ts";
import { lessonOf, pairsOf, textPairs, vocabularyOf } from "./lessons.ts";
import { type LearnedModel, Ranking } from "./ranking.ts";
import { defaultVectorSettings, trainVectors } from "./train-vectors.ts";
import type { VectorSettings } from "./vector-settings.ts";
import type { WordVectors } from "./word-vectors.ts";

/** From so many clusters of links on, parts of them are set aside instead of taking turns. */
const ENOUGH_TO_SET_ASIDE = 3000;
/** Learning from fewer clusters would follow chance. */
export const FEWEST_CLUSTERS = 30;
/** Below so many documents half the dimensions hold all there is to learn. */
const SMALL_INDEX = 20_000;
const FOLDS = 2;

export interface LearnSettings {
  readonly seed: number;
  readonly vectors: Partial<VectorSettings>;
}

/** A step of learning, for a progress bar; `done` of `of` within `part`. */
export interface LearnProgress {
  readonly part: string;
  readonly done: number;
  readonly of: number;
}

/**
 * Learns vectors, re-ranker and decision from clusters of documents that answer each other (keys of the index). Vectors and
 * re-ranker never learn from the same links: with many, parts are set aside (86 % vectors, 10 % re-ranker, 4 % calibration);
 * with few, each half gets its features from vectors that have not seen it, and the final vectors learn from all.
 * Yields often; the same index, links and seed give the same model. Undefined below 30 clusters.
 */
export function* learn(
  index: FieldedIndex,
  clusters: readonly (readonly number[])[],
  settings: LearnSettings,
): Generator<LearnProgress, LearnedModel | undefined> {
  const known = clusters.map((keys) => [...new Set(keys)].filter((key) => index.keys.get(key) >= 0));
  const useful = shuffle(
    known.filter((keys) => keys.length > 1),
    seededRandom(settings.seed),
  );
  if (useful.length < FEWEST_CLUSTERS) return undefined;
  const count = useful.length;
  if (count >= ENOUGH_TO_SET_ASIDE) {
    const forVectors = useful.slice(0, Math.floor(count * 0.86));
    const forRanker = useful.slice(forVectors.length, Math.floor(count * 0.96));
    const forCalibration = useful.slice(forVectors.length + forRanker.length);
    const vectors = yield* learnVectors(index, forVectors, settings);
    const ranking = new Ranking(index, undefined, vectors);
    const examples = yield* examplesOf(ranking, forRanker, settings.seed);
    const ranker = rankerFrom(examples, settings.seed);
    const outcomes = examples.flatMap((example) => outcomesOf(example, ranker));
    const held = yield* examplesOf(ranking, forCalibration, settings.seed);
    const heldBack = held.flatMap((example) => outcomesOf(example, ranker));
    return { vectors, ranker, decider: trainDecider(outcomes, heldBack, settings.seed) };
  }
  const folds: Example[][] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const others = useful.filter((_keys, at) => at % FOLDS !== fold);
    const vectors = yield* learnVectors(index, others, settings);
    const own = useful.filter((_keys, at) => at % FOLDS === fold);
    folds.push(yield* examplesOf(new Ranking(index, undefined, vectors), own, settings.seed));
  }
  const outcomes = folds.flatMap((fold, at) => {
    const ranker = rankerFrom(
      folds.flatMap((other, place) => (place === at ? [] : other)),
      settings.seed,
    );
    return fold.flatMap((example) => outcomesOf(example, ranker));
  });
  const ranker = rankerFrom(folds.flat(), settings.seed);
  const vectors = yield* learnVectors(index, useful, settings);
  const half = outcomes.filter((_one, at) => at % 4 < 2);
  const rest = outcomes.filter((_one, at) => at % 4 >= 2);
  return { vectors, ranker, decider: trainDecider(half, rest, settings.seed) };
}

function* learnVectors(
  index: FieldedIndex,
  clusters: readonly (readonly number[])[],
  settings: LearnSettings,
): Generator<LearnProgress, WordVectors> {
  const ranking = new Ranking(index);
  const vocabulary = vocabularyOf(ranking);
  const pairs = [];
  for (const [at, keys] of clusters.entries()) {
    pairs.push(...pairsOf(ranking, keys, vocabulary.rows));
    if (at % 100 === 0) yield { part: "pairs", done: at, of: clusters.length };
  }
  pairs.push(...textPairs(index, vocabulary.rows));
  const training = trainVectors(vocabulary.terms, vocabulary.scales, pairs, {
    ...defaultVectorSettings,
    dimensions: index.size < SMALL_INDEX ? 128 : defaultVectorSettings.dimensions,
    seed: settings.seed,
    ...settings.vectors,
  });
  for (;;) {
    const step = training.next();
    if (step.done) return step.value;
    yield { part: "vectors", done: step.value.epoch, of: step.value.epochs };
  }
}

function* examplesOf(
  ranking: Ranking,
  clusters: readonly (readonly number[])[],
  seed: number,
): Generator<LearnProgress, Example[]> {
  const random = seededRandom(seed + 7);
  const examples: Example[] = [];
  for (const [at, keys] of clusters.entries()) {
    examples.push(exampleOf(ranking, lessonOf(ranking.index, keys, random)));
    if (at % 20 === 0) yield { part: "features", done: at, of: clusters.length };
  }
  return examples;
}
