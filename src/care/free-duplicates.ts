import type { Transaction } from "../store/index.ts";
import { goOn } from "./go-on.ts";
import type { Problem } from "./problem.ts";
import { lockDuplicatesOf } from "./queries/problems.ts";

/**
 * The duplicates of a problem that ended without a solution go on by themselves: what is not solved for one may be for another, and
 * nobody's problem ends because somebody else gave up.
 */
export async function freeDuplicates(tx: Transaction, original: Problem): Promise<void> {
  for (;;) {
    const duplicates = await lockDuplicatesOf(tx, original.communityId, original.id);
    if (duplicates.length === 0) return;
    for (const duplicate of duplicates) {
      await goOn(tx, duplicate, {
        reason: { code: "original-ended", data: { originalId: original.id } },
        byId: null,
        event: "problem.reopened",
      });
    }
  }
}
