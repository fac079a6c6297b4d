import { eachToken } from "../text/index.ts";
import { languageNumber } from "./columns.ts";
import type { FieldedIndex } from "./fielded-index.ts";
import type { StopTerms } from "./rarities.ts";
import { languagesRead } from "./readings.ts";

/** Whether a document with these fields holds one phrase. */
type HoldsPhrase = (fields: readonly (readonly number[])[]) => boolean;

/** Reads phrases in every language of the index; gives those that a document is looked at for, as its own language reads them. */
export function readPhrases(
  index: FieldedIndex,
  phrases: readonly string[],
  own: string,
  stopsOf: (language: string) => StopTerms,
): (document: number) => readonly HoldsPhrase[] {
  const byLanguage = new Map<number, readonly HoldsPhrase[]>();
  const languages = phrases.length > 0 ? languagesRead(index, own) : [];
  for (const language of languages) {
    const stops = stopsOf(language);
    const read = phrases.map((phrase) => phraseTerms(index, phrase, language)).filter(({ length }) => length > 0);
    byLanguage.set(
      languageNumber(language),
      read.map((phrase) => (fields) => containsPhrase(fields, phrase, stops.has)),
    );
  }
  const others = byLanguage.get(languageNumber(own)) ?? [];
  return (document) => byLanguage.get(index.columns.language[document] as number) ?? others;
}

/** A phrase without its stop words, which do not count: an index that never met one of them could not know it for one. */
function phraseTerms(index: FieldedIndex, phrase: string, language: string): number[] {
  const all: number[] = [];
  const telling: number[] = [];
  eachToken(phrase, language, (term, _start, _end, stop) => {
    const number = index.dictionary.find(term);
    all.push(number);
    if (!stop) telling.push(number);
  });
  return telling.length > 0 ? telling : all;
}

/** Whether any field has the words of the phrase in this order next to each other; stop words are not kept everywhere and do not count. */
function containsPhrase(
  fields: readonly (readonly number[])[],
  phrase: readonly number[],
  isStop: (term: number) => boolean,
): boolean {
  const wanted = phrase.filter((term) => !isStop(term));
  if (wanted.length === 0) return fields.some((field) => contains(field, phrase));
  return fields.some((field) =>
    contains(
      field.filter((term) => !isStop(term)),
      wanted,
    ),
  );
}

function contains(field: readonly number[], wanted: readonly number[]): boolean {
  const last = field.length - wanted.length;
  for (let start = 0; start <= last; start++) {
    let at = 0;
    while (at < wanted.length && field[start + at] === wanted[at] && (wanted[at] as number) >= 0) at++;
    if (at === wanted.length) return true;
  }
  return false;
}
