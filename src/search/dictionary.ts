import { withRoom } from "./growable.ts";

/** Numbers the terms in order of first appearance, so that frequent terms get small numbers, and counts the documents of each. */
export class Dictionary {
  readonly #numbers = new Map<string, number>();
  #terms: string[] = [];
  #documents: Uint32Array = new Uint32Array(1024);

  get size(): number {
    return this.#terms.length;
  }

  /** The number of a term, or -1. */
  find(term: string): number {
    return this.#numbers.get(term) ?? -1;
  }

  /** The number of a term, given it now if it is new. */
  number(term: string): number {
    const known = this.#numbers.get(term);
    if (known !== undefined) return known;
    const made = this.#terms.length;
    // A term cut from a long text would hold all of it in memory: joining makes a copy of its own.
    const own = term.length > 12 ? Buffer.from(term, "utf16le").toString("utf16le") : term;
    this.#numbers.set(own, made);
    this.#terms.push(own);
    this.#documents = withRoom(this.#documents, made + 1);
    return made;
  }

  term(number: number): string {
    return this.#terms[number] ?? "";
  }

  /** In how many living documents the term stands. */
  documents(number: number): number {
    return this.#documents[number] ?? 0;
  }

  count(number: number, change: 1 | -1): void {
    this.#documents[number] = (this.#documents[number] ?? 0) + change;
  }

  terms(): readonly string[] {
    return this.#terms;
  }

  counts(): Uint32Array {
    return this.#documents.subarray(0, this.#terms.length);
  }

  /** Takes over saved terms with their counts. */
  load(terms: string[], documents: Uint32Array): void {
    this.#terms = terms;
    this.#documents = documents;
    for (const [number, term] of terms.entries()) this.#numbers.set(term, number);
  }

  /** Memory in bytes: counts, characters and, by measurement, about 60 bytes of map and string header a term. */
  bytes(): number {
    let characters = 0;
    for (const term of this.#terms) characters += term.length;
    return this.#documents.byteLength + characters + 60 * this.#terms.length;
  }
}
