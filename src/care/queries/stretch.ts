/** A stretch of a conversation. */
export interface Stretch<Word> {
  /** In the order in which they were said. */
  readonly words: readonly Word[];
  /** The id of its first word, where older ones come before it: what to ask for as `before`; null where there are none. */
  readonly older: number | null;
}

/** A stretch out of rows that were read newest first, one more than `most` of them where there are older ones. */
export function stretchOf<Row extends { readonly id: number }>(rows: readonly Row[], most: number): Stretch<Row> {
  const words = rows.slice(0, most).reverse();
  return { words, older: rows.length > most ? (words[0]?.id ?? null) : null };
}
