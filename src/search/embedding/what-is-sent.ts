import { createHash } from "node:crypto";
import { maskPersonalData } from "../../text/index.ts";
import { withoutMarks } from "../plain-text.ts";

// The only texts that leave Kith for an embedding service. Of each, what looks like personal data is taken out before.

const lettersOfQuestion = 1_500;
const lettersOfPhrase = 300;

/** Of a public question: its title and the beginning of its body. */
export function sentOfQuestion({ title, body, locale }: { title: string; body: string; locale: string }): string {
  // Masked before it is cut: half a number is not recognised.
  return cut(maskPersonalData(`${title}\n\n${withoutMarks(body)}`, locale).text, lettersOfQuestion);
}

/** Of what somebody looks for or is about to ask: its first line, and no more. */
export function sentOfPhrase(typed: string, locale: string): string {
  const [line = ""] = typed.trim().slice(0, 2_000).split(/\r?\n/);
  return cut(maskPersonalData(line.replace(/\s+/g, " ").trim(), locale).text, lettersOfPhrase);
}

/** By what a text is known again; the same as PostgreSQL's `md5`. No secret depends on it. */
export function hashOf(text: string): string {
  return createHash("md5").update(text).digest("hex");
}

function cut(text: string, letters: number): string {
  return text.slice(0, letters).toWellFormed().trim();
}
