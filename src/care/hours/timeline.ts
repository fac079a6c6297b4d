import type { Purpose } from "./purposes.ts";

// From signs of work to sessions. Moments are milliseconds since 1970; nothing here knows the database.

/** What time went to. */
export interface About {
  readonly problemId: number | null;
  readonly questionId: number | null;
}

/** A stretch of time for one purpose, about one thing or none. */
export interface Stretch extends About {
  readonly from: number;
  readonly to: number;
  readonly purpose: Purpose;
  /** The correction that says so; null for what log and desk show. */
  readonly correctionId: number | null;
}

/** What shows that somebody worked: a stretch as it was read. */
export type Sign = Omit<Stretch, "correctionId">;

/** Somebody's own word: what was shown within `coverFrom` and `coverTo` counts no more, and `says` stands there instead. */
export interface Correction {
  readonly id: number;
  readonly coverFrom: number;
  readonly coverTo: number;
  readonly says: { readonly from: number; readonly to: number; readonly purpose: Purpose } | null;
}

/** An uninterrupted stretch for one purpose, with all that it was about. */
export interface Session {
  readonly from: number;
  readonly to: number;
  readonly purpose: Purpose;
  readonly correctionId: number | null;
  readonly about: readonly About[];
}

/**
 * Lays signs along time, in order and without overlaps. Where several show at once, the one that began last counts: a mask that takes
 * a minute in the midst of an hour on a problem is a minute of its own. A pause of at most `pauseMs` between two signs counts for
 * what came of it, the later one; a longer one counts for nothing. The order in which signs are given, and giving one twice, change
 * nothing.
 */
export function timelineOf(signs: readonly Sign[], pauseMs: number): Stretch[] {
  const timeline: Stretch[] = [];
  for (const sign of [...signs].sort(byBeginning)) lay(timeline, sign, { ...sign, correctionId: null });
  const closed = timeline.map((stretch, index) => {
    const before = timeline[index - 1];
    return before && stretch.from - before.to <= pauseMs ? { ...stretch, from: before.to } : stretch;
  });
  return closed.filter(({ from, to }) => to > from);
}

/** Earlier ones first; of those that begin together the shorter lies over the longer. What remains only makes the order certain. */
function byBeginning(a: Sign, b: Sign): number {
  return (
    a.from - b.from ||
    b.to - a.to ||
    a.purpose.localeCompare(b.purpose) ||
    (a.problemId ?? 0) - (b.problemId ?? 0) ||
    (a.questionId ?? 0) - (b.questionId ?? 0)
  );
}

/** Clears a span of a timeline, and puts a stretch there. What lay partly within keeps the rest. */
function lay(timeline: Stretch[], span: { readonly from: number; readonly to: number }, stretch: Stretch | null): void {
  const after: Stretch[] = [];
  for (let last = timeline.at(-1); last && last.to > span.from; last = timeline.at(-1)) {
    timeline.pop();
    if (last.to > span.to) after.push({ ...last, from: Math.max(last.from, span.to) });
    if (last.from >= span.from) continue;
    timeline.push({ ...last, to: span.from });
    break;
  }
  if (stretch) timeline.push(stretch);
  timeline.push(...after.reverse());
}

/** A timeline as its owner says that it was: each correction in turn, so that the last word about a moment holds. */
export function corrected(timeline: readonly Stretch[], corrections: readonly Correction[]): Stretch[] {
  const said = [...timeline];
  for (const { id, coverFrom, coverTo, says } of corrections) {
    lay(said, { from: coverFrom, to: coverTo }, null);
    if (says) lay(said, says, { ...says, problemId: null, questionId: null, correctionId: id });
  }
  return said;
}

/** What of a timeline lies within a span. */
export function within(timeline: readonly Stretch[], span: { readonly from: number; readonly to: number }): Stretch[] {
  return timeline
    .map((one) => ({ ...one, from: Math.max(one.from, span.from), to: Math.min(one.to, span.to) }))
    .filter(({ from, to }) => to > from);
}

/** Joins what follows at once and is for the same purpose. */
export function sessionsOf(timeline: readonly Stretch[]): Session[] {
  const sessions: (Session & { about: About[] })[] = [];
  for (const { from, to, purpose, correctionId, problemId, questionId } of timeline) {
    const last = sessions.at(-1);
    const goesOn = last?.to === from && last.purpose === purpose && last.correctionId === correctionId;
    const session = goesOn ? { ...last, to } : { from, to, purpose, correctionId, about: [] };
    if (goesOn) sessions.pop();
    const known = session.about.some((one) => one.problemId === problemId && one.questionId === questionId);
    if (!known && (problemId ?? questionId) !== null) session.about.push({ problemId, questionId });
    sessions.push(session);
  }
  return sessions;
}
