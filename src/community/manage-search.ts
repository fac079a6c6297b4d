import { type Actor, ensureMay } from "../accounts/index.ts";
import { ok, type Result } from "../kernel/index.ts";
import { learnNow, type ModelWish, putInForce, rebuildNow } from "../search/index.ts";
import type { Transaction } from "../store/index.ts";

/** Has search learn from the community's links and phrasings now rather than at night; one that is learning goes on. */
export async function trainSearch(tx: Transaction, actor: Actor): Promise<Result<{ communityId: number }>> {
  const permitted = ensureMay(actor, "manage search");
  if (!permitted.ok) return permitted;
  await learnNow(tx, actor);
  return ok({ communityId: actor.communityId });
}

/** Has every process build its index anew, and PostgreSQL's words be cut anew; what there is answers meanwhile. */
export async function rebuildSearch(tx: Transaction, actor: Actor): Promise<Result<{ communityId: number }>> {
  const permitted = ensureMay(actor, "manage search");
  if (!permitted.ok) return permitted;
  await rebuildNow(tx, actor);
  return ok({ communityId: actor.communityId });
}

/** Chooses which of the learned models ranks; see `putInForce`. */
export async function chooseSearchModel(
  tx: Transaction,
  actor: Actor,
  wish: ModelWish,
): Promise<Result<{ choice: ModelWish["choice"]; modelId: number | null }>> {
  const permitted = ensureMay(actor, "manage search");
  if (!permitted.ok) return permitted;
  return putInForce(tx, actor, wish);
}
