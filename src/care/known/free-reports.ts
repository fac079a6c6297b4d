import type { Transaction } from "../../store/index.ts";
import { backToOwner } from "../hear.ts";
import { move } from "../move.ts";
import type { Problem } from "../problem.ts";

/**
 * What they waited for is worked on no more: reports that rest go on with the owner they have, from now on. One that somebody moved
 * since is left as it is.
 */
export async function freeReports(
  tx: Transaction,
  reports: readonly Problem[],
  { knownId, byId }: { readonly knownId: number; readonly byId: number },
): Promise<void> {
  for (const report of reports) {
    if (report.overAt || report.state !== "snoozed") continue;
    await move(tx, report, {
      change: backToOwner(report, tx.now),
      reason: { code: "known-ended", data: { knownId } },
      event: { kind: "problem.woken", data: { knownId } },
      byId,
    });
  }
}
