import { afterAll, beforeAll, expect, it } from "vitest";
import { fc } from "../../tests/factories/draws.ts";
import { searchByPostgres } from "../../tests/factories/search.ts";
import { openTestStore, type TestStore } from "../../tests/factories/store.ts";
import { ok, unwrap } from "../kernel/index.ts";
import { readOnce } from "../store/index.ts";
import { plainText, type Search, searchReader, withoutMarks } from "./index.ts";
import { textQuery } from "./tsquery.ts";

let test: TestStore;
let communityId: number;
let search: Search;
beforeAll(async () => {
  test = await openTestStore();
  search = searchByPostgres(test.store);
  communityId = unwrap(
    await test.store.transact(async (tx) => {
      const community = await tx.db
        .insertInto("community")
        .values({ slug: "s", name: "S", created_at: tx.now })
        .returning("id")
        .executeTakeFirstOrThrow();
      const member = await tx.db
        .insertInto("member")
        .values({ community_id: community.id, name: "M", joined_at: tx.now })
        .returning("id")
        .executeTakeFirstOrThrow();
      const group = await tx.db
        .insertInto("community_group")
        .values({ community_id: community.id, slug: "g", name: "G", charter: "help", created_at: tx.now })
        .returning("id")
        .executeTakeFirstOrThrow();
      const common = { community_id: community.id, created_at: tx.now };
      const say = async (conversation_id: number, body: string) =>
        (
          await tx.db
            .insertInto("message")
            .values({ ...common, conversation_id, author_id: member.id, body, html: "" })
            .returning("id")
            .executeTakeFirstOrThrow()
        ).id;
      for (const [title, body, solution] of [
        ["The grinder is jammed", "It stopped grinding beans yesterday.", "Remove the **upper** burr and clean it."],
        ["The kettle leaks", "Water drips from the lid.", null],
      ] as const) {
        const { id } = await tx.db.insertInto("conversation").values(common).returning("id").executeTakeFirstOrThrow();
        const message_id = await say(id, body);
        await tx.db
          .insertInto("question")
          .values({
            ...common,
            id,
            group_id: group.id,
            asker_id: member.id,
            message_id,
            title,
            language: "en",
            last_activity_at: tx.now,
            confirmed_count: solution ? 1 : 0,
          })
          .execute();
        if (solution)
          await tx.db
            .insertInto("answer")
            .values({
              ...common,
              id: await say(id, solution),
              question_id: id,
              author_id: member.id,
              confirmed_at: tx.now,
            })
            .execute();
        tx.append({
          communityId: community.id,
          kind: "question.asked",
          actorId: member.id,
          subject: "question",
          subjectId: id,
        });
      }
      return ok(community.id);
    }),
  );
  expect(await readOnce(test.store.database, test.clock, searchReader)).toBe(2);
});
afterAll(() => test?.close());

const find = async (text: string, more = {}) =>
  (await search.questions({ communityId, locale: "en", text, limit: 10, ...more })).found;

it("finds inflected words, those of the solution too, and takes stop words for what they are unless there is nothing else", async () => {
  expect((await find("jamming grinders")).map(({ snippet }) => snippet.text)).toEqual([
    "Remove the upper burr and clean it.",
  ]);
  expect(await find("cleaned burrs")).toHaveLength(1);
  expect(await find("the and of")).toHaveLength(2);
  expect(await find("the kettles")).toHaveLength(1);
  expect(await find("leaking", { state: "solved" })).toEqual([]);
  expect(await find("leaking", { state: "waiting", group: "g" })).toHaveLength(1);
});

it("finds texts with two of many words where none has all", async () => {
  expect(await find("my old grinder jammed while guests were waiting")).toHaveLength(1);
});

it("suggests solved answers only", async () => {
  const typed = { communityId, locale: "en", text: "grinder jammed again" };
  expect((await search.suggest(typed)).suggested).toMatchObject([
    { snippet: { text: "Remove the upper burr and clean it." } },
  ]);
  expect((await search.suggest({ ...typed, text: "kettle leaks water" })).suggested).toEqual([]);
});

it("answers anything that can be typed", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary", maxLength: 60 }), async (text) => {
      await find(text.replaceAll("\0", "").toWellFormed());
    }),
    { numRuns: 60 },
  );
});

it("quotes words so that any of them is a valid query", () => {
  expect(textQuery({ words: ["it's", "a\\b"], how: "all" })).toBe("('it''s' & 'a\\\\b')");
  expect(textQuery({ words: ["a", "b"], how: "any", must: ["m"], without: ["n"] })).toBe("('a' | 'b') & 'm' & !'n'");
});

it("makes plain text of Markdown without leaving gaps", () => {
  expect(plainText("It broke *today*. See [this](https://example.org)!\n\n> a `quoted` line")).toBe(
    "It broke today. See this! a quoted line",
  );
});

it.each([
  ["two  spaces\u00a0and\tmore\r\n\r\nlines", "two spaces and more lines"],
  ["# Title\n\n  > - **bold** and ~~gone~~ | cell |", "Title - bold and gone cell"],
  ["before\n```\ncode that fails\n```\nbehind", "before behind"],
  ["before ```code without an end", "before"],
  [
    "![a picture](/p.png) of [a place](https://example.org/a_b), 3 > 2, C# and a]b",
    "a picture of a place, 3 > 2, C# and a]b",
  ],
  ["\u2003plain\u2028", "plain"],
])("reads %j without its marks", (markdown, plain) => {
  expect(withoutMarks(markdown)).toBe(plain);
});
