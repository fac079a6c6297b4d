import type { Random } from "../statistics/index.ts";
import type { TrainingPair, VectorSettings } from "./vector-settings.ts";

/** Shares below this are not worth following. */
const FLAT = 1e-4;

type Four = [number, number, number, number];

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
  /** Products, then slopes, of lefts (rows) with rights (columns). */
  readonly #slopes: Float32Array;
  readonly #width: number;
  readonly #chosen: Uint32Array;
  readonly #change: Float32Array;
  /** Gradients of the batch's words, one place a word; `#rows` says which, `#places` where (0 for nowhere). */
  #sums: Float32Array;
  readonly #rows: number[] = [];
  readonly #places: Int32Array;

  constructor(matrix: Float32Array, squares: Float32Array, settings: VectorSettings) {
    const { batch, dimensions } = settings;
    this.#matrix = matrix;
    this.#squares = squares;
    this.#settings = settings;
    this.#width = 2 * batch + 4;
    this.#slopes = new Float32Array((batch + 2) * this.#width);
    this.#chosen = new Uint32Array(this.#width);
    this.#left = new Float32Array((batch + 2) * dimensions);
    this.#right = new Float32Array(this.#width * dimensions);
    this.#leftGradient = new Float32Array(this.#left.length);
    this.#rightGradient = new Float32Array(this.#right.length);
    this.#change = new Float32Array(dimensions);
    this.#sums = new Float32Array(1024 * dimensions);
    this.#places = new Int32Array(matrix.length / dimensions);
    this.#norms = new Float32Array(3 * batch);
  }

  /** Learns from the pairs and returns their mean loss. */
  run(pairs: readonly TrainingPair[], random: Random): number {
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
    this.#compare(count, rights.length);
    let loss = 0;
    for (let row = 0; row < count; row++) {
      loss -= this.#toSlopes(row, rights.length);
      this.#spread(row, rights.length);
    }
    this.#gather(lefts, this.#left, this.#leftGradient, 0, count);
    this.#gather(rights, this.#right, this.#rightGradient, count, count);
    this.#apply();
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

  /** Products of every left with every right, divided by the temperature; blocks of two by four load each number less often. */
  #compare(lefts: number, rights: number): void {
    const { dimensions, temperature } = this.#settings;
    const a = this.#left;
    const b = this.#right;
    const slopes = this.#slopes;
    const width = this.#width;
    // Rows and columns behind the last ones are computed, too, where a block is not full; nothing reads them.
    for (let row = 0; row < lefts; row += 2) {
      for (let column = 0; column < rights; column += 4) {
        let s0 = 0;
        let s1 = 0;
        let s2 = 0;
        let s3 = 0;
        let t0 = 0;
        let t1 = 0;
        let t2 = 0;
        let t3 = 0;
        let x = row * dimensions;
        let y = column * dimensions;
        for (const end = x + dimensions; x < end; x++, y++) {
          const v = a[x] as number;
          const w = a[x + dimensions] as number;
          const b0 = b[y] as number;
          const b1 = b[y + dimensions] as number;
          const b2 = b[y + 2 * dimensions] as number;
          const b3 = b[y + 3 * dimensions] as number;
          s0 += v * b0;
          s1 += v * b1;
          s2 += v * b2;
          s3 += v * b3;
          t0 += w * b0;
          t1 += w * b1;
          t2 += w * b2;
          t3 += w * b3;
        }
        const at = row * width + column;
        slopes[at] = s0 / temperature;
        slopes[at + 1] = s1 / temperature;
        slopes[at + 2] = s2 / temperature;
        slopes[at + 3] = s3 / temperature;
        slopes[at + width] = t0 / temperature;
        slopes[at + width + 1] = t1 / temperature;
        slopes[at + width + 2] = t2 / temperature;
        slopes[at + width + 3] = t3 / temperature;
      }
    }
  }

  /** Turns a row of products into the slopes of the loss; returns the logarithm of the share that the right one has. */
  #toSlopes(row: number, rights: number): number {
    const { temperature } = this.#settings;
    const slopes = this.#slopes;
    const from = row * this.#width;
    let most = Number.NEGATIVE_INFINITY;
    for (let at = from; at < from + rights; at++) if ((slopes[at] as number) > most) most = slopes[at] as number;
    let total = 0;
    for (let at = from; at < from + rights; at++) {
      const value = Math.exp((slopes[at] as number) - most);
      slopes[at] = value;
      total += value;
    }
    const own = (slopes[from + row] as number) / total;
    for (let at = from; at < from + rights; at++) slopes[at] = (slopes[at] as number) / total / temperature;
    slopes[from + row] = (own - 1) / temperature;
    return Math.log(Math.max(1e-12, own));
  }

  /** Adds a row's slopes to the gradients of both sides, four of the columns that matter at a time. */
  #spread(row: number, rights: number): void {
    const { dimensions, temperature } = this.#settings;
    const slopes = this.#slopes;
    const chosen = this.#chosen;
    const from = row * this.#width;
    const least = FLAT / temperature;
    let count = 0;
    for (let column = 0; column < rights; column++) {
      const slope = slopes[from + column] as number;
      if (slope > least || slope < -least) chosen[count++] = column;
    }
    const a = this.#left;
    const b = this.#right;
    const ga = this.#leftGradient;
    const gb = this.#rightGradient;
    const begin = row * dimensions;
    for (let four = 0; four < count; four += 4) {
      // A block that is not full repeats a column with a slope of nothing.
      const columns = [0, 1, 2, 3].map((at) => chosen[Math.min(count - 1, four + at)] as number);
      const [s0, s1, s2, s3] = columns.map((column, at) => (four + at < count ? slopes[from + column] : 0)) as Four;
      let [y0, y1, y2, y3] = columns.map((column) => column * dimensions) as Four;
      for (let x = begin; x < begin + dimensions; x++, y0++, y1++, y2++, y3++) {
        const v = a[x] as number;
        ga[x] =
          (ga[x] as number) +
          s0 * (b[y0] as number) +
          s1 * (b[y1] as number) +
          s2 * (b[y2] as number) +
          s3 * (b[y3] as number);
        gb[y0] = (gb[y0] as number) + s0 * v;
        gb[y1] = (gb[y1] as number) + s1 * v;
        gb[y2] = (gb[y2] as number) + s2 * v;
        gb[y3] = (gb[y3] as number) + s3 * v;
      }
    }
  }

  /** Takes the gradient of the unit vectors back to the sums of words, and adds it to that of every word of the text. */
  #gather(
    texts: readonly (readonly number[])[],
    units: Float32Array,
    gradients: Float32Array,
    firstNorm: number,
    count: number,
  ): void {
    const { dimensions } = this.#settings;
    const change = this.#change;
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
        const into = this.#placeOf(row) * dimensions;
        const sums = this.#sums;
        for (let axis = 0; axis < dimensions; axis++) {
          sums[into + axis] = (sums[into + axis] as number) + (change[axis] as number);
        }
      }
    });
  }

  /** Where the gradient of a word is summed up in this batch. */
  #placeOf(row: number): number {
    const known = this.#places[row] as number;
    if (known > 0) return known - 1;
    const place = this.#rows.length;
    this.#rows.push(row);
    this.#places[row] = place + 1;
    const { dimensions } = this.#settings;
    if ((place + 1) * dimensions > this.#sums.length) {
      const sums = new Float32Array(this.#sums.length * 2);
      sums.set(this.#sums);
      this.#sums = sums;
    }
    this.#sums.fill(0, place * dimensions, (place + 1) * dimensions);
    return place;
  }

  /** One step of Adagrad for every word of the batch. */
  #apply(): void {
    const { dimensions, learningRate } = this.#settings;
    const matrix = this.#matrix;
    const squares = this.#squares;
    const sums = this.#sums;
    this.#rows.forEach((row, place) => {
      this.#places[row] = 0;
      let into = row * dimensions;
      for (let from = place * dimensions; from < (place + 1) * dimensions; from++, into++) {
        const slope = sums[from] as number;
        const square = (squares[into] as number) + slope * slope;
        squares[into] = square;
        matrix[into] = (matrix[into] as number) - (learningRate * slope) / Math.sqrt(square + 1e-10);
      }
    });
    this.#rows.length = 0;
  }
}
