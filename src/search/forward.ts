const CHUNK_BITS = 20;
const CHUNK = 1 << CHUNK_BITS;

/**
 * The terms of every document in their order, as variable-length numbers in chunks of one megabyte: what re-ranking,
 * phrases, removal and rebuilding read. A record is: for each field its count, then its term numbers.
 */
export class ForwardStore {
  #chunks: Uint8Array[] = [];
  #position = CHUNK;

  /** Appends a record and says where it begins. */
  add(fields: readonly (readonly number[])[]): number {
    let most = 0;
    for (const field of fields) most += 5 + 5 * field.length;
    if (this.#position + most > (this.#chunks.at(-1)?.length ?? 0)) {
      this.#chunks.push(new Uint8Array(Math.max(CHUNK, most)));
      this.#position = 0;
    }
    const chunk = this.#chunks.at(-1) as Uint8Array;
    const start = this.#position;
    let at = start;
    for (const field of fields) {
      at = writeNumber(chunk, at, field.length);
      for (const term of field) at = writeNumber(chunk, at, term);
    }
    this.#position = at;
    // A long record has a chunk of its own, and what follows it there could not be addressed.
    if (this.#position > CHUNK - 1) this.#position = chunk.length;
    return (this.#chunks.length - 1) * CHUNK + start;
  }

  /** Calls `visit` with the terms of the first `fields` fields in order. */
  each(start: number, visit: (term: number, field: number) => void, fields = 5): void {
    const chunk = this.#chunks[Math.floor(start / CHUNK)];
    if (!chunk) return;
    let at = start % CHUNK;
    for (let field = 0; field < fields; field++) {
      let count = 0;
      let shift = 0;
      let byte = 0;
      do {
        byte = chunk[at++] as number;
        count |= (byte & 127) << shift;
        shift += 7;
      } while (byte > 127);
      for (let index = 0; index < count; index++) {
        let term = 0;
        shift = 0;
        do {
          byte = chunk[at++] as number;
          term |= (byte & 127) << shift;
          shift += 7;
        } while (byte > 127);
        visit(term, field);
      }
    }
  }

  /** The record as arrays of term numbers by field. */
  read(start: number): number[][] {
    const fields: number[][] = [[], [], [], [], []];
    this.each(start, (term, field) => (fields[field] as number[]).push(term));
    return fields;
  }

  /** One field's terms in order; what lies behind it is not looked at. */
  readField(start: number, wanted: number): number[] {
    const terms: number[] = [];
    this.each(start, (term, field) => field === wanted && terms.push(term), wanted + 1);
    return terms;
  }

  /** The chunks, the last one cut to what is used. */
  chunks(): Uint8Array[] {
    return this.#chunks.map((chunk, at) =>
      at === this.#chunks.length - 1 ? chunk.subarray(0, this.#position) : chunk,
    );
  }

  /** Takes over saved chunks; what is added later begins a new one. */
  load(chunks: Uint8Array[]): void {
    this.#chunks = chunks;
    this.#position = CHUNK;
  }

  bytes(): number {
    return this.#chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0);
  }
}

/** Writes a number of at most 32 bits, seven bits a byte, low bits first; returns the position behind it. */
export function writeNumber(bytes: Uint8Array, at: number, value: number): number {
  let rest = value;
  let position = at;
  while (rest > 127) {
    bytes[position++] = (rest & 127) | 128;
    rest >>>= 7;
  }
  bytes[position++] = rest;
  return position;
}

/** How many bytes `writeNumber` takes. */
export function widthOfNumber(value: number): number {
  return value < 128 ? 1 : value < 16384 ? 2 : value < 2097152 ? 3 : value < 268435456 ? 4 : 5;
}
