import type { Actor } from "../accounts/index.ts";
import { err, ok, type Result } from "../kernel/index.ts";
import type { Transaction } from "../store/index.ts";
import { retargetClocks } from "./clocks.ts";
import { problemToWorkOn } from "./find-to-work-on.ts";
import { move } from "./move.ts";
import type { Problem, Urgency } from "./problem.ts";
import { findAreaBySlug } from "./queries/areas.ts";
import { areaMissing } from "./refusals.ts";
import { asItWas } from "./undo-act.ts";

/** How a problem is sorted; what is left out stays. */
export interface Sorting {
  readonly urgency?: Urgency | undefined;
  /** A subject area's slug; null for none. */
  readonly area?: string | null | undefined;
}

/** Says how urgent a problem is and what it is about; its promises follow, and what was used of them counts. */
export async function sortProblem(
  tx: Transaction,
  actor: Actor,
  id: number,
  sorting: Sorting,
): Promise<Result<Problem>> {
  const found = await problemToWorkOn(tx, actor, id);
  if (!found.ok) return found;
  const problem = found.value;
  const area = sorting.area ? await findAreaBySlug(tx.db, actor.communityId, sorting.area) : null;
  if (sorting.area && !area) return err(areaMissing);
  const urgency = sorting.urgency ?? problem.urgency;
  const areaId = sorting.area === undefined ? problem.areaId : (area?.id ?? null);
  if (urgency === problem.urgency && areaId === problem.areaId) return ok(problem);
  const alarm = urgency === problem.urgency ? {} : await retargetClocks(tx, { ...problem, urgency });
  const moved = await move(tx, problem, {
    change: { urgency, areaId, ...(area?.teamId ? { teamId: area.teamId } : {}), ...alarm },
    reason: { code: "sorted", data: { urgency, areaId, ...asItWas(problem) } },
    event: { kind: "problem.sorted", data: { urgency, ...(areaId === null ? {} : { areaId }) } },
    byId: actor.memberId,
  });
  return ok(moved);
}
