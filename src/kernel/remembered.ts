import { LRUCache } from "lru-cache";

/**
 * A function of one text that keeps what it made for the `most` texts asked for last; for what is made of the same texts again and
 * again. Where it makes nothing (null), nothing is kept.
 */
export function remembered<Made extends NonNullable<unknown> | null>(
  most: number,
  make: (text: string) => Made,
): (text: string) => Made {
  const known = new LRUCache<string, NonNullable<Made>>({ max: most });
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const made = make(text);
    if (made !== null) known.set(text, made);
    return made;
  };
}
