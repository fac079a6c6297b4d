import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readAll } from "../../tests/factories/events.ts";
import { eventually } from "../../tests/factories/eventually.ts";
import { buildVillage, type Village } from "../../tests/factories/people.ts";
import { searchByPostgres } from "../../tests/factories/search.ts";
import { openTestStore, type TestStore } from "../../tests/factories/store.ts";
import type { Actor } from "../accounts/index.ts";
import { askQuestion, confirmAnswer, giveAnswer, sayLanguage } from "../community/index.ts";
import { createLog, ok, type Result, unwrap } from "../kernel/index.ts";
import type { Transaction } from "../store/index.ts";
import { type FindRequest, openSearch, type Search, searchReader } from "./index.ts";

// A community that speaks several languages, by both ways of searching: the same cases, the same answers.

const asked = {
  invoice: ["The invoice came twice", "I paid both invoices in March and want one of them back."],
  rechnung: ["Die Rechnung kam doppelt", "Im März habe ich beide bezahlt und möchte eine erstattet haben."],
  kuendigung: ["Wie geht eine Kündigung?", "Ich finde im Kundenkonto keinen Knopf, und der Vertrag läuft weiter."],
  passwort: ["パスワードを忘れました", "ログインできません。再設定の方法を教えてください。"],
  router: ["Der Router startet nachts neu", "Seit dem letzten Update geht das so, jede Nacht um drei."],
  routerEn: ["The router restarts at night", "Since the last update it does so every night at three."],
} as const;
type Name = keyof typeof asked;

let test: TestStore;
let village: Village;
let ann: Actor;
let bob: Actor;
const ids = {} as Record<Name, number>;
const ways = {} as Record<"memory" | "postgres", Search>;
const run = async <T>(work: (tx: Transaction) => Promise<Result<T>>): Promise<T> =>
  unwrap(await test.store.transact(work));

beforeAll(async () => {
  test = await openTestStore();
  village = await buildVillage(test.store);
  [ann, bob] = [await village.member("Ann"), await village.member("Bob")];
  for (const [name, [title, body]] of Object.entries(asked)) {
    ids[name as Name] = (await run((tx) => askQuestion(tx, ann, { group: "help", title, body, tags: [] }))).id;
  }
  const answer = {
    questionId: ids.rechnung,
    body: "Unter Rechnungen steht bei jeder Zahlung ein Knopf zum Erstatten.",
  };
  const { id } = await run((tx) => giveAnswer(tx, bob, answer));
  await run((tx) => confirmAnswer(tx, ann, id));
  ways.memory = openSearch({
    store: test.store,
    log: createLog("silent"),
    mode: "memory",
    folder: null,
    largest: 1_000,
  });
  ways.postgres = searchByPostgres(test.store);
  await readAll(test.store, searchReader);
  await eventually(async () => expect((await find("memory", "router")).by).toBe("memory"));
});
afterAll(async () => {
  await ways.memory?.close();
  await test?.close();
});

type Way = keyof typeof ways;
const find = (way: Way, text: string, more: Partial<FindRequest> = {}) =>
  ways[way].questions({ communityId: village.communityId, locale: "en", limit: 20, facets: true, text, ...more });
/** What is found, by name. */
async function found(way: Way, text: string, more: Partial<FindRequest> = {}): Promise<string[]> {
  const names = new Map(Object.entries(ids).map(([name, id]) => [id, name]));
  const { found: hits } = await find(way, text, more);
  return hits.map(({ questionId }) => names.get(questionId) ?? `question ${questionId}`).sort();
}

