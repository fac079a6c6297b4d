import type { IndexFolderFacts } from "../../search/index.ts";
import { bytes, type Finding, fine, span, warning } from "./finding.ts";

/** Where searching happens, and what of it is kept for the next start. */
export function checkSearch(mode: "memory" | "postgres", facts: IndexFolderFacts, now: Date): Finding {
  if (mode === "postgres") return fine("search", "PostgreSQL searches; no index is held in memory.");
  if (!facts.writable) {
    return warning(
      "search",
      `Search indexes cannot be saved in ${facts.folder}, so every start builds them anew.`,
      "Let the account that runs Kith write there, or set KITH_DATA to a folder of its own.",
    );
  }
  if (facts.savedAt === null)
    return fine("search", "No search index is saved yet; a serving Kith builds and saves them.");
  const seconds = Math.max(0, (now.getTime() - facts.savedAt.getTime()) / 1_000);
  const of = `${facts.indexes} search ${facts.indexes === 1 ? "index is" : "indexes are"} saved`;
  return fine("search", `${of}, ${bytes(facts.bytes)}, the newest ${span(seconds)} ago.`);
}
