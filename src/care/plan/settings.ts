import type { Handling } from "../hours/measure-handling.ts";
import type { Peers } from "./peers.ts";
import type { Rota } from "./shift.ts";
import { type Target, usualTarget } from "./target.ts";

/** What an hour of paid time costs, in the currency of whoever plans. */
export interface Wages {
  readonly perHour: number;
  /** What is added from 22:00 to 6:00 and on Saturday and Sunday: .25 is a quarter. */
  readonly nightExtra: number;
  readonly weekendExtra: number;
}

/** What shifts may look like. Each person works the same hours on all their days, so the rest between two is 24 less a shift. */
export interface WorkingRules {
  /** Hours that a shift may last. */
  readonly shiftHours: readonly number[];
  /** Days in a row that somebody works each week. */
  readonly daysPerWeek: number;
  /** Nobody begins before this hour; nobody ends after that one (past 24 is the next day). */
  readonly earliest: number;
  readonly latest: number;
  /** The least rest between two shifts (Directive 2003/88/EC, article 3: 11 hours). */
  readonly restHours: number;
}

/** Minutes that work takes for the community besides answers. */
export interface Care {
  /** Of questions that staff answer, the share that goes on to somebody else, and the minutes it takes there. */
  readonly escalated: number;
  readonly escalationMinutes: number;
  readonly welcomeMinutes: number;
  readonly moderationMinutes: number;
  readonly curationMinutes: number;
  /** How many people are to be introduced to each other each week, and the minutes that each takes. */
  readonly introductions: number;
  readonly introductionMinutes: number;
}

/** Everything that a plan is made of besides arrivals. What nobody has measured here yet is a figure that the planner can change. */
export interface PlanSettings {
  readonly target: Target;
  /** How surely a week's target is to hold. */
  readonly confidence: number;
  /** The IANA time zone in which shifts are written. */
  readonly timeZone: string;
  /** Mean minutes of staff's work for a first answer, or for one call. */
  readonly handlingMinutes: number;
  /** Where those minutes come from: hours of this community, whoever plans, or nobody. */
  readonly handling:
    | { readonly source: "given" | "assumed" }
    | ({ readonly source: "measured" } & Omit<Handling, "minutes">);
  /** What members do; null to have it measured. */
  readonly peers: Peers | null;
  readonly peersFirstHours: number;
  /** Live work: mean minutes after which people leave the line; null for people who never do. */
  readonly patienceMinutes: number | null;
  /** Who works when today; null for office hours with as many people as the hours ask for. */
  readonly rota: Rota | null;
  /** P(away on a day), and the share of a day on duty that goes to pauses and meetings. Together they are the shrinkage. */
  readonly absence: number;
  readonly interruptions: number;
  /** The share of their time on duty that people can be at work with questions without wearing out. */
  readonly mostOccupied: number;
  readonly care: Care;
  readonly wages: Wages;
  readonly rules: WorkingRules;
}

/** Starting points, each a judgement and not a law of nature (EVIDENCE section 6 for handling, occupancy and peers). */
export const usualSettings: PlanSettings = {
  target: usualTarget,
  confidence: 0.8,
  timeZone: "UTC",
  handlingMinutes: 25,
  handling: { source: "assumed" },
  peers: null,
  peersFirstHours: 0,
  patienceMinutes: null,
  rota: null,
  absence: 0.12,
  interruptions: 0.15,
  mostOccupied: 0.85,
  care: {
    escalated: 0.1,
    escalationMinutes: 40,
    welcomeMinutes: 3,
    moderationMinutes: 0.5,
    curationMinutes: 5,
    introductions: 5,
    introductionMinutes: 15,
  },
  wages: { perHour: 40, nightExtra: 0.25, weekendExtra: 0.5 },
  rules: { shiftHours: [8, 4], daysPerWeek: 5, earliest: 6, latest: 24, restHours: 11 },
};

/** The share of paid time that is not time at work. */
export function shrinkageOf({ absence, interruptions }: Pick<PlanSettings, "absence" | "interruptions">): number {
  return 1 - (1 - absence) * (1 - interruptions);
}
