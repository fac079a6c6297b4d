import { sql } from "kysely";
import type { Database, Transaction } from "../../store/index.ts";
import type { Follower } from "../kinds/question-kinds.ts";

type Readable = Database | Transaction["db"];
type Ids = readonly number[];

export interface QuestionRow {
  readonly id: number;
  readonly title: string;
  readonly askerId: number;
  readonly tags: readonly string[];
  readonly state: string;
  readonly groupId: number;
  readonly groupName: string;
  /** ISO 639. */
  readonly language: string;
}

export async function readQuestions(db: Readable, communityId: number, ids: Ids): Promise<QuestionRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<QuestionRow>`
    select id, title, asker_id as "askerId", tags, state, group_id as "groupId", group_name as "groupName", language
    from notifiable_question
    where community_id = ${communityId} and id = any(${[...ids]}::bigint[])`.execute(db);
  return rows;
}

/** Who wrote these messages, and which question's they are. */
export async function readAuthors(tx: Transaction, communityId: number, messageIds: Ids) {
  if (messageIds.length === 0) return [];
  const { rows } = await sql<{ id: number; questionId: number; authorId: number }>`
    select id, conversation_id as "questionId", author_id as "authorId" from notifiable_message
    where community_id = ${communityId} and id = any(${[...messageIds]}::bigint[])`.execute(tx.db);
  return rows;
}

/** Who commented on these messages, each once a message. */
export async function readCommenters(tx: Transaction, communityId: number, messageIds: Ids) {
  if (messageIds.length === 0) return [];
  const { rows } = await sql<{ messageId: number; memberId: number }>`
    select distinct reply_to_id as "messageId", author_id as "memberId" from notifiable_message
    where community_id = ${communityId} and reply_to_id = any(${[...messageIds]}::bigint[]) and not removed`.execute(
    tx.db,
  );
  return rows;
}

/** Whose answers to these questions stand. */
export async function readAnswerers(tx: Transaction, communityId: number, questionIds: Ids) {
  if (questionIds.length === 0) return [];
  const { rows } = await sql<{ questionId: number; memberId: number }>`
    select distinct question_id as "questionId", author_id as "memberId" from notifiable_answer
    where community_id = ${communityId} and question_id = any(${[...questionIds]}::bigint[])`.execute(tx.db);
  return rows;
}

/** Who follows any of these, ended follows included. */
export async function readFollowers(
  tx: Transaction,
  communityId: number,
  wanted: { readonly subject: Follower["subject"]; readonly keys: readonly string[] },
) {
  if (wanted.keys.length === 0) return [];
  return tx.db
    .selectFrom("follow")
    .where("community_id", "=", communityId)
    .where("subject", "=", wanted.subject)
    .where(sql<boolean>`key = any(${[...new Set(wanted.keys)]}::text[])`)
    .select(["member_id as memberId", "key", "because", "began_at as beganAt", "ended_at as endedAt"])
    .execute();
}
