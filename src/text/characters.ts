/** What a character is to the tokeniser. */
export const OTHER = 0;
/** Letters, digits and marks of scripts that put spaces between words. */
export const WORD = 1;
/** Han, kana, Thai, Lao, Khmer, Burmese: words are found by Intl.Segmenter. */
export const SEGMENTED = 2;
/** Hangul: cut into overlapping pairs. */
export const HANGUL = 3;

const UNKNOWN = 255;
const wordPattern = /[\p{L}\p{N}\p{M}]/u;
const hangulPattern = /\p{Script=Hangul}/u;
const segmentedPattern =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]/u;

const known = new Uint8Array(65536).fill(UNKNOWN);

function classify(codePoint: number): number {
  const character = String.fromCodePoint(codePoint);
  if (hangulPattern.test(character)) return HANGUL;
  if (segmentedPattern.test(character)) return SEGMENTED;
  return wordPattern.test(character) ? WORD : OTHER;
}

/** The class of a code point; a lone surrogate is OTHER. Classes of the basic plane are remembered. */
export function characterClass(codePoint: number): number {
  if (codePoint > 0xffff) return classify(codePoint);
  const remembered = known[codePoint] ?? UNKNOWN;
  if (remembered !== UNKNOWN) return remembered;
  const found = codePoint >= 0xd800 && codePoint <= 0xdfff ? OTHER : classify(codePoint);
  known[codePoint] = found;
  return found;
}
