import { checkBody, renderMarkdown } from "../conversation/index.ts";
import { ok, type Result } from "../kernel/index.ts";
import type { Transaction } from "../store/index.ts";
import { findQuestionMessages, listUnedited, setBodies } from "./portable/queries/restore.ts";

/** A question or an answer, with its words as Markdown: as they may stand there, and as they are to stand. */
export interface PostWords {
  readonly kind: "question" | "answer";
  readonly id: number;
  readonly before: readonly string[];
  readonly body: string;
}

/**
 * Puts the words of imported posts in place of those that stand there, without a revision: they say the same, and link what has come since.
 * A post that says anything else by now, or that somebody has edited, stays as it is.
 */
export async function relinkPosts(
  tx: Transaction,
  communityId: number,
  posts: readonly PostWords[],
): Promise<Result<void>> {
  const questions = posts.filter(({ kind }) => kind === "question").map(({ id }) => id);
  const messages = await findQuestionMessages(tx, communityId, questions);
  const words = posts.flatMap(({ kind, id, ...said }) => {
    const messageId = kind === "question" ? messages.get(id) : id;
    return messageId === undefined ? [] : [{ id: messageId, ...said }];
  });
  const there = await listUnedited(
    tx,
    communityId,
    words.map(({ id }) => id),
  );
  const rows = [];
  for (const { id, before, body } of words) {
    const checked = checkBody(body);
    if (!checked.ok) return checked;
    const stands = there.get(id);
    const saysTheSame = before.map((one) => checkBody(one)).some((one) => one.ok && one.value === stands);
    if (saysTheSame) rows.push({ id, body: checked.value, html: renderMarkdown(checked.value) });
  }
  if (rows.length > 0) await setBodies(tx, communityId, rows);
  return ok(undefined);
}
