import type { StoredEvent, Transaction } from "../store/index.ts";
import { climbFromDesk } from "./hand-over.ts";
import { isSolver } from "./queries/people.ts";
import { lockProblemsOfSolver } from "./queries/problems.ts";

/** Whether an event says that somebody may no longer do what they did. */
export function isRoleLost({ kind }: StoredEvent): boolean {
  return kind === "role.revoked";
}

/** What a solver had goes back to the ladder once they work at the desk no longer. */
export async function followRoleLost(tx: Transaction, { communityId, subjectId, actorId }: StoredEvent): Promise<void> {
  if (subjectId === null || (await isSolver(tx.db, communityId, subjectId))) return;
  for (const problem of await lockProblemsOfSolver(tx, communityId, subjectId)) {
    await climbFromDesk(tx, problem, { byId: actorId, code: "owner-left" });
  }
}
