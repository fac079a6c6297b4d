import type { FieldedIndex } from "./fielded-index.ts";

/**
 * Those hits that hold at least so many of the query's words, as the hit's language reads them (or all that the index knows of them). Where
 * nothing was learned nobody can say how likely a hit helps; but who types a sentence is not helped by whatever shares one word with it.
 */
export function fittingHits<Hit extends { readonly key: number }>(
  index: FieldedIndex,
  hits: readonly Hit[],
  least: number,
  wordsFor: (document: number) => ReadonlySet<number>,
): readonly Hit[] {
  return hits.filter(({ key }) => {
    const document = index.keys.get(key);
    const record = index.columns.forward[document];
    const words = wordsFor(document);
    const held = new Set<number>();
    if (record !== undefined) index.forward.each(record, (term) => words.has(term) && held.add(term));
    return held.size >= Math.min(least, words.size);
  });
}
