const asciiOnly = /^[\x20-\x7e]*$/;
/** Kana and Han as they are usually written: they have one form and no case. */
const oneForm = /^[\u3041-\u3096\u30a1-\u30fa\u30fc\u4e00-\u9fff]*$/;
const marksOfOptionalWriting = /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Arabic}])\p{Mn}+/gu;
const invisible = /\u0640|\u200c|\u200d|\u00ad/g;

/** One form for what is written in several ways: compatibility forms, case, ё, tatweel and soft hyphens. */
export function lowerWord(word: string): string {
  if (asciiOnly.test(word)) return word.toLowerCase();
  if (oneForm.test(word)) return word;
  return word.normalize("NFKC").toLowerCase().replace(invisible, "").replaceAll("ё", "е").normalize("NFC");
}

/**
 * Takes away marks that people leave out when they type (é, ü, Greek accents, Hebrew points, Arabic vowels).
 * Cyrillic й and the vowel signs of Indic scripts are letters and stay.
 */
export function foldMarks(word: string): string {
  if (asciiOnly.test(word)) return word;
  return word
    .normalize("NFD")
    .replace(marksOfOptionalWriting, "")
    .normalize("NFC")
    .replaceAll("ß", "ss")
    .replaceAll("ø", "o")
    .replaceAll("ł", "l")
    .replaceAll("ı", "i");
}
