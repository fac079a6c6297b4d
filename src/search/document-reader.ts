import { ALIASES, FIELDS, TITLE } from "./document.ts";
import type { FieldedIndex } from "./fielded-index.ts";
import { withRoom } from "./growable.ts";

const WIDTH = FIELDS.length;
/** A count above this is cut. */
const MOST = 255;

/**
 * Reads documents of the index one after the other and counts their distinct terms. What it holds is of the document that was read
 * last; the space is used again and again, because a query reads a hundred documents of some hundred words.
 */
export class DocumentReader {
  readonly #index: FieldedIndex;
  /** By term, 1 more than its place among the document's distinct terms; 0 where the document has it not. */
  #places = new Uint32Array(0);
  #terms: Uint32Array = new Uint32Array(1024);
  #counts: Uint8Array = new Uint8Array(1024 * WIDTH);
  #size = 0;
  #title: number[] = [];
  #aliases: number[] = [];
  /** By term, 1 where it is counted. */
  #marks = new Uint8Array(0);
  #wanted: readonly number[] = [];
  #countsAll = true;

  constructor(index: FieldedIndex) {
    this.#index = index;
  }

  /**
   * From now on counts only these terms in the documents, or all again: a short query asks a hundred documents of two hundred words for
   * three. Titles and aliases are read whole either way.
   */
  countOnly(terms: readonly number[] | null): void {
    for (const term of this.#wanted) this.#marks[term] = 0;
    this.#wanted = terms?.filter((term) => term >= 0) ?? [];
    const { size } = this.#index.dictionary;
    if (terms && this.#marks.length < size) this.#marks = new Uint8Array(Math.ceil(size * 1.2));
    for (const term of this.#wanted) this.#marks[term] = 1;
    this.#countsAll = terms === null;
  }

  /** Takes up a document by its number. */
  read(document: number): void {
    const { forward, columns, dictionary } = this.#index;
    this.#forget();
    if (this.#places.length < dictionary.size) this.#places = new Uint32Array(Math.ceil(dictionary.size * 1.2));
    forward.each(columns.forward[document] as number, this.#visit);
  }

  /** Takes up only a document's title and aliases: none of its terms is counted. */
  readPhrases(document: number): void {
    this.#forget();
    const { forward, columns } = this.#index;
    const record = columns.forward[document] as number;
    this.#title = forward.readField(record, TITLE);
    // They lie behind everything else, and few have any.
    if ((columns.lengths[ALIASES]?.[document] ?? 0) > 0) this.#aliases = forward.readField(record, ALIASES);
  }

  #forget(): void {
    for (let at = 0; at < this.#size; at++) this.#places[this.#terms[at] as number] = 0;
    this.#size = 0;
    this.#title = [];
    this.#aliases = [];
  }

  readonly #visit = (term: number, field: number): void => {
    if (field === TITLE) this.#title.push(term);
    else if (field === ALIASES) this.#aliases.push(term);
    if (!this.#countsAll && this.#marks[term] !== 1) return;
    let place = (this.#places[term] as number) - 1;
    if (place < 0) place = this.#add(term);
    const at = place * WIDTH + field;
    const count = this.#counts[at] as number;
    if (count < MOST) this.#counts[at] = count + 1;
  };

  #add(term: number): number {
    const place = this.#size++;
    if (place >= this.#terms.length) {
      this.#terms = withRoom(this.#terms, place + 1);
      this.#counts = withRoom(this.#counts, this.#terms.length * WIDTH);
    }
    this.#terms[place] = term;
    this.#counts.fill(0, place * WIDTH, (place + 1) * WIDTH);
    this.#places[term] = place + 1;
    return place;
  }

  /** Its title's terms in order. */
  get title(): readonly number[] {
    return this.#title;
  }

  /** The terms of its aliases in order, boundaries between them. */
  get aliases(): readonly number[] {
    return this.#aliases;
  }

  /** How many distinct terms of those that are counted it has, whole tags and boundaries among them. */
  get size(): number {
    return this.#size;
  }

  /** The term at one of `size` places. */
  term(place: number): number {
    return this.#terms[place] as number;
  }

  /** The place of a term, or -1; -1 is also the number of a term that no document ever had. */
  placeOf(term: number): number {
    return (this.#places[term] ?? 0) - 1;
  }

  /** How often the term at a place stands in a field. */
  count(place: number, field: number): number {
    return this.#counts[place * WIDTH + field] as number;
  }
}
