import { describe, expect, it } from "vitest";
import { fc } from "../../tests/factories/draws.ts";
import { analyse } from "./analyse.ts";
import { defaultParameters } from "./bm25.ts";
import { FIELDS, type SearchDocument } from "./document.ts";
import { FieldedIndex } from "./fielded-index.ts";
import { admission } from "./filter.ts";
import { deserializeIndex, serializeIndex } from "./persistence.ts";
import { Retriever } from "./retrieve.ts";

const word = fc.constantFrom(
  "router",
  "password",
  "reset",
  "bill",
  "refund",
  "login",
  "the",
  "how",
  "東京",
  "비밀번호",
  "слово",
);
const words = fc.array(word, { maxLength: 8 }).map((list) => list.join(" "));
const document: fc.Arbitrary<SearchDocument> = fc.record({
  key: fc.integer({ min: 1, max: 12 }),
  title: words,
  body: words,
  tags: fc.array(word, { maxLength: 2 }),
  answers: fc.array(words, { maxLength: 2 }),
  aliases: fc.array(words, { maxLength: 2 }),
  audience: fc.integer({ min: 0, max: 3 }),
  solved: fc.boolean(),
  group: fc.integer({ min: 1, max: 2 }),
});
type Change = { put: SearchDocument } | { remove: number } | { seal: true } | { save: true };
const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 6, arbitrary: document.map((put) => ({ put })) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 12 }).map((remove) => ({ remove })) },
  { weight: 1, arbitrary: fc.constant({ seal: true as const }) },
  { weight: 1, arbitrary: fc.constant({ save: true as const }) },
);

/** BM25F over plain maps, written without regard to speed. */
function reference(
  documents: ReadonlyMap<number, SearchDocument>,
  asked: readonly string[],
  reader: ReadonlySet<number>,
) {
  const analysed = [...documents.values()].map((one) => ({ document: one, fields: analyse(one, "en") }));
  const average = FIELDS.map((_name, field) => {
    const filled = analysed.filter(({ fields }) => (fields[field]?.length ?? 0) > 0);
    return filled.reduce((sum, { fields }) => sum + (fields[field]?.length ?? 0), 0) / Math.max(1, filled.length) || 1;
  });
  const { k1, weights, b } = defaultParameters;
  const found = analysed.flatMap(({ document: one, fields }) => {
    if (one.audience && !reader.has(one.audience)) return [];
    let score = 0;
    for (const term of asked) {
      const having = analysed.filter((other) => other.fields.some(({ terms }) => terms.includes(term))).length;
      let tf = 0;
      fields.forEach(({ terms, length }, field) => {
        const times = terms.filter((other) => other === term).length;
        const norm = 1 - (b[field] ?? 0) + ((b[field] ?? 0) * length) / (average[field] ?? 1);
        tf += ((weights[field] ?? 0) * times) / norm;
      });
      const rarity = Math.log(1 + (analysed.length - having + 0.5) / (having + 0.5));
      score += (rarity * tf) / (k1 + tf);
    }
    return score > 0 ? [{ key: one.key, score }] : [];
  });
  return found.sort((x, y) => y.score - x.score || x.key - y.key);
}

describe("the index", () => {
  it("answers like a naive one after any changes, and shows nobody what is not for them", () => {
    fc.assert(
      fc.property(
        fc.array(change, { minLength: 1, maxLength: 40 }),
        fc.uniqueArray(word, { minLength: 1, maxLength: 4 }),
        fc.uniqueArray(fc.integer({ min: 1, max: 3 })),
        (changes, query, audiences) => {
          let index = new FieldedIndex();
          const documents = new Map<number, SearchDocument>();
          for (const one of changes) {
            if ("put" in one) {
              index.put(one.put);
              documents.set(one.put.key, one.put);
            } else if ("remove" in one) {
              expect(index.remove(one.remove)).toBe(documents.delete(one.remove));
            } else if ("seal" in one) index.sealAll();
            else {
              const read = deserializeIndex(new Uint8Array(Buffer.concat(serializeIndex(index, "7"))));
              if (!read.ok) throw new Error(read.error.message);
              index = read.value.index;
            }
          }
          expect(index.size).toBe(documents.size);
          const reader = { audiences: new Set(audiences) };
          const terms = [...new Set(query.flatMap((text) => analyse({ key: 1, title: text }, "en")[0]?.terms ?? []))];
          const retriever = new Retriever(index, defaultParameters);
          const counts = new Map(terms.map((term) => [index.dictionary.find(term), 1] as const));
          const asked = retriever.weigh(counts);
          const seen = new Set<number>();
          const hits = retriever.retrieve(asked, 50, admission(index.columns, reader), (hit) => seen.add(hit));
          const expected = reference(documents, terms, reader.audiences);
          expect(seen.size).toBe(expected.length);
          const keys = hits.map((hit) => index.columns.key[hit.document]);
          expect(new Set(keys)).toEqual(new Set(expected.map(({ key }) => key)));
          for (const [at, hit] of hits.entries()) expect(hit.score).toBeCloseTo(expected[at]?.score ?? -1, 4);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("seals and merges without losing an entry", () => {
    const index = new FieldedIndex();
    for (let key = 1; key <= 9000; key++) index.put({ key, title: `common word${key % 100}` });
    for (let key = 1; key <= 9000; key += 3) index.remove(key);
    const retriever = new Retriever(index, defaultParameters);
    const term = index.dictionary.find("common");
    let matches = 0;
    retriever.retrieve([{ term, weight: 1 }], 1, admission(index.columns, { audiences: new Set() }), () => matches++);
    expect(matches).toBe(6000);
    expect(index.dictionary.documents(term)).toBe(6000);
    expect(index.segments.length).toBe(2);
  });
});

describe("a saved index", () => {
  const index = new FieldedIndex();
  index.put({ key: 5, title: "a title", body: "and a body", tags: ["one tag"], day: 20_000, group: 3, helped: 2 });
  const file = new Uint8Array(Buffer.concat(serializeIndex(index, "position 42")));

  it("comes back with its facts and its place in the event log", () => {
    const read = deserializeIndex(file);
    expect(read.ok && read.value.position).toBe("position 42");
    expect(read.ok && read.value.index.columns.facts(0)).toEqual(index.columns.facts(0));
  });

  it("is refused with a reason when any byte is wrong, when cut, and when a newer Kith wrote it", () => {
    fc.assert(
      fc.property(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const broken = file.slice();
        broken[at] = (broken[at] ?? 0) ^ change;
        const read = deserializeIndex(broken);
        expect(read.ok).toBe(false);
        expect(deserializeIndex(file.subarray(0, at)).ok).toBe(false);
      }),
    );
    const newer = file.slice();
    newer[8] = 99;
    expect(deserializeIndex(newer)).toMatchObject({ ok: false, error: { code: "file_newer" } });
  });
});
