import type { Snippet } from "./snippet.ts";

const shortLetters = 200;

/** Markdown as the index reads it: without the addresses of its links, which nobody looks for; code stays, it holds error messages. */
export function indexedText(markdown: string): string {
  return markdown.replace(/\]\([^)]{0,2000}\)/g, "] ");
}

/** Spaces in a row, or one that is no plain space; the class is what `[^\S ]` stands for, which takes three times as long. */
const spaces = /\s\s+|[\t-\r\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]/g;

/**
 * Markdown without its marks, in one line. Bounds in the pattern keep its time linear in the text. A page of results reads forty texts so, and
 * most of what people write is plain: what a text does not hold is not looked for by a pattern.
 */
export function withoutMarks(markdown: string): string {
  let text = markdown;
  if (text.includes("```")) text = text.replace(/```[\s\S]*?(```|$)/g, " ");
  if (text.includes("](")) text = text.replace(/!?\[([^\][]{0,500})\]\([^)]{0,2000}\)/g, "$1");
  if (text.includes(">") || text.includes("#")) text = text.replace(/^[ \t>#]+/gm, "");
  return text
    .replace(/[*_`~]+/g, "")
    .replaceAll("|", " ")
    .replace(spaces, " ")
    .trim();
}

/** Markdown without its marks, cut at a word near 200 characters. */
export function plainText(markdown: string): string {
  const text = withoutMarks(markdown);
  if (text.length <= shortLetters) return text;
  const cut = text.slice(0, shortLetters).toWellFormed();
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), 120))} \u2026`;
}

/** A snippet as plain words, with a sign where something was left out. */
export function snippetText({ text, cutBefore, cutAfter }: Snippet): string {
  return `${cutBefore ? "\u2026 " : ""}${text}${cutAfter ? " \u2026" : ""}`;
}
