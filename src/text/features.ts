import { mannerMarks, masked } from "./manner.ts";
import { eachWord } from "./tokenize.ts";

/** Which features a classifier looks at. Part of the model file: a model is always asked with what it was trained on. */
export interface FeatureSettings {
  /** Longest run of neighbouring words, 1 to 3. */
  readonly words: number;
  /** Lengths of character runs within words; [0, 0] for none. */
  readonly characters: readonly [number, number];
  /** Weigh features by their rarity among the training texts. */
  readonly rarity: boolean;
  /**
   * What is masked, so that manner is learned and not a brand's own words: "names" are @names, hashtags, links and numbers; "proper
   * names" also words with a capital letter within a sentence, which only helps where nouns have none.
   */
  readonly mask: "nothing" | "names" | "proper names";
  /** Weight of the marks of manner: how a message is built, whom it speaks to, what it asks for; 0 leaves them out. */
  readonly manner: number;
}

/** Characters of a text that are looked at. */
const MOST_CHARACTERS = 5000;
/** Characters of one word that give character runs. */
const LONGEST_WORD = 24;

/** The hashed features of a text with how much each counts, by hash. */
export function featuresOf(text: string, settings: FeatureSettings): Map<number, number> {
  const found = new Map<number, number>();
  const add = (hash: number): void => {
    found.set(hash, (found.get(hash) ?? 0) + 1);
  };
  const read = text.length > MOST_CHARACTERS ? text.slice(0, MOST_CHARACTERS) : text;
  const words: string[] = [];
  eachWord(settings.mask === "nothing" ? read : masked(read, settings.mask === "proper names"), (word) =>
    words.push(word),
  );
  if (settings.manner > 0) {
    for (const mark of mannerMarks(read)) found.set(hashOf("mark", mark), settings.manner);
  }
  words.forEach((word, at) => {
    let run = word;
    add(hashOf("1", run));
    for (let length = 2; length <= settings.words && at + length <= words.length; length++) {
      run += ` ${words[at + length - 1]}`;
      add(hashOf(String(length), run));
    }
    addRuns(word, settings.characters, add);
  });
  if (settings.words > 1 && words.length > 0) add(hashOf("first", words[0] as string));
  return found;
}

function addRuns(word: string, [shortest, longest]: readonly [number, number], add: (hash: number) => void): void {
  if (longest <= 0) return;
  const framed = `<${word.slice(0, LONGEST_WORD)}>`;
  for (let length = shortest; length <= longest; length++) {
    for (let at = 0; at + length <= framed.length; at++) add(hashOf("c", framed.slice(at, at + length)));
  }
}

/** FNV-1a over UTF-16 units (draft-eastlake-fnv-21), 32 bits; `kind` keeps words, runs and marks apart. */
export function hashOf(kind: string, text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < kind.length; at++) hash = Math.imul(hash ^ kind.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ 31, 0x01000193);
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
