import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildVillage, type Village } from "../../tests/factories/people.ts";
import { openTestStore, type TestStore } from "../../tests/factories/store.ts";
import type { Actor } from "../accounts/index.ts";
import { type Result, unwrap } from "../kernel/index.ts";
import type { Transaction } from "../store/index.ts";
import {
  addComment,
  askQuestion,
  editQuestion,
  findExposed,
  giveAnswer,
  keepPost,
  maskPost,
  type QuestionRead,
  readQuestion,
} from "./index.ts";

let test: TestStore;
let village: Village;
let asker: Actor;
let other: Actor;
let solver: Actor;
beforeAll(async () => {
  test = await openTestStore();
  village = await buildVillage(test.store);
  asker = await village.member("Asker");
  other = await village.member("Other");
  solver = await village.member("Solver", ["solver"]);
});
afterAll(() => test?.close());

function run<T>(work: (tx: Transaction) => Promise<Result<T>>): Promise<Result<T>> {
  test.clock.advance(1000);
  return test.store.transact(work);
}

const card = "4111 1111 1111 1111";
const ask = async (title: string, body: string) =>
  unwrap(await run((tx) => askQuestion(tx, asker, { group: village.group, title, body, tags: [] }))).id;

async function read(id: number): Promise<QuestionRead> {
  const found = await readQuestion(test.store.database, { communityId: village.communityId, id, readerId: null });
  if (!found || found === "removed") throw new Error("the question is there");
  return found;
}
const exposedTo = async (actor: Actor | null, id: number) =>
  Object.fromEntries(await findExposed(test.store.database, actor, await read(id)));

/** Every text of every table that a row of the community may hold, as one. */
async function everythingKept(): Promise<string> {
  const { database } = test.store;
  const kept = [
    await database.selectFrom("message").selectAll().execute(),
    await database.selectFrom("message_revision").selectAll().execute(),
    await database.selectFrom("question").selectAll().execute(),
    await database.selectFrom("event").selectAll().execute(),
    await database.selectFrom("searchable_question").selectAll().execute(),
  ];
  return JSON.stringify(kept);
}

describe("personal data in a post", () => {
  it("is shown to its author and to those who look after the community, and to nobody else", async () => {
    const id = await ask("Charged twice", `With my card ${card}.`);
    const answer = unwrap(
      await run((tx) => giveAnswer(tx, other, { questionId: id, body: "Call me at +44 20 7946 0123" })),
    );
    const { messageId } = await read(id);
    expect(await exposedTo(asker, id)).toEqual({ [messageId]: ["card"] });
    expect(await exposedTo(other, id)).toEqual({ [answer.id]: ["phone"] });
    expect(await exposedTo(solver, id)).toEqual({ [messageId]: ["card"], [answer.id]: ["phone"] });
    expect(await exposedTo(null, id)).toEqual({});
  });

  it("is gone once it is masked: from title, text, history, search and the event log", async () => {
    const secret = "4242 4242 4242 4242";
    const id = await ask(`My card ${secret}`, `It is ${secret}, really.`);
    unwrap(
      await run((tx) =>
        editQuestion(tx, asker, { questionId: id, title: "Charged twice", body: `Card ${secret} again`, tags: [] }),
      ),
    );
    expect(await everythingKept()).toContain(secret);
    expect(unwrap(await run((tx) => maskPost(tx, asker, "question", id)))).toEqual({
      questionId: id,
      masked: ["card"],
    });
    expect(await everythingKept()).not.toContain(secret);
    expect(await read(id)).toMatchObject({ title: "Charged twice", body: "Card [card number] again" });
    expect((await read(id)).html).toContain("[card number]");
    const revisions = await test.store.database
      .selectFrom("message_revision")
      .select(["title", "body"])
      .where("message_id", "=", (await read(id)).messageId)
      .execute();
    expect(revisions).toEqual([{ title: "My card [card number]", body: "It is [card number], really." }]);
    const event = await test.store.database
      .selectFrom("event")
      .selectAll()
      .where("kind", "=", "question.masked")
      .executeTakeFirst();
    expect(event).toMatchObject({ subject_id: id, actor_id: asker.memberId, data: { kinds: ["card"] } });
    expect(await exposedTo(solver, id)).toEqual({});
    expect(await run((tx) => maskPost(tx, asker, "question", id))).toMatchObject({
      error: { code: "nothing-to-mask" },
    });
  });

  it("is masked by its author and by staff, in answers and comments too, and by nobody else", async () => {
    const id = await ask("Charged twice", "Why?");
    const answer = unwrap(
      await run((tx) => giveAnswer(tx, other, { questionId: id, body: "Mail me: o.ther@posteo.net" })),
    );
    const comment = unwrap(
      await run((tx) => addComment(tx, asker, { answerId: answer.id }, "I live at 12 Baker Street, London")),
    );
    const refusedAs = { error: { code: "not-allowed-to-mask" } };
    expect(await run((tx) => maskPost(tx, asker, "answer", answer.id))).toMatchObject(refusedAs);
    expect(await run((tx) => keepPost(tx, other, "comment", comment.id))).toMatchObject(refusedAs);
    expect(unwrap(await run((tx) => maskPost(tx, solver, "answer", answer.id))).masked).toEqual(["email"]);
    expect(unwrap(await run((tx) => maskPost(tx, asker, "comment", comment.id))).masked).toEqual(["address"]);
    expect((await read(id)).answers[0]).toMatchObject({
      body: "Mail me: [mail address]",
      comments: [{ body: "I live at [postal address]" }],
    });
    expect(await run((tx) => maskPost(tx, solver, "answer", 987_654))).toMatchObject({
      error: { code: "post-missing" },
    });
  });

  it("may stay where somebody says so, until the words change", async () => {
    const id = await ask("Where is order number 302-7746512?", "It never came.");
    const { messageId } = await read(id);
    expect(await exposedTo(asker, id)).toEqual({ [messageId]: ["reference"] });
    unwrap(await run((tx) => keepPost(tx, asker, "question", id)));
    expect(await exposedTo(asker, id)).toEqual({});
    expect(await exposedTo(solver, id)).toEqual({});
    const edit = { questionId: id, title: "Where is order number 302-7746512?", body: "Still not here.", tags: [] };
    unwrap(await run((tx) => editQuestion(tx, asker, edit)));
    expect(await exposedTo(asker, id)).toEqual({ [messageId]: ["reference"] });
  });
});
