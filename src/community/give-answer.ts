import { type Actor, ensureMay } from "../accounts/index.ts";
import { prepareWords } from "../conversation/index.ts";
import { err, ok, type Result } from "../kernel/index.ts";
import type { Transaction } from "../store/index.ts";
import { mentionsOf } from "./mentions.ts";
import { findQuestion, insertAnswer } from "./queries/index.ts";
import { questionMissing, questionRemoved } from "./refusals.ts";

/** Answers a question, by default in as many characters as may be typed; returns the answer's id. */
export async function giveAnswer(
  tx: Transaction,
  actor: Actor,
  given: { readonly questionId: number; readonly body: string; readonly mostCharacters?: number },
): Promise<Result<{ id: number; questionId: number }>> {
  const permitted = ensureMay(actor, "answer questions");
  if (!permitted.ok) return permitted;
  const words = await prepareWords(given.body, given.mostCharacters);
  if (!words.ok) return words;
  const { communityId, memberId } = actor;
  const { questionId } = given;
  const id = await insertAnswer(tx, { communityId, questionId, authorId: memberId, ...words.value });
  if (id === null) {
    const question = await findQuestion(tx.db, communityId, questionId);
    return err(question?.removedAt ? questionRemoved : questionMissing);
  }
  tx.append({
    communityId,
    kind: "answer.given",
    actorId: memberId,
    subject: "answer",
    subjectId: id,
    data: { questionId, ...(await mentionsOf(tx, actor, words.value.html)) },
  });
  return ok({ id, questionId });
}
