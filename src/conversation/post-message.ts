import { ok, type Result } from "../kernel/index.ts";
import type { Transaction } from "../store/index.ts";
import { prepareWords } from "./body.ts";
import { insertConversation, insertMessage, moveMessages } from "./queries.ts";

/** Opens a conversation that everybody, or only those who take part, may read; returns its id. */
export async function openConversation(
  tx: Transaction,
  communityId: number,
  visibility: "public" | "private" = "public",
): Promise<number> {
  return insertConversation(tx, communityId, visibility);
}

export interface NewMessage {
  readonly communityId: number;
  readonly conversationId: number;
  readonly authorId: number;
  /** The message that this one comments on, if it does. */
  readonly replyToId?: number;
  /** Markdown as typed. */
  readonly body: string;
  /** How long it may be, where it was not typed here. */
  readonly mostCharacters?: number | undefined;
}

/** Says something in a conversation; returns the message's id and its HTML. Who may is for the caller to decide. */
export async function postMessage(
  tx: Transaction,
  message: NewMessage,
): Promise<Result<{ readonly id: number; readonly html: string }>> {
  const words = await prepareWords(message.body, message.mostCharacters);
  if (!words.ok) return words;
  const id = await insertMessage(tx, {
    communityId: message.communityId,
    conversationId: message.conversationId,
    authorId: message.authorId,
    replyToId: message.replyToId ?? null,
    ...words.value,
  });
  return ok({ id, html: words.value.html });
}

/** Two conversations turn out to be one: what was said in the later one belongs to the earlier. */
export async function joinConversations(
  tx: Transaction,
  communityId: number,
  into: number,
  later: number,
): Promise<void> {
  await moveMessages(tx, communityId, later, into);
}
