/** Chance that repeats itself: the same seed gives the same numbers. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number, both ends included. */
  between(least: number, most: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  weighted<T>(list: readonly T[], weight: (item: T) => number): T;
  shuffled<T>(list: readonly T[]): T[];
  /** A waiting time, log-normal: half are shorter than `medianMs`; with `spread` 1.4 a twelfth are over seven times as long. */
  wait(medianMs: number, spread: number): number;
  /** How many of something that comes `mean` times on average (Poisson, by Knuth's method). */
  count(mean: number): number;
  /** A stream of its own, which does not change when others draw more or less. */
  fork(name: string): Random;
}

export function createRandom(seed: string): Random {
  let state = hash(seed);
  // Weyl sequence with the finaliser of splitmix32 (Steele, Lea, Flood 2014, doi:10.1145/2714064.2660195).
  function next(): number {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    mixed ^= mixed >>> 15;
    return (mixed >>> 0) / 2 ** 32;
  }
  function weighted<T>(list: readonly T[], weight: (item: T) => number): T {
    const total = list.reduce((sum, item) => sum + weight(item), 0);
    let left = next() * total;
    for (const item of list) {
      left -= weight(item);
      if (left < 0) return item;
    }
    return last(list);
  }
  const random: Random = {
    next,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    chance: (probability) => next() < probability,
    pick: (list) => weighted(list, () => 1),
    weighted,
    shuffled(list) {
      const order = list.map((item) => ({ item, place: next() }));
      return order.sort((a, b) => a.place - b.place).map(({ item }) => item);
    },
    wait(medianMs, spread) {
      // Box and Muller; the logarithm never sees a zero.
      const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
      return medianMs * Math.exp(spread * normal);
    },
    count(mean) {
      let product = next();
      let count = 0;
      for (const limit = Math.exp(-mean); product > limit; count += 1) product *= next();
      return count;
    },
    fork: (name) => createRandom(`${seed}/${name}`),
  };
  return random;
}

function last<T>(list: readonly T[]): T {
  const item = list.at(-1);
  if (item === undefined) throw new Error("there is nothing to choose from");
  return item;
}

/** FNV-1a, 32 bits (draft-eastlake-fnv). */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return value | 0;
}
