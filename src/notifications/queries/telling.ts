import { sql } from "kysely";
import type { Transaction } from "../../store/index.ts";
import type { Way } from "../kinds/kind.ts";
import type { DigestSchedule } from "../telling/digest-time.ts";

/** Those of these members who can be told anything. */
export async function readTellable(tx: Transaction, communityId: number, memberIds: readonly number[]) {
  const { rows } = await sql<{ id: number }>`
    select id from notifiable_member
    where community_id = ${communityId} and id = any(${[...memberIds]}::bigint[])`.execute(tx.db);
  return new Set(rows.map(({ id }) => id));
}

/** What these members have chosen, by member and kind. */
export async function readPreferences(tx: Transaction, communityId: number, memberIds: readonly number[]) {
  const rows = await tx.db
    .selectFrom("notification_preference")
    .where("community_id", "=", communityId)
    .where(sql<boolean>`member_id = any(${[...memberIds]}::bigint[])`)
    .select(["member_id as memberId", "kind", "way"])
    .execute();
  return new Map(rows.map((row) => [`${row.memberId} ${row.kind}`, row.way as Way]));
}

export async function readSchedules(tx: Transaction, communityId: number, memberIds: readonly number[]) {
  const rows = await tx.db
    .selectFrom("digest_schedule")
    .where("community_id", "=", communityId)
    .where(sql<boolean>`member_id = any(${[...memberIds]}::bigint[])`)
    .select(["member_id as memberId", "time_zone as timeZone", "hour", "last_sent_at as lastSentAt"])
    .execute();
  return new Map<number, DigestSchedule>(rows.map((row) => [row.memberId, row]));
}

/** When these members were last told of these things, by member, kind and thing: since a moment, or ever for some kinds. */
export async function readLastTold(
  tx: Transaction,
  communityId: number,
  wanted: {
    readonly memberIds: readonly number[];
    readonly things: readonly string[];
    readonly since: Date;
    /** The names of kinds that tell of a thing once and for all. */
    readonly forGood: readonly string[];
  },
) {
  const { rows } = await sql<{ memberId: number; kind: string; thing: string; at: Date }>`
    select member_id as "memberId", kind, thing, max(at) as at from notification
    where community_id = ${communityId} and member_id = any(${[...wanted.memberIds]}::bigint[])
      and thing = any(${[...wanted.things]}::text[]) and (at > ${wanted.since} or kind = any(${[...wanted.forGood]}::text[]))
    group by 1, 2, 3`.execute(tx.db);
  return new Map(rows.map((row) => [`${row.memberId} ${row.kind} ${row.thing}`, row.at]));
}

export interface NewNotification {
  readonly memberId: number;
  readonly kind: string;
  readonly subject: string;
  readonly subjectId: number;
  readonly thing: string;
  readonly messageId: number | null;
  readonly anchor: string | null;
  readonly actorId: number | null;
  readonly reason: string;
  readonly through: string | null;
  readonly eventId: number;
  readonly way: Exclude<Way, "off">;
  readonly at: Date;
  readonly mailDueAt: Date | null;
}

/** Adds notifications; those that are there already stay as they are. Returns whom the new ones are for. */
export async function insertNotifications(
  tx: Transaction,
  communityId: number,
  rows: readonly NewNotification[],
): Promise<{ memberId: number; mailDueAt: Date | null }[]> {
  if (rows.length === 0) return [];
  const { rows: added } = await sql<{ memberId: number; mailDueAt: Date | null }>`
    insert into notification (community_id, member_id, kind, subject, subject_id, thing, message_id, anchor, actor_id, reason, through,
      event_id, way, at, mail_due_at)
    select ${communityId}::bigint, "memberId", kind, subject, "subjectId", thing, "messageId", anchor, "actorId", reason, through,
      "eventId", way, at, "mailDueAt"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row ("memberId" bigint, kind text, subject text, "subjectId" bigint,
      thing text, "messageId" bigint, anchor text, "actorId" bigint, reason text, through text, "eventId" bigint, way text, at timestamptz,
      "mailDueAt" timestamptz)
    on conflict (community_id, event_id, member_id, kind) do nothing
    returning member_id as "memberId", mail_due_at as "mailDueAt"`.execute(tx.db);
  return added;
}

/** Members who asked or answered follow the question by themselves, unless they have ended that. */
export async function insertFollows(
  tx: Transaction,
  rows: readonly { communityId: number; memberId: number; questionId: number; because: string; at: Date }[],
): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into follow (community_id, member_id, subject, key, because, began_at)
    select "communityId", "memberId", 'question', "questionId"::text, because, at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row ("communityId" bigint, "memberId" bigint, "questionId" bigint,
      because text, at timestamptz)
    on conflict (community_id, member_id, subject, key) do nothing`.execute(tx.db);
}
