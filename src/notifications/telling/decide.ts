import type { StoredEvent } from "../../store/index.ts";
import type { AnyKind, Recipient, SubjectRead, Way } from "../kinds/kind.ts";

const hourMs = 60 * 60_000;

/** What was written down this long after it happened came by an import or a restored export, and is news to nobody. */
export const historyAfterMs = hourMs;
/** What nobody could be told for so long is not told any more; a Kith that stood still over a long weekend still tells. */
export const tooLateAfterMs = 7 * 24 * hourMs;
/** Nobody is told of the same thing twice within this time. */
export const sameThingMs = 24 * hourMs;
/** So long a mail "at once" waits: whoever sees it on the page meanwhile needs no mail. */
export const atOnceMs = 5_000;

/** What sameness is judged by: the same happening to the same thing. */
export function thingOf(event: Pick<StoredEvent, "kind" | "subjectId">): string {
  return `${event.kind}:${event.subjectId}`;
}

/** The kind of event that a thing came of. */
export function eventKindOf(thing: string): string {
  return thing.slice(0, thing.lastIndexOf(":"));
}

/** The same for one kind, which may be of another mind. */
export function thingOfKind(kind: Pick<AnyKind, "onceFor">, event: StoredEvent): string {
  return kind.onceFor?.(event) ?? thingOf(event);
}

/** What is known of somebody who may be told. */
export interface MemberState {
  /** How this kind reaches them, by their choice or as usual. */
  readonly way: Way;
  /** When they were last told of this very thing (`thingOfKind`) by this kind, by another event. */
  readonly toldAt: Date | null;
}

export type Unspoken = "history" | "too-late" | "own-act" | "gone" | "stopped" | "told-already" | "cannot-be-told";

export type Telling =
  | { readonly tell: true; readonly way: Exclude<Way, "off"> }
  | { readonly tell: false; readonly because: Unspoken };

/** Why an event is news to nobody at all; null where it may be. */
export function unspokenFor(
  event: StoredEvent,
  subject: SubjectRead | undefined,
  now: Date,
): Extract<Unspoken, "history" | "too-late" | "gone"> | null {
  if (event.restored || event.recordedAt.getTime() - event.at.getTime() > historyAfterMs) return "history";
  if (now.getTime() - event.at.getTime() > tooLateAfterMs) return "too-late";
  return !subject || subject.gone ? "gone" : null;
}

/**
 * Whether one member is told of one event, and how. `member` is undefined for whoever cannot be told anything: people who have
 * left, and authors whom an import brought.
 */
export function decideTelling(
  event: StoredEvent,
  kind: Pick<AnyKind, "endings" | "onceFor">,
  subject: SubjectRead,
  memberId: number,
  member: MemberState | undefined,
): Telling {
  if (memberId === event.actorId) return { tell: false, because: "own-act" };
  if (!member) return { tell: false, because: "cannot-be-told" };
  if (member.way === "off") return { tell: false, because: "stopped" };
  const sinceTold = member.toldAt && Math.abs(event.at.getTime() - member.toldAt.getTime());
  if (sinceTold !== null && (kind.onceFor || sinceTold < sameThingMs)) return { tell: false, because: "told-already" };
  return { tell: true, way: mayMail(kind, event.kind, subject) ? member.way : "page" };
}

/** Whether a mail may carry it: nothing is mailed about what is over, but for the ending itself. */
export function mayMail(kind: Pick<AnyKind, "endings">, eventKind: string, subject: SubjectRead): boolean {
  return !subject.over || (kind.endings ?? []).includes(eventKind);
}

/** One kind that would tell one member of an event. */
export interface Told {
  readonly kind: AnyKind;
  readonly recipient: Recipient;
}

/** A member is told of one event once, by the first kind that would and that they have not switched off in favour of the next. */
export function eachOnce<T extends Told>(told: readonly T[], isOff: (one: T) => boolean): T[] {
  const first = new Map<number, T>();
  for (const one of told) {
    if (first.has(one.recipient.memberId) || (one.kind.orNext && isOff(one))) continue;
    first.set(one.recipient.memberId, one);
  }
  return [...first.values()];
}
