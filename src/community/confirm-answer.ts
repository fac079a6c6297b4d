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
export async function confirmAnswer(
  tx: Transaction,
  actor: Actor,
  answerId: number,
): Promise<Result<{ questionId: number }>> {
  const found = await answerToOwnQuestion(tx, actor, answerId);
  if (!found.ok) return found;
  const { answer, question } = found.value;
  if (!answer.confirmedAt || question.reopenedAt) {
    await setConfirmed(tx, answer, tx.now);
    await setReopened(tx, question, null);
    await recountQuestion(tx, question.communityId, question.id);
    tell(tx, actor, "answer.confirmed", answer);
  }
  return ok({ questionId: question.id });
}

/** The asker takes a confirmation back. */
export async function withdrawConfirmation(
  tx: Transaction,
  actor: Actor,
  answerId: number,
): Promise<Result<{ questionId: number }>> {
  const found = await answerToOwnQuestion(tx, actor, answerId);
  if (!found.ok) return found;
  const { answer, question } = found.value;
  if (answer.confirmedAt) {
    await setConfirmed(tx, answer, null);
    await recountQuestion(tx, question.communityId, question.id);
    tell(tx, actor, "answer.confirmation-withdrawn", answer);
  }
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

function tell(tx: Transaction, actor: Actor, kind: string, answer: AnswerRow): void {
  tx.append({
    communityId: answer.communityId,
    kind,
    actorId: actor.memberId,
    subject: "answer",
    subjectId: answer.id,
    data: { questionId: answer.questionId },
  });
}
