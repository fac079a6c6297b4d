import { type Actor, ensureMay, may } from "../accounts/index.ts";
import { giveAnswer } from "../community/index.ts";
import { openConversation, postMessage } from "../conversation/index.ts";
import { err, ok, type Result, refusal } from "../kernel/index.ts";
import type { Database, Transaction } from "../store/index.ts";
import { maskPersonalData } from "../text/index.ts";
import { hearAsker, hearHelper } from "./hear.ts";
import { dataOf } from "./move.ts";
import { noteSaid } from "./note-said.ts";
import type { Problem } from "./problem.ts";
import {
  findPrivateCase,
  insertPrivateCase,
  listPrivateWords,
  type PrivateWord,
  setPublicAnswer,
} from "./queries/private-cases.ts";
import { findProblem, lockProblem } from "./queries/problems.ts";
import type { Stretch } from "./queries/stretch.ts";
import { problemMissing, problemOver } from "./refusals.ts";

// A public question may go on privately, for what only its asker and care should read. It stays one problem: whoever speaks here moves it
// as if they had spoken on the question's page. What came of it can be told to everybody, with personal data taken out.

/** The private part of a problem, as its asker and care read it. */
export interface PrivateCase extends Stretch<PrivateWord> {
  readonly problemId: number;
  readonly questionId: number;
  readonly over: boolean;
  readonly readerIsAsker: boolean;
  /** The answer that was given to everybody since. */
  readonly publicAnswerId: number | null;
  /** What care said last in these words, with personal data taken out: a beginning for an answer to everybody. Empty where care said nothing. */
  readonly draft: string;
}

/**
 * Reads the private part of a problem, which is empty before somebody speaks in it: its last 200 words, or those before a word's id. For
 * its asker and for who works on problems.
 */
export async function readPrivateCase(
  database: Database,
  actor: Actor,
  id: number,
  locale: string,
  before: number | null = null,
): Promise<Result<PrivateCase>> {
  const problem = await findProblem(database, actor.communityId, id);
  if (!problem || !takesPart(actor, problem)) return err(problemMissing);
  if (problem.questionId === null) return err(privateAlready);
  const known = await findPrivateCase(database, actor.communityId, id);
  const stretch: Stretch<PrivateWord> = known
    ? await listPrivateWords(database, actor.communityId, known.conversationId, before)
    : { words: [], older: null };
  const answered = stretch.words.findLast(({ author }) => author.memberId !== problem.askerId);
  return ok({
    problemId: id,
    questionId: problem.questionId,
    over: problem.overAt !== null,
    readerIsAsker: problem.askerId === actor.memberId,
    ...stretch,
    publicAnswerId: known?.publicAnswerId ?? null,
    draft: answered ? maskPersonalData(answered.body, locale).text : "",
  });
}

/** Says something where only the asker and care read it; the first word opens the private conversation. */
export async function sayPrivately(
  tx: Transaction,
  actor: Actor,
  id: number,
  body: string,
): Promise<Result<{ messageId: number }>> {
  const { communityId, memberId } = actor;
  const problem = await lockProblem(tx, communityId, id);
  if (!problem || !takesPart(actor, problem)) return err(problemMissing);
  const isAsker = problem.askerId === memberId;
  const permitted = isAsker
    ? ensureMay(actor, "confirm own problems", { ownerId: problem.askerId })
    : ensureMay(actor, "work on problems");
  if (!permitted.ok) return permitted;
  if (problem.questionId === null) return err(privateAlready);
  if (problem.overAt) return err(problemOver);
  const known = await findPrivateCase(tx.db, communityId, id);
  const conversationId = known?.conversationId ?? (await openConversation(tx, communityId, "private"));
  const posted = await postMessage(tx, { communityId, conversationId, authorId: memberId, body });
  if (!posted.ok) return posted;
  const messageId = posted.value.id;
  if (!known) {
    await insertPrivateCase(tx, { communityId, problemId: id, conversationId, openedBy: memberId });
    tx.append({
      ...{ communityId, kind: "problem.private-opened", actorId: memberId, subject: "problem", subjectId: id },
      data: dataOf(problem, { conversationId, askerId: problem.askerId }),
    });
  }
  noteSaid(tx, problem, { messageId, byId: memberId, privately: true });
  if (isAsker) await hearAsker(tx, problem, { messageId, reopens: false, asksBack: true });
  else await hearHelper(tx, problem, { byId: memberId, answerId: null, privately: true });
  return ok({ messageId });
}

/** Tells everybody what came of it: an answer to the question, out of which all personal data that Kith knows of is taken. */
export async function answerPublicly(
  tx: Transaction,
  actor: Actor,
  id: number,
  given: { readonly body: string; readonly locale: string },
): Promise<Result<{ answerId: number; questionId: number }>> {
  const permitted = ensureMay(actor, "work on problems");
  if (!permitted.ok) return permitted;
  const problem = await lockProblem(tx, actor.communityId, id);
  if (!problem) return err(problemMissing);
  const { questionId } = problem;
  if (questionId === null || !(await findPrivateCase(tx.db, actor.communityId, id))) return err(nothingPrivate);
  const { text } = maskPersonalData(given.body, given.locale);
  const answered = await giveAnswer(tx, actor, { questionId, body: text });
  if (!answered.ok) return answered;
  await setPublicAnswer(tx, actor.communityId, id, answered.value.id);
  return ok({ answerId: answered.value.id, questionId });
}

function takesPart(actor: Actor, problem: Problem): boolean {
  return problem.askerId === actor.memberId || may(actor, "see problems");
}

const privateAlready = refusal(
  "conflict",
  "private-already",
  "This problem has no public question; all of its conversation is private.",
  "Answer it as it is.",
);
const nothingPrivate = refusal(
  "conflict",
  "nothing-private",
  "Nothing was said privately here, so there is nothing to tell everybody.",
  "Answer the question on its page.",
);
