import { type Actor, ensureMay } from "../../accounts/index.ts";
import { openConversation, postMessage } from "../../conversation/index.ts";
import { err, ok, type Result } from "../../kernel/index.ts";
import type { Transaction } from "../../store/index.ts";
import { openProblem } from "../open-problem.ts";
import type { Problem } from "../problem.ts";
import { findKnown, findReportOf, lockReportOf } from "../queries/known.ts";
import { lockProblem } from "../queries/problems.ts";
import { insertProblemLink } from "../queries/records.ts";
import { problemMissing } from "../refusals.ts";
import { notKnown } from "./mark-known.ts";
import { restOnKnown } from "./rest-on-known.ts";

/**
 * "It is the same here": a report of one's own, which waits with the known problem, is told when that is fixed, and is over only by its
 * asker's word like any other. A member has one at a time; saying it again answers with that one.
 */
export async function reportKnown(
  tx: Transaction,
  actor: Actor,
  knownId: number,
): Promise<Result<{ problemId: number }>> {
  const permitted = ensureMay(actor, "ask questions");
  if (!permitted.ok) return permitted;
  const { communityId, memberId } = actor;
  await lockReportOf(tx, communityId, memberId);
  const known = await lockProblem(tx, communityId, knownId);
  const notice = await findKnown(tx.db, communityId, knownId);
  if (!known || !notice) return err(problemMissing);
  if (!notice.current) return err(notKnown);
  const before = await findReportOf(tx.db, communityId, knownId, memberId);
  if (before !== undefined) return ok({ problemId: before });
  const report = await openReport(tx, actor, known, notice.title);
  if (!report.ok) return report;
  const problem = report.value;
  await insertProblemLink(tx, { communityId, problemId: problem.id, otherId: knownId, kind: "known", byId: memberId });
  await restOnKnown(tx, problem, known, memberId);
  return ok({ problemId: problem.id });
}

async function openReport(tx: Transaction, actor: Actor, known: Problem, title: string): Promise<Result<Problem>> {
  const { communityId, memberId: askerId } = actor;
  const conversationId = await openConversation(tx, communityId, "private");
  const posted = await postMessage(tx, { communityId, conversationId, authorId: askerId, body: title });
  if (!posted.ok) return posted;
  const problem = await openProblem(tx, {
    ...{
      communityId,
      origin: "problem",
      originProblemId: known.id,
      askerId,
      conversationId,
      messageId: posted.value.id,
    },
    ...{ title, groupId: null, areaId: known.areaId, urgency: known.urgency, language: known.language, found: null },
  });
  if (!problem) throw new Error("a problem without a question is always opened");
  return ok(problem);
}