describe.each(["memory", "postgres"] as const)("a community of several languages, by %s", (way) => {
  it.each([
    ["Rechnungen", ["rechnung"]],
    ["kündigungen", ["kuendigung"]],
    ["kundigung", ["kuendigung"]],
    ["invoicing", ["invoice"]],
    ["パスワード", ["passwort"]],
    ["パスワードを再設定", ["passwort"]],
    ["routers restarting", ["router", "routerEn"]],
    // A stop word in one language is none in another: this one is "the" to the German questions.
    ["die Quittung", []],
  ])("%s finds what its language inflects otherwise", async (text, names) => {
    expect(await found(way, text)).toEqual(names);
  });

  it("marks words as their own language has them", async () => {
    const [hit] = (await find(way, "Rechnungen")).found;
    const { text = "", marks = [] } = hit?.title ?? {};
    expect(marks.map(({ start, end }) => text.slice(start, end))).toEqual(["Rechnung"]);
    expect(hit).toMatchObject({ snippetOf: "answer", snippetLanguage: "de" });
  });

  it("finds in one language where that is asked, and counts each", async () => {
    expect(await found(way, "router lang:de")).toEqual(["router"]);
    expect(await found(way, "router", { language: "en" })).toEqual(["routerEn"]);
    expect(await found(way, "lang:ja")).toEqual(["passwort"]);
    expect(await found(way, "lang:fr")).toEqual([]);
    const { facets } = await find(way, "router");
    expect(facets).toMatchObject({ matches: 2, languages: expect.arrayContaining([{ language: "de", count: 1 }]) });
  });

  it("knows phrases in every language, and counts what holds them", async () => {
    expect(await found(way, '"startet nachts"')).toEqual(["router"]);
    expect(await found(way, '"nachts startet"')).toEqual([]);
    expect(await found(way, 'router -"startet nachts"')).toEqual(["routerEn"]);
    const { facets } = await find(way, '"der Router startet"');
    expect(facets).toMatchObject({ matches: 1, waiting: 1, solved: 0, languages: [{ language: "de", count: 1 }] });
    expect((await find(way, '"nachts startet"')).facets).toMatchObject({ matches: 0, languages: [], groups: [] });
  });

  it("obeys is:waiting and is:answered, typed or chosen", async () => {
    const waiting = ["invoice", "kuendigung", "passwort", "router", "routerEn"];
    expect(await found(way, "is:waiting")).toEqual(waiting);
    expect(await found(way, "", { state: "waiting" })).toEqual(waiting);
    expect(await found(way, "rechnung is:waiting")).toEqual([]);
    expect(await found(way, "is:answered")).toEqual([]);
    expect(await found(way, "router is:waiting lang:de")).toEqual(["router"]);
    // What is typed wins over what the page's list says.
    expect(await found(way, "router is:waiting", { state: "solved" })).toEqual(["router", "routerEn"]);
  });

  it("suggests what is solved in the words of its language", async () => {
    const suggest = { communityId: village.communityId, locale: "en", text: "Doppelte Rechnungen erstatten" };
    expect((await ways[way].suggest(suggest)).suggested).toMatchObject([
      { questionId: ids.rechnung, snippetLanguage: "de" },
    ]);
  });
});

describe.each(["memory", "postgres"] as const)("did you mean, by %s", (way) => {
  beforeAll(async () => {
    if (way === "postgres") return;
    for (const title of ["Kaffeemaschine tropft", "Kaffeemaschine brummt laut", "Meine Kaffeemaschine wird heiß"]) {
      const body = "Sie ist drei Jahre alt und wurde immer entkalkt.";
      await run((tx) => askQuestion(tx, ann, { group: "help", title, body, tags: ["espresso"] }));
    }
    await readAll(test.store, searchReader);
    await eventually(async () => expect((await find("memory", "Kaffeemaschine")).found).toHaveLength(3));
  });

  it.each([
    ["Kafeemaschine", "kaffeemaschine"],
    ["Kaffeemashcine tropft", undefined],
    ["Kaffemaschine espresso", "kaffeemaschine espresso"],
    ["Kaffeemaschine", undefined],
    ["qwertzuiop", undefined],
    ["Kafeemaschine lang:en", undefined],
    ["Kafeemaschine is:solved", undefined],
  ])("%s leads to %s", async (text, meant) => {
    const { didYouMean } = await find(way, text);
    if (meant === undefined && text.startsWith("Kaffeemashcine"))
      expect(didYouMean).toMatch(/^kaffeemaschine tropft$/i);
    else expect(didYouMean?.toLowerCase()).toBe(meant);
  });
});

describe("what cannot be seen", () => {
  it("is not found, counted, suggested or told of, in whatever language it is", async () => {
    const secret = [
      "Geheime Zugangsschlüssel verloren",
      "Der Zugangsschlüssel der Werkstatt ist seit Montag weg.",
    ] as const;
    const id = (await run((tx) => askQuestion(tx, ann, { group: "help", title: secret[0], body: secret[1], tags: [] })))
      .id;
    await readAll(test.store, searchReader);
    await eventually(async () => expect((await find("memory", "Zugangsschlüssel")).found).toHaveLength(1));
    await run(async (tx) => {
      await tx.db.updateTable("conversation").set({ visibility: "private" }).where("id", "=", id).execute();
      return ok(undefined);
    });
    const steward = await village.member("Steward", ["steward"]);
    await run((tx) => sayLanguage(tx, steward, { questionId: id, language: "sv" }));
    await readAll(test.store, searchReader);
    await eventually(async () => expect((await find("memory", "Zugangsschlüssel")).found).toEqual([]));
    for (const way of ["memory", "postgres"] as const) {
      for (const text of ["Zugangsschlüssel", '"Geheime Zugangsschlüssel"', "lang:sv", "Zugangschlüssel"]) {
        expect(await find(way, text), `${text} by ${way}`).toMatchObject({
          found: [],
          facets: { matches: 0, languages: [] },
        });
        expect((await find(way, text)).didYouMean).toBeUndefined();
      }
    }
  });
});
