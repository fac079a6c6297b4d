import { expect, it } from "vitest";
import { seededRandom } from "../statistics/index.ts";
import { isWordTerm } from "./analyse.ts";
import { FEATURES } from "./features.ts";
import { FieldedIndex } from "./fielded-index.ts";
import { everything } from "./filter.ts";
import { askedFromText } from "./query-terms.ts";
import { Ranking } from "./ranking.ts";

const words = [
  "lamp",
  "kettle",
  "stove",
  "leaks",
  "rattles",
  "freezes",
  "night",
  "water",
  "screw",
  "bulb",
  "plug",
  "heat",
];

it("says the same of a document whose words were added up before, ahead or for an earlier question", () => {
  const random = seededRandom(4);
  const text = (count: number) =>
    Array.from({ length: count }, () => words[Math.floor(random() * words.length)]).join(" ");
  const index = new FieldedIndex();
  for (let key = 1; key <= 40; key++) index.put({ key, title: text(4), body: text(30) });
  const terms = index.dictionary.terms().filter(isWordTerm);
  const vectors = {
    dimensions: 10,
    terms,
    matrix: Float32Array.from({ length: terms.length * 10 }, () => random() - 0.5),
  };
  const asked = askedFromText(index, { text: "kettle leaks water", body: text(20) }, "en");
  const rowsOf = (ranking: Ranking) => [...ranking.candidates(asked, everything(index.columns, new Set())).rows];
  const fresh = new Ranking(index, undefined, vectors);
  const first = rowsOf(fresh);
  const ahead = new Ranking(index, undefined, vectors);
  expect([...ahead.preparing("en")]).toHaveLength(40);
  const alike = first.filter((_value, at) => FEATURES[at % FEATURES.length] === "vectors: query and whole document");
  expect(alike.some((value) => Math.abs(value) > 0.1)).toBe(true);
  for (const again of [rowsOf(fresh), rowsOf(ahead)]) {
    for (const [at, value] of again.entries()) expect(value).toBeCloseTo(first[at] as number, 5);
  }
});
