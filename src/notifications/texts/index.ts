import { de } from "./de.ts";
import { en, type MailTexts } from "./en.ts";

/** What the sign-in mails are told. */
export interface SignInWords {
  readonly community: string;
  readonly link: string;
  readonly minutes: number;
}

const languages: Readonly<Record<string, MailTexts>> = { en, de };

/** The texts for a locale such as `de-AT`; English where its language has none. */
export function mailTexts(locale: string): MailTexts {
  return languages[locale.toLowerCase().split("-")[0] ?? ""] ?? en;
}
