import type { Actor } from "../accounts/index.ts";
import { err, ok, type Result, refusal } from "../kernel/index.ts";
import type { Transaction } from "../store/index.ts";
import { problemToWorkOn } from "./find-to-work-on.ts";
import { move } from "./move.ts";
import type { Problem } from "./problem.ts";
import { countBefore, countClaims, lockClaimsOf } from "./queries/steps.ts";
import { problemTaken } from "./refusals.ts";
import { claimMs, dayMs, inTurnWithin, mostIdleClaims, mostPicksDaily } from "./settings.ts";
import { asItWas } from "./undo-act.ts";

/**
 * A solver takes a problem. Of any number who take the same one at once, the row's lock lets one after the other see it, and only the
 * first finds it free. Taking it again changes nothing. Nobody hoards: who has said nothing about the last few gets no more. Nobody
 * picks: out of turn a solver takes only a few a day.
 */
export async function claimProblem(tx: Transaction, actor: Actor, id: number): Promise<Result<Problem>> {
  await lockClaimsOf(tx, actor.communityId, actor.memberId);
  const found = await problemToWorkOn(tx, actor, id);
  if (!found.ok) return found;
  const problem = found.value;
  const { memberId } = actor;
  if (problem.askerId === memberId) return err(ownToSolve);
  const isTaken = problem.ownerKind === "solver" && problem.claimedAt !== null;
  if (isTaken) return problem.ownerId === memberId ? ok(problem) : err(problemTaken);
  const counted = await countClaims(tx, actor.communityId, memberId, new Date(tx.now.getTime() - dayMs));
  if (counted.idle >= mostIdleClaims) return err(tooManyIdle(counted.idle));
  const outOfTurn = !(await isInTurn(tx, problem, memberId));
  if (outOfTurn && counted.picks >= mostPicksDaily) return err(tooManyPicks);
  const moved = await move(tx, problem, {
    change: {
      rung: problem.rung === "lead" ? "lead" : "solvers",
      ownerKind: "solver",
      ownerId: memberId,
      claimedAt: tx.now,
      gentle: false,
      ...(problem.state === "waiting-for-asker"
        ? {}
        : { state: "open", nextActionAt: new Date(tx.now.getTime() + claimMs), nextStep: "return" }),
    },
    reason: { code: "taken", data: { outOfTurn, ...asItWas(problem) } },
    event: { kind: "problem.claimed", data: { outOfTurn } },
    byId: memberId,
  });
  return ok(moved);
}

/** Whether it was offered to this solver, or is among the first that the team has to take. */
async function isInTurn(tx: Transaction, problem: Problem, memberId: number): Promise<boolean> {
  const { ownerKind, ownerId, nextActionAt, communityId, teamId, id } = problem;
  if (ownerKind === "solver" && ownerId === memberId) return true;
  if (ownerKind !== "team" || nextActionAt === null) return false;
  const before = await countBefore(tx, { communityId, teamId, nextActionAt, id, upTo: inTurnWithin });
  return before < inTurnWithin;
}

const ownToSolve = refusal(
  "forbidden",
  "own-problem",
  "This problem is your own.",
  "Somebody else has to solve it, so that the confirmation means something.",
);
const tooManyPicks = refusal(
  "conflict",
  "picks-too-many",
  `You took ${mostPicksDaily} problems out of turn within a day.`,
  "Take what is offered to you, or what is next in your team's queue.",
);

function tooManyIdle(idle: number) {
  return refusal(
    "conflict",
    "claims-idle",
    `You have ${idle} problems about which you have told their askers nothing yet.`,
    "Say something to one of them, or give one back; then you can take another.",
  );
}
