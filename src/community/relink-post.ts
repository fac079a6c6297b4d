import { checkBody, mostImported, renderMarkdown } from "../conversation/index.ts";
import { ok, type Result } from "../kernel/index.ts";
import type { Transaction } from "../store/index.ts";
import { findQuestionMessages, findUnedited, setBodies } from "./portable/queries/restore.ts";

/** A question or an answer, with its words as Markdown: as they may stand there, and as they are to stand. */
export interface PostWords {
  readonly kind: "question" | "answer";
  readonly id: number;
  readonly before: readonly string[];
  readonly body: string;
}

/**
 * Puts the words of an imported post in place of those that stand there, without a revision: they say the same, and link what has come
 * since.
 * A post that says anything else by now, or that somebody has edited, stays as it is.
 */
export async function relinkPost(
  tx: Transaction,
  communityId: number,
  { kind, id, before, body }: PostWords,
): Promise<Result<void>> {
  const check = (words: string) => checkBody(words, { mostCharacters: mostImported });
  const checked = check(body);
  if (!checked.ok) return checked;
  const messageId = kind === "question" ? (await findQuestionMessages(tx, communityId, [id])).get(id) : id;
  const stands = messageId === undefined ? undefined : await findUnedited(tx, communityId, messageId);
  const saysTheSame = before.map(check).some((one) => one.ok && one.value === stands);
  if (messageId === undefined || !saysTheSame) return ok(undefined);
  await setBodies(tx, communityId, [{ id: messageId, body: checked.value, html: renderMarkdown(checked.value) }]);
  return ok(undefined);
}
