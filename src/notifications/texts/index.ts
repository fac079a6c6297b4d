import type { Language } from "../kinds/kind.ts";
import { de } from "./de.ts";
import { en, type MailTexts } from "./en.ts";

const languages: Readonly<Record<Language, MailTexts>> = { en, de };

/** The language of a locale such as `de-AT`; English where Kith does not speak it. */
export function languageOf(locale: string): Language {
  return locale.toLowerCase().split("-")[0] === "de" ? "de" : "en";
}

/** The texts for a locale such as `de-AT`. */
export function mailTexts(locale: string): MailTexts {
  return languages[languageOf(locale)];
}
