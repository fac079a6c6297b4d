import { type Actor, ensureMay } from "../accounts/index.ts";
import { err, ok, type Result } from "../kernel/index.ts";
import type { Transaction } from "../store/index.ts";
import {
  type AnswerRow,
  lockAnswer,
  type QuestionRow,
  recountQuestion,
  setConfirmed,
  setReopened,
} from "./queries/index.ts";
import { answerMissing } from "./refusals.ts";

/** The asker says that this answer solved it. Several answers of a question may be confirmed; saying it twice changes nothing. */
export function confirmAnswer(
  tx: Transaction,
  actor: Actor,
  answerId: number,
): Promise<Result<{ questionId: number }>> {
  return decide(tx, actor, answerId, true);
}

/** The asker takes a confirmation back. */
export function withdrawConfirmation(
  tx: Transaction,
  actor: Actor,
  answerId: number,
): Promise<Result<{ questionId: number }>> {
  return decide(tx, actor, answerId, false);
}

async function decide(
  tx: Transaction,
  actor: Actor,
  answerId: number,
  confirmed: boolean,
): Promise<Result<{ questionId: number }>> {
  const found = await answerToOwnQuestion(tx, actor, answerId);
  if (!found.ok) return found;
  const { answer, question } = found.value;
  const stands = answer.confirmedAt !== null;
  if (stands === confirmed && !(confirmed && question.reopenedAt)) return ok({ questionId: question.id });
  await setConfirmed(tx, answer, confirmed ? tx.now : null);
  // A new confirmation ends a reopening.
  if (confirmed) await setReopened(tx, question, null);
  await recountQuestion(tx, question.communityId, question.id);
  tx.append({
    communityId: answer.communityId,
    kind: confirmed ? "answer.confirmed" : "answer.confirmation-withdrawn",
    actorId: actor.memberId,
    subject: "answer",
    subjectId: answer.id,
    data: { questionId: answer.questionId },
  });
  return ok({ questionId: question.id });
}

async function answerToOwnQuestion(
  tx: Transaction,
  actor: Actor,
  answerId: number,
): Promise<Result<{ answer: AnswerRow; question: QuestionRow }>> {
  const found = await lockAnswer(tx, actor.communityId, answerId);
  if (!found) return err(answerMissing);
  const permitted = ensureMay(actor, "confirm answers to own questions", { ownerId: found.question.askerId });
  return permitted.ok ? ok(found) : permitted;
}
