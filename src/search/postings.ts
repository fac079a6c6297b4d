import { widthOfNumber, writeNumber } from "./forward.ts";

/** Set in the mask of fields where every count is 1 and none is written. */
export const ALL_ONCE = 128;

/** What a document's entry under a term says: how often the term stands in each field. */
export const BODY_ONCE = 0;
export const TITLE_ONCE = 1;
export const BODY_MORE = 2;
export const SEVERAL = 3;

/** Counts by field of one term in one document; counts above 255 are cut. */
export type Counts = Uint8Array;

/**
 * Entries of documents `from` to `to` (exclusive), sealed: for each term, in ascending order of documents, the gap to the one
 * before and a kind in the low two bits, as a variable-length number; then what the kind needs.
 */
export interface Segment {
  readonly from: number;
  readonly to: number;
  /** Ascending term numbers. */
  readonly terms: Uint32Array;
  /** Where each term's bytes begin; one longer than `terms`. */
  readonly offsets: Uint32Array;
  readonly bytes: Uint8Array;
  /** 0 for a segment that was sealed first; one more for each merge. */
  readonly level: number;
}

/** The place of a term among a segment's terms, or -1. */
export function placeOf(segment: Segment, term: number): number {
  const { terms } = segment;
  let low = 0;
  let high = terms.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = terms[middle] as number;
    if (found === term) return middle;
    if (found < term) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** The kind of an entry by its counts. */
export function kindOf(counts: Counts, at: number): number {
  let fields = 0;
  for (let field = 0; field < 5; field++) if (counts[at + field]) fields++;
  if (fields === 1 && counts[at] === 1) return TITLE_ONCE;
  if (fields === 1 && counts[at + 1] === 1) return BODY_ONCE;
  return fields === 1 && counts[at + 1] ? BODY_MORE : SEVERAL;
}

/** Bytes that an entry takes. */
export function entryWidth(gap: number, kind: number, counts: Counts, at: number): number {
  let width = widthOfNumber(gap * 4 + kind);
  if (kind === BODY_MORE) width++;
  if (kind === SEVERAL) {
    width++;
    if (!allOnce(counts, at)) for (let field = 0; field < 5; field++) if (counts[at + field]) width++;
  }
  return width;
}

/** Writes an entry and returns the position behind it. */
export function writeEntry(
  bytes: Uint8Array,
  position: number,
  gap: number,
  kind: number,
  counts: Counts,
  at: number,
): number {
  let end = writeNumber(bytes, position, gap * 4 + kind);
  if (kind === BODY_MORE) bytes[end++] = counts[at + 1] as number;
  if (kind === SEVERAL) {
    const maskAt = end++;
    const once = allOnce(counts, at);
    let mask = once ? ALL_ONCE : 0;
    for (let field = 0; field < 5; field++) {
      const count = counts[at + field] as number;
      if (count === 0) continue;
      mask |= 1 << field;
      if (!once) bytes[end++] = count;
    }
    bytes[maskAt] = mask;
  }
  return end;
}

function allOnce(counts: Counts, at: number): boolean {
  for (let field = 0; field < 5; field++) if ((counts[at + field] as number) > 1) return false;
  return true;
}

export function segmentBytes(segment: Segment): number {
  return segment.terms.byteLength + segment.offsets.byteLength + segment.bytes.byteLength;
}
