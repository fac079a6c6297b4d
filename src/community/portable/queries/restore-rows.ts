import { type RawBuilder, sql } from "kysely";
import type { Transaction } from "../../../store/index.ts";
import type { LanguageFrom } from "../../queries/index.ts";

// Writes rows of an export, many at once. Whoever calls this has checked them and has put this installation's ids in.

/** Rows for one table, as JSON that PostgreSQL takes apart; `columns` names and types what is in them. */
async function insert(
  tx: Transaction,
  into: RawBuilder<unknown>,
  columns: string,
  rows: readonly object[],
): Promise<void> {
  if (rows.length === 0) return;
  const names = columns.replace(/(\w+) [\w[\]]+/g, "$1");
  await sql`
    insert into ${into} (${sql.raw(names)})
    select ${sql.raw(names)} from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (${sql.raw(columns)})
    on conflict do nothing`.execute(tx.db);
}

interface Owned {
  readonly community_id: number;
}

export interface MemberRow extends Owned {
  readonly id: number;
  readonly person_id: string | null;
  readonly name: string;
  readonly about: string;
  readonly locale: string | null;
  readonly theme: string | null;
  readonly staff: boolean;
  readonly joined_at: Date;
  readonly erased_at: Date | null;
}
const memberColumns =
  "community_id bigint, id bigint, person_id text, name text, about text, locale text, theme text, staff boolean, joined_at timestamptz, erased_at timestamptz";
export const insertMembers = (tx: Transaction, rows: readonly MemberRow[]) =>
  insert(tx, sql`member`, memberColumns, rows);

export interface RoleRow extends Owned {
  readonly member_id: number;
  readonly role: string;
  readonly granted_at: Date;
  readonly granted_by: number | null;
}
export const insertRoles = (tx: Transaction, rows: readonly RoleRow[]) =>
  insert(
    tx,
    sql`member_role`,
    "community_id bigint, member_id bigint, role text, granted_at timestamptz, granted_by bigint",
    rows,
  );

export interface GroupRow extends Owned {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly purpose: string;
  readonly rules: string;
  readonly charter: string;
  readonly created_at: Date;
  readonly archived_at: Date | null;
  readonly solved_from: number | null;
}
const groupColumns =
  "community_id bigint, id bigint, slug text, name text, purpose text, rules text, charter text, created_at timestamptz, archived_at timestamptz, solved_from float8";
export const insertGroups = (tx: Transaction, rows: readonly GroupRow[]) =>
  insert(tx, sql`community_group`, groupColumns, rows);

export interface GroupMemberRow extends Owned {
  readonly group_id: number;
  readonly member_id: number;
  readonly joined_at: Date;
}
export const insertGroupMembers = (tx: Transaction, rows: readonly GroupMemberRow[]) =>
  insert(tx, sql`group_member`, "community_id bigint, group_id bigint, member_id bigint, joined_at timestamptz", rows);

export interface TagRow extends Owned {
  readonly name: string;
  readonly description: string;
  readonly created_at: Date;
}
export const insertTags = (tx: Transaction, rows: readonly TagRow[]) =>
  insert(tx, sql`tag`, "community_id bigint, name text, description text, created_at timestamptz", rows);

export interface ConversationRow extends Owned {
  readonly id: number;
  readonly visibility: string;
  readonly created_at: Date;
}
export const insertConversations = (tx: Transaction, rows: readonly ConversationRow[]) =>
  insert(tx, sql`conversation`, "community_id bigint, id bigint, visibility text, created_at timestamptz", rows);

export interface MessageRow extends Owned {
  readonly id: number;
  readonly conversation_id: number;
  readonly author_id: number;
  readonly reply_to_id: number | null;
  readonly body: string;
  readonly html: string;
  readonly language: string | null;
  readonly created_at: Date;
  readonly edited_at: Date | null;
  readonly removed_at: Date | null;
  readonly removed_because: string | null;
}
const messageColumns =
  "community_id bigint, id bigint, conversation_id bigint, author_id bigint, reply_to_id bigint, body text, html text, language text, created_at timestamptz, edited_at timestamptz, removed_at timestamptz, removed_because text";
export const insertMessages = (tx: Transaction, rows: readonly MessageRow[]) =>
  insert(tx, sql`message`, messageColumns, rows);

export interface QuestionRow extends Owned {
  readonly id: number;
  readonly group_id: number;
  readonly asker_id: number;
  readonly message_id: number;
  readonly title: string;
  readonly tags: readonly string[];
  readonly language: string;
  readonly language_from: LanguageFrom;
  readonly created_at: Date;
  readonly last_activity_at: Date;
  readonly last_answer_by: number | null;
  readonly reopened_at: Date | null;
  readonly removed_at: Date | null;
}
const questionColumns =
  "community_id bigint, id bigint, group_id bigint, asker_id bigint, message_id bigint, title text, tags text[], language text, language_from text, created_at timestamptz, last_activity_at timestamptz, last_answer_by bigint, reopened_at timestamptz, removed_at timestamptz";
