import { de } from "./de.ts";
import { en, type MailTexts } from "./en.ts";

const languages: Readonly<Record<string, MailTexts>> = { en, de };

/** The texts for a locale such as `de-AT`; English where its language has none. */
export function mailTexts(locale: string): MailTexts {
  return languages[locale.toLowerCase().split("-")[0] ?? ""] ?? en;
}
