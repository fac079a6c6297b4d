/** A source of chance that gives the same numbers for the same seed: mulberry32 (Tommy Ettinger, 2017, public domain). */
export function createChance(seed: number) {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }
  return {
    /** From 0 up to but not including 1. */
    next,
    /** A whole number from `low` to `high`, both included. */
    between: (low: number, high: number): number => low + Math.floor(next() * (high - low + 1)),
    pick: <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T,
    /** True in this share of cases. */
    happens: (share: number): boolean => next() < share,
  };
}
export type Chance = ReturnType<typeof createChance>;

const starts = [
  "b",
  "br",
  "c",
  "d",
  "dr",
  "f",
  "g",
  "gr",
  "h",
  "k",
  "l",
  "m",
  "n",
  "p",
  "pl",
  "r",
  "s",
  "st",
  "t",
  "v",
  "w",
  "z",
];
const middles = ["a", "e", "i", "o", "u", "ai", "ea", "ou"];
const ends = ["", "", "", "n", "r", "l", "m", "t", "k", "nd", "st"];

/** How many different words there are, and how steeply they fall in use: near what English forums show (Zipf's exponent). */
const vocabularySize = 30_000;
const exponent = 1.05;
/** The commonest words are taken as the small ones of a language, which nobody searches for. */
const smallWords = 60;

export interface Vocabulary {
  /** A word, as often as its rank says. */
  word(chance: Chance): string;
  /** A word that somebody may search for: not one of the commonest. */
  tellingWord(chance: Chance): string;
}

export function createVocabulary(seed: number): Vocabulary {
  const chance = createChance(seed);
  const words = new Set<string>();
  const syllable = () => chance.pick(starts) + chance.pick(middles) + chance.pick(ends);
  while (words.size < vocabularySize) {
    const syllables = 1 + Math.min(3, Math.floor(Math.log10(words.size + 1)));
    let word = "";
    for (let i = 0; i < syllables || words.has(word); i += 1) word += syllable();
    words.add(word);
  }
  const list = [...words];
  const sums = new Float64Array(list.length);
  let sum = 0;
  for (let rank = 0; rank < list.length; rank += 1) {
    sum += 1 / (rank + 2.7) ** exponent;
    sums[rank] = sum;
  }
  function rankOf(share: number): number {
    const wanted = share * sum;
    let low = 0;
    let high = list.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] as number) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  }
  const common = (sums[smallWords - 1] as number) / sum;
  return {
    word: (from) => list[rankOf(from.next())] as string,
    tellingWord: (from) => list[rankOf(common + from.next() * (1 - common))] as string,
  };
}

/** Words in sentences, as Markdown: paragraphs, now and then a list, emphasis or a piece of code. */
export function makeText(vocabulary: Vocabulary, chance: Chance, words: number): string {
  const sentences: string[] = [];
  for (let left = words; left > 0; ) {
    const length = Math.min(left, chance.between(6, 16));
    left -= length;
    const said = Array.from({ length }, () => vocabulary.word(chance));
    said[0] = capital(said[0] as string);
    if (chance.happens(0.06)) said[length - 1] = `**${said[length - 1]}**`;
    else if (chance.happens(0.05)) said[length - 1] = `\`${said[length - 1]}\``;
    sentences.push(`${said.join(" ")}.`);
  }
  const asList = sentences.length > 4 && chance.happens(0.12);
  if (asList)
    return `${sentences.slice(0, 2).join(" ")}\n\n${sentences
      .slice(2)
      .map((one) => `- ${one}`)
      .join("\n")}`;
  const half = Math.ceil(sentences.length / 2);
  return `${sentences.slice(0, half).join(" ")}\n\n${sentences.slice(half).join(" ")}`.trim();
}

/** A title of telling words and small ones, at most 78 characters long, so that its address holds all of it. */
export function makeTitle(vocabulary: Vocabulary, chance: Chance): string {
  const words = Array.from({ length: chance.between(5, 10) }, (_, index) =>
    index % 2 === 0 ? vocabulary.tellingWord(chance) : vocabulary.word(chance),
  );
  while (words.join(" ").length > 78) words.pop();
  return capital(words.join(" "));
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
