import { withRoom } from "./growable.ts";

/**
 * How long the sums of documents' word vectors are, by document: they change with the model alone, and adding up a whole document costs
 * fifty times what looking it up does. Documents keep their words for as long as they keep their number.
 */
export class DocumentLengths {
  #lengths = new Float32Array(0);

  /** The length, which is 0 where no word has a vector; undefined where it was not put here yet. */
  get(document: number): number | undefined {
    const kept = this.#lengths[document] ?? 0;
    return kept === 0 ? undefined : kept - 1;
  }

  put(document: number, length: number): void {
    if (document >= this.#lengths.length) this.#lengths = withRoom(this.#lengths, document + 1);
    // Moved by one, so that 0 says that nothing is known.
    this.#lengths[document] = length + 1;
  }
}
