import { eachToken, tokenize } from "../text/index.ts";
import { isWordTerm } from "./analyse.ts";
import type { FieldedIndex } from "./fielded-index.ts";
import type { Admits } from "./filter.ts";
import type { Retriever } from "./retrieve.ts";

/** Shorter words have too many neighbours to guess well. */
const SHORTEST = 4;
const LONGEST = 24;
/** A word that stands in so many documents is taken as meant. */
const COMMON = 3;
/** Candidates whose visibility is checked for one word. */
const MOST_CHECKED = 8;

/**
 * "Did you mean": terms one edit away (two for long words) that more documents have. Keeps the terms of the index by their
 * deletions (Garbe's symmetric delete: two words one edit apart share a form with one letter taken out).
 */
export class Spelling {
  readonly #index: FieldedIndex;
  readonly #retriever: Retriever;
  #byForm = new Map<string, number[]>();
  #seen = 0;

  constructor(index: FieldedIndex, retriever: Retriever) {
    this.#index = index;
    this.#retriever = retriever;
  }

  /**
   * Suggests the query with its misspelt words replaced, or undefined. A term is suggested only when a document that the
   * reader may see has it: what others wrote in private must not show here.
   */
  suggest(query: string, language: string, admits: Admits): { text: string; replaced: [string, string][] } | undefined {
    this.#follow();
    const replaced: [string, string][] = [];
    let text = "";
    let from = 0;
    eachToken(query.slice(0, 1000), language, (term, start, end, stop) => {
      if (stop || start < from) return;
      const near = this.#better(term, admits);
      const better = near === undefined ? undefined : wordOf(query.slice(start, end), term, near, language);
      if (!better) return;
      text += query.slice(from, start) + better;
      replaced.push([query.slice(start, end), better]);
      from = end;
    });
    return replaced.length > 0 ? { text: text + query.slice(from), replaced } : undefined;
  }

  #better(term: string, admits: Admits): string | undefined {
    const { dictionary } = this.#index;
    if (term.length < SHORTEST || term.length > LONGEST) return undefined;
    const own = dictionary.find(term);
    if (own >= 0 && dictionary.documents(own) >= COMMON && this.#visible(own, admits)) return undefined;
    // A misspelt word may keep the y that its right form loses ("delivrey", "deliveri").
    const spellings = term.endsWith("y") ? [term, `${term.slice(0, -1)}i`] : [term];
    const near = new Set<number>();
    for (const form of spellings.flatMap(formsOf)) for (const number of this.#byForm.get(form) ?? []) near.add(number);
    const isNearAny = (other: string): boolean => spellings.some((spelling) => isNear(spelling, other));
    const best = [...near]
      .filter(
        (number) => number !== own && dictionary.documents(number) >= COMMON && isNearAny(dictionary.term(number)),
      )
      .sort((a, b) => dictionary.documents(b) - dictionary.documents(a))
      .slice(0, MOST_CHECKED)
      .find((number) => this.#visible(number, admits));
    return best === undefined ? undefined : dictionary.term(best);
  }

  #visible(term: number, admits: Admits): boolean {
    return this.#retriever.retrieve([{ term, weight: 1 }], 1, admits).length > 0;
  }

  #follow(): void {
    const { dictionary } = this.#index;
    for (; this.#seen < dictionary.size; this.#seen++) {
      const term = dictionary.term(this.#seen);
      if (!isWordTerm(term) || term.length < SHORTEST || term.length > LONGEST) continue;
      for (const form of formsOf(term)) {
        const known = this.#byForm.get(form);
        if (known) known.push(this.#seen);
        else this.#byForm.set(form, [this.#seen]);
      }
    }
  }
}

/**
 * A term as a word to show: terms are stems, so it gets the ending that was typed ("invioces": "invoic" and "es"). Words are not taken
 * from documents, since the one that has this form may be private. Undefined where no form leads back to the term.
 */
function wordOf(typed: string, typedTerm: string, term: string, language: string): string | undefined {
  const written = typed.normalize("NFKC").toLowerCase();
  const ending = written.length > typedTerm.length ? written.slice(typedTerm.length) : "";
  // Stems end in i where words end in y.
  const forms = [...(term.endsWith("i") ? [`${term.slice(0, -1)}y`] : []), term + ending, term];
  return forms.find((form) => {
    const [token, ...more] = tokenize(form, language);
    return token?.term === term && token.end === form.length && more.length === 0;
  });
}

/** The word and every form of it with one letter taken out. */
function formsOf(term: string): string[] {
  const forms = [term];
  for (let at = 0; at < term.length; at++) forms.push(term.slice(0, at) + term.slice(at + 1));
  return forms;
}

/** One insertion, deletion, replacement or swap of neighbours apart. */
function isNear(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const left = a.slice(start, a.length - end);
  const right = b.slice(start, b.length - end);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
