import type { Transaction } from "../../store/index.ts";
import { move } from "../move.ts";
import type { Problem } from "../problem.ts";
import { provideAnswerCheck } from "../queries/checks.ts";
import { endTelling, takeFixed, takeUntold } from "../queries/known.ts";
import { lockProblems } from "../queries/problems.ts";
import { asksAnew } from "../silence.ts";

/** So many are told in one transaction, so that the row of the known problem is held for a moment only. */
const toldAtOnce = 20;

/** What a problem was waiting for is fixed: its asker is told, and asked whether it is solved for them. What is over stays over. */
export async function tellFixed(tx: Transaction, problem: Problem, knownId: number, byId: number): Promise<Problem> {
  if (problem.overAt) return problem;
  const checkId = await provideAnswerCheck(tx, problem, null);
  return move(tx, problem, {
    change: asksAnew(tx.now),
    reason: { code: "known-fixed", data: { knownId } },
    clocks: "helper-spoke",
    event: { kind: "problem.known-fixed", data: { knownId, checkId, askerId: problem.askerId } },
    byId,
  });
}

/** Tells the next reports of what has been fixed; false where everybody has heard. */
export async function tellNextFixed(tx: Transaction): Promise<boolean> {
  const fixed = await takeFixed(tx);
  if (!fixed) return false;
  const ids = await takeUntold(tx, fixed, toldAtOnce);
  for (const report of await lockProblems(tx, fixed.communityId, ids)) {
    await tellFixed(tx, report, fixed.problemId, fixed.fixedBy);
  }
  if (ids.length < toldAtOnce) await endTelling(tx, fixed);
  return true;
}
