import type { Actor } from "../accounts/index.ts";
import { postMessage } from "../conversation/index.ts";
import { err, ok, type Result, refusal } from "../kernel/index.ts";
import type { Database, Transaction } from "../store/index.ts";
import { ownProblem } from "./find-to-work-on.ts";
import { hearAsker } from "./hear.ts";
import { noteSaid } from "./note-said.ts";
import { listPrivateWords, type PrivateWord } from "./queries/private-cases.ts";
import { findProblem } from "./queries/problems.ts";
import type { Stretch } from "./queries/stretch.ts";
import { type OwnProblem, readOwnProblem } from "./read-desk.ts";
import { problemMissing, problemOver } from "./refusals.ts";

// A problem that came by a message, or that staff opened for somebody who rang, has no question whose page could show it: its asker
// reads and says here what there is to it.

/** A problem without a question, as its asker reads it. */
export interface OwnConversation extends Stretch<PrivateWord> {
  readonly own: OwnProblem;
}

/**
 * Reads a member's own problem that has no question, with the last 200 words of its conversation, or with those before a word's id; to
 * everybody else there is no such problem.
 */
export async function readOwnConversation(
  database: Database,
  { communityId, memberId }: Actor,
  id: number,
  before: number | null = null,
): Promise<Result<OwnConversation>> {
  const problem = await findProblem(database, communityId, id);
  if (!problem || problem.askerId !== memberId) return err(problemMissing);
  if (problem.questionId !== null) return err(standsOnItsQuestion);
  const [own, stretch] = await Promise.all([
    readOwnProblem(database, communityId, id),
    listPrivateWords(database, communityId, problem.conversationId, before),
  ]);
  return own ? ok({ own, ...stretch }) : err(problemMissing);
}

/** The asker says something about a problem of theirs that has no question; whoever has it is told, and has to act again. */
export async function sayInOwnProblem(
  tx: Transaction,
  actor: Actor,
  id: number,
  body: string,
): Promise<Result<{ messageId: number }>> {
  const found = await ownProblem(tx, actor, id, "confirm own problems");
  if (!found.ok) return found;
  const problem = found.value;
  if (problem.questionId !== null) return err(standsOnItsQuestion);
  if (problem.overAt) return err(problemOver);
  const { communityId, conversationId } = problem;
  const posted = await postMessage(tx, { communityId, conversationId, authorId: actor.memberId, body });
  if (!posted.ok) return posted;
  const messageId = posted.value.id;
  noteSaid(tx, problem, { messageId, byId: actor.memberId, privately: false });
  await hearAsker(tx, problem, { messageId, reopens: false, asksBack: true });
  return ok({ messageId });
}

const standsOnItsQuestion = refusal(
  "conflict",
  "stands-on-its-question",
  "This problem is a question; what is said about it stands on the question's page.",
  "Go to the question.",
);
