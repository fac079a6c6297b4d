import { type Bm25Parameters, type NormTables, normTables, rarity } from "./bm25.ts";
import { BODY, TITLE } from "./document.ts";
import type { FieldedIndex } from "./fielded-index.ts";
import type { Admits } from "./filter.ts";
import { ALL_ONCE, BODY_MORE, BODY_ONCE, placeOf, type Segment, TITLE_ONCE } from "./postings.ts";

/** A term of the query as the index knows it. */
export interface QueryTerm {
  readonly term: number;
  /** Rarity times how much the query means it. */
  readonly weight: number;
  /** In which readings of the query it stands, a bit each; left out where there is one reading (readings.ts). */
  readonly readings?: number;
}

/** A document found, by its number in the index, with its BM25F score. */
export interface Candidate {
  readonly document: number;
  readonly score: number;
}

/** Term-at-a-time scoring of one index; holds the scratch space, so that a query allocates almost nothing. */
export class Retriever {
  readonly #index: FieldedIndex;
  readonly #parameters: Bm25Parameters;
  #scores = new Float32Array(0);
  #touched = new Uint32Array(0);
  #bestScores = new Float32Array(0);
  #bestDocuments = new Uint32Array(0);
  #count = 0;
  #tables: NormTables = [];
  #tablesVersion = -1;
  /** Which reading documents of a language go by; undefined where there is one. */
  #places: Uint8Array | undefined;

  constructor(index: FieldedIndex, parameters: Bm25Parameters) {
    this.#index = index;
    this.#parameters = parameters;
  }

  /** Weighs terms by how rare they are now. Terms that no living document has are left out. */
  weigh(terms: ReadonlyMap<number, number>): QueryTerm[] {
    const { dictionary, size } = this.#index;
    const weighed: QueryTerm[] = [];
    for (const [term, times] of terms) {
      const documents = dictionary.documents(term);
      if (documents > 0) weighed.push({ term, weight: rarity(size, documents) * times });
    }
    return weighed.sort((a, b) => b.weight - a.weight || a.term - b.term);
  }

  /**
   * The best `limit` admitted documents, best first; equal scores in order of key. Also calls `onMatch` for every match. With `places` a
   * document counts only the terms of the reading that its language goes by.
   */
  retrieve(
    terms: readonly QueryTerm[],
    limit: number,
    admits: Admits,
    onMatch?: (document: number) => void,
    places?: Uint8Array,
  ): Candidate[] {
    this.#prepare();
    this.#places = places;
    for (const term of terms) this.#addTerm(term);
    const best = this.#select(limit, admits, onMatch);
    for (let at = 0; at < this.#count; at++) this.#scores[this.#touched[at] as number] = 0;
    this.#count = 0;
    return best;
  }

  #prepare(): void {
    const { columns, version } = this.#index;
    if (this.#tablesVersion !== version) {
      this.#tables = normTables(this.#parameters, this.#index.averages(), this.#index.longest);
      this.#tablesVersion = version;
    }
    if (this.#scores.length < columns.count) {
      this.#scores = new Float32Array(Math.ceil(columns.count * 1.2));
      this.#touched = new Uint32Array(this.#scores.length);
    }
  }

  #addTerm(query: QueryTerm): void {
    for (const segment of this.#index.segments) {
      const place = placeOf(segment, query.term);
      if (place >= 0) this.#addSealed(segment, place, query);
    }
    const fresh = this.#index.fresh.entriesOf(query.term);
    if (!fresh) return;
    fresh.documents.forEach((document, at) => {
      if (this.#places !== undefined && !this.#isRead(document, query, this.#places)) return;
      this.#add(document, query.weight * this.#saturated(fresh.counts[at] as Uint8Array, 0, document));
    });
  }

