import type { LinkLine, QueryLine } from "./evaluation-lines.ts";
import { Groups } from "./groups.ts";

/** Queries with the links that may be learned from to answer them. */
export interface Fold {
  readonly queries: readonly QueryLine[];
  readonly links: readonly LinkLine[];
}

/** With at most this many links, those that touch queries are cross-fitted instead of left out. */
const CROSS_FITTED = 5000;
const PARTS = 10;

/**
 * Sees to it that no query is answered with what was learned from its own answers. Links and queries that share a document
 * belong together. Where the links stand clear of the queries, all are used. Where few links touch queries among many that do
 * not, those are left out. Otherwise everything that belongs together falls into one of ten parts, and each part is asked
 * with what was learned from the other nine.
 */
export function foldsOf(
  queries: readonly QueryLine[],
  links: readonly LinkLine[],
): { readonly parts: readonly Fold[]; readonly leftOut: number } {
  const touched = new Set(queries.flatMap(({ id, relevant }) => [id, ...relevant]));
  const groups = new Groups<string>();
  for (const { same } of links) groups.join(same);
  const touchedGroups = new Set([...touched].filter((id) => groups.has(id)).map((id) => groups.of(id)));
  const touching = links.filter(({ same }) => touchedGroups.has(groups.of(same[0] ?? "")));
  if (touching.length === 0) return { parts: [{ queries, links }], leftOut: 0 };
  if (links.length > CROSS_FITTED || touching.length < links.length / 20) {
    const clear = new Set(touching);
    return { parts: [{ queries, links: links.filter((link) => !clear.has(link)) }], leftOut: touching.length };
  }
  for (const { id, relevant } of queries) groups.join([id, ...relevant]);
  const partOf = (id: string): number => groups.number(id) % PARTS;
  const parts = Array.from({ length: PARTS }, (_none, part) => ({
    queries: queries.filter(({ id }) => partOf(id) === part),
    links: links.filter(({ same }) => partOf(same[0] ?? "") !== part),
  }));
  return { parts: parts.filter((part) => part.queries.length > 0), leftOut: 0 };
}
