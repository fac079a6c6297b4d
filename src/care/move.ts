import type { Transaction } from "../store/index.ts";
import { runClocks } from "./clocks.ts";
import type { Owner, Problem, ProblemChange, Reason } from "./problem.ts";
import { updateProblem } from "./queries/problems.ts";
import { insertStep } from "./queries/steps.ts";
import type { ClockEvent } from "./service-level.ts";

/** What happens to a problem at once: its row, a step with its reason, its clocks and its event. */
export interface Move {
  readonly change: ProblemChange;
  /** Left out where nothing of who, when or why changes. */
  readonly reason?: Reason;
  /** What it means for the promises that run. */
  readonly clocks?: ClockEvent;
  readonly event: { readonly kind: `problem.${string}`; readonly data?: Readonly<Record<string, unknown>> };
  /** Who does it; null for Kith itself. */
  readonly byId: number | null;
}

/**
 * Moves a problem that the caller has locked; returns it as it stands then. Every change of a problem goes through here, so that none
 * goes without its step and its event.
 */
export async function move(
  tx: Transaction,
  problem: Problem,
  { change, reason, clocks, event, byId }: Move,
): Promise<Problem> {
  const { communityId, id } = problem;
  const alarm = clocks ? await runClocks(tx, { ...problem, ...change }, clocks) : {};
  const whole = { ...change, ...alarm };
  const moved: Problem = { ...problem, ...whole };
  const step = { communityId, problemId: id, rung: moved.rung, owner: ownerOf(moved), byId };
  await Promise.all([updateProblem(tx, problem, whole), reason && insertStep(tx, { ...step, reason })]);
  tx.append({
    communityId,
    actorId: byId,
    subject: "problem",
    subjectId: id,
    kind: event.kind,
    data: dataOf(moved, event.data, reason),
  });
  return moved;
}

/** Who has to do the next thing; null once it is over. */
export function ownerOf({ ownerKind, ownerId, overAt }: Problem): Owner | null {
  return overAt !== null || ownerKind === null || ownerId === null ? null : { kind: ownerKind, id: ownerId };
}

/** Each event tells where the problem stands, so that who follows the log needs no second look. Ids, codes and moments only. */
export function dataOf(problem: Problem, data: Readonly<Record<string, unknown>> = {}, reason?: Reason) {
  const owner = ownerOf(problem);
  return {
    ...data,
    ...(problem.questionId === null ? {} : { questionId: problem.questionId }),
    ...(owner ? { owner: owner.kind, ownerId: owner.id, rung: problem.rung, nextActionAt: problem.nextActionAt } : {}),
    ...(reason ? { reason: reason.code } : {}),
  };
}

/** What a problem becomes when it is over; the way it ended is the caller's to add. */
export function ended(now: Date): ProblemChange {
  return {
    state: "over",
    overAt: now,
    nextActionAt: null,
    nextStep: null,
    claimedAt: null,
    askedTimes: 0,
    snoozes: 0,
    gentle: false,
  };
}

/** What a problem that was over becomes when it goes on; its owner and next action are the caller's to add. */
export const goesOn: ProblemChange = {
  state: "open",
  overAt: null,
  overAs: null,
  overBy: null,
  overReason: null,
  overInstead: null,
  signedBy: null,
  duplicateOf: null,
  solvedBy: null,
  solvedAnswerId: null,
  askedTimes: 0,
  snoozes: 0,
  gentle: false,
};
