import { sql } from "kysely";
import type { Database, Transaction } from "../../store/index.ts";

/** `waiting` to be sent, `sent`, `failed` for good, or `kept` here because no mail server is configured. */
export type MailState = "waiting" | "sent" | "failed" | "kept";

/** A mail as the outbox lists it. */
export interface MailListed {
  readonly id: number;
  readonly recipient: string;
  readonly subject: string;
  readonly state: MailState;
  /** What the mail server said, where the last try failed. */
  readonly failure: string | null;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
}

export interface Mail extends MailListed {
  readonly body: string;
  readonly permit: { readonly basis: string; readonly reason: string };
}

const listed = [
  "outbox.id",
  "outbox.recipient",
  "outbox.subject",
  "outbox.state",
  "outbox.failure",
  "outbox.created_at as createdAt",
  "outbox.sent_at as sentAt",
] as const;

export async function insertMail(
  tx: Transaction,
  mail: {
    communityId: number;
    permitId: number;
    recipient: string;
    subject: string;
    body: string;
    html: string | null;
    wayOut: string | null;
  },
): Promise<number> {
  const { id } = await tx.db
    .insertInto("outbox")
    .values({
      community_id: mail.communityId,
      permit_id: mail.permitId,
      channel: "mail",
      recipient: mail.recipient,
      subject: mail.subject,
      body: mail.body,
      html: mail.html,
      way_out: mail.wayOut,
      created_at: tx.now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/**
 * Takes hold of a mail that still waits; undefined where there is none, or where another process has it and will see it through. An
 * advisory lock, because a row's lock would hold back every reader of the event log until the mail server has answered.
 */
export async function holdWaitingMail(tx: Transaction, communityId: number, id: number) {
  const { rows } = await sql<{ held: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${`mail ${communityId} ${id}`}, 0)) as held`.execute(tx.db);
  if (!rows[0]?.held) return undefined;
  return tx.db
    .selectFrom("outbox")
    .where("community_id", "=", communityId)
    .where("id", "=", id)
    .where("state", "=", "waiting")
    .select(["id", "recipient", "subject", "body", "html", "way_out as wayOut", "created_at as createdAt"])
    .executeTakeFirst();
}

export async function markMail(
  tx: Transaction,
  communityId: number,
  id: number,
  state: MailState,
  failure: string | null = null,
): Promise<void> {
  await tx.db
    .updateTable("outbox")
    .set({ state, failure, sent_at: state === "sent" ? tx.now : null })
    .where("community_id", "=", communityId)
    .where("id", "=", id)
    .execute();
}

/** Notes why a try failed; the mail goes on waiting. */
export async function noteFailure(database: Database, communityId: number, id: number, failure: string): Promise<void> {
  await database
    .updateTable("outbox")
    .set({ failure })
    .where("community_id", "=", communityId)
    .where("id", "=", id)
    .where("state", "=", "waiting")
    .execute();
}

/** The outbox for administrators, the newest first, 50 at a time; `before` is the last id of the page before. */
export async function listOutbox(database: Database, communityId: number, before?: number): Promise<MailListed[]> {
  let query = database.selectFrom("outbox").where("community_id", "=", communityId).select(listed);
  if (before !== undefined) query = query.where("id", "<", before);
  const rows = await query.orderBy("id", "desc").limit(50).execute();
  return rows.map((row) => ({ ...row, state: row.state as MailState }));
}

/** One mail with its text and the permit it rests on. */
export async function readMail(database: Database, communityId: number, id: number): Promise<Mail | undefined> {
  const row = await database
    .selectFrom("outbox")
    .innerJoin("permit", (join) =>
      join.onRef("permit.community_id", "=", "outbox.community_id").onRef("permit.id", "=", "outbox.permit_id"),
    )
    .where("outbox.community_id", "=", communityId)
    .where("outbox.id", "=", id)
    .select([...listed, "outbox.body", "permit.basis", "permit.reason"])
    .executeTakeFirst();
  if (!row) return undefined;
  const { basis, reason, ...mail } = row;
  return { ...mail, state: mail.state as MailState, permit: { basis, reason } };
}

export async function readCommunityName(tx: Transaction, communityId: number) {
  return tx.db
    .selectFrom("community")
    .where("id", "=", communityId)
    .select(["name", "slug", "locale"])
    .executeTakeFirstOrThrow();
}
