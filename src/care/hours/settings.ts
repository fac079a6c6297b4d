import { dayMs, minuteMs } from "../settings.ts";

// What counts as work, and for how long. Each figure is a judgement; docs/care-managers.md says so.

/** A longer pause than this ends a session and is not counted. */
export const pauseMs = 5 * minuteMs;

/** How long something took that leaves but one mark in the log: words have been written before they are sent, the rest is a click. */
export const wordsMs = 3 * minuteMs;
export const clickMs = minuteMs;

/** The same in minutes, and the size below which nothing is told, for pages that say how hours are counted. */
export const hoursCounted = { words: wordsMs / minuteMs, click: clickMs / minuteMs, smallestGroup: 5 } as const;

/** Whoever joined less than this before is welcomed by what is said below their posts. */
export const newcomerMs = 14 * dayMs;

/** Signs and corrections are kept for so long: a year, and a month to look back at the same one. */
export const keptMs = 400 * dayMs;

/** What somebody deleted can be taken back for so long; then it is forgotten. */
export const undoneWithinMs = dayMs;

/** Nobody corrects a session into a longer one. */
export const longestMs = dayMs;

/** Sums are told of groups of at least this many people. */
export const smallestGroup = hoursCounted.smallestGroup;
