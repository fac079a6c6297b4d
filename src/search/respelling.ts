import { eachToken, stopWordsOf, tokenize } from "../text/index.ts";

// "Did you mean", apart from where the words are known from: which words of a query may be misspelt, what lies one edit away from them,
// and how the query reads with other words in their place.

/** Shorter words have too many neighbours to guess well. */
export const SHORTEST = 4;
export const LONGEST = 24;
/** A word that stands in so many documents is taken as meant. */
export const COMMON = 3;
/** Candidates whose visibility is checked for one word. */
export const MOST_CHECKED = 8;
/** With so many hits nobody is asked what they meant. */
export const ENOUGH_HITS = 5;
/** Words of one query that are looked at, and those that are respelt. */
const MOST_WORDS = 32;
export const MOST_RESPELT = 3;
/** Letters of a query that are looked at. */
const MOST_LETTERS = 1_000;

/** A word of a query, with the term that it is in each language that reads it differently. */
export interface QueryWord {
  readonly start: number;
  readonly end: number;
  readonly written: string;
  readonly readings: readonly { readonly term: string; readonly language: string }[];
}

/** The words of a query that could be misspelt: long enough to tell, and stop words in none of the languages. */
export function wordsToSpell(query: string, languages: readonly string[]): QueryWord[] {
  const words: QueryWord[] = [];
  const [own = ""] = languages;
  let last = 0;
  eachToken(query.slice(0, MOST_LETTERS), own, (_term, start, end) => {
    if (start < last) return;
    last = end;
    const written = query.slice(start, end);
    if (languages.some((language) => stopWordsOf(language).has(written.normalize("NFKC").toLowerCase()))) return;
    const byTerm = new Map<string, string>();
    for (const language of languages) {
      const [token, ...more] = tokenize(written, language);
      if (token && more.length === 0 && !byTerm.has(token.term)) byTerm.set(token.term, language);
    }
    const readings = [...byTerm].map(([term, language]) => ({ term, language }));
    const canBeSpelt = readings.some(({ term }) => term.length >= SHORTEST && term.length <= LONGEST);
    if (canBeSpelt) words.push({ start, end, written, readings });
  });
  return words.slice(0, MOST_WORDS);
}

/** How a term may be written: a misspelt word may keep the y that its right form loses ("delivrey", "deliveri"). */
export function spellingsOf(term: string): string[] {
  return term.endsWith("y") ? [term, `${term.slice(0, -1)}i`] : [term];
}

/** The query with some of its words replaced, undefined where there is nothing to replace. */
export function respelt(query: string, better: ReadonlyMap<QueryWord, string>): string | undefined {
  if (better.size === 0) return undefined;
  let text = "";
  let from = 0;
  for (const [{ start, end }, word] of [...better].sort(([a], [b]) => a.start - b.start)) {
    text += query.slice(from, start) + word;
    from = end;
  }
  return text + query.slice(from);
}

/**
 * A term as a word to show: terms are stems, so it gets the ending that was typed ("invioces": "invoic" and "es"). Words are not taken
 * from documents, since the one that has this form may be private. Undefined where no form leads back to the term.
 */
export function wordOf(typed: string, typedTerm: string, term: string, language: string): string | undefined {
  const written = typed.normalize("NFKC").toLowerCase();
  const ending = written.length > typedTerm.length ? written.slice(typedTerm.length) : "";
  // Stems end in i where words end in y.
  const forms = [...(term.endsWith("i") ? [`${term.slice(0, -1)}y`] : []), term + ending, term];
  return forms.find((form) => {
    const [token, ...more] = tokenize(form, language);
    return token?.term === term && token.end === form.length && more.length === 0;
  });
}

/** One insertion, deletion, replacement or swap of neighbours apart. */
export function isNear(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const left = a.slice(start, a.length - end);
  const right = b.slice(start, b.length - end);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

/** A term that may be meant, with how many documents have it. */
export interface NearTerm {
  readonly term: string;
  readonly documents: number;
}

/** Those that are common enough, the most common first: the few whose visibility is worth a look. */
export function likeliest(near: readonly NearTerm[]): NearTerm[] {
  return near
    .filter(({ documents }) => documents >= COMMON)
    .sort((a, b) => b.documents - a.documents || (a.term < b.term ? -1 : 1))
    .slice(0, MOST_CHECKED);
}
