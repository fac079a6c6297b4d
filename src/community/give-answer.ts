import { type Actor, ensureMay } from "../accounts/index.ts";
import { postMessage } from "../conversation/index.ts";
import { err, ok, type Result } from "../kernel/index.ts";
import type { Transaction } from "../store/index.ts";
import { countAnswer, insertAnswer } from "./queries/index.ts";
import { questionMissing, questionRemoved } from "./refusals.ts";

/** Answers a question; returns the answer's id. */
export async function giveAnswer(
  tx: Transaction,
  actor: Actor,
  given: { readonly questionId: number; readonly body: string },
): Promise<Result<{ id: number; questionId: number }>> {
  const permitted = ensureMay(actor, "answer questions");
  if (!permitted.ok) return permitted;
  const { communityId, memberId } = actor;
  // Counting first locks the question: answers to one question come one after the other, and the count is never off.
  const question = await countAnswer(tx, communityId, given.questionId, memberId);
  if (!question) return err(questionMissing);
  if (question.removedAt) return err(questionRemoved);
  const message = await postMessage(tx, {
    communityId,
    conversationId: given.questionId,
    authorId: memberId,
    body: given.body,
  });
  if (!message.ok) return message;
  await insertAnswer(tx, { communityId, id: message.value, questionId: given.questionId, authorId: memberId });
  tx.append({
    communityId,
    kind: "answer.given",
    actorId: memberId,
    subject: "answer",
    subjectId: message.value,
    data: { questionId: given.questionId },
  });
  return ok({ id: message.value, questionId: given.questionId });
}