export const insertQuestions = (tx: Transaction, rows: readonly QuestionRow[]) =>
  insert(tx, sql`question`, questionColumns, rows);

export interface AnswerRow extends Owned {
  readonly id: number;
  readonly question_id: number;
  readonly author_id: number;
  readonly created_at: Date;
  readonly removed_at: Date | null;
}
export const insertAnswers = (tx: Transaction, rows: readonly AnswerRow[]) =>
  insert(
    tx,
    sql`answer`,
    "community_id bigint, id bigint, question_id bigint, author_id bigint, created_at timestamptz, removed_at timestamptz",
    rows,
  );

export interface HelpedRow extends Owned {
  readonly answer_id: number;
  readonly member_id: number;
  readonly created_at: Date;
}
export const insertHelped = (tx: Transaction, rows: readonly HelpedRow[]) =>
  insert(
    tx,
    sql`answer_helped`,
    "community_id bigint, answer_id bigint, member_id bigint, created_at timestamptz",
    rows,
  );

export interface ThanksRow extends Owned {
  readonly id: number;
  readonly message_id: number;
  readonly from_id: number;
  readonly to_id: number;
  readonly note: string;
  readonly created_at: Date;
}
const thanksColumns =
  "community_id bigint, id bigint, message_id bigint, from_id bigint, to_id bigint, note text, created_at timestamptz";
export const insertThanksRows = (tx: Transaction, rows: readonly ThanksRow[]) =>
  insert(tx, sql`thanks`, thanksColumns, rows);

export interface LinkRow extends Owned {
  readonly question_id: number;
  readonly other_id: number;
  readonly kind: string;
  readonly created_at: Date;
}
export const insertLinks = (tx: Transaction, rows: readonly LinkRow[]) =>
  insert(
    tx,
    sql`question_link`,
    "community_id bigint, question_id bigint, other_id bigint, kind text, created_at timestamptz",
    rows,
  );

export interface RevisionRow extends Owned {
  readonly message_id: number;
  readonly title: string | null;
  readonly body: string;
  readonly tags: readonly string[] | null;
  readonly replaced_at: Date;
  readonly replaced_by: number;
}
const revisionColumns =
  "community_id bigint, message_id bigint, title text, body text, tags text[], replaced_at timestamptz, replaced_by bigint";
export const insertRevisions = (tx: Transaction, rows: readonly RevisionRow[]) =>
  insert(tx, sql`message_revision`, revisionColumns, rows);

export interface FollowRow extends Owned {
  readonly member_id: number;
  readonly subject: string;
  readonly key: string;
  readonly because: string;
  readonly began_at: Date;
  readonly ended_at: Date | null;
}
const followColumns =
  "community_id bigint, member_id bigint, subject text, key text, because text, began_at timestamptz, ended_at timestamptz";
export const insertFollows = (tx: Transaction, rows: readonly FollowRow[]) =>
  insert(tx, sql`follow`, followColumns, rows);

export interface WayRow extends Owned {
  readonly member_id: number;
  readonly kind: string;
  readonly way: string;
}
export const insertWays = (tx: Transaction, rows: readonly WayRow[]) =>
  insert(tx, sql`notification_preference`, "community_id bigint, member_id bigint, kind text, way text", rows);

export interface DigestHourRow extends Owned {
  readonly member_id: number;
  readonly time_zone: string;
  readonly hour: number;
}
export const insertDigestHours = (tx: Transaction, rows: readonly DigestHourRow[]) =>
  insert(tx, sql`digest_schedule`, "community_id bigint, member_id bigint, time_zone text, hour smallint", rows);

export interface EventRow extends Owned {
  readonly at: Date;
  readonly kind: string;
  readonly actor_id: number | null;
  readonly subject: string;
  readonly subject_id: number;
  readonly data: Readonly<Record<string, unknown>>;
}
/**
 * Past events go to the log as they are, with their own times; nobody is waiting for a hint of them. They are marked, so that nobody
 * acts on them a second time: the export brings what became of them.
 */
export const insertEvents = (tx: Transaction, rows: readonly EventRow[]) =>
  insert(
    tx,
    sql`event`,
    "community_id bigint, at timestamptz, kind text, actor_id bigint, subject text, subject_id bigint, data jsonb, restored boolean",
    rows.map((row) => ({ ...row, restored: true })),
  );
