import { describe, expect, it } from "vitest";
import { seededRandom } from "../statistics/index.ts";
import { evaluateSearch } from "./evaluate.ts";
import { foldsOf } from "./evaluation-folds.ts";

const random = seededRandom(11);
const pick = (words: readonly string[]): string => words[Math.floor(random() * words.length)] as string;
const subjects = Array.from({ length: 80 }, (_none, at) => `subject${at}x`);
const synonyms = [
  ["reset", "renew"],
  ["invoice", "statement"],
  ["router", "modem"],
  ["slow", "sluggish"],
] as const;
// Each cluster asks for one subject with one of two words that mean the same; others ask for the subject with other words.
const corpus = subjects.flatMap((subject, at) => {
  const [one, other] = synonyms[at % synonyms.length] as readonly [string, string];
  return [
    { id: `a${at}`, title: `${subject} ${one} ${pick(["please", "now"])}` },
    { id: `b${at}`, title: `${other} ${subject}` },
    { id: `c${at}`, title: `${subject} ${pick(["colour", "price", "size"])}` },
  ];
});
const links = subjects.map((_subject, at) => ({ same: [`a${at}`, `b${at}`] }));
const queries = subjects.map((_subject, at) => ({
  id: `a${at}`,
  text: corpus[at * 3]?.title ?? "",
  relevant: [`b${at}`],
  exclude: [`a${at}`],
}));

describe("evaluating", () => {
  it("measures a cold start without links", () => {
    const result = evaluateSearch(corpus, queries, []);
    expect(result).toMatchObject({ n: 80, ranking: "cold", decision: null, folds: 1, documents: 240 });
    expect(result.recall10).toBe(1);
  });

  it("learns from links of other clusters that two words mean the same", () => {
    const cold = evaluateSearch(corpus, queries, []);
    const learned = evaluateSearch(corpus, queries, links);
    expect(learned).toMatchObject({ ranking: "learned", folds: 10 });
    expect(learned.p1).toBeGreaterThan(cold.p1);
    expect(learned.decision?.asked).toBe(160);
  });

  it("never asks a query with a model that saw its links", () => {
    const { parts } = foldsOf(queries, links);
    for (const { queries: asked, links: used } of parts) {
      const seen = new Set(used.flatMap(({ same }) => same));
      for (const { id, relevant } of asked) for (const one of [id, ...relevant]) expect(seen.has(one)).toBe(false);
    }
    expect(parts.flatMap((part) => part.queries)).toHaveLength(80);
  });

  it("leaves out the few links that touch a query", () => {
    const few = foldsOf(queries.slice(0, 2), links);
    expect(few).toMatchObject({ leftOut: 2 });
    expect(few.parts).toHaveLength(1);
    expect(few.parts[0]?.links).toHaveLength(78);
  });
});
