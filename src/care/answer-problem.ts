import { type Actor, ensureMay } from "../accounts/index.ts";
import { giveAnswer } from "../community/index.ts";
import { postMessage } from "../conversation/index.ts";
import { err, ok, type Result, refusal } from "../kernel/index.ts";
import type { Transaction } from "../store/index.ts";
import { problemToWorkOn } from "./find-to-work-on.ts";
import { hearHelper } from "./hear.ts";
import { noteSaid } from "./note-said.ts";
import { lastWordOfOthers } from "./queries/messages.ts";

/** An answer written at the desk. */
export interface DeskAnswer {
  /** Markdown. */
  readonly body: string;
  /** The last message that its author saw; one that somebody else wrote since stops it. Left out, nothing is compared. */
  readonly seenId?: number | undefined;
}

/**
 * Answers whoever asked, from the desk: a question's answer on its page, any other problem in its conversation. Of two solvers who
 * answer at once the second is told to read the first one's words before theirs go out; their words are with them still.
 */
export async function answerProblem(
  tx: Transaction,
  actor: Actor,
  id: number,
  given: DeskAnswer,
): Promise<Result<{ messageId: number }>> {
  const permitted = ensureMay(actor, "answer questions");
  if (!permitted.ok) return permitted;
  const found = await problemToWorkOn(tx, actor, id);
  if (!found.ok) return found;
  const problem = found.value;
  const { communityId, memberId } = actor;
  const { conversationId, questionId, askerId } = problem;
  if (given.seenId !== undefined) {
    const last = await lastWordOfOthers(tx.db, { communityId, conversationId, askerId, memberId });
    if (last !== null && last > given.seenId) return err(answeredMeanwhile);
  }
  if (questionId !== null) {
    const answered = await giveAnswer(tx, actor, { questionId, body: given.body });
    // Care hears of the answer by the event log, like of anybody's.
    return answered.ok ? ok({ messageId: answered.value.id }) : answered;
  }
  const posted = await postMessage(tx, { communityId, conversationId, authorId: memberId, body: given.body });
  if (!posted.ok) return posted;
  noteSaid(tx, problem, { messageId: posted.value.id, byId: memberId, privately: false });
  await hearHelper(tx, problem, { byId: memberId, answerId: null });
  return ok({ messageId: posted.value.id });
}

const answeredMeanwhile = refusal(
  "conflict",
  "answered-meanwhile",
  "Somebody else has answered since you looked.",
  "Read their answer, then send yours if it still helps; it has not been sent.",
);
