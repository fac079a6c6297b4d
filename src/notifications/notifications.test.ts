// One newsroom for all that is told, read and mailed, because opening a store takes a second: long for that reason.
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ask, type Newsroom, openNewsroom } from "../../tests/factories/newsroom.ts";
import { openTestStore, type TestStore } from "../../tests/factories/store.ts";
import type { Actor } from "../accounts/index.ts";
import {
  addComment,
  confirmAnswer,
  giveAnswer,
  giveThanks,
  readQuestion,
  removePost,
  reopenQuestion,
} from "../community/index.ts";
import { ok, unwrap } from "../kernel/index.ts";
import { atMoment } from "../store/index.ts";
import {
  chooseNotifications,
  endFollow,
  follow,
  listFollows,
  listNotifications,
  listOutbox,
  markRead,
  readChoices,
  readMail,
  readUnread,
  stopMails,
} from "./index.ts";
import { sendDue } from "./mailing/send-due.ts";
import { wayOutSigner } from "./mailing/way-out.ts";

const hourMs = 60 * 60_000;
let test: TestStore;
let room: Newsroom;
let ann: Actor & { email: string };
let ben: Actor & { email: string };
let cleo: Actor & { email: string };

beforeAll(async () => {
  test = await openTestStore();
});
afterAll(() => test?.close());
beforeEach(async () => {
  room = await openNewsroom(test);
  [ann, ben, cleo] = [await room.member("Ann"), await room.member("Ben"), await room.member("Cleo")];
});

const answer = async (actor: Actor, questionId: number, body = "Tighten the bulb.") =>
  unwrap(await test.store.transact((tx) => giveAnswer(tx, actor, { questionId, body }))).id;
const confirm = async (actor: Actor, id: number) =>
  unwrap(await test.store.transact((tx) => confirmAnswer(tx, actor, id)));
const choose = async (actor: Actor, change: Parameters<typeof chooseNotifications>[3]) =>
  unwrap(await test.store.transact((tx) => chooseNotifications(tx, room.notifications.sources, actor, change)));
const setFollow = async (actor: Actor, subject: "question" | "tag" | "group", name: string, begins = true) =>
  unwrap(await test.store.transact((tx) => (begins ? follow : endFollow)(tx, actor, { subject, name })));

const told = (who: Actor) => room.told(who);

/** What has been mailed to somebody, the oldest first, after the courier came. */
async function mailed(actor: { email: string }) {
  await room.read();
  await room.notifications.courier.run({});
  const all = await listOutbox(test.store.database, room.village.communityId);
  const own = all.filter(({ recipient }) => recipient === actor.email).reverse();
  return Promise.all(own.map(async ({ id }) => (await readMail(test.store.database, room.village.communityId, id))!));
}

const mailing = () => ({
  sources: room.notifications.sources,
  addresses: room.notifications.addresses,
  signer: wayOutSigner("a secret of this test"),
  presses: async () => new Map(),
});
const unread = (actor: Actor) => readUnread(test.store.database, actor.communityId, actor.memberId);

describe("the list of what was told", () => {
  it("says where the title stands in a sentence and in which language it is, whatever names and titles hold", async () => {
    for (const title of ["Ben", "Die Lampe flackert abends immer wieder", "“a” $& \\0 \\u0000"]) {
      const questionId = await ask(test, ann, { title });
      await answer(ben, questionId);
      await room.read();
      const { sources } = room.notifications;
      const wish = { limit: 1, language: "en" } as const;
      const [told] = (await listNotifications(test.store.database, sources, ann, wish)).notifications;
      const { from = 0, to = 0, language } = told?.titled ?? {};
      expect(told?.line.slice(from, to)).toBe(title);
      expect(told?.line).toBe(`Ben answered “${title}”`);
      expect(from).toBe("Ben answered “".length);
      expect(language).toMatch(/^[a-z]{2,3}$/);
    }
  });
});

