import { sql } from "kysely";
import type { Database, Transaction } from "../../store/index.ts";

/** A message by the id that its channel gave it. */
export interface ChannelKey {
  readonly communityId: number;
  readonly channel: string;
  readonly key: string;
}

export interface ChannelMessage {
  readonly messageId: number;
  readonly conversationId: number;
}

/** What a channel's message became here; undefined where it has not come, or was taken away for good. */
export async function findChannelMessage(database: Database, key: ChannelKey): Promise<ChannelMessage | undefined> {
  return database
    .selectFrom("channel_message as c")
    .innerJoin("message as m", (join) =>
      join.onRef("m.community_id", "=", "c.community_id").onRef("m.id", "=", "c.message_id"),
    )
    .select(["m.id as messageId", "m.conversation_id as conversationId"])
    .where("c.community_id", "=", key.communityId)
    .where("c.channel", "=", key.channel)
    .where("c.key", "=", key.key)
    .executeTakeFirst();
}

/** The conversations of messages that came before what they reply to, the oldest first; 20 at most. */
export async function listConversationsOfReplies(database: Database, key: ChannelKey): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select m.conversation_id as id from channel_message c
    join message m on m.community_id = c.community_id and m.id = c.message_id
    where c.community_id = ${key.communityId} and c.channel = ${key.channel} and c.in_reply_to = ${key.key}
    group by m.conversation_id order by m.conversation_id limit 20`.execute(database);
  return rows.map(({ id }) => id);
}

/**
 * Takes a channel's id for this transaction: false where the message came before. Whoever brings the same at the same moment waits until the first has ended.
 */
export async function takeChannelMessage(tx: Transaction, key: ChannelKey, inReplyTo: string | null): Promise<boolean> {
  const row = await tx.db
    .insertInto("channel_message")
    .values({ community_id: key.communityId, channel: key.channel, key: key.key, in_reply_to: inReplyTo })
    .onConflict((conflict) => conflict.doNothing())
    .returning("key")
    .executeTakeFirst();
  return row !== undefined;
}

export async function keepChannelMessage(tx: Transaction, key: ChannelKey, messageId: number): Promise<void> {
  await tx.db
    .updateTable("channel_message")
    .set({ message_id: messageId })
    .where("community_id", "=", key.communityId)
    .where("channel", "=", key.channel)
    .where("key", "=", key.key)
    .execute();
}

/**
 * Makes this transaction the only one that has to do with these things of a channel, until it ends: an author is made a member once, and
 * a message and its reply that come at the same moment find each other. In the order of the alphabet, so that nobody waits in a circle.
 */
export async function lockInChannel(
  tx: Transaction,
  communityId: number,
  channel: string,
  things: readonly string[],
): Promise<void> {
  for (const thing of [...new Set(things)].sort()) {
    const key = `${communityId} ${channel} ${thing}`;
    await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 20261122))`.execute(tx.db);
  }
}

/** Which member an author of a channel is. */
export async function findChannelAuthor(
  tx: Transaction,
  communityId: number,
  channel: string,
  author: string,
): Promise<number | undefined> {
  const row = await tx.db
    .selectFrom("channel_author")
    .select("member_id as id")
    .where("community_id", "=", communityId)
    .where("channel", "=", channel)
    .where("author", "=", author)
    .executeTakeFirst();
  return row?.id;
}

export async function keepChannelAuthor(
  tx: Transaction,
  communityId: number,
  channel: string,
  author: string,
  memberId: number,
): Promise<void> {
  await tx.db
    .insertInto("channel_author")
    .values({ community_id: communityId, channel, author, member_id: memberId })
    .execute();
}

/** What belongs to one conversation belongs to another from now on: the problems of it, and what was judged in it. */
export async function moveCareOfConversation(
  tx: Transaction,
  communityId: number,
  from: number,
  into: number,
): Promise<void> {
  for (const table of ["problem", "triage"] as const) {
    await tx.db
      .updateTable(table)
      .set({ conversation_id: into })
      .where("community_id", "=", communityId)
      .where("conversation_id", "=", from)
      .execute();
  }
}

/** What a message was taken for, and the problem it belongs to; undefined where nobody judged it. */
export async function readJudgement(database: Database, communityId: number, messageId: number) {
  return database
    .selectFrom("triage")
    .select(["problem_id as problemId", "kind", "probability", "abstained", "urgency", "language"])
    .where("community_id", "=", communityId)
    .where("message_id", "=", messageId)
    .executeTakeFirst();
}
