import type { Database } from "../store/index.ts";
import { countFindable, countWords, readWordStatistics, type WordStatistics } from "./queries/index.ts";
import { wordQuery } from "./tsquery.ts";

/** Statistics and sizes are asked for again after so long: rarity is a matter of orders of magnitude. */
const rememberedMs = 600_000;
/** Words that PostgreSQL's statistics do not list are counted, up to here. */
const mostCounted = 2_000;

/** How many questions hold a word, without reading all of them. */
export class WordCounts {
  readonly #database: Database;
  #statistics: { readonly value: WordStatistics; readonly atMs: number } | undefined;
  readonly #sizes = new Map<number, { readonly size: number; readonly atMs: number }>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** Questions that can be found in a community; at least 1. */
  async size(communityId: number): Promise<number> {
    const known = this.#sizes.get(communityId);
    const now = performance.now();
    if (known && now - known.atMs < rememberedMs) return known.size;
    const size = Math.max(1, await countFindable(this.#database, communityId));
    // A small community grows quickly, and is counted quickly.
    if (size > mostCounted) this.#sizes.set(communityId, { size, atMs: now });
    return size;
  }

  /** About how many questions of the community hold each of the words. */
  async count(communityId: number, words: readonly string[]): Promise<Map<string, number>> {
    const { shares } = await this.#read();
    const size = await this.size(communityId);
    const frequent = (word: string): boolean => size > mostCounted && shares.has(word);
    const asked = words.filter((word) => !frequent(word));
    const counted =
      asked.length > 0 ? await countWords(this.#database, communityId, asked.map(wordQuery), mostCounted) : [];
    const counts = new Map(asked.map((word, at) => [word, counted[at] ?? 0]));
    for (const word of words) if (frequent(word)) counts.set(word, Math.ceil((shares.get(word) ?? 0) * size));
    return counts;
  }

  /** The share of questions that hold a word, where it is frequent enough to be known. */
  async shareOf(): Promise<(word: string) => number | undefined> {
    const { shares } = await this.#read();
    return (word) => shares.get(word);
  }

  async #read(): Promise<WordStatistics> {
    const now = performance.now();
    if (!this.#statistics || now - this.#statistics.atMs > rememberedMs) {
      this.#statistics = { value: await readWordStatistics(this.#database), atMs: now };
    }
    return this.#statistics.value;
  }
}
