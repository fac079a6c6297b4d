import type { Columns } from "./columns.ts";
import type { ForwardStore } from "./forward.ts";
import { entryWidth, kindOf, type Segment, writeEntry } from "./postings.ts";

/** Documents between two moments at which other work may go first. */
const STEP = 2000;

/** Gathers the distinct terms of one document with their counts by field. */
class Gatherer {
  terms = new Uint32Array(4096);
  counts = new Uint8Array(5 * 4096);
  size = 0;
  readonly #place: Int32Array;
  readonly #visit = (term: number, field: number): void => {
    let place = (this.#place[term] as number) - 1;
    if (place < 0) {
      place = this.size++;
      if (this.size > this.terms.length) this.#grow();
      this.#place[term] = place + 1;
      this.terms[place] = term;
      this.counts.fill(0, place * 5, place * 5 + 5);
    }
    const at = place * 5 + field;
    if ((this.counts[at] as number) < 255) this.counts[at] = (this.counts[at] as number) + 1;
  };

  constructor(vocabulary: number) {
    this.#place = new Int32Array(vocabulary);
  }

  gather(forward: ForwardStore, record: number): void {
    for (let place = 0; place < this.size; place++) this.#place[this.terms[place] as number] = 0;
    this.size = 0;
    forward.each(record, this.#visit);
  }

  #grow(): void {
    const terms = new Uint32Array(this.terms.length * 2);
    terms.set(this.terms);
    this.terms = terms;
    const counts = new Uint8Array(this.counts.length * 2);
    counts.set(this.counts);
    this.counts = counts;
  }
}

/** The distinct terms of one record, each with its counts in five fields. */
export function countsOf(forward: ForwardStore, record: number): Map<number, Uint8Array> {
  const found = new Map<number, Uint8Array>();
  forward.each(record, (term, field) => {
    let counts = found.get(term);
    if (!counts) {
      counts = new Uint8Array(5);
      found.set(term, counts);
    }
    if ((counts[field] as number) < 255) counts[field] = (counts[field] as number) + 1;
  });
  return found;
}

/** Takes one term of one document: how far behind the term's last document it is, and its counts by field, from `at`. */
type Take = (term: number, gap: number, kind: number, counts: Uint8Array, at: number) => void;

/** The documents that a segment is made of. */
interface Span {
  readonly columns: Columns;
  readonly forward: ForwardStore;
  readonly from: number;
  readonly to: number;
  /** Which of them lived when the segment was begun. */
  readonly alive: Uint8Array;
  /** By term, the last document that had it. */
  readonly last: Int32Array;
}

/** Gives each term of each living document, in the order of the documents; pauses after every 2,000 of them. */
function* eachEntry(span: Span, gatherer: Gatherer, take: Take): Generator<void> {
  const { columns, forward, from, to, alive, last } = span;
  last.fill(from - 1);
  for (let document = from; document < to; document++) {
    if ((document - from) % STEP === STEP - 1) yield;
    if (alive[document - from] === 0) continue;
    gatherer.gather(forward, columns.forward[document] as number);
    for (let place = 0; place < gatherer.size; place++) {
      const term = gatherer.terms[place] as number;
      const kind = kindOf(gatherer.counts, place * 5);
      take(term, document - (last[term] as number), kind, gatherer.counts, place * 5);
      last[term] = document;
    }
  }
}

/**
 * Builds the sealed segment of the living documents `from` to `to`: once to measure, once to write, so that nothing is
 * allocated twice. Documents that die meanwhile are left to the check at query time.
 */
export function* seal(
  columns: Columns,
  forward: ForwardStore,
  vocabulary: number,
  from: number,
  to: number,
  level: number,
): Generator<void, Segment> {
  const gatherer = new Gatherer(vocabulary);
  const widths = new Uint32Array(vocabulary);
  const span = { columns, forward, from, to, alive: columns.alive.slice(from, to), last: new Int32Array(vocabulary) };
  yield* eachEntry(span, gatherer, (term, gap, kind, counts, at) => {
    widths[term] = (widths[term] as number) + entryWidth(gap, kind, counts, at);
  });
  let used = 0;
  for (let term = 0; term < vocabulary; term++) if (widths[term]) used++;
  const terms = new Uint32Array(used);
  const offsets = new Uint32Array(used + 1);
  const position = widths;
  let total = 0;
  for (let term = 0, place = 0; term < vocabulary; term++) {
    const width = widths[term] as number;
    if (width === 0) continue;
    terms[place] = term;
    offsets[place++] = total;
    position[term] = total;
    total += width;
  }
  offsets[used] = total;
  const bytes = new Uint8Array(total);
  yield* eachEntry(span, gatherer, (term, gap, kind, counts, at) => {
    position[term] = writeEntry(bytes, position[term] as number, gap, kind, counts, at);
  });
  return { from, to, terms, offsets, bytes, level };
}
