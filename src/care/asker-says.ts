import { type Actor, ensureMay, may } from "../accounts/index.ts";
import { err, ok, type Result } from "../kernel/index.ts";
import type { Transaction } from "../store/index.ts";
import { endConfirmed } from "./end-confirmed.ts";
import { checkReason, ownProblem } from "./find-to-work-on.ts";
import { freeDuplicates } from "./free-duplicates.ts";
import { goOn } from "./go-on.ts";
import { ended, move } from "./move.ts";
import type { Problem } from "./problem.ts";
import { dropChecks } from "./queries/checks.ts";
import { lockProblem } from "./queries/problems.ts";
import { lastHelper } from "./queries/questions.ts";
import { problemMissing, problemNotOver, problemOver } from "./refusals.ts";

// What only the asker can say of a problem. Of one with a question, community's own verbs say the same, and care hears of it.

/** It is solved: of a problem without a question, or one that was solved outside the answers. */
export async function confirmProblem(tx: Transaction, actor: Actor, id: number): Promise<Result<Problem>> {
  const found = await ownProblem(tx, actor, id, "confirm own problems");
  if (!found.ok) return found;
  const problem = found.value;
  if (problem.overAs === "confirmed") return ok(problem);
  if (problem.overAt) return err(problemOver);
  return ok(await confirmNow(tx, problem));
}

/** The asker's confirmation, however they gave it. Whoever has it solved it; else whoever spoke to the asker last. */
export async function confirmNow(tx: Transaction, problem: Problem): Promise<Problem> {
  const { ownerKind, ownerId, claimedAt } = problem;
  const owner = claimedAt !== null && (ownerKind === "solver" || ownerKind === "member") ? ownerId : null;
  const byId = owner ?? (await lastHelper(tx.db, problem));
  return endConfirmed(tx, problem, { byId, answerId: null, at: tx.now });
}

/** It is not needed any more. */
export async function withdrawProblem(tx: Transaction, actor: Actor, id: number): Promise<Result<Problem>> {
  const found = await ownProblem(tx, actor, id, "withdraw own problems");
  if (!found.ok) return found;
  if (found.value.overAs === "withdrawn") return ok(found.value);
  if (found.value.overAt) return err(problemOver);
  return ok(await withdrawNow(tx, found.value));
}

export async function withdrawNow(tx: Transaction, problem: Problem): Promise<Problem> {
  await dropChecks(tx, problem);
  const moved = await move(tx, problem, {
    change: { ...ended(tx.now), overAs: "withdrawn", overBy: problem.askerId },
    reason: { code: "withdrawn" },
    clocks: "over",
    event: { kind: "problem.ended", data: { as: "withdrawn" } },
    byId: problem.askerId,
  });
  await freeDuplicates(tx, moved);
  return moved;
}

/** It is not solved after all, or no duplicate. The asker says so; of a duplicate or a merge the desk can, too, which made it one. */
export async function reopenProblem(tx: Transaction, actor: Actor, id: number): Promise<Result<Problem>> {
  const problem = await lockProblem(tx, actor.communityId, id);
  if (!problem) return err(problemMissing);
  const byDesk = problem.overAs === "duplicate" && may(actor, "work on problems");
  const permitted = byDesk ? ok(actor) : ensureMay(actor, "withdraw own problems", { ownerId: problem.askerId });
  if (!permitted.ok) return permitted;
  if (!problem.overAt) return err(problemNotOver);
  const reason = { code: "reopened" };
  return ok(await goOn(tx, problem, { reason, byId: actor.memberId, event: "problem.reopened" }));
}

/** "You could solve it, because …": what was signed goes on, with the team's lead. */
export async function contestProblem(
  tx: Transaction,
  actor: Actor,
  id: number,
  because: string,
): Promise<Result<Problem>> {
  const found = await ownProblem(tx, actor, id, "contest own problems");
  if (!found.ok) return found;
  if (found.value.overAs !== "cannot-solve") return err(found.value.overAt ? problemOver : problemNotOver);
  const words = checkReason(because, "because", "Say what was overlooked.");
  if (!words.ok) return words;
  const moved = await goOn(tx, found.value, {
    reason: { code: "contested" },
    byId: actor.memberId,
    event: "problem.contested",
    change: { contestedAt: tx.now, contestedBecause: words.value },
  });
  return ok(moved);
}
