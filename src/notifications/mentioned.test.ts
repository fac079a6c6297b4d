import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Newsroom, openNewsroom } from "../../tests/factories/newsroom.ts";
import { openTestStore, type TestStore } from "../../tests/factories/store.ts";
import type { Actor } from "../accounts/index.ts";
import { addComment, askQuestion, editAnswer, editQuestion, giveAnswer } from "../community/index.ts";
import { type Result, unwrap } from "../kernel/index.ts";
import type { Transaction } from "../store/index.ts";
import { chooseNotifications, endFollow, follow, type Way } from "./index.ts";

const title = "The lamp flickers";
let test: TestStore;
let room: Newsroom;
let ann: Actor;
let ben: Actor;
let cleo: Actor;

beforeAll(async () => {
  test = await openTestStore();
});
afterAll(() => test?.close());
beforeEach(async () => {
  room = await openNewsroom(test);
  [ann, ben, cleo] = [await room.member("Ann"), await room.member("Ben"), await room.member("Cleo")];
});

const run = async <T>(work: (tx: Transaction) => Promise<Result<T>>) => unwrap(await test.store.transact(work));
const at = ({ name, memberId }: Actor) => `[@${name}](/c/${room.village.slug}/m/${memberId})`;
const ask = async (by: Actor, body: string) =>
  (await run((tx) => askQuestion(tx, by, { group: "help", title, body, tags: ["led"] }))).id;
const answer = async (by: Actor, questionId: number, body: string) =>
  (await run((tx) => giveAnswer(tx, by, { questionId, body }))).id;
const comment = (by: Actor, questionId: number, body: string) => run((tx) => addComment(tx, by, { questionId }, body));
const choose = (who: Actor, kind: string, way: Way) =>
  run((tx) => chooseNotifications(tx, room.notifications.sources, who, { ways: { [kind]: way } }));

const told = (who: Actor) => room.told(who);
const mention = (who: string) => `${who} mentioned you at “${title}”: you were mentioned there`;

describe("whoever is mentioned", () => {
  it("is told of questions, answers and comments; nobody of their own words", async () => {
    const question = await ask(ann, `Perhaps ${at(ben)} knows? I, ${at(ann)}, do not.`);
    await answer(ben, question, `Ask ${at(cleo)}.`);
    await comment(cleo, question, `Not me, ${at(ben)}.`);
    expect(await told(ben)).toEqual([mention("Cleo"), mention("Ann")]);
    expect(await told(cleo)).toEqual([mention("Ben")]);
    expect(await told(ann)).toHaveLength(2);
  });

  it("is told once, though they follow the question and its group", async () => {
    await run((tx) => follow(tx, cleo, { subject: "group", name: "help" }));
    const question = await ask(ann, `${at(cleo)}?`);
    await run((tx) => follow(tx, cleo, { subject: "question", name: String(question) }));
    await answer(ben, question, `${at(cleo)} knows.`);
    await comment(cleo, question, "I do not.");
    await comment(ben, question, `Really, ${at(cleo)}?`);
    expect(await told(cleo)).toEqual([mention("Ben"), mention("Ben"), mention("Ann")]);
  });

  it("is told as whoever asked where they did", async () => {
    await answer(ben, await ask(ann, "Since today."), `Look, ${at(ann)}.`);
    expect(await told(ann)).toEqual([`Ben answered “${title}”: you asked this question`]);
  });

  it("is told of what an edit adds, and never again of the same post", async () => {
    const question = await ask(ann, "Since today.");
    const given = await answer(ben, question, "Tighten it.");
    await room.read();
    await run((tx) => editAnswer(tx, ben, given, `Tighten it, says ${at(cleo)}.`));
    await run((tx) => editAnswer(tx, ben, given, `Tighten it, ${at(cleo)} says.`));
    await run((tx) => editAnswer(tx, ben, given, "Tighten it."));
    expect(await told(cleo)).toEqual([mention("Ben")]);
    test.clock.advance(3 * 24 * 60 * 60_000);
    await run((tx) => editAnswer(tx, ben, given, `Tighten it, ${at(cleo)} said.`));
    await run((tx) => editQuestion(tx, ann, { questionId: question, title, tags: [], body: "Since a week." }));
    expect(await told(cleo)).toEqual([mention("Ben")]);
    await run((tx) => editQuestion(tx, ann, { questionId: question, title, tags: [], body: `${at(cleo)}?` }));
    expect(await told(cleo)).toEqual([mention("Ann"), mention("Ben")]);
  });

  it("is told as often as they wish: not after they left the question, and by the next kind where they want no mentions", async () => {
    const question = await ask(ann, "Since today.");
    await run((tx) => endFollow(tx, cleo, { subject: "question", name: String(question) }));
    await comment(ben, question, `${at(cleo)}?`);
    expect(await told(cleo)).toEqual([]);

    await choose(ann, "mentioned", "off");
    await comment(ben, question, `${at(ann)}?`);
    const asked = `Ben commented on “${title}”: you wrote what was commented on`;
    expect(await told(ann)).toEqual([asked, asked]);
    await choose(ann, "mentioned", "page");
    await choose(ann, "comment-on-your-post", "off");
    await comment(ben, question, `${at(ann)}?`);
    await comment(ben, question, "Hello?");
    expect((await told(ann))[0]).toEqual(mention("Ben"));
    expect(await told(ann)).toHaveLength(3);
  });

  it("and cannot be told, as authors whom an import brought, is not", async () => {
    const imported = await room.village.member("Imported");
    await ask(ann, `${at(imported)}?`);
    expect(await told(imported)).toEqual([]);
  });
});

it("a mail says who mentioned whom where, in the words of the post, and how to stop it", async () => {
  await answer(ben, await ask(ann, "Since today."), `Ask ${at(cleo)}.`);
  await room.read();
  test.clock.advance(5_000);
  await room.notifications.courier.run({});
  const mails = await test.store.database
    .selectFrom("outbox")
    .innerJoin("permit", "permit.id", "outbox.permit_id")
    .where("permit.member_id", "=", cleo.memberId)
    .select(["outbox.subject", "outbox.body", "permit.basis", "permit.reason"])
    .execute();
  expect(mails).toMatchObject([
    {
      subject: `Ben mentioned you at “${title}”`,
      basis: "mentioned",
      reason: "You get this mail because you were mentioned there.",
    },
  ]);
  expect(mails[0]?.body).toContain("Ask ");
});
