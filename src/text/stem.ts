import snowball from "snowball-stemmers";
import { foldMarks } from "./fold.ts";

/** Languages whose Snowball stemmer finds more than a folded prefix does (docs/search.md, "Languages"). */
const snowballOf: Readonly<Record<string, string>> = {
  en: "english",
  de: "german",
  fr: "french",
  es: "spanish",
  it: "italian",
  pt: "portuguese",
  ro: "romanian",
  ca: "catalan",
  ru: "russian",
  tr: "turkish",
  ar: "arabic",
  hy: "armenian",
};

/** Scripts whose words are inflected at the end, so that the first letters are a fair stem. */
const prefixScript = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Georgian}]+$/u;
const PREFIX_CHARACTERS = 5;
/** A word that a stemmer may see; a longer one is an address, a key or noise. */
const LONGEST_STEMMED = 30;
/** Stems are remembered up to this many words a language, then forgotten all at once. */
const REMEMBERED = 100_000;

type Stem = (word: string) => string;
const stemmers = new Map<string, Stem>();

function prefixStem(word: string): string {
  const folded = foldMarks(word);
  if (!prefixScript.test(folded)) return folded;
  const characters = folded.length > PREFIX_CHARACTERS ? [...folded] : [];
  return characters.length > PREFIX_CHARACTERS ? characters.slice(0, PREFIX_CHARACTERS).join("") : folded;
}

const hasDigit = /\p{N}/u;

function remembering(stem: Stem): Stem {
  let memory = new Map<string, string>();
  return (word) => {
    const before = memory.get(word);
    if (before !== undefined) return before;
    const stemmed = word.length > LONGEST_STEMMED || hasDigit.test(word) ? foldMarks(word) : stem(word) || word;
    if (memory.size >= REMEMBERED) memory = new Map();
    memory.set(word, stemmed);
    return stemmed;
  };
}

/**
 * The function that brings a lower-case word of a language (ISO 639-1) to the form it is indexed under: a Snowball stem with
 * its marks folded, or the folded first five characters where no stemmer does better.
 */
export function stemmerOf(language: string): Stem {
  const before = stemmers.get(language);
  if (before) return before;
  const algorithm = snowballOf[language];
  let made: Stem;
  if (algorithm) {
    const stemmer = snowball.newStemmer(algorithm);
    made = remembering((word) => foldMarks(stemmer.stem(word)));
  } else {
    made = remembering(prefixStem);
  }
  stemmers.set(language, made);
  return made;
}
