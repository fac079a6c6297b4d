import type { Snippet } from "./snippet.ts";

const shortLetters = 200;

/** Markdown as the index reads it: without the addresses of its links, which nobody looks for; code stays, it holds error messages. */
export function indexedText(markdown: string): string {
  return markdown.replace(/\]\([^)]{0,2000}\)/g, "] ");
}

/** Anything that `withoutMarks` changes. */
const anyMark = /[`[*_~|>#]|\s{2}|[^\S ]/;

/** Markdown without its marks, in one line. Bounds in the pattern keep its time linear in the text. */
export function withoutMarks(markdown: string): string {
  // Most of what people write is plain, and looked at once.
  if (!anyMark.test(markdown)) return markdown.trim();
  return markdown
    .replace(/```[\s\S]*?(```|$)/g, " ")
    .replace(/!?\[([^\][]{0,500})\]\([^)]{0,2000}\)/g, "$1")
    .replace(/^[ \t>#]+/gm, "")
    .replace(/[*_`~]+/g, "")
    .replace(/\|/g, " ")
    .replace(/\s{2,}|[^\S ]/g, " ")
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
