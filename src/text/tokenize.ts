import { characterClass, HANGUL, OTHER, WORD } from "./characters.ts";
import { lowerWord } from "./fold.ts";
import { stemmerOf } from "./stem.ts";
import { stopWordsOf } from "./stop-words.ts";

/** A term and where it stood: offsets in UTF-16 units of the text as given. */
export interface Token {
  readonly term: string;
  readonly start: number;
  readonly end: number;
  /** True for words of the light stop list. */
  readonly stop: boolean;
}

/** Called for each token in order. Pairs of Hangul overlap. */
export type TokenVisitor = (term: string, start: number, end: number, stop: boolean) => void;

/** Characters of one word that are looked at; the rest of a longer run is noise and is stepped over. */
const LONGEST_WORD = 64;
/** Characters that Intl.Segmenter gets at once: its time grows with the length of what it is given. */
const SEGMENT_CHARACTERS = 512;
const ASCII = 128;
const wordThatTakesSigns = /^[a-z]$/i;

let segmenter: Intl.Segmenter | undefined;

/**
 * Cuts a text of any language into terms: words by Unicode, stemmed; Japanese, Chinese, Thai and their neighbours by
 * Intl.Segmenter; Korean into pairs of syllables. `language` is ISO 639-1 and chooses stemmer and stop list; the cutting
 * itself goes by script, so a wrong guess still finds words. Takes any string, in time linear to its length.
 */
export function eachToken(text: string, language: string, visit: TokenVisitor): void {
  walk(text, language, stemmerOf(language), visit);
}

/** Finds in a text the tokens whose terms are looked for, in order. */
export type TokenFinder = (text: string) => Token[];

/**
 * Makes a finder of tokens with these terms. It is cheaper than looking at all tokens: a stem begins with the letter that its word
 * begins with, so words that begin as none of the terms are stepped over as they stand.
 */
export function tokenFinder(terms: ReadonlySet<string>, language: string): TokenFinder {
  if (terms.size === 0) return () => [];
  const begins = beginningsOf(terms);
  const stem = stemmerOf(language);
  return (text) => {
    const tokens: Token[] = [];
    const visit: TokenVisitor = (term, start, end, stop) => {
      if (terms.has(term)) tokens.push({ term, start, end, stop });
    };
    walk(text, language, stem, visit, begins);
    return tokens;
  };
}

/** By unit, 1 for the ASCII characters that words of these terms may begin with; other words are always looked at. */
function beginningsOf(terms: ReadonlySet<string>): Uint8Array {
  const begins = new Uint8Array(ASCII);
  for (const term of terms) {
    // A mark that is folded away, or composed, may follow the letter.
    for (const first of [term.charCodeAt(0), term.normalize("NFD").charCodeAt(0)]) {
      if (first >= ASCII) continue;
      begins[first] = 1;
      begins[String.fromCharCode(first).toUpperCase().charCodeAt(0)] = 1;
    }
  }
  return begins;
}

/** Visits the words as they are written, in lower case: for classifiers, to which an ending can tell something. */
export function eachWord(text: string, visit: TokenVisitor): void {
  walk(text, "", asWritten, visit);
}

const asWritten = (word: string): string => word;

function walk(
  text: string,
  language: string,
  stem: (word: string) => string,
  visit: TokenVisitor,
  begins?: Uint8Array,
): void {
  const stops = stopWordsOf(language);
  let position = 0;
  while (position < text.length) {
    const kind = classAt(text, position);
    const start = position;
    position += widthAt(text, position);
    if (kind === OTHER) continue;
    while (position < text.length && classAt(text, position) === kind) position += widthAt(text, position);
    if (kind === WORD) {
      position = wholeSigns(text, start, position);
      if (begins?.[text.charCodeAt(start)] === 0) continue;
      visitWord(text, start, position, stem, stops, visit);
    } else if (kind === HANGUL) visitHangul(text, start, position, visit);
    else visitSegments(text, start, position, language, visit);
  }
}

/** All tokens of a text, for highlighting and tests. */
export function tokenize(text: string, language: string): Token[] {
  const tokens: Token[] = [];
  eachToken(text, language, (term, start, end, stop) => tokens.push({ term, start, end, stop }));
  return tokens;
}

/** The terms of a text without its stop words. */
export function termsOf(text: string, language: string): string[] {
  const terms: string[] = [];
  eachToken(text, language, (term, _start, _end, stop) => {
    if (!stop) terms.push(term);
  });
  return terms;
}

function classAt(text: string, position: number): number {
  const unit = text.charCodeAt(position);
  if (unit < 0xd800 || unit > 0xdbff) return characterClass(unit);
  return characterClass(text.codePointAt(position) ?? 0);
}

function widthAt(text: string, position: number): number {
  const unit = text.charCodeAt(position);
  if (unit < 0xd800 || unit > 0xdbff) return 1;
  return (text.codePointAt(position) ?? 0) > 0xffff ? 2 : 1;
}

/** `c++`, `c#` and `f#` are names: signs behind a single letter belong to it. */
function wholeSigns(text: string, start: number, end: number): number {
  if (end - start !== 1 || !wordThatTakesSigns.test(text.charAt(start))) return end;
  if (text.startsWith("++", end)) return end + 2;
  return text.charAt(end) === "#" ? end + 1 : end;
}

function visitWord(
  text: string,
  start: number,
  end: number,
  stem: (word: string) => string,
  stops: ReadonlySet<string>,
  visit: TokenVisitor,
): void {
  const lower = lowerWord(text.slice(start, Math.min(end, start + LONGEST_WORD)));
  if (lower === "") return;
  const stop = stops.has(lower);
  visit(stop ? lower : stem(lower), start, end, stop);
}

function visitHangul(text: string, start: number, end: number, visit: TokenVisitor): void {
  if (end - start === 1) {
    visit(text.slice(start, end).normalize("NFKC"), start, end, false);
    return;
  }
  const run = text.slice(start, end);
  const syllables = run.normalize("NFC");
  if (syllables.length === run.length) {
    for (let at = start; at + 2 <= end; at++) visit(text.slice(at, at + 2), at, at + 2, false);
  } else if (syllables.length === 1) {
    visit(syllables, start, end, false);
  } else {
    // Decomposed jamo: the pairs are right, each one points at the whole run.
    for (let at = 0; at + 2 <= syllables.length; at++) visit(syllables.slice(at, at + 2), start, end, false);
  }
}

function visitSegments(text: string, start: number, end: number, language: string, visit: TokenVisitor): void {
  segmenter ??= new Intl.Segmenter("ja", { granularity: "word" });
  const stops = stopWordsOf(language);
  for (let from = start; from < end; from += SEGMENT_CHARACTERS) {
    const part = text.slice(from, Math.min(end, from + SEGMENT_CHARACTERS));
    for (const { segment, index, isWordLike } of segmenter.segment(part)) {
      if (!isWordLike) continue;
      const term = lowerWord(segment);
      if (term !== "") visit(term, from + index, from + index + segment.length, stops.has(term));
    }
  }
}
