import { isWordTerm } from "./analyse.ts";
import type { FieldedIndex } from "./fielded-index.ts";
import type { Admits } from "./filter.ts";
import {
  COMMON,
  isNear,
  LONGEST,
  likeliest,
  MOST_RESPELT,
  type QueryWord,
  respelt,
  SHORTEST,
  spellingsOf,
  wordOf,
  wordsToSpell,
} from "./respelling.ts";
import type { Retriever } from "./retrieve.ts";

/**
 * "Did you mean" over an index in memory: terms one edit away that more documents have. Keeps the terms of the index by their
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
   * The query with its misspelt words replaced, or undefined; a word that is right in any of the languages is right. A term is suggested
   * only when a document that the reader may see has it: what others wrote in private must not show here.
   */
  suggest(query: string, languages: readonly string[], admits: Admits): string | undefined {
    this.#follow();
    const better = new Map<QueryWord, string>();
    for (const word of wordsToSpell(query, languages)) {
      if (better.size === MOST_RESPELT) break;
      if (word.readings.some(({ term }) => this.#isMeant(term, admits))) continue;
      const meant = this.#better(word, admits);
      if (meant !== undefined) better.set(word, meant);
    }
    return respelt(query, better);
  }

  #isMeant(term: string, admits: Admits): boolean {
    const number = this.#index.dictionary.find(term);
    return number >= 0 && this.#index.dictionary.documents(number) >= COMMON && this.#visible(number, admits);
  }

  #better({ written, readings }: QueryWord, admits: Admits): string | undefined {
    for (const { term, language } of readings) {
      if (term.length < SHORTEST || term.length > LONGEST) continue;
      const near = this.#near(term).find((other) => this.#visible(this.#index.dictionary.find(other.term), admits));
      const word = near && wordOf(written, term, near.term, language);
      if (word !== undefined) return word;
    }
    return undefined;
  }

  #near(term: string) {
    const { dictionary } = this.#index;
    const spellings = spellingsOf(term);
    const numbers = new Set(spellings.flatMap(formsOf).flatMap((form) => this.#byForm.get(form) ?? []));
    const terms = [...numbers].map((number) => ({
      term: dictionary.term(number),
      documents: dictionary.documents(number),
    }));
    return likeliest(
      terms.filter((other) => other.term !== term && spellings.some((spelling) => isNear(spelling, other.term))),
    );
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

/** The word and every form of it with one letter taken out. */
function formsOf(term: string): string[] {
  const forms = [term];
  for (let at = 0; at < term.length; at++) forms.push(term.slice(0, at) + term.slice(at + 1));
  return forms;
}
