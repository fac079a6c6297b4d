import type { Columns } from "./columns.ts";

const EMPTY = -1;

/**
 * From the caller's keys to document numbers: open addressing in one typed array, since a Map of a million costs twenty times
 * that. The keys themselves stand in the columns; a slot of a document that died waits for its key to come back.
 */
export class KeyTable {
  readonly #columns: Columns;
  #slots = new Int32Array(1024).fill(EMPTY);
  #used = 0;

  constructor(columns: Columns) {
    this.#columns = columns;
  }

  /** The living document of a key, or -1. */
  get(key: number): number {
    const document = this.#slots[this.#slot(key)] as number;
    return document >= 0 && this.#columns.alive[document] === 1 ? document : EMPTY;
  }

  /** Points the document's key at it. */
  set(document: number): void {
    if ((this.#used + 1) * 1.5 >= this.#slots.length) this.#grow();
    const slot = this.#slot(this.#columns.key[document] as number);
    if (this.#slots[slot] === EMPTY) this.#used++;
    this.#slots[slot] = document;
  }

  /** The slot that holds the key, or the empty one where it would go. */
  #slot(key: number): number {
    const { key: keys } = this.#columns;
    const mask = this.#slots.length - 1;
    let slot = (Math.imul(key, 0x9e3779b1) >>> 7) & mask;
    for (;;) {
      const document = this.#slots[slot] as number;
      if (document === EMPTY || keys[document] === key) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #grow(): void {
    const before = this.#slots;
    this.#slots = new Int32Array(before.length * 2).fill(EMPTY);
    this.#used = 0;
    for (const document of before) {
      if (document >= 0 && this.#columns.alive[document] === 1) this.set(document);
    }
  }

  bytes(): number {
    return this.#slots.byteLength;
  }
}
