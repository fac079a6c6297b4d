import type { Actor } from "../../accounts/index.ts";
import type { Database } from "../../store/index.ts";
import type { AnySource, KindWords, Language, LineWords, SubjectRef } from "../kinds/kind.ts";
import { kindsByName, readAllSubjects } from "../mailing/send-due.ts";
import { type ListPlace, listRows } from "../queries/reading.ts";

/** A notification in its member's list, in words. */
export interface NotificationListed {
  readonly id: number;
  readonly kind: string;
  readonly subject: SubjectRef;
  /** The part of the subject's page that it is about: `answer-34`. */
  readonly anchor: string | null;
  /** What happened, as a sentence without a full stop. */
  readonly line: string;
  /** Where its subject's title stands in that sentence, and in which language it is (ISO 639); null where it does not. */
  readonly titled: { readonly from: number; readonly to: number; readonly language: string | null } | null;
  /** Why this member is told: "you asked this question". */
  readonly because: string;
  readonly at: Date;
  readonly read: boolean;
}

export interface NotificationList {
  readonly notifications: readonly NotificationListed[];
  /** Where the list goes on; null at its end. */
  readonly next: ListPlace | null;
}

export interface ListWish {
  readonly before?: ListPlace | null;
  readonly unreadOnly?: boolean;
  /** 50 at most. */
  readonly limit: number;
  readonly language: Language;
}

/** A member's notifications, the newest first. What is gone since is left out, so a page of the list may be short. */
export async function listNotifications(
  database: Database,
  sources: readonly AnySource[],
  { communityId, memberId }: Actor,
  wish: ListWish,
): Promise<NotificationList> {
  const { before = null, unreadOnly = false, limit, language } = wish;
  const rows = await listRows(database, communityId, memberId, { before, unreadOnly, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  const kinds = kindsByName(sources);
  const subjects = await readAllSubjects({ db: database }, sources, communityId, shown);
  const notifications = shown.flatMap((row) => {
    const subject = subjects.get(`${row.subjectType}:${row.subjectId}`);
    const words = kinds.get(row.kind)?.words[language];
    if (!subject || subject.gone || row.removed || !words) return [];
    return [
      {
        id: row.id,
        kind: row.kind,
        subject: { type: row.subjectType, id: row.subjectId },
        anchor: row.anchor,
        ...lineOf(words, { who: row.actorName, title: subject.title, through: row.through }, subject.language ?? null),
        because: words.reasons[row.reason]?.(row.through ?? "") ?? row.reason,
        at: row.at,
        read: row.read,
      },
    ];
  });
  const last = shown.at(-1);
  return { notifications, next: rows.length > limit && last ? { at: last.at, id: last.id } : null };
}

/** Stands for the title while its place in the sentence is looked for; no title and no name has it. */
const placeholder = "\u0000";

function lineOf(words: KindWords, of: LineWords, language: string | null): Pick<NotificationListed, "line" | "titled"> {
  const line = words.line(of);
  const from = words.line({ ...of, title: placeholder }).indexOf(placeholder);
  return { line, titled: from < 0 ? null : { from, to: from + of.title.length, language } };
}
