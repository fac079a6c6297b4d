import { sql } from "kysely";
import type { Database, Transaction } from "../../store/index.ts";
import type { DigestSchedule } from "../telling/digest-time.ts";
import type { WaitingNotification } from "../telling/plan-mails.ts";

/** Members for whom a mail is due, in all communities together. */
export async function listDueMembers(
  database: Database,
  now: Date,
  limit: number,
): Promise<{ communityId: number; memberId: number }[]> {
  const { rows } = await sql<{ communityId: number; memberId: number }>`
    select community_id as "communityId", member_id as "memberId" from notification
    where mail_due_at <= ${now} group by 1, 2 order by min(mail_due_at) limit ${limit}`.execute(database);
  return rows;
}

/** When the next mail is due anywhere; null where none waits. */
export async function readNextDue(database: Database): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select min(mail_due_at) as at from notification where mail_due_at is not null`.execute(database);
  return rows[0]?.at ?? null;
}

/** Keeps every other process from mailing this member until the transaction ends; false where one is at it. */
export async function holdMember(tx: Transaction, communityId: number, memberId: number): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${`news ${communityId} ${memberId}`}, 0)) as held`.execute(tx.db);
  return rows[0]?.held === true;
}

export interface MailRecipient {
  readonly name: string;
  readonly email: string;
  readonly locale: string;
  readonly communitySlug: string;
  readonly communityName: string;
  readonly schedule: DigestSchedule | null;
}

export async function readMailRecipient(
  tx: Transaction,
  communityId: number,
  memberId: number,
): Promise<MailRecipient | undefined> {
  const { rows } = await sql<
    Omit<MailRecipient, "schedule"> & { timeZone: string | null; hour: number; lastSentAt: Date }
  >`
    select m.name, m.email, m.locale, m.community_slug as "communitySlug", m.community_name as "communityName",
      s.time_zone as "timeZone", s.hour, s.last_sent_at as "lastSentAt"
    from notifiable_member m
    left join digest_schedule s on s.community_id = m.community_id and s.member_id = m.id
    where m.community_id = ${communityId} and m.id = ${memberId}`.execute(tx.db);
  const [row] = rows;
  if (!row) return undefined;
  const { timeZone, hour, lastSentAt, ...recipient } = row;
  return { ...recipient, schedule: timeZone === null ? null : { timeZone, hour, lastSentAt } };
}

/** A notification that waits for its mail, with what the mail says. */
export interface WaitingRow extends WaitingNotification {
  readonly reason: string;
  readonly through: string | null;
  readonly actorName: string | null;
  readonly anchor: string | null;
  /** What its actor wrote; null where it is about words of somebody else's. */
  readonly written: string | null;
}

const mostAtOnce = 200;

/** What waits to be mailed to a member, the oldest first. */
export async function readWaiting(tx: Transaction, communityId: number, memberId: number): Promise<WaitingRow[]> {
  const { rows } = await sql<WaitingRow>`
    select n.id, n.kind, n.thing, n.subject as "subjectType", n.subject_id as "subjectId", n.way, n.mail_due_at as "dueAt",
      n.read_at is not null as read, coalesce(w.removed, false) as removed, n.reason, n.through, n.anchor,
      a.name as "actorName", case when w.author_id = n.actor_id then w.body end as written,
      (select max(mailed_at) from notification l
        where l.community_id = n.community_id and l.member_id = n.member_id and l.subject = n.subject
          and l.subject_id = n.subject_id and l.way = 'mail' and l.mailed_at is not null) as "lastMailAt"
    from notification n
    left join member a on a.community_id = n.community_id and a.id = n.actor_id and a.erased_at is null
    left join notifiable_message w on w.community_id = n.community_id and w.id = n.message_id
    where n.community_id = ${communityId} and n.member_id = ${memberId} and n.mail_due_at is not null
    order by n.at, n.id limit ${mostAtOnce}`.execute(tx.db);
  return rows;
}

/** Ends the waiting of notifications: mailed now, or not to be mailed any more. */
export async function endWaiting(
  tx: Transaction,
  communityId: number,
  ids: readonly number[],
  mailedAt: Date | null,
): Promise<void> {
  if (ids.length === 0) return;
  await tx.db
    .updateTable("notification")
    .set({ mail_due_at: null, ...(mailedAt ? { mailed_at: mailedAt } : {}) })
    .where("community_id", "=", communityId)
    .where(sql<boolean>`id = any(${[...ids]}::bigint[])`)
    .execute();
}

export async function postponeMail(
  tx: Transaction,
  communityId: number,
  ids: readonly number[],
  until: Date,
): Promise<void> {
  await tx.db
    .updateTable("notification")
    .set({ mail_due_at: until })
    .where("community_id", "=", communityId)
    .where(sql<boolean>`id = any(${[...ids]}::bigint[])`)
    .execute();
}

/** Notes that the day's digest has gone out. */
export async function noteDigest(
  tx: Transaction,
  communityId: number,
  memberId: number,
  schedule: Pick<DigestSchedule, "timeZone" | "hour">,
): Promise<void> {
  await tx.db
    .insertInto("digest_schedule")
    .values({
      community_id: communityId,
      member_id: memberId,
      time_zone: schedule.timeZone,
      hour: schedule.hour,
      last_sent_at: tx.now,
    })
    .onConflict((conflict) => conflict.columns(["community_id", "member_id"]).doUpdateSet({ last_sent_at: tx.now }))
    .execute();
}

const keptMs = 365 * 24 * 60 * 60_000;

/** Removes what was told more than a year ago, some at a time. */
export async function deleteOldNotifications(database: Database, now: Date): Promise<void> {
  await sql`
    delete from notification where (community_id, id) in (
      select community_id, id from notification where at < ${new Date(now.getTime() - keptMs)} limit 1000)`.execute(
    database,
  );
}
