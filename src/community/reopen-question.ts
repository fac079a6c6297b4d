import { type Actor, ensureMay } from "../accounts/index.ts";
import { err, ok, type Result, refusal } from "../kernel/index.ts";
import type { Transaction } from "../store/index.ts";
import { lockQuestion, setReopened } from "./queries/index.ts";
import { questionMissing } from "./refusals.ts";

/**
 * The asker says that it is not solved after all: the question waits again. What was confirmed stays readable as confirmed earlier;
 * the next confirmation ends the reopening. `reopened: false` takes the reopening back.
 */
export async function reopenQuestion(
  tx: Transaction,
  actor: Actor,
  questionId: number,
  reopened = true,
): Promise<Result<{ questionId: number }>> {
  const question = await lockQuestion(tx, actor.communityId, questionId);
  if (!question || question.removedAt) return err(questionMissing);
  const permitted = ensureMay(actor, "reopen own questions", { ownerId: question.askerId });
  if (!permitted.ok) return permitted;
  if (reopened && question.confirmedCount === 0) {
    const said = "This question is still waiting, so it does not need to be reopened.";
    return err(refusal("conflict", "question-not-solved", said, "Add what is new as a comment."));
  }
  if ((question.reopenedAt !== null) === reopened) return ok({ questionId });
  await setReopened(tx, question, reopened ? tx.now : null);
  tx.append({
    communityId: actor.communityId,
    kind: reopened ? "question.reopened" : "question.reopening-withdrawn",
    actorId: actor.memberId,
    subject: "question",
    subjectId: questionId,
  });
  return ok({ questionId });
}
