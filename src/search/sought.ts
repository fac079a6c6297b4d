import { stopWordsOf, type TokenFinder, tokenFinder } from "../text/index.ts";

/** What is looked for in texts to highlight it there; made once for all texts of one search. */
export interface Sought {
  /** Finds the words themselves. */
  readonly find: TokenFinder;
  /** Finds quickly where one of them may begin; null where nothing is looked for. */
  readonly beginnings: RegExp | null;
}

/** What an indexed form has in common with the words that it stands for, at the least: inflection happens at the end. */
const leastStem = 3;
const lettersInflected = 2;

/** `terms` are those of a query as the tokeniser gives them. */
export function soughtOf(terms: ReadonlySet<string>, language: string): Sought {
  const stems = [...terms].map((term) => term.slice(0, Math.max(leastStem, term.length - lettersInflected)));
  // Of two that begin alike the longer one says more.
  const patterns = stems.sort((a, b) => b.length - a.length).map(literally);
  return {
    find: tokenFinder(terms, language),
    beginnings: patterns.length > 0 ? new RegExp(patterns.join("|"), "gi") : null,
  };
}

/**
 * What is looked for in each language of the texts, made once for each. A word that tells something in one language may be a stop word
 * in another ("is" in German and English), where it is marked only if there is nothing else.
 */
export function soughtIn(terms: readonly string[]): (language: string) => Sought {
  const asked = new Set(terms);
  const made = new Map<string, Sought>();
  return (language) => {
    const known = made.get(language);
    if (known) return known;
    const telling = asked.difference(stopWordsOf(language));
    const sought = soughtOf(telling.size > 0 ? telling : asked, language);
    made.set(language, sought);
    return sought;
  };
}

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
