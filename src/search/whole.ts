import { FIELDS, TITLE } from "./document.ts";
import type { DocumentReader } from "./document-reader.ts";
import type { Asked } from "./query-terms.ts";
import type { Rarities, StopTerms } from "./rarities.ts";

/** A word of a title says as much as so many of a text. */
const TITLE_TIMES = 2;

/** The words of a question or of a document, each with how often it is said: in a title twice. */
export type Said = ReadonlyMap<number, number>;

/** All words of a question that are no stop words. */
export function saidInQuestion({ title, body }: Asked, stops: StopTerms): Said {
  const said = new Map<number, number>();
  const add = (term: number, times: number): void => {
    if (term >= 0 && !stops.has(term)) said.set(term, (said.get(term) ?? 0) + times);
  };
  for (const term of title) add(term, TITLE_TIMES);
  for (const term of body) add(term, 1);
  return said;
}

/** How often a document says the word at one of its places. */
export function timesSaid(read: DocumentReader, place: number): number {
  let times = (TITLE_TIMES - 1) * read.count(place, TITLE);
  for (let field = 0; field < FIELDS.length; field++) times += read.count(place, field);
  return times;
}

/** All words of the document being read that are no stop words, whole tags and boundaries among them. */
export function saidInDocument(read: DocumentReader, stops: StopTerms): Said {
  const said = new Map<number, number>();
  for (let place = 0; place < read.size; place++) {
    const term = read.term(place);
    if (!stops.has(term)) said.set(term, timesSaid(read, place));
  }
  return said;
}

/** Words weighed by logarithmic count and rarity, brought to length 1. */
export function weighedByRarity(said: Said, rarities: Rarities): ReadonlyMap<number, number> {
  const weighed = new Map<number, number>();
  let squares = 0;
  for (const [term, times] of said) {
    const weight = (1 + Math.log(times)) * rarities.of(term);
    weighed.set(term, weight);
    squares += weight * weight;
  }
  const length = Math.max(1e-6, Math.sqrt(squares));
  for (const [term, weight] of weighed) weighed.set(term, weight / length);
  return weighed;
}

/** The cosine between a question, as `weighedByRarity` gives it, and the document being read. */
export function cosineOf(
  question: ReadonlyMap<number, number>,
  read: DocumentReader,
  stops: StopTerms,
  rarities: Rarities,
): number {
  let squares = 0;
  for (let place = 0; place < read.size; place++) {
    const term = read.term(place);
    if (stops.has(term)) continue;
    const weight = (1 + logOf(timesSaid(read, place))) * rarities.of(term);
    squares += weight * weight;
  }
  let both = 0;
  for (const [term, asked] of question) {
    const place = read.placeOf(term);
    if (place >= 0) both += asked * (1 + logOf(timesSaid(read, place))) * rarities.of(term);
  }
  return both / Math.max(1e-6, Math.sqrt(squares));
}

/** Logarithms of the small numbers that nearly all counts are. */
const logarithms = Float64Array.from({ length: 64 }, (_none, times) => Math.log(times));

function logOf(times: number): number {
  return logarithms[times] ?? Math.log(times);
}