describe("who is told", () => {
  it("the asker of an answer, with the reason; nobody of what they did themselves", async () => {
    const question = await ask(test, ann);
    await answer(ben, question);
    await answer(ann, question);
    expect(await told(ann)).toEqual(["Ben answered “The lamp flickers”: you asked this question"]);
    expect(await told(ben)).toEqual(["News on “The lamp flickers”, by Ann: you answered this question"]);
    expect(await told(cleo)).toEqual([]);
  });

  it("whoever wrote what is commented on, whoever asked, and whoever commented there before", async () => {
    const question = await ask(test, ann);
    const given = await answer(ben, question);
    const comment = (actor: Actor) =>
      test.store.transact((tx) => addComment(tx, actor, { answerId: given }, "Which bulb?"));
    unwrap(await comment(cleo));
    unwrap(await comment(ben));
    expect(await told(ben)).toEqual(["Cleo commented on “The lamp flickers”: you wrote what was commented on"]);
    expect(await told(cleo)).toEqual(["Ben commented on “The lamp flickers”: you commented there, too"]);
    expect((await told(ann))[0]).toBe("Ben commented on “The lamp flickers”: you asked this question");
  });

  it("the author of what solved it, of thanks, and of a reopening", async () => {
    const question = await ask(test, ann);
    const given = await answer(ben, question);
    await confirm(ann, given);
    unwrap(await test.store.transact((tx) => giveThanks(tx, ann, { answerId: given, note: "Secret words" })));
    unwrap(await test.store.transact((tx) => reopenQuestion(tx, ann, question)));
    expect(await told(ben)).toEqual([
      "Ann says that “The lamp flickers” is not solved after all: you answered this question",
      "Ann thanks you for your answer to “The lamp flickers”: you answered this question",
      "Your answer solved “The lamp flickers”: you answered this question",
    ]);
  });

  it("followers of a question, a tag and a group, each of one event once, until they end it", async () => {
    await setFollow(cleo, "group", "help");
    await ask(test, ann, { title: "First", tags: [] });
    await ask(test, ann, { title: "Second", tags: ["led"] });
    await room.read();
    await setFollow(cleo, "tag", "led");
    const third = await ask(test, ann, { title: "Third", tags: ["led"] });
    await setFollow(cleo, "question", String(third));
    await answer(ben, third);
    await setFollow(cleo, "group", "help", false);
    await setFollow(cleo, "tag", "led", false);
    await setFollow(cleo, "question", String(third), false);
    await ask(test, ann, { title: "Fourth", tags: ["led"] });
    await answer(ben, third);
    await room.read();
    // Read after the ends, these follows were over when the reader came by: what is told is what holds then.
    expect(await told(cleo)).toEqual([
      "Ann asked “Second”: you follow the group “Help”",
      "Ann asked “First”: you follow the group “Help”",
    ]);
  });

  it("is told by the most particular reason", async () => {
    await setFollow(cleo, "group", "help");
    await ask(test, ann, { title: "Before", tags: ["led"] });
    await setFollow(cleo, "tag", "led");
    const question = await ask(test, ann, { title: "Now", tags: ["led"] });
    expect((await told(cleo))[0]).toBe("Ann asked “Now”: you follow the tag “led”");
    await setFollow(cleo, "question", String(question));
    await answer(ben, question);
    expect((await told(cleo))[0]).toBe("News on “Now”, by Ben: you follow this question");
  });

  it("nobody who has ended it, though they asked or answer again", async () => {
    const question = await ask(test, ann);
    await setFollow(ann, "question", String(question), false);
    await answer(ben, question);
    expect(await told(ann)).toEqual([]);
    await setFollow(ann, "question", String(question));
    await answer(ben, question);
    expect(await told(ann)).toHaveLength(1);
  });

  it("nobody of what an import brought, of what is a week old, or of what is gone", async () => {
    const { clock, store } = test;
    const question = await ask(test, ann);
    const past = new Date(clock.now().getTime() - 2 * hourMs);
    unwrap(await store.transact((tx) => giveAnswer(atMoment(tx, past), ben, { questionId: question, body: "Old." })));
    expect(await told(ann)).toEqual([]);
    await answer(ben, question);
    clock.advance(7 * 24 * hourMs + 1);
    expect(await told(ann)).toEqual([]);
    const removed = await answer(ben, question);
    await room.read();
    expect(await told(ann)).toHaveLength(1);
    unwrap(await store.transact((tx) => removePost(tx, ben, "answer", removed, "")));
    expect(await told(ann)).toEqual([]);
  });

  it("nobody twice of the same thing in a day", async () => {
    const question = await ask(test, ann);
    const given = await answer(ben, question);
    const again = async () => {
      await confirm(ann, given);
      unwrap(await test.store.transact((tx) => reopenQuestion(tx, ann, question)));
      test.clock.advance(hourMs);
    };
    await again();
    await room.read();
    await again();
    await again();
    expect(await told(ben)).toHaveLength(2);
    test.clock.advance(24 * hourMs);
    await again();
    expect(await told(ben)).toHaveLength(4);
  });

  it("nothing twice when the log is read again", async () => {
    const question = await ask(test, ann);
    await answer(ben, question);
    await answer(cleo, question);
    const before = [await told(ann), await told(ben), await unread(ann)];
    test.clock.advance(5_000);
    expect(await mailed(ann)).toHaveLength(1);
    await room.replay();
    expect([await told(ann), await told(ben), await unread(ann)]).toEqual(before);
    expect(await mailed(ann)).toHaveLength(1);
  });
});

