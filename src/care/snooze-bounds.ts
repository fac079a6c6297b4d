import { err, ok, type Result, refusal } from "../kernel/index.ts";
import type { Urgency } from "./problem.ts";
import { dayMs, hourMs } from "./settings.ts";

/** For how long a problem can be put off at once, and how often before somebody has to say something to the asker. */
const longest: Readonly<Record<Urgency, number>> = {
  low: 14 * dayMs,
  normal: 7 * dayMs,
  high: 2 * dayMs,
  urgent: 4 * hourMs,
};
const mostSnoozes = 3;

/** Whether a problem may be put off until then. */
export function checkSnooze(wish: {
  readonly until: Date;
  readonly now: Date;
  readonly urgency: Urgency;
  readonly snoozes: number;
}): Result<Date> {
  const forMs = wish.until.getTime() - wish.now.getTime();
  if (!(forMs > 0)) return err(wrong("This time has passed already.", "Choose one that is still to come."));
  if (forMs > longest[wish.urgency]) {
    const most =
      longest[wish.urgency] >= dayMs
        ? `${longest[wish.urgency] / dayMs} days`
        : `${longest[wish.urgency] / hourMs} hours`;
    return err(wrong(`With this urgency it can be put off for ${most} at most.`, "Choose an earlier time."));
  }
  if (wish.snoozes >= mostSnoozes) {
    return err(
      wrong(
        `It was put off ${wish.snoozes} times since anybody said something to the person who asked.`,
        "Tell them how it stands, then it can be put off again.",
      ),
    );
  }
  return ok(wish.until);
}

function wrong(message: string, next: string) {
  return refusal("invalid", "snooze-out-of-bounds", message, next, { until: message });
}
