import { expect, it } from "vitest";
import { readAll } from "../../tests/factories/events.ts";
import type { Village } from "../../tests/factories/people.ts";
import { searchByPostgres, searchedVillages } from "../../tests/factories/search.ts";
import type { TestStore } from "../../tests/factories/store.ts";
import type { Actor } from "../accounts/index.ts";
import { askQuestion, confirmAnswer, createGroup, giveAnswer } from "../community/index.ts";
import { type Result, unwrap } from "../kernel/index.ts";
import type { Transaction } from "../store/index.ts";
import { type FindRequest, type Search, searchReader } from "./index.ts";

// How names and states in a search are read, and what a hit brings to be shown; both ways of searching share it.

let test: TestStore;
let search: Search;
let village: Village;
let ann: Actor;
let bob: Actor;

searchedVillages(searchByPostgres, (here) => {
  ({ test, search, village, ann, bob } = here);
});

const run = async <T>(work: (tx: Transaction) => Promise<Result<T>>): Promise<T> =>
  unwrap(await test.store.transact(work));

async function ask(title: string, body = "It began yesterday.", tags: string[] = []): Promise<number> {
  const { id } = await run((tx) => askQuestion(tx, ann, { group: "help", title, body, tags }));
  await readAll(test.store, searchReader);
  return id;
}

const find = (text: string, more: Partial<FindRequest> = {}) =>
  search.questions({ communityId: village.communityId, locale: "en", text, limit: 5, ...more });

async function idsOf(text: string, more: Partial<FindRequest> = {}): Promise<number[]> {
  return (await find(text, more)).found.map(({ questionId }) => questionId);
}

it("shows the best passage: of the answer that solved it, or of the question where only that has the words", async () => {
  const id = await ask("Kettle whistles early", "It stands on the **balcony** since May.", ["steam"]);
  const { id: answerId } = await run((tx) => giveAnswer(tx, bob, { questionId: id, body: "Descale it with vinegar." }));
  await run((tx) => confirmAnswer(tx, ann, answerId));
  await readAll(test.store, searchReader);
  expect((await find("vinegar")).found[0]).toMatchObject({
    snippetOf: "answer",
    snippet: { text: "Descale it with vinegar." },
  });
  const [hit] = (await find("kettles on a balcony")).found;
  expect(hit).toMatchObject({
    snippetOf: "question",
    tags: ["steam"],
    solution: { answerId, by: { memberId: bob.memberId, name: "Bob", staff: false } },
  });
  const { text = "", marks = [] } = hit?.title ?? {};
  expect(marks.map(({ start, end }) => text.slice(start, end))).toEqual(["Kettle"]);
});

it("reads groups by slug or name, members by name and states from the text", async () => {
  const id = await ask("My gate squeaks");
  expect(await idsOf("gate group:HELP is:waiting by:ann")).toEqual([id]);
  const yard = { slug: "yard", name: "Out in the Yard", purpose: "Gates.", rules: "", charter: "help" as const };
  await run((tx) => createGroup(tx, village.admin, yard));
  expect(await idsOf('gate group:"out in the yard"')).toEqual([]);
  expect(await idsOf('gate group:"out in the yard" group:help')).toEqual([id]);
  expect(await idsOf("gate is:answered")).toEqual([]);
});

it("takes what was typed for newer than what the page chose", async () => {
  const id = await ask("My gate squeaks");
  expect(await idsOf("gate is:waiting", { state: "solved" })).toEqual([id]);
  expect(await idsOf("gate", { state: "solved" })).toEqual([]);
});

it("says which names nobody has, and finds nothing by them", async () => {
  await ask("My gate squeaks");
  const { found, unknown } = await find("gate group:gates by:Nobody by:Ann");
  expect(found).toEqual([]);
  expect(unknown).toEqual({ groups: ["gates"], people: ["Nobody"] });
});

it("lists by filters alone, newest first, with counts over everything that they admit", async () => {
  const ids = [
    await ask("Gate", "One.", ["oak"]),
    await ask("Door", "Two.", ["oak"]),
    await ask("Fence", "Three.", ["oak"]),
  ];
  const { id: answerId } = await run((tx) => giveAnswer(tx, bob, { questionId: ids[0] ?? 0, body: "Oil it." }));
  await run((tx) => confirmAnswer(tx, ann, answerId));
  await run((tx) => giveAnswer(tx, bob, { questionId: ids[1] ?? 0, body: "Plane it." }));
  await readAll(test.store, searchReader);
  const page = await find("tag:oak", { limit: 2, facets: true });
  expect(page).toMatchObject({ more: true, found: [{ questionId: ids[2] }, { questionId: ids[1] }] });
  expect(page.facets).toMatchObject({ matches: 3, solved: 1, waiting: 1, tags: [{ tag: "oak", count: 3 }] });
  expect(await idsOf("tag:oak", { limit: 2, skip: 2 })).toEqual([ids[0]]);
  expect(await idsOf("by:Ann is:solved")).toEqual([ids[0]]);
  expect(await idsOf('tag:oak -"two"')).toEqual([ids[2], ids[0]]);
  expect(await idsOf("tag:oak lang:de")).toEqual([]);
  expect(await idsOf("tag:oak lang:en after:2001-01-01 before:2001-01-02")).toEqual([]);
  expect(await idsOf("-gate")).toEqual([]);
});