describe("the unread number", () => {
  it("goes with what is added, read and removed", async () => {
    const question = await ask(test, ann);
    await answer(ben, question);
    await answer(cleo, question);
    await answer(cleo, await ask(test, ann));
    await room.read();
    expect(await unread(ann)).toBe(3);
    expect(unwrap(await markRead(test.store, ann, { subject: "question", subjectId: question }))).toBe(2);
    expect(await unread(ann)).toBe(1);
    await test.store.database.deleteFrom("notification").where("member_id", "=", ann.memberId).execute();
    expect(await unread(ann)).toBe(0);
  });

  it("is news at the question until it is read there, and to nobody else", async () => {
    const question = await ask(test, ann);
    await answer(ben, question);
    await room.read();
    const hasNews = async (reader: Actor | null) => {
      const wanted = { communityId: ann.communityId, id: question, readerId: reader?.memberId ?? null };
      const read = await readQuestion(test.store.database, wanted);
      return read !== null && read !== "removed" && read.readerHasNews;
    };
    expect(await Promise.all([ann, ben, null].map(hasNews))).toEqual([true, false, false]);
    unwrap(await markRead(test.store, ann, { subject: "question", subjectId: question }));
    expect(await hasNews(ann)).toBe(false);
  });

  it("is one's own to clear", async () => {
    await answer(ben, await ask(test, ann));
    await room.read();
    const { sources } = room.notifications;
    const list = await listNotifications(test.store.database, sources, ann, { limit: 9, language: "de" });
    expect(list.notifications[0]?.line).toBe("Ben hat „The lamp flickers“ beantwortet");
    const ids = list.notifications.map(({ id }) => id);
    expect(unwrap(await markRead(test.store, cleo, { ids }))).toBe(0);
    expect(unwrap(await markRead(test.store, ann, { ids }))).toBe(1);
  });
});

