import { checkBody, renderMarkdown } from "../conversation/index.ts";
import { ok, type Result } from "../kernel/index.ts";
import type { Transaction } from "../store/index.ts";
import { findQuestionMessages, listUnedited, setBodies } from "./portable/queries/restore.ts";

/** A question or an answer, with its words as Markdown. */
export interface PostWords {
  readonly kind: "question" | "answer";
  readonly id: number;
  readonly body: string;
}

/**
 * Puts the words of imported posts in place of those that stand there, without a revision: they say the same, and link what has come since.
 * What somebody has edited here stays as it is.
 */
export async function relinkPosts(
  tx: Transaction,
  communityId: number,
  posts: readonly PostWords[],
): Promise<Result<void>> {
  const questions = posts.filter(({ kind }) => kind === "question").map(({ id }) => id);
  const messages = await findQuestionMessages(tx, communityId, questions);
  const words = posts.flatMap(({ kind, id, body }) => {
    const messageId = kind === "question" ? messages.get(id) : id;
    return messageId === undefined ? [] : [{ id: messageId, body }];
  });
  const there = await listUnedited(
    tx,
    communityId,
    words.map(({ id }) => id),
  );
  const rows = [];
  for (const { id, body } of words) {
    const checked = checkBody(body);
    if (!checked.ok) return checked;
    const stands = there.get(id);
    if (stands === undefined || stands === checked.value) continue;
    rows.push({ id, body: checked.value, html: renderMarkdown(checked.value) });
  }
  if (rows.length > 0) await setBodies(tx, communityId, rows);
  return ok(undefined);
}
