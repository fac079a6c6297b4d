import { tagOfTerm } from "./analyse.ts";
import { TAGS } from "./document.ts";
import type { FieldedIndex } from "./fielded-index.ts";
import { withRoom } from "./growable.ts";
import type { Tally } from "./tally.ts";

/**
 * The whole tags of documents, remembered in typed arrays once they were read: facets ask for those of thousands at once, and in the
 * records they lie behind titles and bodies. A document's number is never another's, so nothing here grows old.
 */
export class DocumentTags {
  readonly #index: FieldedIndex;
  /** By document, where its entry in `#entries` begins: how many tags, then their terms. 0 where it was not read yet. */
  #starts: Uint32Array = new Uint32Array(0);
  #entries: Uint32Array = new Uint32Array(1024);
  #end = 1;

  constructor(index: FieldedIndex) {
    this.#index = index;
  }

  /** Counts the term of each tag of a document. */
  count(document: number, tally: Tally): void {
    if (document >= this.#starts.length) this.#starts = withRoom(this.#starts, this.#index.columns.count);
    const start = this.#starts[document] || this.#read(document);
    const last = start + (this.#entries[start] as number);
    for (let at = start + 1; at <= last; at++) tally.add(this.#entries[at] as number);
  }

  #read(document: number): number {
    const { forward, columns, dictionary } = this.#index;
    const words = forward.readField(columns.forward[document] as number, TAGS);
    const tags = words.filter((term) => tagOfTerm(dictionary.term(term)) !== undefined);
    const start = this.#end;
    this.#entries = withRoom(this.#entries, start + 1 + tags.length);
    this.#entries[start] = tags.length;
    this.#entries.set(tags, start + 1);
    this.#end = start + 1 + tags.length;
    this.#starts[document] = start;
    return start;
  }
}