describe("mails", () => {
  it("come at once, with a permit, a reason, the words and a way out", async () => {
    const question = await ask(test, ann);
    await answer(ben, question, "Tighten the <bulb> & smile.");
    await room.read();
    test.clock.advance(5_000);
    const [mail, ...rest] = await mailed(ann);
    expect(rest).toEqual([]);
    expect(mail).toMatchObject({
      subject: "Ben answered “The lamp flickers”",
      permit: { basis: "asked", reason: "You get this mail because you asked this question." },
    });
    expect(mail?.body).toContain("> Tighten the <bulb> & smile.");
    expect(mail?.body).toMatch(/question\/\d+#answer-\d+\n/);
    const row = await test.store.database.selectFrom("outbox").selectAll().orderBy("id", "desc").executeTakeFirst();
    expect(row?.html).toContain("Tighten the &lt;bulb&gt; &amp; smile.");
    expect(mail?.body).toContain(row?.way_out ?? "nothing");
    const token = row?.way_out?.split("/").at(-1) ?? "";
    expect(room.notifications.readWayOut(token)).toEqual({
      ...{ communityId: ann.communityId, memberId: ann.memberId, kinds: ["answer-to-your-question"] },
    });
    expect(room.notifications.readWayOut(`${token.slice(0, -2)}AA`)).toBeNull();
    expect(room.notifications.readWayOut(token.replace(/^\d+\.\d+/, "1.1"))).toBeNull();
  });

  it("do not come before a moment in which it may be seen, nor once it was", async () => {
    const question = await ask(test, ann);
    await answer(ben, question);
    expect(await mailed(ann)).toEqual([]);
    unwrap(await markRead(test.store, ann, "all"));
    test.clock.advance(hourMs);
    expect(await mailed(ann)).toEqual([]);
  });

  it("are one a question and hour, however many answers come", async () => {
    const question = await ask(test, ann);
    await answer(ben, question);
    await answer(cleo, question);
    await room.read();
    test.clock.advance(5_000);
    expect((await mailed(ann)).map(({ subject }) => subject)).toEqual(["2 times news on “The lamp flickers”"]);
    test.clock.advance(20 * 60_000);
    await answer(ben, question);
    await answer(cleo, question);
    await room.read();
    test.clock.advance(10 * 60_000);
    expect(await mailed(ann)).toHaveLength(1);
    test.clock.advance(30 * 60_000);
    expect(await mailed(ann)).toHaveLength(2);
    test.clock.advance(2 * hourMs);
    expect(await mailed(ann)).toHaveLength(2);
  });

  it("do not come about what is over by then, but for the ending itself", async () => {
    const question = await ask(test, ann);
    const given = await answer(ben, question);
    await choose(ben, { ways: { "your-answer-was-confirmed": "mail" } });
    await room.read();
    await confirm(ann, given);
    await room.read();
    test.clock.advance(5_000);
    expect(await mailed(ann)).toEqual([]);
    expect((await mailed(ben)).map(({ subject }) => subject)).toEqual(["Your answer solved “The lamp flickers”"]);
    await answer(cleo, question);
    expect(await told(ann)).toHaveLength(2);
    test.clock.advance(hourMs);
    expect(await mailed(ann)).toEqual([]);
  });

  it("stop by the link of a mail, without a sign-in, also those that wait; the page goes on", async () => {
    const question = await ask(test, ann);
    await answer(ben, question);
    await room.read();
    const { sources } = room.notifications;
    const stop = () =>
      test.store.transact(async (tx) => ok(await stopMails(tx, sources, ann, ["answer-to-your-question"])));
    unwrap(await stop());
    unwrap(await stop());
    test.clock.advance(hourMs);
    expect(await mailed(ann)).toEqual([]);
    await answer(cleo, question);
    test.clock.advance(hourMs);
    expect(await mailed(ann)).toEqual([]);
    expect(await told(ann)).toHaveLength(2);
    const chosen = await readChoices(test.store.database, sources, ann, "en", test.clock.now());
    expect(chosen.kinds.find(({ kind }) => kind === "answer-to-your-question")?.way).toBe("page");
    expect(chosen.kinds.find(({ kind }) => kind === "comment-on-your-post")?.way).toBe("mail");
  });

  it("are sent once by two couriers at the same time", async () => {
    await answer(ben, await ask(test, ann));
    await room.read();
    test.clock.advance(5_000);
    const { courier } = room.notifications;
    await Promise.all([courier.run({}), courier.run({}), courier.run({})]);
    expect(await mailed(ann)).toHaveLength(1);
  });

  it("are sent once by a courier that comes after one that was killed before it was done", async () => {
    await answer(ben, await ask(test, ann));
    await room.read();
    test.clock.advance(5_000);
    // Its connection is cut at the last moment, as it is when the process is killed.
    const killed = await test.store.transact(async (tx) => {
      await sendDue(tx, mailing(), ann);
      await sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx.db);
      return ok(undefined);
    });
    expect(killed.ok).toBe(false);
    expect((await listOutbox(test.store.database, ann.communityId)).length).toBe(0);
    expect(await mailed(ann)).toHaveLength(1);
    expect(await mailed(ann)).toHaveLength(1);
  });

  it("wait for nobody else's trouble", async () => {
    await answer(ben, await ask(test, ann));
    await answer(ann, await ask(test, ben));
    await room.read();
    await test.store.database
      .updateTable("notification")
      .set({ reason: "no such reason" })
      .where("member_id", "=", ann.memberId)
      .execute();
    test.clock.advance(5_000);
    expect(await mailed(ben)).toHaveLength(1);
    expect(await mailed(ann)).toHaveLength(1);
  });
});

