import { LRUCache } from "lru-cache";

/** A function of one text that keeps what it made for the `most` texts asked for last; for what is made of the same texts again and again. */
export function remembered<Made extends NonNullable<unknown>>(
  most: number,
  make: (text: string) => Made,
): (text: string) => Made {
  const known = new LRUCache<string, Made>({ max: most });
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const made = make(text);
    known.set(text, made);
    return made;
  };
}
