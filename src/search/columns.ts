import { type DocumentFacts, FIELDS } from "./document.ts";
import { withRoom } from "./growable.ts";

/** Lengths are counted up to here; a longer field weighs like one of this length. */
export const LONGEST = 4095;
const SOLVED = 1;

/** The facts of all documents by document number, one typed array a fact; numbers are given in order and never again. */
export class Columns {
  count = 0;
  alive = new Uint8Array(0);
  /** The caller's keys, whole numbers from 1 to 4,294,967,295. */
  key = new Uint32Array(0);
  forward = new Uint32Array(0);
  lengths: Uint16Array[] = FIELDS.map(() => new Uint16Array(0));
  audience = new Int32Array(0);
  group = new Int32Array(0);
  author = new Int32Array(0);
  /** Days since 1970; enough until 2149. */
  day = new Uint16Array(0);
  helped = new Uint16Array(0);
  language = new Uint16Array(0);
  flags = new Uint8Array(0);

  /** Makes room for so many documents at once, so that a rebuild does not grow by steps. */
  reserve(count: number): void {
    this.alive = withRoom(this.alive, count);
    this.key = withRoom(this.key, count);
    this.forward = withRoom(this.forward, count);
    this.lengths = this.lengths.map((lengths) => withRoom(lengths, count));
    this.audience = withRoom(this.audience, count);
    this.group = withRoom(this.group, count);
    this.author = withRoom(this.author, count);
    this.day = withRoom(this.day, count);
    this.helped = withRoom(this.helped, count);
    this.language = withRoom(this.language, count);
    this.flags = withRoom(this.flags, count);
  }

  /** Adds a living document and returns its number. */
  add(key: number, forward: number, lengths: readonly number[], facts: DocumentFacts): number {
    const document = this.count++;
    if (this.count > this.alive.length) this.reserve(this.count);
    this.alive[document] = 1;
    this.key[document] = key;
    this.forward[document] = forward;
    this.lengths.forEach((column, field) => {
      column[document] = Math.min(LONGEST, lengths[field] ?? 0);
    });
    this.audience[document] = facts.audience;
    this.group[document] = facts.group;
    this.author[document] = facts.author;
    this.day[document] = Math.max(0, Math.min(65_535, facts.day));
    this.helped[document] = Math.min(65535, facts.helped);
    this.language[document] = languageNumber(facts.language);
    this.flags[document] = facts.solved ? SOLVED : 0;
    return document;
  }

  facts(document: number): DocumentFacts {
    return {
      audience: this.audience[document] as number,
      group: this.group[document] as number,
      author: this.author[document] as number,
      day: this.day[document] as number,
      helped: this.helped[document] as number,
      language: languageCode(this.language[document] as number),
      solved: this.solved(document),
    };
  }

  solved(document: number): boolean {
    return ((this.flags[document] as number) & SOLVED) !== 0;
  }

  /** The arrays that a saved index holds, in a fixed order. */
  arrays(): (Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array)[] {
    const { alive, key, forward, lengths, audience, group, author, day, helped, language, flags } = this;
    return [alive, key, forward, ...lengths, audience, group, author, day, helped, language, flags];
  }

  /** Takes over saved arrays, in the order of `arrays`. */
  load(count: number, arrays: readonly unknown[]): void {
    const fields = FIELDS.length;
    this.count = count;
    this.alive = arrays[0] as typeof this.alive;
    this.key = arrays[1] as typeof this.key;
    this.forward = arrays[2] as typeof this.forward;
    this.lengths = arrays.slice(3, 3 + fields) as typeof this.lengths;
    this.audience = arrays[3 + fields] as typeof this.audience;
    this.group = arrays[4 + fields] as typeof this.group;
    this.author = arrays[5 + fields] as typeof this.author;
    this.day = arrays[6 + fields] as typeof this.day;
    this.helped = arrays[7 + fields] as typeof this.helped;
    this.language = arrays[8 + fields] as typeof this.language;
    this.flags = arrays[9 + fields] as typeof this.flags;
  }

  bytes(): number {
    return this.arrays().reduce((sum, array) => sum + array.byteLength, 0);
  }
}

/** Two letters as one number; 0 for anything else. */
export function languageNumber(code: string): number {
  return /^[a-z]{2}$/.test(code) ? (code.charCodeAt(0) << 8) | code.charCodeAt(1) : 0;
}

/** The two letters of such a number; nothing for 0. */
export function languageCode(number: number): string {
  return number === 0 ? "" : String.fromCharCode(number >> 8, number & 255);
}
