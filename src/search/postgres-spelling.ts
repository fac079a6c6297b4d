import type { Database } from "../store/index.ts";
import { countWords } from "./queries/index.ts";
import {
  COMMON,
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
import { wordQuery } from "./tsquery.ts";

/** How often a word stands anywhere matters up to here: it only puts a few in order. */
const mostCounted = 2_000;
/** The letters of each script in which words are spelt, and digits; a term has no marks any more (text/stem.ts). */
const alphabets = [
  "abcdefghijklmnopqrstuvwxyz",
  "абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґ",
  "αβγδεζηθικλμνξοπρσςτυφχψω",
  "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ",
  "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
  "אבגדהוזחטיךכלםמןנסעףפץצקרשת",
  "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئةى",
].map((letters) => `${letters}0123456789`);

/**
 * "Did you mean" without an index in memory: every word one edit away is made (Norvig's norvig.com/spell-correct.html), and PostgreSQL
 * says which of them there are. Gives what `Spelling` gives.
 */
export class PostgresSpelling {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The query with its misspelt words replaced, or undefined. `isVisible` tells whether the reader may see a question with a term. */
  async suggest(
    communityId: number,
    query: string,
    languages: readonly string[],
    isVisible: (term: string) => Promise<boolean>,
  ): Promise<string | undefined> {
    const better = new Map<QueryWord, string>();
    for (const word of wordsToSpell(query, languages)) {
      if (better.size === MOST_RESPELT) break;
      if (await this.#isMeant(communityId, word, isVisible)) continue;
      const meant = await this.#better(communityId, word, isVisible);
      if (meant !== undefined) better.set(word, meant);
    }
    return respelt(query, better);
  }

  async #isMeant(communityId: number, { readings }: QueryWord, isVisible: (term: string) => Promise<boolean>) {
    const common = await this.#common(
      communityId,
      readings.map(({ term }) => term),
    );
    for (const { term } of common) if (await isVisible(term)) return true;
    return false;
  }

  async #better(
    communityId: number,
    { written, readings }: QueryWord,
    isVisible: (term: string) => Promise<boolean>,
  ): Promise<string | undefined> {
    for (const { term, language } of readings) {
      if (term.length < SHORTEST || term.length > LONGEST) continue;
      for (const near of likeliest(await this.#common(communityId, editsOf(term)))) {
        if (!(await isVisible(near.term))) continue;
        const word = wordOf(written, term, near.term, language);
        if (word !== undefined) return word;
        break;
      }
    }
    return undefined;
  }

  /** Those of the terms that stand in enough questions, with how many those are. */
  async #common(communityId: number, terms: readonly string[]) {
    const counts = await countWords(this.#database, communityId, terms.map(wordQuery), COMMON);
    const common = terms.filter((_term, at) => (counts[at] ?? 0) >= COMMON);
    if (common.length < 2) return common.map((term) => ({ term, documents: COMMON }));
    const documents = await countWords(this.#database, communityId, common.map(wordQuery), mostCounted);
    return common.map((term, at) => ({ term, documents: documents[at] ?? 0 }));
  }
}

/** All that lies one insertion, deletion, replacement or swap of neighbours from a term, as long as terms are that are suggested. */
function editsOf(term: string): string[] {
  const edits = new Set<string>();
  for (const spelling of spellingsOf(term)) {
    const letters =
      alphabets.find((alphabet) => [...spelling].some((letter) => alphabet.includes(letter) && letter > "9")) ?? "";
    for (let at = 0; at <= spelling.length; at++) {
      const before = spelling.slice(0, at);
      const behind = spelling.slice(at);
      edits.add(before + behind.slice(1));
      if (behind.length > 1) edits.add(before + behind.charAt(1) + behind.charAt(0) + behind.slice(2));
      for (const letter of letters) {
        edits.add(before + letter + behind);
        if (behind.length > 0) edits.add(before + letter + behind.slice(1));
      }
    }
  }
  edits.delete(term);
  return [...edits].filter((edit) => edit.length >= SHORTEST && edit.length <= LONGEST);
}
