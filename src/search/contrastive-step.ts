import type { Random } from "../statistics/index.ts";
import type { TrainingPair, VectorSettings } from "./vector-settings.ts";

/** One batch of contrastive learning; holds its working memory. */
export class ContrastiveStep {
  readonly #matrix: Float32Array;
  readonly #squares: Float32Array;
  readonly #settings: VectorSettings;
  readonly #left: Float32Array;
  readonly #right: Float32Array;
  readonly #leftGradient: Float32Array;
  readonly #rightGradient: Float32Array;
  readonly #norms: Float32Array;

  constructor(matrix: Float32Array, squares: Float32Array, settings: VectorSettings) {
    const { batch, dimensions } = settings;
    this.#matrix = matrix;
    this.#squares = squares;
    this.#settings = settings;
    this.#left = new Float32Array(batch * dimensions);
    this.#right = new Float32Array(2 * batch * dimensions);
    this.#leftGradient = new Float32Array(batch * dimensions);
    this.#rightGradient = new Float32Array(2 * batch * dimensions);
    this.#norms = new Float32Array(3 * batch);
  }

  /** Learns from the pairs and returns their mean loss. */
  run(pairs: readonly TrainingPair[], random: Random): number {
    const { dimensions, temperature } = this.#settings;
    const count = pairs.length;
    const lefts: (readonly number[])[] = [];
    const rights: (readonly number[])[] = [];
    for (const { one, other } of pairs) {
      const turned = random() < 0.5;
      lefts.push(turned ? other : one);
      rights.push(turned ? one : other);
    }
    for (const { mistaken } of pairs) {
      if (mistaken && mistaken.length > 0)
        rights.push(mistaken[Math.floor(random() * mistaken.length)] as readonly number[]);
    }
    this.#embed(lefts, this.#left, 0);
    this.#embed(rights, this.#right, count);
    this.#leftGradient.fill(0);
    this.#rightGradient.fill(0);
    const similarities = new Float32Array(rights.length);
    let loss = 0;
    for (let row = 0; row < count; row++) {
      let most = Number.NEGATIVE_INFINITY;
      for (let column = 0; column < rights.length; column++) {
        const value = this.#product(row * dimensions, column * dimensions) / temperature;
        similarities[column] = value;
        if (value > most) most = value;
      }
      let total = 0;
      for (let column = 0; column < rights.length; column++) {
        const value = Math.exp((similarities[column] as number) - most);
        similarities[column] = value;
        total += value;
      }
      loss -= Math.log(Math.max(1e-12, (similarities[row] as number) / total));
      for (let column = 0; column < rights.length; column++) {
        const slope = (similarities[column] as number) / total - (column === row ? 1 : 0);
        if (slope > 1e-4 || slope < -1e-4) this.#spread(row * dimensions, column * dimensions, slope / temperature);
      }
    }
    this.#apply(lefts, this.#left, this.#leftGradient, 0, count);
    this.#apply(rights, this.#right, this.#rightGradient, count, count);
    return loss / count;
  }

  #embed(texts: readonly (readonly number[])[], into: Float32Array, firstNorm: number): void {
    const { dimensions } = this.#settings;
    const matrix = this.#matrix;
    texts.forEach((rows, text) => {
      const at = text * dimensions;
      into.fill(0, at, at + dimensions);
      for (const row of rows) {
        const from = row * dimensions;
        for (let axis = 0; axis < dimensions; axis++) {
          into[at + axis] = (into[at + axis] as number) + (matrix[from + axis] as number);
        }
      }
      let square = 0;
      for (let axis = at; axis < at + dimensions; axis++) square += (into[axis] as number) ** 2;
      const norm = Math.sqrt(square) || 1;
      this.#norms[firstNorm + text] = norm;
      for (let axis = at; axis < at + dimensions; axis++) into[axis] = (into[axis] as number) / norm;
    });
  }

  #product(left: number, right: number): number {
    const { dimensions } = this.#settings;
    const a = this.#left;
    const b = this.#right;
    let sum = 0;
    for (let axis = 0; axis < dimensions; axis++) sum += (a[left + axis] as number) * (b[right + axis] as number);
    return sum;
  }

  #spread(left: number, right: number, slope: number): void {
    const { dimensions } = this.#settings;
    const a = this.#left;
    const b = this.#right;
    const ga = this.#leftGradient;
    const gb = this.#rightGradient;
    for (let axis = 0; axis < dimensions; axis++) {
      ga[left + axis] = (ga[left + axis] as number) + slope * (b[right + axis] as number);
      gb[right + axis] = (gb[right + axis] as number) + slope * (a[left + axis] as number);
    }
  }

  /** Takes the gradient of the unit vectors back to the sums, and from there to every word of the text. */
  #apply(
    texts: readonly (readonly number[])[],
    units: Float32Array,
    gradients: Float32Array,
    firstNorm: number,
    count: number,
  ): void {
    const { dimensions, learningRate } = this.#settings;
    const matrix = this.#matrix;
    const squares = this.#squares;
    const change = new Float32Array(dimensions);
    texts.forEach((rows, text) => {
      const at = text * dimensions;
      let along = 0;
      for (let axis = 0; axis < dimensions; axis++) {
        along += (gradients[at + axis] as number) * (units[at + axis] as number);
      }
      const scale = 1 / ((this.#norms[firstNorm + text] as number) * count);
      for (let axis = 0; axis < dimensions; axis++) {
        change[axis] = ((gradients[at + axis] as number) - along * (units[at + axis] as number)) * scale;
      }
      for (const row of rows) {
        const into = row * dimensions;
        for (let axis = 0; axis < dimensions; axis++) {
          const slope = change[axis] as number;
          const square = (squares[into + axis] as number) + slope * slope;
          squares[into + axis] = square;
          matrix[into + axis] = (matrix[into + axis] as number) - (learningRate * slope) / Math.sqrt(square + 1e-10);
        }
      }
    });
  }
}
