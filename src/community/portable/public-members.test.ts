import { afterAll, beforeAll, expect, it } from "vitest";
import { buildVillage } from "../../../tests/factories/people.ts";
import { openTestStore, type TestStore } from "../../../tests/factories/store.ts";
import { type Result, unwrap } from "../../kernel/index.ts";
import type { Transaction } from "../../store/index.ts";
import { addComment, askQuestion, giveAnswer, removePost } from "../index.ts";
import { readRecords } from "./queries/export.ts";

let test: TestStore;
beforeAll(async () => {
  test = await openTestStore();
});
afterAll(() => test?.close());

it("of what is public, an export names whoever asked, answered or commented, and nobody else", async () => {
  const run = async <T>(work: (tx: Transaction) => Promise<Result<T>>): Promise<T> =>
    unwrap(await test.store.transact(work));
  const { communityId, group, admin, member } = await buildVillage(test.store);
  const asker = await member("Asker");
  const answerer = await member("Answerer");
  const commenter = await member("Commenter");
  const silenced = await member("Silenced");
  await member("Silent");
  const question = { group, title: "The lamp flickers", body: "Since today.", tags: [] };
  const { id: questionId } = await run((tx) => askQuestion(tx, asker, question));
  const { id: answerId } = await run((tx) => giveAnswer(tx, answerer, { questionId, body: "Turn it." }));
  await run((tx) => addComment(tx, commenter, { answerId }, "Which way?"));
  const removed = await run((tx) => giveAnswer(tx, silenced, { questionId, body: "Buy my lamps." }));
  await run((tx) => removePost(tx, admin, "answer", removed.id, "It sells."));

  const page = { communityId, after: null, limit: 100, subjects: [] };
  const named = await readRecords(test.store.database, "members", { ...page, publicOnly: true });
  expect(named.map(({ name }) => name)).toEqual(["Asker", "Answerer", "Commenter"]);
  expect(await readRecords(test.store.database, "members", { ...page, publicOnly: false })).toHaveLength(6);
});
