import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildVillage, type Village } from "../../tests/factories/people.ts";
import { openTestStore, type TestStore } from "../../tests/factories/store.ts";
import type { Actor } from "../accounts/index.ts";
import { type Result, unwrap } from "../kernel/index.ts";
import type { Transaction } from "../store/index.ts";
import {
  addComment,
  askQuestion,
  confirmAnswer,
  editAnswer,
  editQuestion,
  endAsking,
  giveAnswer,
  giveThanks,
  listQuestions,
  markHelped,
  readQuestion,
  readShownQuestion,
  removePost,
  reopenQuestion,
  restorePost,
  withdrawConfirmation,
} from "./index.ts";

let test: TestStore;
let village: Village;
let asker: Actor;
let helper: Actor;
let other: Actor;
beforeAll(async () => {
  test = await openTestStore();
  village = await buildVillage(test.store);
  asker = await village.member("Asker");
  helper = await village.member("Helper");
  other = await village.member("Other");
});
afterAll(() => test?.close());

function run<T>(work: (tx: Transaction) => Promise<Result<T>>): Promise<Result<T>> {
  test.clock.advance(1000);
  return test.store.transact(work);
}
async function ask(title = "The lamp flickers", tags: string[] = []) {
  const asked = await run((tx) =>
    askQuestion(tx, asker, { group: village.group, title, body: "Since *today*.", tags }),
  );
  return unwrap(asked).id;
}
async function answer(questionId: number, by = helper) {
  return unwrap(await run((tx) => giveAnswer(tx, by, { questionId, body: "Turn the screw." }))).id;
}
async function read(id: number, reader: Actor | null = null) {
  const found = await readQuestion(test.store.database, {
    communityId: village.communityId,
    id,
    readerId: reader?.memberId ?? null,
  });
  if (!found || found === "removed") throw new Error(`question ${id} cannot be read: ${found}`);
  return found;
}
async function eventsOf(subjectId: number) {
  const rows = await test.store.database
    .selectFrom("event")
    .select(["kind", "actor_id as actorId"])
    .where("community_id", "=", village.communityId)
    .where("subject_id", "=", subjectId)
    .orderBy("id")
    .execute();
  return rows.map(({ kind }) => kind);
}

