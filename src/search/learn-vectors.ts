import type { FieldedIndex } from "./fielded-index.ts";
import type { GateMetrics } from "./gate.ts";
import type { LearnCheckpoint, Stages } from "./learn-checkpoint.ts";
import { pairsOf, textPairs, vocabularyOf } from "./lessons.ts";
import { Ranking } from "./ranking.ts";
import { defaultVectorSettings, trainVectors } from "./train-vectors.ts";
import type { TrainingPair, VectorSettings } from "./vector-settings.ts";
import type { WordVectors } from "./word-vectors.ts";

/** A step of learning, for a progress bar; `done` of `of` within `part`. */
export interface LearnProgress {
  readonly part: string;
  readonly done: number;
  readonly of: number;
  /** Set after each epoch: all that is needed to go on from here. */
  readonly checkpoint?: LearnCheckpoint;
  /** Set once: how what was learned compares with the cold start on links that it was not learned from. */
  readonly metrics?: GateMetrics;
}

/** Learns vectors from clusters and from the texts themselves, as the next stage of a learning; a finished stage is not repeated. */
export function* learnVectors(
  index: FieldedIndex,
  clusters: readonly (readonly number[])[],
  settings: { readonly seed: number; readonly vectors: Partial<VectorSettings> },
  stages: Stages,
): Generator<LearnProgress, WordVectors> {
  const done = stages.next();
  if (done) return done;
  const ranking = new Ranking(index);
  const vocabulary = vocabularyOf(ranking);
  const pairs: TrainingPair[] = [];
  for (const [at, keys] of clusters.entries()) {
    pairs.push(...pairsOf(ranking, keys, vocabulary.rows));
    if (at % 100 === 0) yield { part: "pairs", done: at, of: clusters.length };
  }
  pairs.push(...textPairs(index, vocabulary.rows));
  const training = trainVectors(
    vocabulary.terms,
    vocabulary.scales,
    pairs,
    { ...defaultVectorSettings, seed: settings.seed, ...settings.vectors },
    stages.running(vocabulary.terms),
  );
  for (;;) {
    const step = training.next();
    if (step.done) {
      stages.finish(step.value);
      return step.value;
    }
    const { epoch, epochs, checkpoint } = step.value;
    yield {
      part: "vectors",
      done: epoch,
      of: epochs,
      ...(checkpoint ? { checkpoint: stages.checkpoint(vocabulary.terms, checkpoint) } : {}),
    };
  }
}