  /** Whether the term stands in the reading that the document goes by. */
  #isRead(document: number, { readings = -1 }: QueryTerm, places: Uint8Array): boolean {
    const language = this.#index.columns.language[document] as number;
    return ((readings >> (places[language] as number)) & 1) === 1;
  }

  #addSealed(segment: Segment, place: number, query: QueryTerm): void {
    const { weight } = query;
    const places = this.#places;
    const { bytes } = segment;
    const scores = this.#scores;
    const touched = this.#touched;
    let count = this.#count;
    const k1 = this.#parameters.k1;
    const titleNorms = this.#tables[TITLE] as Float32Array;
    const bodyNorms = this.#tables[BODY] as Float32Array;
    const titleLengths = this.#index.columns.lengths[TITLE] as Uint16Array;
    const bodyLengths = this.#index.columns.lengths[BODY] as Uint16Array;
    const end = segment.offsets[place + 1] as number;
    let at = segment.offsets[place] as number;
    let document = segment.from - 1;
    while (at < end) {
      let byte = bytes[at++] as number;
      const kind = byte & 3;
      let gap = (byte & 127) >> 2;
      for (let shift = 5; byte > 127; shift += 7) {
        byte = bytes[at++] as number;
        gap += (byte & 127) << shift;
      }
      document += gap;
      let tf: number;
      if (kind === BODY_ONCE) tf = bodyNorms[bodyLengths[document] as number] as number;
      else if (kind === TITLE_ONCE) tf = titleNorms[titleLengths[document] as number] as number;
      else if (kind === BODY_MORE)
        tf = (bytes[at++] as number) * (bodyNorms[bodyLengths[document] as number] as number);
      else {
        const marked = bytes[at++] as number;
        const once = marked >= ALL_ONCE;
        let mask = marked & (ALL_ONCE - 1);
        tf = 0;
        for (let field = 0; mask > 0; field++, mask >>= 1) {
          if ((mask & 1) === 0) continue;
          const length = (this.#index.columns.lengths[field] as Uint16Array)[document] as number;
          tf += (once ? 1 : (bytes[at++] as number)) * ((this.#tables[field] as Float32Array)[length] as number);
        }
      }
      if (places !== undefined && !this.#isRead(document, query, places)) continue;
      const before = scores[document] as number;
      if (before === 0) touched[count++] = document;
      scores[document] = before + (weight * tf) / (k1 + tf);
    }
    this.#count = count;
  }

  #saturated(counts: Uint8Array, at: number, document: number): number {
    let tf = 0;
    for (let field = 0; field < 5; field++) {
      const count = counts[at + field] as number;
      if (count === 0) continue;
      const length = (this.#index.columns.lengths[field] as Uint16Array)[document] as number;
      tf += count * ((this.#tables[field] as Float32Array)[length] as number);
    }
    return tf / (this.#parameters.k1 + tf);
  }

  #add(document: number, score: number): void {
    const before = this.#scores[document] as number;
    if (before === 0) this.#touched[this.#count++] = document;
    this.#scores[document] = before + score;
  }

  /** Space for the `limit` best, used again and again. */
  #best(limit: number): { documents: Uint32Array; scores: Float32Array } {
    if (this.#bestScores.length < limit) {
      this.#bestScores = new Float32Array(limit);
      this.#bestDocuments = new Uint32Array(limit);
    }
    return { documents: this.#bestDocuments, scores: this.#bestScores };
  }

  #select(limit: number, admits: Admits, onMatch?: (document: number) => void): Candidate[] {
    const { key } = this.#index.columns;
    const { documents, scores } = this.#best(limit);
    let size = 0;
    for (let at = 0; at < this.#count; at++) {
      const document = this.#touched[at] as number;
      const score = this.#scores[document] as number;
      const isWorse = size === limit && score < (scores[limit - 1] as number);
      if (isWorse && !onMatch) continue;
      if (!admits(document)) continue;
      onMatch?.(document);
      if (isWorse) continue;
      const own = key[document] as number;
      let place = size;
      // Behind those that score more, or as much with a lower key.
      while (place > 0) {
        const other = scores[place - 1] as number;
        if (other > score || (other === score && (key[documents[place - 1] as number] as number) < own)) break;
        if (place < limit) {
          scores[place] = other;
          documents[place] = documents[place - 1] as number;
        }
        place--;
      }
      if (place === limit) continue;
      scores[place] = score;
      documents[place] = document;
      if (size < limit) size++;
    }
    return Array.from({ length: size }, (_one, at) => ({
      document: documents[at] as number,
      score: scores[at] as number,
    }));
  }
}