describe("a question", () => {
  it("waits until it is answered, and is solved only when the asker says so", async () => {
    const id = await ask();
    expect((await read(id)).state).toBe("waiting");
    const answerId = await answer(id);
    expect((await read(id)).state).toBe("answered");
    expect(await run((tx) => confirmAnswer(tx, helper, answerId))).toMatchObject({
      ok: false,
      error: { code: "not-yours" },
    });
    unwrap(await run((tx) => confirmAnswer(tx, asker, answerId)));
    expect(await read(id)).toMatchObject({ state: "solved", helped: 1 });
    expect(await eventsOf(answerId)).toEqual(["answer.given", "answer.confirmed"]);
  });

  it("can have several confirmed answers, which come first", async () => {
    const id = await ask();
    const first = await answer(id);
    const second = await answer(id, other);
    const third = await answer(id);
    unwrap(await run((tx) => confirmAnswer(tx, asker, third)));
    unwrap(await run((tx) => confirmAnswer(tx, asker, second)));
    expect((await read(id)).answers.map((shown) => shown.id)).toEqual([second, third, first]);
    unwrap(await run((tx) => withdrawConfirmation(tx, asker, second)));
    expect((await read(id)).state).toBe("solved");
    unwrap(await run((tx) => withdrawConfirmation(tx, asker, third)));
    expect((await read(id)).state).toBe("answered");
  });

  it("waits again when the asker reopens it, until the next confirmation", async () => {
    const id = await ask();
    const answerId = await answer(id);
    expect(await run((tx) => reopenQuestion(tx, asker, id))).toMatchObject({ error: { code: "question-not-solved" } });
    unwrap(await run((tx) => confirmAnswer(tx, asker, answerId)));
    expect(await run((tx) => reopenQuestion(tx, helper, id))).toMatchObject({ error: { code: "not-yours" } });
    unwrap(await run((tx) => reopenQuestion(tx, asker, id)));
    expect(await read(id)).toMatchObject({ state: "waiting", reopened: true });
    unwrap(await run((tx) => confirmAnswer(tx, asker, answerId)));
    expect(await read(id)).toMatchObject({ state: "solved", reopened: false });
  });

  it("keeps what it said before when it is edited, and only its asker edits it", async () => {
    const id = await ask("Old title", ["old"]);
    const edit = { questionId: id, title: "New title", body: "New body", tags: ["New"] };
    expect(await run((tx) => editQuestion(tx, helper, edit))).toMatchObject({ error: { code: "not-yours" } });
    unwrap(await run((tx) => editQuestion(tx, asker, edit)));
    expect(await read(id)).toMatchObject({ title: "New title", tags: ["new"], body: "New body" });
    const revisions = await test.store.database
      .selectFrom("message_revision")
      .select(["title", "body", "tags"])
      .where("message_id", "=", (await read(id)).messageId)
      .execute();
    expect(revisions).toEqual([{ title: "Old title", body: "Since *today*.", tags: ["old"] }]);
  });

  it("is refused with the field that is wrong, and nothing of it is kept", async () => {
    const before = await listQuestions(test.store.database, { communityId: village.communityId });
    const wish = { group: village.group, title: "Fine title", body: "Fine body", tags: [] };
    expect(await run((tx) => askQuestion(tx, asker, { ...wish, title: " a " }))).toMatchObject({
      error: { code: "title-length", fields: { title: expect.any(String) } },
    });
    expect(await run((tx) => askQuestion(tx, asker, { ...wish, body: " \n " }))).toMatchObject({
      error: { code: "body-empty" },
    });
    expect(await run((tx) => askQuestion(tx, asker, { ...wish, group: "nowhere" }))).toMatchObject({
      error: { code: "group-missing" },
    });
    expect(await run((tx) => askQuestion(tx, asker, { ...wish, tags: ["a", "b", "c", "d", "e", "f"] }))).toMatchObject({
      error: { code: "tags-invalid" },
    });
    expect(await listQuestions(test.store.database, { communityId: village.communityId })).toEqual(before);
  });

  it("leaves every list when it is removed, and comes back when it is restored", async () => {
    const id = await ask();
    const steward = await village.member("Steward", ["steward"]);
    await answer(id);
    expect(await run((tx) => removePost(tx, asker, "question", id, ""))).toMatchObject({
      error: { code: "not-allowed-to-remove" },
    });
    expect(await run((tx) => removePost(tx, steward, "question", id, " "))).toMatchObject({
      error: { code: "reason-missing" },
    });
    unwrap(await run((tx) => removePost(tx, steward, "question", id, "It names a customer.")));
    const listed = await listQuestions(test.store.database, { communityId: village.communityId });
    expect(listed.map((row) => row.id)).not.toContain(id);
    const wanted = { communityId: village.communityId, id, readerId: null };
    expect(await readQuestion(test.store.database, wanted)).toBe("removed");
    expect(await run((tx) => giveAnswer(tx, helper, { questionId: id, body: "x" }))).toMatchObject({
      error: { code: "question-removed" },
    });
    unwrap(await run((tx) => restorePost(tx, steward, "question", id)));
    expect((await read(id)).state).toBe("answered");
  });
});

