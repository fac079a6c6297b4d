import { afterAll, beforeAll, expect, it } from "vitest";
import { fc } from "../../tests/factories/draws.ts";
import { readAll } from "../../tests/factories/events.ts";
import { eventually } from "../../tests/factories/eventually.ts";
import { buildVillage, type Village } from "../../tests/factories/people.ts";
import { searchByPostgres } from "../../tests/factories/search.ts";
import { openTestStore, type TestStore } from "../../tests/factories/store.ts";
import type { Actor } from "../accounts/index.ts";
import {
  askQuestion,
  confirmAnswer,
  editQuestion,
  giveAnswer,
  linkQuestions,
  removePost,
  reopenQuestion,
  restorePost,
  withdrawConfirmation,
} from "../community/index.ts";
import { createLog, type Result } from "../kernel/index.ts";
import type { Transaction } from "../store/index.ts";
import { type FindRequest, openSearch, type Search, searchReader } from "./index.ts";

let test: TestStore;
let memory: Search;
let postgres: Search;

beforeAll(async () => {
  test = await openTestStore();
  memory = openSearch({ store: test.store, log: createLog("silent"), mode: "memory", folder: null, largest: 1_000 });
  postgres = searchByPostgres(test.store);
});
afterAll(async () => {
  await memory?.close();
  await test?.close();
});

const word = fc.constantFrom(
  ...[
    "lamp",
    "lamps",
    "flickers",
    "kettle",
    "leaks",
    "the",
    "grün",
    "grünes",
    "Rechnung",
    "Rechnungen",
    "lampp",
    "パスワード",
    "비밀번호를",
    "it's",
    "C++",
  ],
);
const words = fc.array(word, { minLength: 1, maxLength: 5 }).map((list) => list.join(" "));
const tags = fc.uniqueArray(fc.constantFrom("brass", "iron"), { maxLength: 2 });
const place = fc.nat(20);
// Chosen, or left to the words; whatever it is, a question is cut by it.
const language = fc.constantFrom(null, "en", "de", "ja", "nl");
const text = { title: words, body: words, tags, language };

/** Something that somebody does; `at` and `to` choose among the questions that there are. */
const act = fc.oneof(
  fc.record({ kind: fc.constant("ask" as const), ...text }),
  fc.record({ kind: fc.constant("edit" as const), at: place, ...text }),
  fc.record({ kind: fc.constantFrom("remove", "restore", "confirm", "withdraw", "reopen"), at: place }),
  fc.record({ kind: fc.constant("answer" as const), at: place, body: words }),
  fc.record({ kind: fc.constant("link" as const), at: place, to: place }),
);
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never;

const operator = fc.constantFrom(
  "",
  "tag:brass",
  "-tag:iron",
  "is:solved",
  "is:open",
  "-kettle",
  '"the lamp"',
  '-"the lamp"',
  '"lamp Rechnungen"',
  "lang:de",
  "lang:en",
  "is:waiting",
  "is:answered",
);
const query = fc.record({
  text: fc
    .tuple(fc.oneof({ arbitrary: words, weight: 4 }, fc.constant("")), operator, operator)
    .map((parts) => parts.join(" ")),
  state: fc.constantFrom(undefined, "waiting", "answered", "solved") as fc.Arbitrary<FindRequest["state"]>,
});

/** Does each thing; what is not allowed at that moment is left out. */
async function live(village: Village, ann: Actor, bob: Actor, acts: readonly Act[]): Promise<void> {
  const { communityId, admin } = village;
  const questions: number[] = [];
  const answers: number[] = [];
  const run = <T>(work: (tx: Transaction) => Promise<Result<T>>) => test.store.transact(work);
  for (const one of acts) {
    const of = (list: readonly number[], at: number) => list[at % Math.max(1, list.length)] ?? 0;
    if (one.kind === "ask") {
      const { title, body } = one;
      const asked = await run((tx) =>
        askQuestion(tx, ann, { group: "help", title: `${title} ?`, body, tags: one.tags, language: one.language }),
      );
      if (asked.ok) questions.push(asked.value.id);
    } else if ("title" in one) {
      const questionId = of(questions, one.at);
      await run((tx) =>
        editQuestion(tx, ann, {
          questionId,
          title: `${one.title} !`,
          body: one.body,
          tags: one.tags,
          language: one.language,
        }),
      );
    } else if ("body" in one) {
      const given = await run((tx) => giveAnswer(tx, bob, { questionId: of(questions, one.at), body: one.body }));
      if (given.ok) answers.push(given.value.id);
    } else if ("to" in one) {
      const link = {
        communityId,
        questionId: of(questions, one.at),
        otherId: of(questions, one.to),
        kind: "duplicate",
      } as const;
      if (link.questionId !== link.otherId && link.questionId > 0) await run((tx) => linkQuestions(tx, link));
    } else if (one.kind === "remove") {
      await run((tx) => removePost(tx, admin, "question", of(questions, one.at), "It is an advertisement."));
    } else if (one.kind === "restore") {
      await run((tx) => restorePost(tx, admin, "question", of(questions, one.at)));
    } else if (one.kind === "confirm") await run((tx) => confirmAnswer(tx, ann, of(answers, one.at)));
    else if (one.kind === "withdraw") await run((tx) => withdrawConfirmation(tx, ann, of(answers, one.at)));
    else await run((tx) => reopenQuestion(tx, ann, of(questions, one.at)));
  }
}

it("memory and PostgreSQL find the same questions after any history", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(act, { minLength: 5, maxLength: 30 }),
      fc.array(query, { minLength: 8, maxLength: 8 }),
      async (acts, queries) => {
        const village = await buildVillage(test.store);
        const [ann, bob] = [await village.member("Ann"), await village.member("Bob")];
        const ask = (by: Search, wish: Partial<FindRequest>) =>
          by.questions({ communityId: village.communityId, locale: "en", limit: 60, facets: true, text: "", ...wish });
        await live(village, ann, bob, acts);
        await test.store.transact((tx) =>
          askQuestion(tx, ann, { group: "help", title: "Last of all", body: "zzz", tags: [] }),
        );
        await readAll(test.store, searchReader);
        // The log is followed in its order: what was asked last is found last.
        await eventually(async () =>
          expect(await ask(memory, { text: "zzz" })).toMatchObject({ by: "memory", found: [{}] }),
        );
        for (const wish of queries) {
          const [held, read] = await Promise.all([ask(memory, wish), ask(postgres, wish)]);
          const ids = (answered: typeof held) =>
            answered.found.map(({ questionId }) => questionId).sort((a, b) => a - b);
          expect([held.by, read.by]).toEqual(["memory", "postgres"]);
          expect(ids(read)).toEqual(ids(held));
          expect(inOrder(read.facets)).toEqual(inOrder(held.facets));
          expect(read.didYouMean).toBe(held.didYouMean);
        }
      },
    ),
    { numRuns: 25, endOnFailure: true },
  );
});

function inOrder(facets: Awaited<ReturnType<Search["questions"]>>["facets"]) {
  const languages = [...(facets?.languages ?? [])].sort((a, b) => (a.language < b.language ? -1 : 1));
  return facets && { ...facets, languages, tags: [...facets.tags].sort((a, b) => (a.tag < b.tag ? -1 : 1)) };
}
