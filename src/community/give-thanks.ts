import { type Actor, ensureMay } from "../accounts/index.ts";
import { cleanText, err, lengthOf, ok, type Result, refusal } from "../kernel/index.ts";
import type { Transaction } from "../store/index.ts";
import { findAnswer, insertThanks } from "./queries/index.ts";
import { answerMissing } from "./refusals.ts";

const longestNote = 500;

/** Thanks the author of an answer, with a few words if one likes: only the two of them ever see it. Once an answer. */
export async function giveThanks(
  tx: Transaction,
  actor: Actor,
  given: { readonly answerId: number; readonly note: string },
): Promise<Result<{ questionId: number }>> {
  const permitted = ensureMay(actor, "thank people");
  if (!permitted.ok) return permitted;
  const answer = await findAnswer(tx.db, actor.communityId, given.answerId);
  if (!answer || answer.removedAt) return err(answerMissing);
  if (answer.authorId === actor.memberId) {
    return err(refusal("forbidden", "own-answer", "This answer is yours.", "Thank the people who answered you."));
  }
  const note = cleanText(given.note).trim();
  if (lengthOf(note) > longestNote) {
    const said = `The note has ${lengthOf(note)} characters; ${longestNote} are the most.`;
    return err(refusal("invalid", "note-too-long", said, "Shorten it a little.", { note: said }));
  }
  const id = await insertThanks(tx, answer, actor.memberId, note);
  if (id === null) {
    const said = "You have thanked for this answer already.";
    return err(refusal("conflict", "thanked-already", said, "Nothing more needs to be done."));
  }
  tx.append({
    communityId: actor.communityId,
    kind: "thanks.given",
    actorId: actor.memberId,
    subject: "thanks",
    subjectId: id,
    data: { messageId: answer.id, toId: answer.authorId },
  });
  return ok({ questionId: answer.questionId });
}
