import type { Actor } from "../accounts/index.ts";
import { ok, type Result } from "../kernel/index.ts";
import type { Transaction } from "../store/index.ts";
import { checkReason, problemToWorkOn } from "./find-to-work-on.ts";
import { freeDuplicates } from "./free-duplicates.ts";
import { ended, move } from "./move.ts";
import type { Problem } from "./problem.ts";

/**
 * Signs that a problem cannot be solved, because …, and that this is what is done about it. It is over then; the asker sees all three
 * and can contest it.
 */
export async function signCannotSolve(
  tx: Transaction,
  actor: Actor,
  id: number,
  said: { readonly because: string; readonly instead: string },
): Promise<Result<Problem>> {
  const found = await problemToWorkOn(tx, actor, id, "sign what cannot be solved");
  if (!found.ok) return found;
  const because = checkReason(said.because, "because", "Say why it cannot be solved; the person who asked reads it.");
  if (!because.ok) return because;
  const instead = checkReason(said.instead, "instead", "Say what is done about it instead; they read that, too.");
  if (!instead.ok) return instead;
  const { memberId: signedBy } = actor;
  const moved = await move(tx, found.value, {
    change: {
      ...ended(tx.now),
      overAs: "cannot-solve",
      overBy: signedBy,
      signedBy,
      overReason: because.value,
      overInstead: instead.value,
    },
    reason: { code: "cannot-solve" },
    clocks: "over",
    event: { kind: "problem.ended", data: { as: "cannot-solve", askerId: found.value.askerId } },
    byId: signedBy,
  });
  await freeDuplicates(tx, moved);
  return ok(moved);
}
