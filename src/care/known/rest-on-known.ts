import type { Transaction } from "../../store/index.ts";
import { move } from "../move.ts";
import type { Problem, ProblemChange } from "../problem.ts";
import { findKnownBehind } from "../queries/known.ts";
import { dayMs } from "../settings.ts";

/** A report of a known problem rests, and is looked at so often: whether what it waits for is still worked on. */
const looksEveryMs = dayMs;

/**
 * A report of a known problem climbs no further: nobody is asked for what somebody works on already. It lies with the known
 * problem's team unless a solver has taken it, and comes back by itself when its asker speaks, or when the other is worked on no more.
 */
export async function restOnKnown(
  tx: Transaction,
  report: Problem,
  known: { readonly id: number; readonly teamId: number },
  byId: number,
): Promise<Problem> {
  const taken = report.ownerKind === "solver" && report.claimedAt !== null;
  const owner: ProblemChange = taken
    ? {}
    : { rung: "solvers", ownerKind: "team", ownerId: known.teamId, claimedAt: null };
  return move(tx, report, {
    change: {
      ...owner,
      ...rests(tx.now),
      askedTimes: 0,
      gentle: false,
    },
    reason: { code: "known", data: { knownId: known.id } },
    // Whoever asked is told what is known, which is an answer; that it is solved is promised still.
    clocks: "told",
    event: { kind: "problem.known-linked", data: { knownId: known.id, askerId: report.askerId } },
    byId,
  });
}

/** Whether a report that wakes goes on resting: what it waits for is still worked on. */
export async function restsOn(tx: Transaction, report: Problem): Promise<boolean> {
  const known = await findKnownBehind(tx.db, report.communityId, report.id);
  if (!known?.current) return false;
  const event = { kind: "problem.known-rests", data: { knownId: known.problemId } } as const;
  await move(tx, report, { change: rests(tx.now), event, byId: null });
  return true;
}

function rests(now: Date): ProblemChange {
  return { state: "snoozed", nextStep: "wake", nextActionAt: new Date(now.getTime() + looksEveryMs) };
}
