import { type Bm25Parameters, type NormTables, normTables } from "./bm25.ts";
import { FIELDS } from "./document.ts";
import type { DocumentReader } from "./document-reader.ts";
import type { FieldedIndex } from "./fielded-index.ts";
import type { Rarities, StopTerms } from "./rarities.ts";
import type { QueryTerm } from "./retrieve.ts";

/** The background is taken anew when the index has grown or shrunk by this share. */
const CHANGED = 0.1;

/** BM25F of single documents by all terms of a question, and by the words of questions at large. */
export class Scorer {
  readonly #index: FieldedIndex;
  readonly #parameters: Bm25Parameters;
  readonly #rarities: Rarities;
  #tables: NormTables = [];
  #version = -1;
  #most = 1;
  #size = -1;

  constructor(index: FieldedIndex, parameters: Bm25Parameters, rarities: Rarities) {
    this.#index = index;
    this.#parameters = parameters;
    this.#rarities = rarities;
  }

  /** The score of the document being read, from its own terms. */
  score(terms: readonly QueryTerm[], read: DocumentReader, document: number): number {
    this.#prepare();
    let score = 0;
    for (const { term, weight } of terms) {
      const place = read.placeOf(term);
      if (place >= 0) score += weight * this.#saturated(read, place, document);
    }
    return score;
  }

  /**
   * The score that a document gets from questions about anything, as a share of the best: each of its words counts by how
   * often questions of this index say it. Documents of everyday words come near every question without answering it
   * (hubs; Radovanović, Nanopoulos and Ivanović 2010, jmlr.org/papers/v11/radovanovic10a.html).
   */
  background(read: DocumentReader, document: number, stops: StopTerms): number {
    this.#prepare();
    const { dictionary, size } = this.#index;
    let score = 0;
    for (let place = 0; place < read.size; place++) {
      const term = read.term(place);
      if (stops.has(term)) continue;
      score += dictionary.documents(term) * this.#rarities.of(term) * this.#saturated(read, place, document);
    }
    return score / Math.max(1, size) / this.#most;
  }

  #prepare(): void {
    const { version, size, longest } = this.#index;
    if (this.#version === version) return;
    this.#tables = normTables(this.#parameters, this.#index.averages(), longest);
    this.#version = version;
    if (Math.abs(size - this.#size) <= CHANGED * this.#size) return;
    this.#size = size;
    let most = 0;
    const { dictionary } = this.#index;
    for (let term = 0; term < dictionary.size; term++) {
      const documents = dictionary.documents(term);
      if (documents > 0) most += documents * this.#rarities.of(term);
    }
    this.#most = Math.max(1e-6, most / Math.max(1, size));
  }

  #saturated(read: DocumentReader, place: number, document: number): number {
    let tf = 0;
    for (let field = 0; field < FIELDS.length; field++) {
      const count = read.count(place, field);
      if (count === 0) continue;
      const length = (this.#index.columns.lengths[field] as Uint16Array)[document] as number;
      tf += count * ((this.#tables[field] as Float32Array)[length] as number);
    }
    return tf / (this.#parameters.k1 + tf);
  }
}
