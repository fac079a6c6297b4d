import { sql } from "kysely";
import type { Database, Transaction } from "../../store/index.ts";

/** A notification as its member's list has it. */
export interface NotificationRow {
  readonly id: number;
  readonly kind: string;
  readonly subjectType: string;
  readonly subjectId: number;
  readonly anchor: string | null;
  readonly actorName: string | null;
  readonly reason: string;
  readonly through: string | null;
  readonly at: Date;
  readonly read: boolean;
  /** Whether the words that it is about were removed since. */
  readonly removed: boolean;
}

export interface ListPlace {
  readonly at: Date;
  readonly id: number;
}

/** A member's notifications, the newest first. */
export async function listRows(
  database: Database,
  communityId: number,
  memberId: number,
  wish: { readonly before: ListPlace | null; readonly unreadOnly: boolean; readonly limit: number },
): Promise<NotificationRow[]> {
  const { before, unreadOnly, limit } = wish;
  const { rows } = await sql<NotificationRow>`
    select n.id, n.kind, n.subject as "subjectType", n.subject_id as "subjectId", n.anchor,
      a.name as "actorName", n.reason, n.through, n.at, n.read_at is not null as read, coalesce(w.removed, false) as removed
    from notification n
    left join member a on a.community_id = n.community_id and a.id = n.actor_id and a.erased_at is null
    left join notifiable_message w on w.community_id = n.community_id and w.id = n.message_id
    where n.community_id = ${communityId} and n.member_id = ${memberId}
      and (${before?.at ?? null}::timestamptz is null or (n.at, n.id) < (${before?.at ?? null}, ${before?.id ?? null}))
      and (not ${unreadOnly} or n.read_at is null)
    order by n.at desc, n.id desc limit ${limit}`.execute(database);
  return rows;
}

/** How many notifications a member has not read. */
export async function readUnread(database: Database, communityId: number, memberId: number): Promise<number> {
  const row = await database
    .selectFrom("member")
    .where("community_id", "=", communityId)
    .where("id", "=", memberId)
    .select("unread_count as unread")
    .executeTakeFirst();
  return row?.unread ?? 0;
}

/** Which of a member's notifications are meant: these, those about one subject, or all. */
export type WhichRead =
  | { readonly ids: readonly number[] }
  | { readonly subject: string; readonly subjectId: number }
  | "all";

/** Marks notifications as read; returns how many were not before. */
export async function setRead(
  tx: Transaction,
  communityId: number,
  memberId: number,
  which: WhichRead,
): Promise<number> {
  let update = tx.db
    .updateTable("notification")
    .set({ read_at: tx.now })
    .where("community_id", "=", communityId)
    .where("member_id", "=", memberId)
    .where("read_at", "is", null);
  if (which !== "all") {
    update =
      "ids" in which
        ? update.where(sql<boolean>`id = any(${[...which.ids]}::bigint[])`)
        : update.where("subject", "=", which.subject).where("subject_id", "=", which.subjectId);
  }
  const { numUpdatedRows } = await update.executeTakeFirst();
  return Number(numUpdatedRows);
}
