import { cleanLine, err, lengthOf, ok, type Result, refusal } from "../kernel/index.ts";

const longestName = 80;
const longestAbout = 1_000;

// Control and format characters, surrogates, line and paragraph separators. Format characters include the marks that turn text
// around (U+202E), with which one name can be made to look like another; the two joiners stay, because scripts and emoji need them.
const notInNames = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;
// PostgreSQL's text holds no NUL; other control characters but tab and line feed have no place in prose.
const notInProse = /(?![\n\t])[\p{Cc}\p{Cs}]/u;

/** A name of a person, member or token: 1 to 80 characters on one line, trimmed, in Unicode's composed form (NFC). */
export function checkName(text: string): Result<string> {
  const name = text.normalize("NFC").trim().replace(/ {2,}/g, " ");
  if (name === "" || !visible.test(name)) return wrongName("Please write a name.");
  if (lengthOf(name) > longestName) return wrongName(`A name has at most ${longestName} characters.`);
  if (notInNames.test(name)) return wrongName("A name is one line of visible characters.");
  return ok(name);
}

/** A name that can be stored, made of whatever an import or another system calls somebody. */
export function tidyName(text: string, otherwise = "No name"): string {
  const kept = [...text.slice(0, 10 * longestName).normalize("NFC")].map((character) =>
    notInNames.test(character) ? " " : character,
  );
  const short = [...cleanLine(kept.join(""))].slice(0, longestName).join("").trim();
  return visible.test(short) ? short : otherwise;
}

/** What a member says about themselves: at most 1,000 characters. */
export function checkAbout(text: string): Result<string> {
  const about = text.normalize("NFC").replace(/\r\n?/g, "\n").trim();
  if (lengthOf(about) > longestAbout) return wrongAbout(`This has room for ${longestAbout} characters.`);
  if (notInProse.test(about)) return wrongAbout("This holds characters that cannot be shown.");
  return ok(about);
}

/** A language tag such as `en` or `de-AT` (RFC 5646), in its usual spelling. */
export function checkLocale(text: string): Result<string> {
  try {
    const [locale] = Intl.getCanonicalLocales(text);
    if (locale && locale.length <= 35) return ok(locale);
  } catch {
    // Not a language tag.
  }
  const sentence = "This is not a language that can be chosen.";
  return err(refusal("invalid", "locale-invalid", sentence, "Choose a language from the list.", { locale: sentence }));
}

function wrongName(sentence: string) {
  return err(refusal("invalid", "name-invalid", sentence, `Write 1 to ${longestName} characters.`, { name: sentence }));
}

function wrongAbout(sentence: string) {
  return err(refusal("invalid", "about-invalid", sentence, "Shorten or correct it.", { about: sentence }));
}
