import { afterAll, beforeAll, expect, test } from "vitest";
import { searchReader } from "../../src/search/index.ts";
import { readAll } from "../factories/events.ts";
import { type ApiHouse, type Caller, openApiHouse } from "./api-client.ts";

// What a program gets of a search: the same as the page shows. Each answer is held against the OpenAPI document as it comes in.

let house: ApiHouse;
let asker: Caller;
let solved: number;
let answerId: number;
let waiting: number;

beforeAll(async () => {
  house = await openApiHouse();
  asker = await house.as(await house.village.member("Ada"), ["write"]);
  const helper = await house.as(await house.village.member("Bo"), ["write"]);
  solved = await ask("The samovar drips on the table", "Since the move it is *wet* every morning.", ["Brass"]);
  answerId = (await helper("POST", `questions/${solved}/answers`, { body: "Grease the tap with tallow." })).json.id;
  await asker("POST", `answers/${answerId}/confirmation`);
  waiting = await ask("The samovar hums", "A low hum.", ["brass", "noise"]);
  await readAll(house.store, searchReader);
});
afterAll(() => house.close());

async function ask(title: string, body: string, tags: string[]): Promise<number> {
  return (await asker("POST", "questions", { group: "help", title, body, tags })).json.id;
}

async function find(q: string, more = "") {
  const { status, json } = await house.visitor("GET", `search?q=${encodeURIComponent(q)}${more}`);
  expect(status).toBe(200);
  return json;
}
const idsOf = (json: { results: { id: number }[] }) => json.results.map(({ id }) => id).sort();

test("a result brings its passage with what was looked for marked, its tags, and who solved it", async () => {
  const { results, decision, ranking } = await find("samovars tallow");
  expect(results[0]).toMatchObject({
    ...{ id: solved, tags: ["brass"], snippet: "Grease the tap with tallow.", snippetOf: "answer" },
    solution: { answerId, by: { name: "Bo", staff: false } },
  });
  const { title, snippet, highlights } = results[0];
  const marked = (text: string, ranges: [number, number][]) => ranges.map(([start, end]) => text.slice(start, end));
  expect(marked(title, highlights.title)).toEqual(["samovar"]);
  expect(marked(snippet, highlights.snippet)).toEqual(["tallow"]);
  // Nothing has been learned in this house, so nobody says how sure it is.
  expect({ decision, ranking }).toEqual({ decision: { verdict: "may-help", probability: null }, ranking: "cold" });
});

test("operators in the text narrow the search as the parameters do", async () => {
  for (const q of ["samovar is:solved", "samovar -hum", "samovar -tag:noise", 'samovar "on the table"']) {
    expect(idsOf(await find(q)), q).toEqual([solved]);
  }
  expect(idsOf(await find("samovar tag:brass by:ada group:help"))).toEqual([solved, waiting]);
  expect(idsOf(await find("samovar", "&state=waiting"))).toEqual([waiting]);
  expect(idsOf(await find("samovar is:solved", "&state=waiting"))).toEqual([solved]);
  expect(idsOf(await find("tag:noise"))).toEqual([waiting]);
});

test("facets count everything that matches, on request", async () => {
  expect((await find("samovar")).facets).toBeNull();
  expect((await find("samovar", "&facets=true&limit=1")).facets).toEqual({
    matches: 2,
    states: { waiting: 1, answered: 0, solved: 1 },
    groups: [{ slug: "help", name: "Help", count: 2 }],
    tags: [
      { tag: "brass", count: 2 },
      { tag: "noise", count: 1 },
    ],
    languages: [{ language: "en", count: 2 }],
  });
});

test("names that nobody has are said, and find nothing", async () => {
  const { results, unknown } = await find("samovar group:kitchen by:Nobody");
  expect({ results, unknown }).toEqual({ results: [], unknown: { groups: ["kitchen"], people: ["Nobody"] } });
  expect((await find("samovar", "&group=kitchen")).unknown).toEqual({ groups: ["kitchen"], people: [] });
});

test("pages follow one another", async () => {
  const first = await find("samovar", "&limit=1");
  const second = await find("samovar", `&limit=1&after=${first.next}`);
  expect([...idsOf(first), ...idsOf(second)].sort()).toEqual([solved, waiting]);
  expect(second.next).toBeNull();
});

test("suggestions bring the same marks, and the decision", async () => {
  const { json } = await house.visitor("GET", "suggestions?text=my%20samovar%20drips");
  expect(json).toMatchObject({
    suggestions: [
      {
        id: solved,
        answerId,
        tags: ["brass"],
        highlights: {
          title: [
            [4, 11],
            [12, 17],
          ],
        },
      },
    ],
    decision: { verdict: "may-help", probability: null },
    ranking: "cold",
  });
});

test.each([
  "tag:",
  "is:solved is:waiting is:open -",
  '"""',
  'group:"',
  "by:'; drop table member; --",
  "((((a+)+)+)+$",
  "👩‍👩‍👧‍👦 🏳️‍🌈",
  "\u202Edesrever\u202C",
  "the of and",
  "パスワード を忘れた",
  "Wie setze ich mein Kennwort zurück?",
  "как сбросить пароль",
  "x".repeat(3_000),
  "after:2026-99-99 before:soon lang:english",
  "%_\\%",
])("%s is only a search", async (q) => {
  expect((await find(q, "&facets=true")).results).toBeInstanceOf(Array);
  expect((await house.visitor("GET", `suggestions?text=${encodeURIComponent(q)}`)).status).toBe(200);
});
