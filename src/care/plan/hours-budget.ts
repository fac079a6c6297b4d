import type { Expected } from "../../statistics/index.ts";
import { type Peers, peersAnsweredWithin } from "./peers.ts";
import { type PlanSettings, shrinkageOf } from "./settings.ts";

/** What happens in a community in a week, each forecast with its interval. */
export interface WeeklyWork {
  readonly questions: Expected;
  readonly newcomers: Expected;
  readonly posts: Expected;
  readonly solved: Expected;
}

/** Paid hours a week by purpose. */
export interface HoursBudget {
  readonly solving: Expected;
  readonly building: Expected;
  readonly connecting: Expected;
  readonly total: Expected;
  /** The share of questions that members answer within the time that staff leave to them. */
  readonly peersFirst: number;
}

/**
 * From what comes to paid hours (EVIDENCE section 6): questions that members do not answer within their window, times what an
 * answer and its escalations take, over how much of paid time can go to them; and what building the community and connecting its
 * people takes. Only shrinkage applies to the latter, which can be done when nothing waits.
 */
export function hoursBudget(work: WeeklyWork, peers: Peers, settings: PlanSettings): HoursBudget {
  const { care } = settings;
  const paid = 1 - shrinkageOf(settings);
  const peersFirst = peersAnsweredWithin(peers, settings.peersFirstHours);
  const each = (1 - peersFirst) * (settings.handlingMinutes + care.escalated * care.escalationMinutes);
  const solving = scale(work.questions, each / 60 / (settings.mostOccupied * paid));
  const building = add(
    scale(work.newcomers, care.welcomeMinutes / 60 / paid),
    scale(work.posts, care.moderationMinutes / 60 / paid),
    scale(work.solved, care.curationMinutes / 60 / paid),
  );
  const introducing = (care.introductions * care.introductionMinutes) / 60 / paid;
  const connecting = { mean: introducing, low: introducing, high: introducing };
  return { solving, building, connecting, total: add(solving, building, connecting), peersFirst };
}

function scale({ mean, low, high }: Expected, by: number): Expected {
  return { mean: mean * by, low: low * by, high: high * by };
}

/** A sum whose bounds are the sums of bounds: what comes together in one busy week, so it is wide rather than narrow. */
function add(...parts: readonly Expected[]): Expected {
  const sum = (of: (part: Expected) => number) => parts.reduce((total, part) => total + of(part), 0);
  return { mean: sum((part) => part.mean), low: sum((part) => part.low), high: sum((part) => part.high) };
}
