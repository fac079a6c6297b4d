import { type Actor, ensureMay } from "../accounts/index.ts";
import { err, ok, type Result, refusal } from "../kernel/index.ts";
import type { Transaction } from "../store/index.ts";
import { restoreClocks, retargetClocks } from "./clocks.ts";
import { goesOn, move } from "./move.ts";
import type { Problem, ProblemChange } from "./problem.ts";
import { lockDuplicatesOf, lockProblem } from "./queries/problems.ts";
import { deleteMergeLink } from "./queries/records.ts";
import { findLastStep, type StepRow } from "./queries/steps.ts";
import { problemMissing, problemOver } from "./refusals.ts";
import type { Clock } from "./service-level.ts";
import { minuteMs } from "./settings.ts";

/** What a step keeps of the problem as it was, where the step can be undone. */
export function asItWas(problem: Problem) {
  return {
    wasState: problem.state,
    wasRung: problem.rung,
    wasOwner: problem.ownerKind,
    wasOwnerId: problem.ownerId,
    wasTaken: moment(problem.claimedAt),
    wasNext: moment(problem.nextActionAt),
    wasStep: problem.nextStep,
    wasTeamId: problem.teamId,
    wasUrgency: problem.urgency,
    wasAreaId: problem.areaId,
    wasSnoozes: problem.snoozes,
    wasGentle: problem.gentle,
  };
}

const undoneWithinMs = 10 * minuteMs;

/**
 * Takes back what somebody has just done to a problem: taking it, putting it off, handing it over, sorting it, or making it one with
 * another. Only the last step, only by whoever took it, and only for ten minutes; both steps stay written.
 */
export async function undoAct(tx: Transaction, actor: Actor, id: number): Promise<Result<Problem>> {
  const permitted = ensureMay(actor, "work on problems");
  if (!permitted.ok) return permitted;
  const problem = await lockProblem(tx, actor.communityId, id);
  if (!problem) return err(problemMissing);
  if (problem.overAt && problem.overAs !== "duplicate") return err(problemOver);
  const last = await findLastStep(tx.db, actor.communityId, id);
  const isOwn = last?.byId === actor.memberId && tx.now.getTime() - last.at.getTime() <= undoneWithinMs;
  const before = isOwn ? readBefore(last.reason.data ?? {}) : null;
  if (!last || !before) return err(tooLate);
  if (problem.overAt) return ok(await undoDuplicate(tx, problem, last, before));
  const changesPromise = before.urgency !== undefined && before.urgency !== problem.urgency;
  const alarm = changesPromise ? await retargetClocks(tx, { ...problem, ...before } as Problem) : {};
  const moved = await move(tx, problem, {
    change: { ...before, ...alarm },
    reason: { code: "undone", data: { what: last.reason.code } },
    event: { kind: "problem.stepped" },
    byId: actor.memberId,
  });
  return ok(moved);
}

/** The problem goes on as it was, its promises with it, and what had become a duplicate of the other one through it is its own again. */
async function undoDuplicate(
  tx: Transaction,
  problem: Problem,
  last: StepRow,
  before: ProblemChange,
): Promise<Problem> {
  const { communityId, id, duplicateOf } = problem;
  const { wasClocks, wasAskedTimes } = last.reason.data as { wasClocks?: string; wasAskedTimes?: number };
  const alarm = await restoreClocks(tx, problem, readClocks(wasClocks ?? "[]"));
  await deleteMergeLink(tx, communityId, id);
  const moved = await move(tx, problem, {
    change: { ...goesOn, ...before, askedTimes: wasAskedTimes ?? 0, ...alarm },
    reason: { code: "undone", data: { what: last.reason.code } },
    event: { kind: "problem.reopened", data: { wasOverAs: "duplicate" } },
    byId: last.byId,
  });
  for (const duplicate of await lockDuplicatesOf(tx, communityId, duplicateOf ?? id)) {
    const step = await findLastStep(tx.db, communityId, duplicate.id);
    if (step?.reason.code !== "original-moved" || step.reason.data?.wasOriginalId !== id) continue;
    await move(tx, duplicate, {
      change: { duplicateOf: id },
      reason: { code: "original-moved", data: { originalId: id, wasOriginalId: duplicateOf } },
      event: { kind: "problem.original-moved", data: { originalId: id } },
      byId: last.byId,
    });
  }
  return moved;
}

/** A problem's clocks as a step keeps them: a step's data are plain values. */
function readClocks(kept: string): Clock[] {
  return JSON.parse(kept, (key, value) => (isMoment(key) && value !== null ? new Date(value) : value));
}

const isMoment = (key: string) => key === "runningSince" || key === "stoppedAt";

function readBefore(data: Readonly<Record<string, unknown>>): ProblemChange | null {
  if (typeof data.wasState !== "string") return null;
  const before = data as unknown as ReturnType<typeof asItWas>;
  return {
    state: before.wasState,
    rung: before.wasRung,
    ownerKind: before.wasOwner,
    ownerId: before.wasOwnerId,
    claimedAt: before.wasTaken === null ? null : new Date(before.wasTaken),
    nextActionAt: before.wasNext === null ? null : new Date(before.wasNext),
    nextStep: before.wasStep,
    teamId: before.wasTeamId,
    urgency: before.wasUrgency,
    areaId: before.wasAreaId,
    snoozes: before.wasSnoozes,
    gentle: before.wasGentle,
  };
}

function moment(at: Date | null): string | null {
  return at?.toISOString() ?? null;
}

const tooLate = refusal(
  "conflict",
  "undo-too-late",
  "This cannot be undone any more: something else has happened since.",
  "Look at the problem as it stands now.",
);
