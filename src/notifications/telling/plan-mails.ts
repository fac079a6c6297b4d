import type { AnyKind, SubjectRead } from "../kinds/kind.ts";
import { eventKindOf, mayMail } from "./decide.ts";

/** At most one mail about one subject goes out in this time; what comes meanwhile is put together. */
export const oneMailPerMs = 60 * 60_000;

/** A notification that waits for its mail. */
export interface WaitingNotification {
  readonly id: number;
  readonly kind: string;
  readonly thing: string;
  readonly subjectType: string;
  readonly subjectId: number;
  readonly way: "mail" | "digest";
  readonly dueAt: Date;
  /** Whether they have seen it on the page. */
  readonly read: boolean;
  /** Whether the words that it was about were removed since. */
  readonly removed: boolean;
  /** When the last mail about its subject went to them. */
  readonly lastMailAt: Date | null;
}

export interface MailPlan<Waiting> {
  /** One mail each, oldest first in each. */
  readonly mails: readonly (readonly Waiting[])[];
  /** All of today's digest; empty where it is not due, or nothing is left to say. */
  readonly digest: readonly Waiting[];
  /** Need no mail any more. */
  readonly dropped: readonly Waiting[];
  /** Wait on, because a mail about the same subject has just gone out. */
  readonly postponed: readonly { readonly until: Date; readonly waiting: readonly Waiting[] }[];
}

/** What becomes of everything that waits to be mailed to one member. */
export function planMails<Waiting extends WaitingNotification>(
  waiting: readonly Waiting[],
  kinds: ReadonlyMap<string, Pick<AnyKind, "endings">>,
  subjectOf: (one: Waiting) => SubjectRead | undefined,
  now: Date,
): MailPlan<Waiting> {
  const wanted = waiting.filter((one) => isWanted(one, kinds.get(one.kind), subjectOf(one)));
  const dropped = waiting.filter((one) => !wanted.includes(one));
  const due = (one: Waiting) => one.dueAt.getTime() <= now.getTime();
  const digest = wanted.filter(({ way }) => way === "digest");
  const mails: Waiting[][] = [];
  const postponed: { until: Date; waiting: Waiting[] }[] = [];
  for (const group of bySubject(wanted.filter(({ way }) => way === "mail"))) {
    if (!group.some(due)) continue;
    const last = Math.max(...group.map(({ lastMailAt }) => lastMailAt?.getTime() ?? Number.NEGATIVE_INFINITY));
    const until = new Date(Math.max(last + oneMailPerMs, 0));
    if (until.getTime() > now.getTime()) postponed.push({ until, waiting: group });
    else mails.push(group);
  }
  return { mails, digest: digest.some(due) ? digest : [], dropped, postponed };
}

function isWanted(
  one: WaitingNotification,
  kind: Pick<AnyKind, "endings"> | undefined,
  subject: SubjectRead | undefined,
): boolean {
  if (one.read || one.removed || !kind || !subject || subject.gone) return false;
  return mayMail(kind, eventKindOf(one.thing), subject);
}

function bySubject<Waiting extends WaitingNotification>(waiting: readonly Waiting[]): Waiting[][] {
  const groups = new Map<string, Waiting[]>();
  for (const one of waiting) {
    const key = `${one.subjectType}:${one.subjectId}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}
