import type { Actor } from "../accounts/index.ts";
import { ok, type Result } from "../kernel/index.ts";
import type { Transaction } from "../store/index.ts";
import { problemToWorkOn } from "./find-to-work-on.ts";
import { move } from "./move.ts";
import type { Problem } from "./problem.ts";
import { checkSnooze } from "./snooze-bounds.ts";
import { asItWas } from "./undo-act.ts";

/** Puts a problem off until a moment, within bounds; it stays its owner's, its clocks run on, and a word of the asker wakes it. */
export async function snoozeProblem(tx: Transaction, actor: Actor, id: number, until: Date): Promise<Result<Problem>> {
  const found = await problemToWorkOn(tx, actor, id);
  if (!found.ok) return found;
  const { urgency, snoozes } = found.value;
  const checked = checkSnooze({ until, now: tx.now, urgency, snoozes });
  if (!checked.ok) return checked;
  const moved = await move(tx, found.value, {
    change: { state: "snoozed", nextActionAt: until, nextStep: "wake", snoozes: snoozes + 1 },
    reason: { code: "snoozed", data: { until: until.toISOString(), ...asItWas(found.value) } },
    event: { kind: "problem.snoozed" },
    byId: actor.memberId,
  });
  return ok(moved);
}
