import { FIELDS, TITLE } from "./document.ts";
import type { Asked } from "./query-terms.ts";
import type { Rarities, StopTerms } from "./rarities.ts";

/** A word of a title says as much as so many of a text. */
const TITLE_TIMES = 2;

/** How often each term stands in each field, in order of FIELDS. */
export type TermCounts = ReadonlyMap<number, Uint8Array>;

/** Counts the terms of a record that was read. */
export function countFields(fields: readonly (readonly number[])[]): Map<number, Uint8Array> {
  const found = new Map<number, Uint8Array>();
  fields.forEach((terms, field) => {
    for (const term of terms) {
      let counts = found.get(term);
      if (!counts) {
        counts = new Uint8Array(FIELDS.length);
        found.set(term, counts);
      }
      if ((counts[field] as number) < 255) counts[field] = (counts[field] as number) + 1;
    }
  });
  return found;
}

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

/** All words of a document that are no stop words, whole tags and boundaries among them. */
export function saidInDocument(counts: TermCounts, stops: StopTerms): Said {
  const said = new Map<number, number>();
  for (const [term, byField] of counts) {
    if (stops.has(term)) continue;
    let times = (TITLE_TIMES - 1) * (byField[TITLE] as number);
    for (const count of byField) times += count;
    said.set(term, times);
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

/** The cosine between a question, as `weighedByRarity` gives it, and a document. */
export function cosineOf(question: ReadonlyMap<number, number>, document: Said, rarities: Rarities): number {
  let both = 0;
  let squares = 0;
  for (const [term, times] of document) {
    const weight = (1 + Math.log(times)) * rarities.of(term);
    squares += weight * weight;
    const asked = question.get(term);
    if (asked !== undefined) both += asked * weight;
  }
  return both / Math.max(1e-6, Math.sqrt(squares));
}
