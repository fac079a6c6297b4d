import type { Transaction } from "../store/index.ts";
import { takeStep } from "./ladder.ts";
import { goesOn, move } from "./move.ts";
import type { Problem, ProblemChange, Reason } from "./problem.ts";
import { dropChecks } from "./queries/checks.ts";
import { isSolver } from "./queries/people.ts";
import { deleteMergeLink } from "./queries/records.ts";
import { firstStep } from "./route.ts";
import { claimMs } from "./settings.ts";

/**
 * A problem that was over goes on: with the solver who had solved it, else up the ladder from where staff could not be passed by. One
 * that is contested goes to the team's lead, whoever signed it.
 */
export async function goOn(
  tx: Transaction,
  problem: Problem,
  why: {
    readonly reason: Reason;
    readonly byId: number | null;
    readonly event: "problem.reopened" | "problem.contested";
    readonly change?: ProblemChange;
  },
): Promise<Problem> {
  await dropChecks(tx, problem);
  if (problem.overAs === "duplicate") await deleteMergeLink(tx, problem.communityId, problem.id);
  const { solvedBy, overAs, signedBy } = problem;
  const reopened = problem.reopened + (overAs === "confirmed" || overAs === "cannot-solve" ? 1 : 0);
  const owner = await ownerAgain(tx, { ...problem, reopened }, why.event === "problem.contested", solvedBy);
  return move(tx, problem, {
    change: { ...goesOn, ...owner, reopened, askerSpokeAt: tx.now, ...why.change },
    reason: why.reason,
    clocks: "reopened",
    event: { kind: why.event, data: { wasOverAs: overAs, ...(signedBy === null ? {} : { signedById: signedBy }) } },
    byId: why.byId,
  });
}

async function ownerAgain(
  tx: Transaction,
  problem: Problem,
  contested: boolean,
  solvedBy: number | null,
): Promise<ProblemChange> {
  if (!contested && solvedBy !== null && (await isSolver(tx.db, problem.communityId, solvedBy))) {
    const nextActionAt = new Date(tx.now.getTime() + claimMs);
    return {
      rung: "solvers",
      ownerKind: "solver",
      ownerId: solvedBy,
      claimedAt: tx.now,
      nextActionAt,
      nextStep: "return",
    };
  }
  return takeStep(await firstStep(tx, { ...problem, rung: contested ? "lead" : null, found: null }));
}
