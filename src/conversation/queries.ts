import type { Transaction } from "../store/index.ts";

export interface NewMessageRow {
  readonly communityId: number;
  readonly conversationId: number;
  readonly authorId: number;
  readonly replyToId: number | null;
  readonly body: string;
  readonly html: string;
  readonly language: string | null;
}

export async function insertConversation(
  tx: Transaction,
  communityId: number,
  visibility: "public" | "private",
): Promise<number> {
  const row = await tx.db
    .insertInto("conversation")
    .values({ community_id: communityId, visibility, created_at: tx.now })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function insertMessage(tx: Transaction, message: NewMessageRow): Promise<number> {
  const row = await tx.db
    .insertInto("message")
    .values({
      community_id: message.communityId,
      conversation_id: message.conversationId,
      author_id: message.authorId,
      reply_to_id: message.replyToId,
      body: message.body,
      html: message.html,
      language: message.language,
      created_at: tx.now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

export interface MessageRow {
  readonly id: number;
  readonly conversationId: number;
  readonly authorId: number;
  readonly replyToId: number | null;
  readonly body: string;
  readonly removedAt: Date | null;
}

/** The message, locked until the transaction ends, so that two changes of it come one after the other. */
export async function lockMessage(tx: Transaction, communityId: number, id: number): Promise<MessageRow | undefined> {
  return tx.db
    .selectFrom("message")
    .select(["id", "conversation_id as conversationId", "author_id as authorId", "reply_to_id as replyToId"])
    .select(["body", "removed_at as removedAt"])
    .where("community_id", "=", communityId)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
}

/** What a message said before it was changed. Title and tags where it opens a question. */
export interface Revision {
  readonly title: string | null;
  readonly body: string;
  readonly tags: readonly string[] | null;
}

export async function replaceBody(
  tx: Transaction,
  message: Rewritten & { readonly by: number; readonly before: Revision },
): Promise<void> {
  await tx.db
    .insertInto("message_revision")
    .values({
      community_id: message.communityId,
      message_id: message.id,
      title: message.before.title,
      body: message.before.body,
      tags: message.before.tags ? [...message.before.tags] : null,
      replaced_at: tx.now,
      replaced_by: message.by,
    })
    .execute();
  await rewriteBody(tx, message);
}

/** Other words of a message; a language that is left out stays. */
interface Rewritten {
  readonly communityId: number;
  readonly id: number;
  readonly body: string;
  readonly html: string;
  readonly language?: string | null;
}

/** Replaces a message's words and keeps nothing of what they were. */
export async function rewriteBody(tx: Transaction, message: Rewritten): Promise<void> {
  const { body, html, language } = message;
  await tx.db
    .updateTable("message")
    .set({ body, html, edited_at: tx.now, ...(language === undefined ? {} : { language }) })
    .where("community_id", "=", message.communityId)
    .where("id", "=", message.id)
    .execute();
}

/** What a message said before each of its changes. */
export async function readRevisions(
  tx: Transaction,
  communityId: number,
  messageId: number,
): Promise<{ id: number; title: string | null; body: string }[]> {
  return tx.db
    .selectFrom("message_revision")
    .select(["id", "title", "body"])
    .where("community_id", "=", communityId)
    .where("message_id", "=", messageId)
    .orderBy("id")
    .execute();
}

export async function rewriteRevision(
  tx: Transaction,
  revision: { communityId: number; messageId: number; id: number; title: string | null; body: string },
): Promise<void> {
  await tx.db
    .updateTable("message_revision")
    .set({ title: revision.title, body: revision.body })
    .where("community_id", "=", revision.communityId)
    .where("message_id", "=", revision.messageId)
    .where("id", "=", revision.id)
    .execute();
}

export async function setRemoved(
  tx: Transaction,
  communityId: number,
  id: number,
  because: string | null,
): Promise<void> {
  await tx.db
    .updateTable("message")
    .set({ removed_at: because === null ? null : tx.now, removed_because: because })
    .where("community_id", "=", communityId)
    .where("id", "=", id)
    .execute();
}

/** Moves all messages of a conversation into another one. */
export async function moveMessages(tx: Transaction, communityId: number, from: number, into: number): Promise<void> {
  await tx.db
    .updateTable("message")
    .set({ conversation_id: into })
    .where("community_id", "=", communityId)
    .where("conversation_id", "=", from)
    .execute();
}
