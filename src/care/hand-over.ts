import type { Actor } from "../accounts/index.ts";
import { err, ok, type Result } from "../kernel/index.ts";
import type { Transaction } from "../store/index.ts";
import { problemToWorkOn } from "./find-to-work-on.ts";
import { backToOwner } from "./hear.ts";
import { move } from "./move.ts";
import type { Problem, ProblemChange } from "./problem.ts";
import { findTeam, isSolver } from "./queries/people.ts";
import { notASolver, teamMissing } from "./refusals.ts";
import { stepUp } from "./route.ts";
import { asItWas } from "./undo-act.ts";

/** To whom a problem can be handed: a solver, by member id, or a team. */
export interface HandOverTo {
  readonly kind: "solver" | "team";
  readonly id: number;
}

/** Hands a problem over, as at the end of a shift. It keeps its time where it waits for the asker; else the new owner's begins. */
export async function handOver(tx: Transaction, actor: Actor, id: number, to: HandOverTo): Promise<Result<Problem>> {
  const found = await problemToWorkOn(tx, actor, id);
  if (!found.ok) return found;
  const { communityId } = actor;
  if (to.kind === "team" && !(await findTeam(tx.db, communityId, to.id))) return err(teamMissing);
  if (to.kind === "solver" && !(await isSolver(tx.db, communityId, to.id))) return err(notASolver);
  if (to.kind === "solver" && to.id === found.value.askerId) return err(notASolver);
  const owner: ProblemChange = {
    rung: "solvers",
    ownerKind: to.kind,
    ownerId: to.id,
    claimedAt: to.kind === "solver" && to.id === actor.memberId ? tx.now : null,
    ...(to.kind === "team" ? { teamId: to.id } : {}),
  };
  const waits = found.value.state === "open" ? backToOwner({ ...found.value, ...owner }, tx.now) : {};
  const moved = await move(tx, found.value, {
    change: { ...owner, ...waits, gentle: false },
    reason: { code: "handed-over", data: { to: to.kind, ...asItWas(found.value) } },
    event: { kind: "problem.handed-over" },
    byId: actor.memberId,
  });
  return ok(moved);
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
  why: { readonly byId: number | null; readonly code: "given-back" | "claim-expired" },
): Promise<Problem> {
  const step = await stepUp(tx, { ...problem, gentle: false }, problem.rung === "lead" ? "lead" : "solvers");
  const from = problem.ownerKind === "solver" ? problem.ownerId : null;
  return move(tx, problem, {
    change: {
      state: "open",
      rung: step.rung,
      ownerKind: step.owner.kind,
      ownerId: step.owner.id,
      claimedAt: null,
      nextActionAt: step.nextActionAt,
      nextStep: step.nextStep,
      gentle: false,
    },
    reason: { code: why.code, data: { ...step.reason.data, fromId: from, next: step.reason.code } },
    event: { kind: "problem.returned", data: from === null ? {} : { fromId: from } },
    byId: why.byId,
  });
}
