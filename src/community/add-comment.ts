import { type Actor, ensureMay } from "../accounts/index.ts";
import { messageToChange, postMessage } from "../conversation/index.ts";
import { err, ok, type Result } from "../kernel/index.ts";
import type { Transaction } from "../store/index.ts";
import { mentionsOf } from "./mentions.ts";
import { findAnswer, lockQuestion } from "./queries/index.ts";
import { answerMissing, questionMissing, questionRemoved } from "./refusals.ts";

/** What is commented on. */
export type CommentTarget = { readonly questionId: number } | { readonly answerId: number };

/** Comments on a question or an answer: asks back, adds a detail. Returns the comment's id and its question's. */
export async function addComment(
  tx: Transaction,
  actor: Actor,
  target: CommentTarget,
  body: string,
): Promise<Result<{ id: number; questionId: number }>> {
  const permitted = ensureMay(actor, "comment");
  if (!permitted.ok) return permitted;
  const { communityId, memberId } = actor;
  const answer = "answerId" in target ? await findAnswer(tx.db, communityId, target.answerId) : null;
  if ("answerId" in target && (!answer || answer.removedAt)) return err(answerMissing);
  const questionId = answer ? answer.questionId : (target as { questionId: number }).questionId;
  const question = await lockQuestion(tx, communityId, questionId);
  if (!question) return err(questionMissing);
  if (question.removedAt) return err(questionRemoved);

  const replyToId = answer ? answer.id : question.messageId;
  const commented = await messageToChange(tx, communityId, replyToId);
  if (!commented.ok) return commented;
  const message = await postMessage(tx, {
    communityId,
    conversationId: questionId,
    authorId: memberId,
    replyToId,
    body,
  });
  if (!message.ok) return message;
  tx.append({
    communityId,
    kind: "comment.made",
    actorId: memberId,
    subject: "comment",
    subjectId: message.value.id,
    data: { questionId, messageId: replyToId, ...(await mentionsOf(tx, actor, message.value.html)) },
  });
  return ok({ id: message.value.id, questionId });
}
