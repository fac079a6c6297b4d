import type { RankedCandidates } from "../ranked-candidates.ts";

/** A text's place by an embedding service: its direction alone, in 8 bits an axis. */
export type Place = Int8Array;

/** A vector as it is kept. */
export function placeOf(vector: readonly number[]): Place {
  const most = vector.reduce((largest, value) => Math.max(largest, Math.abs(value)), 1e-12);
  return Int8Array.from(vector, (value) => Math.round((value / most) * 127));
}

/** Cosine of two places; null where a service changed their length meanwhile. */
export function likenessOf(one: Place, other: Place): number | null {
  if (one.length !== other.length || one.length === 0) return null;
  let both = 0;
  let first = 0;
  let second = 0;
  for (let axis = 0; axis < one.length; axis++) {
    const a = one[axis] as number;
    const b = other[axis] as number;
    both += a * b;
    first += a * a;
    second += b * b;
  }
  return first > 0 && second > 0 ? both / Math.sqrt(first * second) : null;
}

/** With fewer candidates known, the likeness of the others would say more about what is kept than about what is meant. */
const fewestKnown = 0.8;

/**
 * The candidates with how like each is to the question as one more feature; those whose place is not known yet are as like as the
 * others on average. Null where too few are known.
 */
export function withLikeness(
  found: RankedCandidates,
  asked: Place,
  placeAt: (candidate: number) => Place | undefined,
): RankedCandidates | null {
  const { candidates, rows, width } = found;
  const likenesses = candidates.map((_candidate, at) => {
    const place = placeAt(at);
    return place ? likenessOf(asked, place) : null;
  });
  const known = likenesses.filter((one) => one !== null);
  if (known.length === 0 || known.length < fewestKnown * candidates.length) return null;
  const mean = known.reduce((sum, one) => sum + one, 0) / known.length;
  const wider = new Float32Array((width + 1) * candidates.length);
  likenesses.forEach((likeness, at) => {
    wider.set(rows.subarray(at * width, (at + 1) * width), at * (width + 1));
    wider[at * (width + 1) + width] = likeness ?? mean;
  });
  return { ...found, rows: wider, width: width + 1 };
}
