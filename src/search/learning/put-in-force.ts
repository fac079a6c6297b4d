import { err, ok, type Result, refusal } from "../../kernel/index.ts";
import type { Transaction } from "../../store/index.ts";
import { askToLearn, chooseModel, hasModel, type ModelChoice, readNewestModel } from "../queries/index.ts";
import { enqueueLearning } from "./learning-job.ts";

const modelMissing = refusal(
  "missing",
  "search-model-missing",
  "This version of what search has learned is not kept any more.",
  "Look which ones there are, and choose one of those.",
);

/** A wish for what is to rank: the newest model and all that follow it, one version for good, or none. */
export type ModelWish = { readonly choice: "newest" | "off" } | { readonly choice: "chosen"; readonly modelId: number };

/**
 * Puts a model in force in every process within moments, or none: then the cold start ranks. One that was chosen stays in force
 * whatever is learned later.
 */
export async function putInForce(
  tx: Transaction,
  by: { readonly communityId: number; readonly memberId: number },
  wish: ModelWish,
): Promise<Result<{ choice: ModelChoice; modelId: number | null }>> {
  const { communityId, memberId } = by;
  if (wish.choice === "chosen" && !(await hasModel(tx.db, communityId, wish.modelId))) return err(modelMissing);
  const newest = wish.choice === "newest" ? await readNewestModel(tx.db, communityId) : null;
  const modelId = wish.choice === "chosen" ? wish.modelId : newest;
  await chooseModel(tx, communityId, wish.choice, modelId);
  const data = modelId === null ? { choice: wish.choice } : { choice: wish.choice, modelId };
  const event = { kind: "search.model-chosen", subject: "search", subjectId: communityId };
  tx.append({ ...event, communityId, actorId: memberId, data });
  return ok({ choice: wish.choice, modelId });
}

/** Has a community learn now; one that is learning goes on. */
export async function learnNow(
  tx: Transaction,
  by: { readonly communityId: number; readonly memberId: number },
): Promise<void> {
  await askToLearn(tx, by.communityId);
  await enqueueLearning(tx);
  tx.append({
    communityId: by.communityId,
    kind: "search.learning-asked",
    actorId: by.memberId,
    subject: "search",
    subjectId: by.communityId,
  });
}
