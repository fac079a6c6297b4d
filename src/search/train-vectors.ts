import { type Random, seededRandom, shuffle } from "../statistics/index.ts";
import { ContrastiveStep } from "./contrastive-step.ts";
import type { TrainingPair, VectorSettings } from "./vector-settings.ts";
import type { WordVectors } from "./word-vectors.ts";

export const defaultVectorSettings: VectorSettings = {
  dimensions: 256,
  epochs: 8,
  batch: 256,
  learningRate: 0.1,
  temperature: 0.07,
  seed: 1,
};

/** Everything needed to go on with a training that was stopped between two epochs. */
export interface VectorCheckpoint {
  readonly epoch: number;
  readonly matrix: Float32Array;
  readonly squares: Float32Array;
}

/** How far a training is. */
export interface VectorProgress {
  readonly epoch: number;
  readonly epochs: number;
  /** Mean loss of the epoch so far, in nats. */
  readonly loss: number;
  /** Set at the end of an epoch. */
  readonly checkpoint?: VectorCheckpoint;
}

/**
 * Learns static vectors so that linked texts lie closer together than others (contrastive loss with the other pairs of the
 * batch as contrast, van den Oord et al. 2018, arXiv:1807.03748; Adagrad). A text is the sum of its words' vectors. Words
 * start at random, scaled by `scales` (their rarity), so that unlearned words still work like a sketch of word overlap.
 * Yields after each batch, so that a worker stays responsive; equal input and seed give equal vectors.
 */
export function* trainVectors(
  terms: readonly string[],
  scales: readonly number[],
  pairs: readonly TrainingPair[],
  settings: VectorSettings,
  from?: VectorCheckpoint,
): Generator<VectorProgress, WordVectors> {
  const { dimensions, epochs, batch } = settings;
  const matrix = from ? from.matrix.slice() : startMatrix(terms.length, scales, settings);
  const squares = from ? from.squares.slice() : new Float32Array(matrix.length);
  const step = new ContrastiveStep(matrix, squares, settings);
  for (let epoch = from?.epoch ?? 0; epoch < epochs; epoch++) {
    const random = seededRandom(settings.seed * 1000 + epoch);
    const order = shuffle(Uint32Array.from(pairs.keys()), random);
    let loss = 0;
    let batches = 0;
    for (let start = 0; start + 1 < order.length; start += batch) {
      const chosen = Array.from(order.subarray(start, start + batch), (at) => pairs[at] as TrainingPair);
      loss += step.run(chosen, random);
      batches++;
      yield { epoch, epochs, loss: loss / batches };
    }
    yield {
      epoch: epoch + 1,
      epochs,
      loss: loss / Math.max(1, batches),
      checkpoint: { epoch: epoch + 1, matrix: matrix.slice(), squares: squares.slice() },
    };
  }
  return { dimensions, terms, matrix };
}

function startMatrix(count: number, scales: readonly number[], settings: VectorSettings): Float32Array {
  const random: Random = seededRandom(settings.seed);
  const matrix = new Float32Array(count * settings.dimensions);
  for (let row = 0; row < count; row++) {
    const scale = (scales[row] ?? 1) / Math.sqrt(settings.dimensions);
    for (let axis = 0; axis < settings.dimensions; axis++) {
      // The sum of three uniform numbers is near enough to a normal one.
      const value = (random() + random() + random() - 1.5) * 2;
      matrix[row * settings.dimensions + axis] = value * scale;
    }
  }
  return matrix;
}
