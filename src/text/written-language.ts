import { identifyLanguage } from "./identify-language.ts";

/** From so much on a text decides: of 10,107 one-line English questions 5 were then taken for another language (docs/search.md). */
const sureEnough = 0.7;
/** Letters that are looked at before marks are taken out: a long listing of code may come first. */
const lettersRead = 6_000;
const codeBlock = /```[\s\S]*?(?:```|(?![\s\S]))|~~~[\s\S]*?(?:~~~|(?![\s\S]))|^(?: {4}|\t).*$/gm;
const inlineCode = /`[^`\n]{0,500}`/g;
const address = /\]\([^)]{0,2000}\)|https?:\S+|<[^<>]{0,500}>/g;

/**
 * The language that somebody wrote Markdown in, as ISO 639-1, or null where that cannot be told: the text is too short, or it holds
 * code and addresses more than words.
 */
export async function writtenLanguage(markdown: string): Promise<string | null> {
  const prose = markdown
    .slice(0, lettersRead)
    .replace(codeBlock, " ")
    .replace(inlineCode, " ")
    .replace(address, " ")
    .replace(/[*_~#>|]+/g, " ");
  const { language, probability } = await identifyLanguage(prose, "");
  return isLanguage(language) && probability >= sureEnough ? language : null;
}

/** Whether this can be a language's code (ISO 639: two or three small letters). */
export function isLanguage(code: string): boolean {
  return /^[a-z]{2,3}$/.test(code);
}

/** The language of a locale: `de` of `de-AT`; English where it names none. */
export function languageOfLocale(locale: string): string {
  const language = locale.split("-", 1)[0]?.toLowerCase() ?? "";
  return isLanguage(language) ? language : "en";
}

/** Languages that a person chooses from; programs may name any. Those that texts are most often written in, by code. */
export const languagesToChoose: readonly string[] =
  "ar bg bn ca cs da de el en es et eu fa fi fr ga gl he hi hr hu hy id is it ja ka ko lt lv mk ms nl no pl pt ro ru sk sl sq sr sv ta th tr uk ur vi zh".split(
    " ",
  );
