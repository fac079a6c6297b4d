import { analyse } from "./analyse.ts";
import type { SearchDocument } from "./document.ts";

/** A tsvector holds less than a megabyte (PostgreSQL 18, section 12.11); with this much of words there is room to spare. */
const mostBytes = 500_000;

/** The different words of a document, as the index cuts them: those by which PostgreSQL finds it. */
export function wordsOf(document: SearchDocument): string[] {
  const words = new Set<string>();
  let bytes = 0;
  for (const { terms } of analyse(document, document.language ?? "")) {
    for (const term of terms) {
      // The boundary between two answers is no word, and PostgreSQL has no such character.
      if (term.startsWith("\0") || words.has(term)) continue;
      bytes += Buffer.byteLength(term) + 8;
      if (bytes > mostBytes) return [...words];
      words.add(term);
    }
  }
  return [...words];
}
