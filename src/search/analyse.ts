import { eachToken } from "../text/index.ts";
import type { SearchDocument } from "./document.ts";

/** Stands between two answers, two aliases or two tags, so that no phrase reaches from one into the next. */
export const BOUNDARY = "\u0000";
/** A tag as it was given is indexed, too, behind this character, so that `tag:` finds it whole. */
const TAG_MARK = "\u0001";
/** Terms of one field that are indexed; what comes later in a longer text is not found. */
const MOST_TERMS = 4000;
/** Characters of one field that are looked at. */
const MOST_CHARACTERS = 100_000;

/** The index's own term for a whole tag. */
export function tagTerm(tag: string): string {
  return TAG_MARK + tag.normalize("NFKC").toLowerCase();
}

/** True for terms that people wrote, false for boundaries and whole tags. */
export function isWordTerm(term: string): boolean {
  return term.charCodeAt(0) > 1;
}

/** The tag behind a tag term. */
export function tagOfTerm(term: string): string | undefined {
  return term.startsWith(TAG_MARK) ? term.slice(1) : undefined;
}

/** The terms of one field in their order, and how long the field is. */
export interface AnalysedField {
  readonly terms: string[];
  /** Words that are no stop words: counting those would make a chatty title look long (measured: 1.5 points of precision). */
  length: number;
}

/** The fields in order of FIELDS. Titles and aliases keep stop words, for order and for queries of nothing else. */
export function analyse(document: SearchDocument, language: string): AnalysedField[] {
  const title = emptyField();
  const body = emptyField();
  const tags = emptyField();
  addText(title, document.title, language, true);
  addText(body, document.body ?? "", language, false);
  for (const tag of document.tags ?? []) {
    tags.terms.push(tagTerm(tag));
    addText(tags, tag, language, false);
  }
  const answers = addEach(document.answers ?? [], language, false);
  const aliases = addEach(document.aliases ?? [], language, true);
  return [title, body, tags, answers, aliases];
}

function emptyField(): AnalysedField {
  return { terms: [], length: 0 };
}

function addEach(texts: readonly string[], language: string, keepStops: boolean): AnalysedField {
  const into = emptyField();
  for (const text of texts) {
    if (into.terms.length > 0) into.terms.push(BOUNDARY);
    addText(into, text, language, keepStops);
  }
  return into;
}

function addText(into: AnalysedField, text: string, language: string, keepStops: boolean): void {
  const read = text.length > MOST_CHARACTERS ? text.slice(0, MOST_CHARACTERS) : text;
  eachToken(read, language, (term, _start, _end, stop) => {
    if ((stop && !keepStops) || into.terms.length >= MOST_TERMS) return;
    into.terms.push(term);
    if (!stop) into.length++;
  });
}
