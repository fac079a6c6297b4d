import type { LinkLine, QueryLine } from "./evaluation-lines.ts";

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
  const groups = new Groups();
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

/** Ids that belong together, by union of sets; groups are numbered in order of appearance. */
class Groups {
  readonly #parents = new Map<string, string>();
  readonly #numbers = new Map<string, number>();

  has(id: string): boolean {
    return this.#parents.has(id);
  }

  of(id: string): string {
    let root = id;
    for (let parent = this.#parents.get(root); parent !== undefined && parent !== root; ) {
      root = parent;
      parent = this.#parents.get(root);
    }
    this.#parents.set(id, root);
    return root;
  }

  join(ids: readonly string[]): void {
    const [first, ...rest] = ids;
    if (first === undefined) return;
    const root = this.of(first);
    for (const id of rest) this.#parents.set(this.of(id), root);
  }

  number(id: string): number {
    const root = this.of(id);
    const known = this.#numbers.get(root);
    if (known !== undefined) return known;
    const made = this.#numbers.size;
    this.#numbers.set(root, made);
    return made;
  }
}
