// How the search index grows: rebuild, size, and time of a query from 10,000 to 1,000,000 made-up posts, at a cold start and with
// a model of 256 dimensions.
//   npx node scripts/evaluate/growth.ts WORDS.jsonl [10000 100000 167000 1000000]
// WORDS.jsonl has lines with a "title"; words are drawn as often as they stand there. Posts have a title of 6 to 12 words, a body of
// 60 to 120 and a tag; queries are lines of eight words, and a title with a body of 90.
import { readFileSync } from "node:fs";
import { isWordTerm } from "../../src/search/analyse.ts";
import { FEATURES } from "../../src/search/features.ts";
import { FieldedIndex } from "../../src/search/fielded-index.ts";
import { admission } from "../../src/search/filter.ts";
import { askedFromText } from "../../src/search/query-terms.ts";
import type { Ranker } from "../../src/search/ranker.ts";
import { type LearnedModel, Ranking } from "../../src/search/ranking.ts";
import { fitIsotonic, seededRandom } from "../../src/statistics/index.ts";

const [file, ...sizes] = process.argv.slice(2);
if (!file) throw new Error("Name a file of JSON Lines with titles to draw words from.");
const words = readFileSync(file, "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .flatMap((line) => (JSON.parse(line) as { title: string }).title.split(" "));
const queries = 500;

/** A model that costs what a learned one does: vectors of all words, and the largest re-ranker. What it says is nonsense. */
function madeUpModel({ dictionary }: FieldedIndex, random: () => number): LearnedModel {
  const terms = dictionary.terms().filter(isWordTerm).slice(0, 200_000);
  const dimensions = 256;
  const matrix = Float32Array.from({ length: terms.length * dimensions }, () => random() - 0.5);
  const rankerOf = (features: number, hidden: number): Ranker => ({
    ...{ features, hidden, shift: new Float32Array(features), scale: new Float32Array(features).fill(1) },
    weights: Float32Array.from({ length: features + hidden * (features + 2) }, () => random() - 0.5),
  });
  const scorer = rankerOf(FEATURES.length + 4, 12);
  const decider = { scorer, calibration: fitIsotonic([{ score: 0, happened: true }], 1), threshold: 1, share: 0.5 };
  return { vectors: { dimensions, terms, matrix }, ranker: rankerOf(FEATURES.length, 16), decider };
}

function measure(size: number): void {
  const random = seededRandom(9);
  const upTo = (most: number) => Math.floor(random() * most);
  const text = (count: number) => Array.from({ length: count }, () => words[upTo(words.length)]).join(" ");
  const post = (key: number) => ({
    key,
    title: text(6 + upTo(7)),
    body: text(60 + upTo(61)),
    tags: [`t${key % 300}`],
    group: key % 40,
    audience: key % 10 === 0 ? 1 + (key % 7) : 0,
  });
  const index = new FieldedIndex();
  index.columns.reserve(size);
  index.prime(Array.from({ length: 2000 }, (_none, at) => post(at + 1)));
  // Posts are made in portions, so that making them is not measured.
  let wallMs = 0;
  let cpuMs = 0;
  const measured = (work: () => void): void => {
    const wall = performance.now();
    const cpu = process.cpuUsage();
    work();
    wallMs += performance.now() - wall;
    const used = process.cpuUsage(cpu);
    cpuMs += (used.user + used.system) / 1000;
  };
  for (let first = 1; first <= size; first += 2000) {
    const posts = Array.from({ length: Math.min(2000, size - first + 1) }, (_none, at) => post(first + at));
    measured(() => {
      for (const one of posts) index.put(one, true);
    });
  }
  measured(() => index.sealAll());
  const seconds = (ms: number) => (ms / 1000).toFixed(1);
  console.log(
    `${size} posts: rebuild ${seconds(wallMs)} s (CPU ${seconds(cpuMs)} s), ${(index.bytes() / 1e6).toFixed(0)} MB`,
  );
  const cold = new Ranking(index);
  const learned = new Ranking(index, madeUpModel(index, random));
  const began = process.cpuUsage();
  for (const _one of learned.preparing("en"));
  const prepared = process.cpuUsage(began);
  console.log(`  counted ahead for a model: CPU ${seconds((prepared.user + prepared.system) / 1000)} s`);
  const reader = { audiences: new Set<number>() };
  const line = () => ({ text: text(8) });
  const long = () => ({ text: text(8), body: text(90) });
  for (const [name, ranking, ask] of [
    ["line", cold, line],
    ["title and body", cold, long],
    ["line, learned", learned, line],
    ["title and body, learned", learned, long],
  ] as const) {
    const walls: number[] = [];
    const cpus: number[] = [];
    for (let count = -100; count < queries; count++) {
      const query = ask();
      const cpu = process.cpuUsage();
      const wall = performance.now();
      ranking.rank(askedFromText(index, query, "en"), admission(index.columns, reader));
      if (count < 0) continue;
      walls.push(performance.now() - wall);
      const used = process.cpuUsage(cpu);
      cpus.push((used.user + used.system) / 1000);
    }
    const at = (values: number[], share: number) =>
      (values.sort((a, b) => a - b)[Math.floor(share * (queries - 1))] ?? 0).toFixed(1);
    console.log(
      `  ${name}: p50 ${at(walls, 0.5)} ms, p99 ${at(walls, 0.99)} ms; CPU ${at(cpus, 0.5)} and ${at(cpus, 0.99)} ms`,
    );
  }
}

for (const size of sizes.length > 0 ? sizes : ["10000", "100000", "167000", "1000000"]) measure(Number(size));
