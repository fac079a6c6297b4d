import type { Urgency } from "./problem.ts";

// What holds where a community has set nothing else. Each is a judgement of the trade, not a law of nature; a group's own ladder and
// each member's own limits replace them.

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** How long each rung lasts before the next. */
export interface LadderSettings {
  /** For the asker to look at the answer that was found. */
  readonly foundMs: number;
  readonly peersMs: number;
  /** For each member who is asked by name. */
  readonly namedMs: number;
}

export const usualLadder: LadderSettings = { foundMs: 30 * minuteMs, peersMs: 8 * hourMs, namedMs: 12 * hourMs };

/** How long a solver has to take what is offered to them, and for a sign of life once they took it. */
export const offerMs = 2 * hourMs;
export const claimMs = 8 * hourMs;
/** How often the lead of a team is reminded of what nobody below could take. */
export const leadMs = 24 * hourMs;

/** At most so many members are asked by name, one after the other, and so many solvers offered, before it climbs on. */
export const mostNamed = 2;
export const mostOffers = 3;

/** Waiting shrinks with urgency. */
export const hurry: Readonly<Record<Urgency, number>> = { low: 1.5, normal: 1, high: 0.5, urgent: 0.125 };

/** What a member allows, and a solver can bear, unless they say otherwise. */
export const usualLimits = { askedWeekly: 2, mostOpen: 15 } as const;

/** A solver with fewer lasting solves than this is a newcomer, who gets what is easy. */
export const newcomerBelow = 3;

/** A solver may have so many problems without having said anything to their askers; then no more until they have. */
export const mostIdleClaims = 3;
/** Problems may be taken out of turn, because somebody knows just this one, but not for a whole day's work. */
export const mostPicksDaily = 5;
/** Taking one of the first so many of a team's queue is taking one's turn. */
export const inTurnWithin = 10;

/** A message that the machine cannot place waits so long for a person's word, and is taken for a problem then. */
export const askWhatThisIsMs = 4 * hourMs;

/** More messages than this of one person in a minute are kept with their problem, but open none and hurry nobody. */
export const mostMessagesPerMinute = 10;

/** One-tap answers work for so long; people open mail late. */
export const checkTokenLastsMs = 60 * dayMs;

/** A solve lasts when nobody reopened it for so long. */
export const lastingMs = 30 * dayMs;
