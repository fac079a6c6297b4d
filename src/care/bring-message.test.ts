import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CareHouse, codeOf, day, openCareHouse } from "../../tests/factories/care.ts";
import { withoutSharedData } from "../../tests/factories/shared-data.ts";
import { readTweets, tweetsFile } from "../../tests/factories/tweets.ts";
import { ok, unwrap } from "../kernel/index.ts";
import { bringMessage, type ChannelMessage } from "./bring-message.ts";
import { triageByRules } from "./triage-rules.ts";

let house: CareHouse;
beforeAll(async () => {
  house = await openCareHouse();
});
afterAll(() => house?.close());

let sent = 0;
type Typed = Partial<ChannelMessage> & { readonly text: string };

function messageOf({ text, ...more }: Typed): ChannelMessage {
  sent += 1;
  return { channel: "chat", id: `m${sent}`, from: "carla", staff: false, inReplyTo: null, ...more, text };
}

function send(typed: Typed, own = house) {
  return own.run((tx) => bringMessage(tx, triageByRules, own.communityId, messageOf(typed)));
}

const broken = "My lamp doesn't work since today.";

describe("a message of a channel", () => {
  it("makes its author a member once, and is not doubled when it comes again", async () => {
    const first = unwrap(await send({ id: "twice", from: "@dora", name: "Dora", text: broken }));
    const again = unwrap(await send({ id: "twice", from: "@dora", text: broken }));
    expect(again).toMatchObject({ messageId: first.messageId, problemId: first.problemId, again: true });
    const next = unwrap(await send({ from: "@dora", text: "My order is missing. Please help." }));
    expect(next.messageId).not.toBe(first.messageId);
    const dora = await house.store.database.selectFrom("member").select("id").where("name", "=", "Dora").execute();
    expect(dora).toHaveLength(1);
    expect(await house.problem(first.problemId ?? 0)).toMatchObject({ askerId: dora[0]?.id, origin: "message" });
  });

  it("that was written days ago waits since then, and what is promised begins now", async () => {
    const now = house.clock.now();
    const at = new Date(now.getTime() - 3 * day);
    const { problemId } = unwrap(await send({ from: "late", text: broken, at }));
    const problem = await house.problem(problemId ?? 0);
    expect(problem.askerSpokeAt).toEqual(at);
    expect(problem.openedAt.getTime()).toBeGreaterThan(now.getTime());
  });

  it("that two bring at the same moment becomes one", async () => {
    const one = messageOf({ id: "raced", from: "racer", text: broken });
    const both = await Promise.all(
      [1, 2].map(() => house.store.transact((tx) => bringMessage(tx, triageByRules, house.communityId, one))),
    );
    const came = both.map(unwrap);
    expect(new Set(came.map(({ messageId }) => messageId)).size).toBe(1);
    expect(came.map(({ again }) => again).sort()).toEqual([false, true]);
  });

  it("joins the thread that it replies to, whichever comes first", async () => {
    const ids = { inReplyTo: "root" };
    const early = unwrap(await send({ ...ids, id: "early", text: "Still broken, error 6" }));
    const late = unwrap(await send({ ...ids, id: "late", staff: true, from: "brand", text: "Which lamp is it?" }));
    expect(late.conversationId).not.toBe(early.conversationId);
    const root = unwrap(await send({ id: "root", text: broken }));
    expect(root.conversationId).toBe(early.conversationId);
    const conversations = await house.store.database
      .selectFrom("message")
      .select("conversation_id as id")
      .where("id", "in", [early.messageId, late.messageId, root.messageId])
      .execute();
    expect(new Set(conversations.map(({ id }) => id))).toEqual(new Set([early.conversationId]));
    expect((await house.problem(early.problemId ?? 0)).conversationId).toBe(early.conversationId);
    expect(root.problemId).toBe(early.problemId);
  });

  it("without text, without an id, from the future or of nobody gets a clear answer, and nothing is kept of it", async () => {
    const count = () => house.store.database.selectFrom("channel_message").select("key").execute();
    const before = (await count()).length;
    const later = new Date(house.clock.now().getTime() + day);
    expect(codeOf(await send({ text: " \n" }))).toBe("body-empty");
    expect(codeOf(await send({ text: broken, id: "" }))).toBe("channel-id-invalid");
    expect(codeOf(await send({ text: broken, from: " x" }))).toBe("channel-id-invalid");
    expect(codeOf(await send({ text: broken, channel: "No such" }))).toBe("channel-invalid");
    expect(codeOf(await send({ text: broken, at: later }))).toBe("written-in-the-future");
    expect((await count()).length).toBe(before);
  });

  it("of the past keeps its date and hurries nobody until somebody speaks", async () => {
    const at = new Date(house.clock.now().getTime() - 400 * day);
    const old = unwrap(await send({ id: "old", from: "olaf", at, text: broken }));
    unwrap(await send({ from: "brand", staff: true, at, inReplyTo: "old", text: "Turn it off and on." }));
    const problem = await house.problem(old.problemId ?? 0);
    expect(problem).toMatchObject({ openedAt: at, gentle: true, nextStep: "rest", ownerKind: "team", dueAt: null });
    expect(problem.nextActionAt?.getTime()).toBeGreaterThan(house.clock.now().getTime() + 6 * day);
    unwrap(await send({ from: "olaf", inReplyTo: "old", text: "It still does not work" }));
    expect(await house.problem(old.problemId ?? 0)).toMatchObject({ gentle: false, state: "open" });
  });
});

