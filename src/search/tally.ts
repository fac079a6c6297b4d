import { withRoom } from "./growable.ts";

/** Counts of small whole numbers, such as terms: an array and no map, because a search counts the tags of thousands of documents. */
export class Tally {
  #counts = new Uint32Array(64);
  /** What was counted, in the order in which it was met. */
  #met = new Uint32Array(64);
  #size = 0;

  add(number: number): void {
    if (number >= this.#counts.length) this.#counts = withRoom(this.#counts, number + 1);
    if ((this.#counts[number] as number) === 0) {
      if (this.#size === this.#met.length) this.#met = withRoom(this.#met, this.#size + 1);
      this.#met[this.#size++] = number;
    }
    (this.#counts[number] as number)++;
  }

  /** The `most` numbers that were counted most often, each with its count; begins anew. */
  take(most: number): [number: number, count: number][] {
    const counts = this.#counts;
    const best: [number, number][] = [];
    for (let at = 0; at < this.#size; at++) {
      const number = this.#met[at] as number;
      const count = counts[number] as number;
      counts[number] = 0;
      if (best.length === most && count <= (best[most - 1]?.[1] ?? 0)) continue;
      if (best.length === most) best.pop();
      let place = best.length;
      while (place > 0 && (best[place - 1]?.[1] ?? 0) < count) place--;
      best.splice(place, 0, [number, count]);
    }
    this.#size = 0;
    return best;
  }
}