describe("an answer", () => {
  it("counts each person whom it helped once, never its author, and not the asker twice", async () => {
    const id = await ask();
    const first = await answer(id);
    const second = await answer(id);
    expect(await run((tx) => markHelped(tx, helper, first))).toMatchObject({ error: { code: "own-answer" } });
    expect(await run((tx) => markHelped(tx, asker, first))).toMatchObject({ error: { code: "asker-confirms" } });
    unwrap(await run((tx) => markHelped(tx, other, first)));
    unwrap(await run((tx) => markHelped(tx, other, first)));
    unwrap(await run((tx) => markHelped(tx, other, second)));
    expect(await read(id, other)).toMatchObject({
      helped: 1,
      answers: [{ helped: 1, readerHelped: true }, { helped: 1 }],
    });
    unwrap(await run((tx) => confirmAnswer(tx, asker, first)));
    expect((await read(id)).helped).toBe(2);
    unwrap(await run((tx) => markHelped(tx, other, first, false)));
    unwrap(await run((tx) => markHelped(tx, other, second, false)));
    expect((await read(id)).helped).toBe(1);
  });

  it("is not counted while it is removed", async () => {
    const id = await ask();
    const answerId = await answer(id);
    unwrap(await run((tx) => removePost(tx, helper, "answer", answerId, "")));
    expect(await read(id)).toMatchObject({ state: "waiting", answerCount: 0, answers: [] });
    expect(await run((tx) => editAnswer(tx, helper, answerId, "again"))).toMatchObject({
      error: { code: "answer-missing" },
    });
    unwrap(await run((tx) => restorePost(tx, helper, "answer", answerId)));
    expect(await read(id)).toMatchObject({ state: "answered", answerCount: 1 });
  });

  it("is thanked for once, in private", async () => {
    const answerId = await answer(await ask());
    unwrap(await run((tx) => giveThanks(tx, other, { answerId, note: "You saved my day" })));
    expect(await run((tx) => giveThanks(tx, other, { answerId, note: "" }))).toMatchObject({
      error: { code: "thanked-already" },
    });
    expect(await run((tx) => giveThanks(tx, helper, { answerId, note: "" }))).toMatchObject({
      error: { code: "own-answer" },
    });
  });

  it("that was found while asking ends the asking and counts as having helped", async () => {
    const id = await ask();
    const answerId = await answer(id);
    unwrap(await run((tx) => endAsking(tx, other, { questionId: id, answerId })));
    expect((await read(id)).helped).toBe(1);
    expect(await eventsOf(id)).toContain("asking.ended");
  });

  it("can be commented on, and so can the question", async () => {
    const id = await ask();
    const answerId = await answer(id);
    unwrap(await run((tx) => addComment(tx, asker, { answerId }, "Which screw?")));
    unwrap(await run((tx) => addComment(tx, helper, { questionId: id }, "Which lamp?")));
    const page = await read(id);
    expect(page.comments.map((comment) => comment.body)).toEqual(["Which lamp?"]);
    expect(page.answers[0]?.comments.map((comment) => comment.body)).toEqual(["Which screw?"]);
  });
});

describe("a question as its page shows it", () => {
  it("holds what replies were written in for readers, and only what is shown for visitors", async () => {
    const id = await ask();
    await answer(id);
    unwrap(await run((tx) => addComment(tx, helper, { questionId: id }, "Which lamp?")));
    const shown = async (reader: Actor | null) => {
      const wanted = { communityId: village.communityId, id, readerId: reader?.memberId ?? null };
      return readShownQuestion(test.store.database, wanted);
    };
    const full = await read(id);
    expect([full.answers[0]?.body, full.comments[0]?.body]).toEqual(["Turn the screw.", "Which lamp?"]);
    expect(await shown(asker)).toEqual(await read(id, asker));
    expect(await shown(null)).toEqual({
      ...full,
      answers: full.answers.map((one) => ({ ...one, body: null })),
      comments: full.comments.map((one) => ({ ...one, body: null })),
    });
  });
});

describe("a list", () => {
  it("goes by last activity, narrows by state, group and tag, and pages without gaps", async () => {
    const ids: number[] = [];
    for (let n = 0; n < 5; n += 1) ids.push(await ask(`Question number ${n}`, ["paging"]));
    await answer(ids[0] as number);
    const filter = { communityId: village.communityId, tag: "paging" };
    const first = await listQuestions(test.store.database, { ...filter, limit: 2 });
    expect(first.map((row) => row.id)).toEqual([ids[0], ids[4]]);
    const last = first[1];
    if (!last) throw new Error("two rows were expected");
    const rest = await listQuestions(test.store.database, {
      ...filter,
      before: { at: last.lastActivityAt, id: last.id },
    });
    expect(rest.map((row) => row.id)).toEqual([ids[3], ids[2], ids[1]]);
    const grouped = await listQuestions(test.store.database, { ...filter, group: village.group });
    expect(grouped.map((row) => row.id)).toEqual([...first, ...rest].map((row) => row.id));
    expect(await listQuestions(test.store.database, { ...filter, group: "nowhere" })).toEqual([]);
    const answered = await listQuestions(test.store.database, { ...filter, state: "answered" });
    expect(answered.map((row) => row.id)).toEqual([ids[0]]);
  });
});
