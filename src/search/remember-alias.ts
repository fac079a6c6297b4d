import type { Transaction } from "../store/index.ts";
import { insertAlias, type NewAlias } from "./queries/index.ts";

/** As long as the longest title; what was typed beyond it is a body, and no phrasing. */
const longestAlias = 300;

/**
 * Keeps the words under which somebody found their answer, so that the next who says it so finds it at once. Comes with an event about
 * the question, which brings it into the index. Words of a letter or two say nothing and are not kept.
 */
export async function rememberAlias(tx: Transaction, alias: NewAlias): Promise<void> {
  const text = aliasText(alias.text);
  if (text.length < 3) return;
  await insertAlias(tx, { ...alias, text });
}

/** The typed words as one line, so that the same phrasing is kept once. */
export function aliasText(typed: string): string {
  const line = typed.normalize("NFC").toLowerCase().replace(/\s+/gu, " ").trim();
  return line.slice(0, longestAlias).toWellFormed().trim();
}
