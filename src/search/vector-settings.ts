/** Two texts that mean the same, as rows of the vocabulary, and some that look alike but do not. */
export interface TrainingPair {
  readonly one: readonly number[];
  readonly other: readonly number[];
  /** Rows of texts that BM25 would have found instead; at most the first is used a time. */
  readonly mistaken?: readonly (readonly number[])[];
}

export interface VectorSettings {
  readonly dimensions: number;
  readonly epochs: number;
  readonly batch: number;
  readonly learningRate: number;
  /** Divides cosines before the softmax: smaller makes the nearest mistakes count more. */
  readonly temperature: number;
  readonly seed: number;
}
