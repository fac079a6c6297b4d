import type { Actor } from "../accounts/index.ts";
import { err, ok, type Result } from "../kernel/index.ts";
import type { Transaction } from "../store/index.ts";
import { addNote } from "./add-note.ts";
import { isWorkingTime, nextShiftAfter } from "./calendar.ts";
import { problemToWorkOn } from "./find-to-work-on.ts";
import { backToOwner } from "./hear.ts";
import { takeStep } from "./ladder.ts";
import { move } from "./move.ts";
import type { Problem, ProblemChange } from "./problem.ts";
import { readLimits } from "./queries/limits.ts";
import { findCalendarOf, findTeam, isSolver } from "./queries/people.ts";
import { notASolver, problemTaken, receiverAway, teamMissing } from "./refusals.ts";
import { stepUp } from "./route.ts";
import { offerMs } from "./settings.ts";
import { asItWas } from "./undo-act.ts";

/** To whom a problem can be handed: a solver, by member id, or a team. */
export interface HandOverTo {
  readonly kind: "solver" | "team";
  readonly id: number;
}

/**
 * Hands a problem over, with a note for whoever takes it on. It keeps its time where it waits for the asker; else the new owner's
 * begins: a solver who is not there now has until their next shift has begun. Nobody who is away is handed anything. Handing it to
 * oneself keeps it until then.
 */
export async function handOver(
  tx: Transaction,
  actor: Actor,
  id: number,
  to: HandOverTo,
  note = "",
): Promise<Result<Problem>> {
  const found = await problemToWorkOn(tx, actor, id);
  if (!found.ok) return found;
  const { communityId, memberId } = actor;
  if (to.kind === "team" && !(await findTeam(tx.db, communityId, to.id))) return err(teamMissing);
  if (to.kind === "solver" && !(await isSolver(tx.db, communityId, to.id))) return err(notASolver);
  if (to.kind === "solver" && to.id === found.value.askerId) return err(notASolver);
  if (to.kind === "solver" && to.id !== memberId && (await isAway(tx, communityId, to.id))) return err(receiverAway);
  const noted = note.trim() === "" ? null : await addNote(tx, actor, id, note);
  if (noted && !noted.ok) return noted;
  const owner: ProblemChange = {
    rung: "solvers",
    ownerKind: to.kind,
    ownerId: to.id,
    claimedAt: to.kind === "solver" && to.id === memberId ? tx.now : null,
    ...(to.kind === "team" ? { teamId: to.id } : {}),
  };
  const waits = found.value.state === "open" ? await untilBack(tx, { ...found.value, ...owner }) : {};
  const about = noted ? { noteId: noted.value.id } : {};
  const moved = await move(tx, found.value, {
    change: { ...owner, ...waits, gentle: false },
    reason: { code: "handed-over", data: { to: to.kind, ...about, ...asItWas(found.value) } },
    event: { kind: "problem.handed-over", data: about },
    byId: memberId,
  });
  return ok(moved);
}

async function isAway(tx: Transaction, communityId: number, memberId: number): Promise<boolean> {
  const limits = await readLimits(tx.db, communityId, memberId);
  return limits?.awayUntil != null && limits.awayUntil > tx.now;
}

/** How an open problem waits for the owner it has been handed to. Who has not come back by then loses it to the ladder. */
async function untilBack(tx: Transaction, problem: Problem): Promise<ProblemChange> {
  const usual = backToOwner(problem, tx.now);
  const { ownerKind, ownerId, communityId, claimedAt } = problem;
  const calendar = ownerKind === "solver" && ownerId ? await findCalendarOf(tx.db, communityId, ownerId) : null;
  if (!calendar) return usual;
  const isKept = claimedAt !== null;
  if (!isKept && isWorkingTime(calendar, tx.now)) return usual;
  const back = nextShiftAfter(calendar, tx.now).getTime() + offerMs;
  return { ...usual, nextActionAt: new Date(Math.max(back, isKept ? 0 : (usual.nextActionAt?.getTime() ?? 0))) };
}

/** What somebody hands over at the end of their shift. */
export interface ShiftHandOver {
  readonly to: HandOverTo;
  /** For each problem that has none of its own. */
  readonly note: string;
  readonly problems: readonly { readonly id: number; readonly note: string }[];
}

/** Hands over what the actor has, all of it or nothing: each problem with its note, or with the one for all. */
export async function handOverShift(tx: Transaction, actor: Actor, shift: ShiftHandOver): Promise<Result<Problem[]>> {
  const handed: Problem[] = [];
  // In the order of their ids, as locks of several problems are taken.
  for (const { id, note } of [...shift.problems].sort((a, b) => a.id - b.id)) {
    const own = await problemToWorkOn(tx, actor, id);
    if (!own.ok) return own;
    if (own.value.ownerKind !== "solver" || own.value.ownerId !== actor.memberId) return err(problemTaken);
    const one = await handOver(tx, actor, id, shift.to, note.trim() === "" ? shift.note : note);
    if (!one.ok) return one;
    handed.push(one.value);
  }
  return ok(handed);
}

/** Gives a problem back to the ladder, which offers it to somebody else. */
export async function returnToLadder(tx: Transaction, actor: Actor, id: number): Promise<Result<Problem>> {
  const found = await problemToWorkOn(tx, actor, id);
  return found.ok ? ok(await climbFromDesk(tx, found.value, { byId: actor.memberId, code: "given-back" })) : found;
}

/** Back on the solvers' rung without whoever had it; further up where nobody is left there. */
export async function climbFromDesk(
  tx: Transaction,
  problem: Problem,
  why: { readonly byId: number | null; readonly code: "given-back" | "claim-expired" | "owner-left" },
): Promise<Problem> {
  const step = await stepUp(tx, { ...problem, gentle: false }, problem.rung === "lead" ? "lead" : "solvers");
  const from = problem.ownerKind === "solver" ? problem.ownerId : null;
  return move(tx, problem, {
    change: { ...takeStep(step), gentle: false },
    reason: { code: why.code, data: { ...step.reason.data, fromId: from, next: step.reason.code } },
    event: { kind: "problem.returned", data: from === null ? {} : { fromId: from } },
    byId: why.byId,
  });
}
