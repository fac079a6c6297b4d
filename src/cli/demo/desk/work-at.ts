import type { Actor } from "../../../accounts/index.ts";
import { beActive } from "../../../care/index.ts";
import type { Transaction } from "../../../store/index.ts";
import { minuteMs } from "../act.ts";

/** A page at the desk says so often that somebody scrolls and types there; half as often tells the same stretch. */
const everyMinutes = 4;

/** Somebody has read and typed at a problem's page for so many minutes, up to now. */
export async function workAt(tx: Transaction, actor: Actor, problemId: number, minutes: number): Promise<void> {
  for (let left = minutes; left > 0; left -= everyMinutes) {
    const then = new Date(tx.now.getTime() - left * minuteMs);
    await beActive({ database: tx.db, clock: { now: () => then } }, actor, problemId);
  }
  await beActive({ database: tx.db, clock: { now: () => tx.now } }, actor, problemId);
}
