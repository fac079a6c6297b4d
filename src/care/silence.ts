import type { ProblemChange } from "./problem.ts";
import { dayMs } from "./settings.ts";

/** Days after which an asker who says nothing is asked again whether it is solved: ever more rarely, and it never ends. */
const pauses = [1, 3, 7, 14, 30, 60] as const;
const longestPause = 90;

/** When to ask an asker who was asked `times` times and said nothing. Silence closes nothing: it only moves this time. */
export function nextAskAt(times: number, now: Date): Date {
  return new Date(now.getTime() + (pauses[times] ?? longestPause) * dayMs);
}

/** What a problem becomes when somebody has told its asker what may solve it: the asker is asked, and everything before is forgotten. */
export function asksAnew(now: Date): ProblemChange {
  return {
    state: "waiting-for-asker",
    helperSpokeAt: now,
    nextStep: "ask-asker",
    nextActionAt: nextAskAt(0, now),
    askedTimes: 0,
    snoozes: 0,
    gentle: false,
  };
}

/** How gently to ask: 0 is a plain question, 3 says that no answer is needed as long as it may stay open. */
export function gentlenessOf(times: number): number {
  return Math.min(times, 3);
}
