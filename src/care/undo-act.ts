import type { Actor } from "../accounts/index.ts";
import { err, ok, type Result, refusal } from "../kernel/index.ts";
import type { Transaction } from "../store/index.ts";
import { retargetClocks } from "./clocks.ts";
import { problemToWorkOn } from "./find-to-work-on.ts";
import { move } from "./move.ts";
import type { Problem, ProblemChange } from "./problem.ts";
import { findLastStep } from "./queries/steps.ts";
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
 * Takes back what somebody has just done to a problem: taking it, putting it off, handing it over or sorting it. Only the last step,
 * only by whoever took it, and only for ten minutes; both steps stay written.
 */
export async function undoAct(tx: Transaction, actor: Actor, id: number): Promise<Result<Problem>> {
  const found = await problemToWorkOn(tx, actor, id);
  if (!found.ok) return found;
  const problem = found.value;
  const last = await findLastStep(tx.db, actor.communityId, id);
  const isOwn = last?.byId === actor.memberId && tx.now.getTime() - last.at.getTime() <= undoneWithinMs;
  const before = isOwn ? readBefore(last.reason.data ?? {}) : null;
  if (!last || !before) return err(tooLate);
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