describe("the digest", () => {
  const at = (iso: string) => test.clock.set(new Date(iso));

  it("is one mail a day at the member's own hour, over a change of clocks, a stop and a second courier", async () => {
    at("2027-03-26T12:00:00Z");
    await choose(ann, { timeZone: "Europe/Berlin", hour: 8, ways: { "answer-to-your-question": "digest" } });
    const first = await ask(test, ann, { title: "First" });
    const second = await ask(test, ann, { title: "Second" });
    await answer(ben, first);
    await answer(ben, second);
    const count = async (iso: string) => {
      at(iso);
      return (await mailed(ann)).length;
    };
    expect(await count("2027-03-26T23:00:00Z")).toBe(0);
    expect(await count("2027-03-27T06:59:59Z")).toBe(0);
    expect(await count("2027-03-27T07:00:00Z")).toBe(1);
    const [digest] = await mailed(ann);
    expect(digest?.subject).toBe(`Your day in Village ${room.village.slug}: 2 things`);
    expect(digest?.permit.basis).toBe("digest");
    await answer(cleo, first);
    expect(await count("2027-03-27T20:00:00Z")).toBe(1);
    // The clocks go forward on the 28th: eight o'clock is an hour earlier.
    expect(await count("2027-03-28T05:59:59Z")).toBe(1);
    expect(await count("2027-03-28T06:00:00Z")).toBe(2);
    await answer(cleo, second);
    await room.read();
    // Nobody serves for three days: one digest, late on the day, then the next at its hour.
    expect(await count("2027-03-31T13:00:00Z")).toBe(3);
    await answer(ben, second);
    await room.read();
    const { courier } = room.notifications;
    at("2027-04-01T06:00:00Z");
    await Promise.all([courier.run({}), courier.run({})]);
    expect(await count("2027-04-01T06:00:01Z")).toBe(4);
  });

  it("is not sent where all was read, and moves when another hour is chosen", async () => {
    at("2027-05-03T12:00:00Z");
    await choose(ann, { timeZone: "UTC", hour: 8, ways: { "answer-to-your-question": "digest" } });
    const question = await ask(test, ann);
    await answer(ben, question);
    await room.read();
    unwrap(await markRead(test.store, ann, "all"));
    at("2027-05-04T08:00:00Z");
    expect(await mailed(ann)).toEqual([]);
    await answer(cleo, question);
    await room.read();
    await choose(ann, { hour: 17 });
    const chosen = await readChoices(test.store.database, room.notifications.sources, ann, "en", test.clock.now());
    expect(chosen).toMatchObject({ hour: 17, waiting: 1, nextDigestAt: new Date("2027-05-04T17:00:00Z") });
    at("2027-05-04T17:00:00Z");
    expect(await mailed(ann)).toHaveLength(1);
  });
});

describe("choices", () => {
  it("that are none are refused", async () => {
    const { sources } = room.notifications;
    const wish = (change: Parameters<typeof chooseNotifications>[3]) =>
      test.store.transact((tx) => chooseNotifications(tx, sources, ann, change));
    expect(await wish({ ways: { "no-such-kind": "page" } })).toMatchObject({ error: { code: "way-invalid" } });
    expect(await wish({ ways: { thanks: "pigeon" } })).toMatchObject({ error: { code: "way-invalid" } });
    expect(await wish({ timeZone: "Mars/Olympus" })).toMatchObject({ error: { code: "time-zone-invalid" } });
    expect(await wish({ hour: 24 })).toMatchObject({ error: { code: "hour-invalid" } });
  });

  it("say what is followed, and nothing is followed that is not there", async () => {
    const question = await ask(test, ann, { tags: ["led"] });
    await room.read();
    await setFollow(ann, "tag", "led");
    await setFollow(ann, "group", "help");
    const { follows } = await listFollows(test.store.database, ann);
    expect(follows.map(({ subject, name, because }) => [subject, name, because])).toEqual(
      expect.arrayContaining([
        ["question", "The lamp flickers", "asked"],
        ["tag", "led", "chosen"],
        ["group", "Help", "chosen"],
      ]),
    );
    expect(follows.find(({ subject }) => subject === "question")?.key).toBe(String(question));
    for (const [subject, name] of [
      ["question", "999999"],
      ["question", "x"],
      ["tag", "nothing"],
      ["group", "nothing"],
    ] as const) {
      const refused = await test.store.transact((tx) => follow(tx, ann, { subject, name }));
      expect(refused).toMatchObject({ error: { code: "nothing-to-follow" } });
    }
  });
});
