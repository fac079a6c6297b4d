import { analyse } from "./analyse.ts";
import { Columns, LONGEST } from "./columns.ts";
import { Dictionary } from "./dictionary.ts";
import { type DocumentFacts, FIELDS, plainFacts, type SearchDocument } from "./document.ts";
import { ForwardStore } from "./forward.ts";
import { Fresh } from "./fresh.ts";
import { KeyTable } from "./keys.ts";
import { type Segment, segmentBytes } from "./postings.ts";
import { countsOf, seal } from "./seal.ts";

/** Documents that are kept unsealed; sealing so many takes about 50 ms. */
const FRESH_DOCUMENTS = 4096;
/** So many neighbours of one level are merged into one of the next. */
const MERGED_AT_ONCE = 8;

/**
 * The inverted index of one community: add, edit and remove at any time; queries read it through `retrieve`. Document numbers
 * only grow; an edit is a removal and an addition. Counts of documents by term and average lengths are always exact.
 */
export class FieldedIndex {
  readonly dictionary = new Dictionary();
  readonly columns = new Columns();
  readonly forward = new ForwardStore();
  readonly keys = new KeyTable(this.columns);
  /** Living documents. */
  size = 0;
  segments: Segment[] = [];
  fresh = new Fresh(0);
  /** Terms in each field over all living documents. */
  readonly fieldTerms: number[] = FIELDS.map(() => 0);
  /** Living documents with anything in each field. */
  readonly fieldDocuments: number[] = FIELDS.map(() => 0);
  longest = 0;
  /** Living documents of each language, by its number. */
  readonly languages = new Map<number, number>();
  /** Changes so far: whoever remembers something about the index remembers it for one version. */
  version = 0;

  /** Average length of each field over the documents that have it. */
  averages(): number[] {
    return this.fieldTerms.map((terms, field) => terms / Math.max(1, this.fieldDocuments[field] as number));
  }

  /**
   * Numbers the terms of a sample by how frequent they are, before a bulk load: frequent terms then take one byte where they
   * stand (measured at a million posts: 10 MB less). Does nothing once terms have numbers.
   */
  prime(sample: Iterable<SearchDocument>): void {
    if (this.dictionary.size > 0) return;
    const counts = new Map<string, number>();
    for (const document of sample) {
      for (const { terms } of analyse(document, document.language ?? plainFacts.language)) {
        for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
      }
    }
    for (const [term] of [...counts].sort((a, b) => b[1] - a[1])) this.dictionary.number(term);
  }

  /** Adds the document, in place of the one with the same key. With `bulk`, sealing waits for `sealAll`. */
  put(document: SearchDocument, bulk = false): void {
    this.remove(document.key);
    const facts: DocumentFacts = { ...plainFacts, ...document };
    const fields = analyse(document, facts.language);
    const record = this.forward.add(fields.map(({ terms }) => terms.map((term) => this.dictionary.number(term))));
    const lengths = fields.map((field) => Math.min(LONGEST, field.length));
    const number = this.columns.add(document.key, record, lengths, facts);
    this.keys.set(number);
    this.size++;
    this.countLanguage(number, 1);
    this.#count(record, lengths, 1);
    if (bulk) return;
    this.fresh.add(number, countsOf(this.forward, record));
    if (this.columns.count - this.fresh.from >= FRESH_DOCUMENTS) finish(this.sealing());
  }

  /** Takes the document away; false when there is none with this key. */
  remove(key: number): boolean {
    const number = this.keys.get(key);
    if (number < 0) return false;
    this.columns.alive[number] = 0;
    this.size--;
    this.countLanguage(number, -1);
    const lengths = this.columns.lengths.map((lengths) => lengths[number] as number);
    this.#count(this.columns.forward[number] as number, lengths, -1);
    return true;
  }

  /** Counts a document that came or went for its language. */
  countLanguage(number: number, change: 1 | -1): void {
    const language = this.columns.language[number] as number;
    const count = (this.languages.get(language) ?? 0) + change;
    if (count > 0) this.languages.set(language, count);
    else this.languages.delete(language);
  }

  #count(record: number, lengths: readonly number[], change: 1 | -1): void {
    const seen = new Set<number>();
    this.forward.each(record, (term) => {
      if (seen.has(term)) return;
      seen.add(term);
      this.dictionary.count(term, change);
    });
    lengths.forEach((length, field) => {
      if (length === 0) return;
      this.fieldTerms[field] = (this.fieldTerms[field] as number) + change * length;
      this.fieldDocuments[field] = (this.fieldDocuments[field] as number) + change;
      if (length > this.longest) this.longest = length;
    });
    this.version++;
  }

  /** Seals everything into one segment: after a bulk load, or to drop the entries of removed documents. */
  *sealingAll(): Generator<void, void> {
    const to = this.columns.count;
    const segment = yield* seal(this.columns, this.forward, this.dictionary.size, 0, to, 9);
    this.segments = [segment];
    this.#restartFresh(to);
  }

  sealAll(): void {
    finish(this.sealingAll());
  }

  /** Seals the fresh documents and merges neighbours of equal level. */
  *sealing(): Generator<void, void> {
    const to = this.columns.count;
    const first = yield* seal(this.columns, this.forward, this.dictionary.size, this.fresh.from, to, 0);
    this.segments = [...this.segments, first];
    this.#restartFresh(to);
    for (;;) {
      const tail = this.segments.slice(-MERGED_AT_ONCE);
      const level = tail.at(-1)?.level ?? 0;
      if (tail.length < MERGED_AT_ONCE || tail.some((segment) => segment.level !== level)) return;
      const from = tail[0]?.from ?? 0;
      const end = tail.at(-1)?.to ?? 0;
      const merged = yield* seal(this.columns, this.forward, this.dictionary.size, from, end, level + 1);
      this.segments = [...this.segments.slice(0, -MERGED_AT_ONCE), merged];
    }
  }

  /** A new fresh part from `from` on, with what was added while the sealing went on. */
  #restartFresh(from: number): void {
    this.fresh = new Fresh(from);
    for (let number = from; number < this.columns.count; number++) {
      this.fresh.add(number, countsOf(this.forward, this.columns.forward[number] as number));
    }
  }

  /** Memory in bytes. */
  bytes(): number {
    const sealed = this.segments.reduce((sum, segment) => sum + segmentBytes(segment), 0);
    return sealed + this.columns.bytes() + this.forward.bytes() + this.dictionary.bytes() + this.keys.bytes();
  }
}

function finish(work: Generator<void, void>): void {
  while (!work.next().done);
}
