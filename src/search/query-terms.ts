import { eachToken } from "../text/index.ts";
import { BODY, TITLE } from "./document.ts";
import type { FieldedIndex } from "./fielded-index.ts";
import type { QueryTerm, Retriever } from "./retrieve.ts";

/**
 * Candidates are found by the most informative terms: always by so many, by up to twelve while the index has to read at most
 * so many entries for them (about 4 ms of work), and by more while that is cheap.
 */
const FINDING = [
  { terms: 3, entries: Number.POSITIVE_INFINITY },
  { terms: 12, entries: 500_000 },
  { terms: 64, entries: 150_000 },
] as const;
/** Candidates are then scored by up to this many terms. */
const MOST_QUERY_TERMS = 64;
/** Characters of a query that are read. */
const MOST_QUERY_CHARACTERS = 10_000;
/** A word of the title tells more about a long question than one of its body. */
const TITLE_WEIGHT = 2;
/** A line of more words than this is a text, and so many words are its beginning. */
const LONGEST_LINE = 40;
const BEGINNING = 12;
/** A word said often in a long question means more, up to a point. */
const MOST_TIMES = 6;

/** A question as it is asked: a line, or a title with a body. */
export interface QueryText {
  readonly text: string;
  readonly body?: string;
}

/** A question as the index reads it: term numbers in order, stop words included, -1 for words that no document ever had. */
export interface Asked {
  readonly title: readonly number[];
  readonly body: readonly number[];
  readonly language: string;
  /** Whether it has no other words than stop words; left out, what the index knows of them decides. */
  readonly onlyStops?: boolean;
}

/** Reads a query; what lies behind its first 10,000 characters is left out. */
export function askedFromText(index: FieldedIndex, query: QueryText, language: string): Asked {
  let onlyStops = true;
  const read = (text: string): number[] => {
    const terms: number[] = [];
    eachToken(text.slice(0, MOST_QUERY_CHARACTERS), language, (term, _start, _end, stop) => {
      terms.push(index.dictionary.find(term));
      onlyStops &&= stop;
    });
    return terms;
  };
  const [title, body] = [read(query.text), read(query.body ?? "")];
  return asTitleAndBody({ title, body, language, onlyStops });
}

/** Whoever pastes a whole text into a line asks with a title and a body: its beginning stands for the title. */
function asTitleAndBody(asked: Asked): Asked {
  if (asked.body.length > 0 || asked.title.length <= LONGEST_LINE) return asked;
  return { ...asked, title: asked.title.slice(0, BEGINNING), body: asked.title.slice(BEGINNING) };
}

/** Asks what a document of the index asks, to learn from it. */
export function askedFromDocument(index: FieldedIndex, document: number): Asked {
  const fields = index.forward.read(index.columns.forward[document] as number);
  const { language } = index.columns.facts(document);
  return asTitleAndBody({ title: fields[TITLE] ?? [], body: fields[BODY] ?? [], language });
}

/** The query's most informative terms, those first that tell most. Stop words count only where the query has no other words. */
export function informativeTerms(retriever: Retriever, asked: Asked, isStop: (term: number) => boolean): QueryTerm[] {
  const counts = new Map<number, number>();
  const stops = new Map<number, number>();
  const add = (term: number, weight: number): void => {
    if (term < 0) return;
    if (isStop(term)) stops.set(term, 1);
    else counts.set(term, Math.min(MOST_TIMES, (counts.get(term) ?? 0) + weight));
  };
  const weight = asked.body.length > 0 ? TITLE_WEIGHT : 1;
  for (const term of asked.title) add(term, weight);
  for (const term of asked.body) add(term, 1);
  const { onlyStops = counts.size === 0 } = asked;
  return retriever.weigh(onlyStops ? stops : counts).slice(0, MOST_QUERY_TERMS);
}

/** The first terms of a query, as many as find candidates quickly enough. */
export function findingTerms(index: FieldedIndex, terms: readonly QueryTerm[]): readonly QueryTerm[] {
  let entries = 0;
  let count = 0;
  for (const { term } of terms) {
    entries += index.dictionary.documents(term);
    const allowed = FINDING.find((step) => count < step.terms)?.entries ?? 0;
    if (entries > allowed) break;
    count++;
  }
  return terms.slice(0, count);
}