it("a flood of one person within a minute is kept whole, and opens a few problems", async () => {
  const own = await openCareHouse();
  const texts = Array.from({ length: 1_500 }, (_, n) => `My lamp is broken, error ${n}`);
  let floods = 0;
  // Some hundred in a transaction, within one standing minute of the clock.
  for (let at = 0; at < texts.length; at += 500) {
    unwrap(
      await own.store.transact(async (tx) => {
        for (const text of texts.slice(at, at + 500)) {
          const brought = unwrap(
            await bringMessage(tx, triageByRules, own.communityId, messageOf({ from: "flooder", text })),
          );
          if (brought.flood) floods += 1;
        }
        return ok(undefined);
      }),
    );
  }
  const { rows } = await sql<{ kept: number; judged: number; opened: number; orphans: number }>`
    select (select count(*)::int from channel_message where message_id is not null) as kept,
      (select count(*)::int from triage where problem_id is not null) as judged,
      (select count(*)::int from problem) as opened,
      (select count(*)::int from problem where owner_id is null or next_action_at is null) as orphans`.execute(
    own.store.database,
  );
  expect(rows[0]).toEqual({ kept: 1_500, judged: 1_500, opened: 10, orphans: 0 });
  expect(floods).toBe(1_490);
  await own.close();
});

(tweetsFile ? it : it.skip)(
  `real threads, in the order of the file: all judged, joined as they reply, none orphaned${tweetsFile ? "" : ` (${withoutSharedData})`}`,
  async () => {
    const own = await openCareHouse();
    const all = readTweets().slice(0, 600);
    const came = new Map<string, number>();
    for (const { id, author: from, fromCustomer, at, text, inReplyTo } of all) {
      const typed = { id, from, staff: !fromCustomer, inReplyTo, at: new Date(at), text: text ?? "" };
      const outcome = await send(typed, own);
      if (text === null) expect(codeOf(outcome)).toBe("body-empty");
      else came.set(id, unwrap(outcome).messageId);
    }
    const { rows } = await sql<{ id: number; conversation: number; key: string }>`
      select m.id, m.conversation_id as conversation, c.key from channel_message c
      join message m on m.community_id = c.community_id and m.id = c.message_id`.execute(own.store.database);
    expect(rows).toHaveLength(came.size);
    const conversationOf = new Map(rows.map(({ key, conversation }) => [key, conversation]));
    const replies = all.filter(({ id, inReplyTo }) => came.has(id) && inReplyTo !== null && came.has(inReplyTo));
    expect(replies.length).toBeGreaterThan(300);
    for (const { id, inReplyTo } of replies) {
      expect(conversationOf.get(id), id).toBe(conversationOf.get(inReplyTo ?? ""));
    }
    const orphans = await sql<{ judged: number; orphans: number; lost: number }>`
      select (select count(*)::int from triage) as judged,
        (select count(*)::int from problem where over_at is null and (owner_id is null or next_action_at is null)) as orphans,
        (select count(*)::int from triage where kind in ('problem', 'question', 'complaint') and problem_id is null) as lost`.execute(
      own.store.database,
    );
    const customers = all.filter(({ id, fromCustomer }) => fromCustomer && came.has(id)).length;
    expect(orphans.rows[0]).toEqual({ judged: customers, orphans: 0, lost: 0 });
    await own.close();
  },
);
