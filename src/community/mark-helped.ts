import { type Actor, ensureMay } from "../accounts/index.ts";
import { err, ok, type Result, refusal } from "../kernel/index.ts";
import type { Transaction } from "../store/index.ts";
import { lockAnswer, recountQuestion, setHelped } from "./queries/index.ts";
import { answerMissing } from "./refusals.ts";

const own = refusal(
  "forbidden",
  "own-answer",
  "You cannot say this of your own answer.",
  "Others whom it helps will say so.",
);
const asker = refusal(
  "forbidden",
  "asker-confirms",
  "You asked this, so you can confirm the answer instead.",
  "Choose \u201cthis solved it\u201d beside the answer.",
);

/** "It solved mine too": counts once a person and answer. `helped: false` takes it back. */
export async function markHelped(
  tx: Transaction,
  actor: Actor,
  answerId: number,
  helped = true,
): Promise<Result<{ questionId: number }>> {
  const permitted = ensureMay(actor, "say an answer helped");
  if (!permitted.ok) return permitted;
  const { communityId, memberId } = actor;
  const found = await lockAnswer(tx, communityId, answerId);
  if (!found) return err(answerMissing);
  const { answer, question } = found;
  if (answer.authorId === memberId) return err(own);
  if (question.askerId === memberId) return err(asker);
  if (await setHelped(tx, answer, memberId, helped)) {
    await recountQuestion(tx, communityId, question.id);
    tx.append({
      communityId,
      kind: helped ? "answer.helped" : "answer.helped-withdrawn",
      actorId: memberId,
      subject: "answer",
      subjectId: answerId,
      data: { questionId: question.id },
    });
  }
  return ok({ questionId: question.id });
}
