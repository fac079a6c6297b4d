import { type Actor, ensureMay } from "../accounts/index.ts";
import { err, ok, type Result } from "../kernel/index.ts";
import { rememberAlias } from "../search/index.ts";
import type { Transaction } from "../store/index.ts";
import { markHelped } from "./mark-helped.ts";
import { findAnswer, findQuestion } from "./queries/index.ts";
import { answerMissing, questionMissing } from "./refusals.ts";

/**
 * "This answers me": somebody was asking, and a solved question that was shown ended it, so that no question is asked. With the
 * answer named, it counts as having helped this person too. With what they typed, the next who says it so finds it at once.
 */
export async function endAsking(
  tx: Transaction,
  actor: Actor,
  ended: { readonly questionId: number; readonly answerId?: number; readonly text?: string },
): Promise<Result<{ questionId: number }>> {
  const permitted = ensureMay(actor, "ask questions");
  if (!permitted.ok) return permitted;
  const question = await findQuestion(tx.db, actor.communityId, ended.questionId);
  if (!question || question.removedAt) return err(questionMissing);
  if (ended.answerId !== undefined) {
    const answer = await findAnswer(tx.db, actor.communityId, ended.answerId);
    if (!answer || answer.questionId !== question.id) return err(answerMissing);
    // One's own answer, or one's own question, may well be what was forgotten; that counts nobody as helped.
    if (answer.authorId !== actor.memberId && question.askerId !== actor.memberId) {
      const marked = await markHelped(tx, actor, answer.id);
      if (!marked.ok) return marked;
    }
  }
  if (ended.text !== undefined) {
    const { communityId, memberId } = actor;
    const alias = { communityId, memberId, questionId: question.id, answerId: ended.answerId ?? null };
    await rememberAlias(tx, { ...alias, text: ended.text });
  }
  tx.append({
    communityId: actor.communityId,
    kind: "asking.ended",
    actorId: actor.memberId,
    subject: "question",
    subjectId: question.id,
    data: ended.answerId === undefined ? {} : { answerId: ended.answerId },
  });
  return ok({ questionId: question.id });
}
