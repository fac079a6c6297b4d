import type { NumberArray } from "../text/index.ts";
import { FIELDS } from "./document.ts";
import type { FieldedIndex } from "./fielded-index.ts";
import { Fresh } from "./fresh.ts";
import type { Segment } from "./postings.ts";

/** A sealed index taken apart for a file. */
export interface IndexParts {
  readonly numbers: readonly number[];
  readonly arrays: readonly NumberArray[];
  readonly segments: readonly Pick<Segment, "from" | "to" | "level">[];
}

/** Takes a sealed index apart; the arrays are those of the index, cut to what is used, not copies. */
export function partsOf(index: FieldedIndex): IndexParts {
  const { columns, dictionary, forward, segments } = index;
  const chunks = forward.chunks();
  const terms = new TextEncoder().encode(JSON.stringify(dictionary.terms()));
  return {
    numbers: [columns.count, index.longest, chunks.length, ...index.fieldTerms, ...index.fieldDocuments],
    arrays: [
      terms,
      dictionary.counts(),
      ...columns.arrays().map((array) => array.subarray(0, columns.count)),
      ...chunks,
      ...segments.flatMap(({ terms: own, offsets, bytes }) => [own, offsets, bytes]),
    ],
    segments: segments.map(({ from, to, level }) => ({ from, to, level })),
  };
}

/** Puts the parts into an empty index. */
export function restore(index: FieldedIndex, parts: IndexParts): FieldedIndex {
  const arrays = parts.arrays.values();
  const next = <T extends NumberArray>(): T => arrays.next().value as T;
  const [count = 0, longest = 0, chunks = 0, ...byField] = parts.numbers;
  const terms = JSON.parse(new TextDecoder().decode(next<Uint8Array>())) as string[];
  index.dictionary.load(terms, next<Uint32Array>());
  index.columns.load(
    count,
    Array.from({ length: index.columns.arrays().length }, () => next()),
  );
  index.forward.load(Array.from({ length: chunks }, () => next<Uint8Array>()));
  index.segments = parts.segments.map((segment) => ({
    ...segment,
    terms: next<Uint32Array>(),
    offsets: next<Uint32Array>(),
    bytes: next<Uint8Array>(),
  }));
  for (let document = 0; document < count; document++) {
    if (index.columns.alive[document] === 1) {
      index.keys.set(document);
      index.size++;
      index.countLanguage(document, 1);
    }
  }
  index.longest = longest;
  FIELDS.forEach((_name, field) => {
    index.fieldTerms[field] = byField[field] ?? 0;
    index.fieldDocuments[field] = byField[FIELDS.length + field] ?? 0;
  });
  index.fresh = new Fresh(count);
  index.version++;
  return index;
}
