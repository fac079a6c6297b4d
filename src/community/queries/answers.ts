import { sql } from "kysely";
import { type Database, type Slots, statement, type Transaction } from "../../store/index.ts";
import { compilable } from "./lists.ts";
import { lockQuestion, type QuestionRow } from "./posts.ts";

/** An answer as verbs see it. */
export interface AnswerRow {
  readonly communityId: number;
  readonly id: number;
  readonly questionId: number;
  readonly authorId: number;
  readonly confirmedAt: Date | null;
  readonly helpedCount: number;
  readonly removedAt: Date | null;
}

function selectAnswer(db: Database, communityId: number, id: number) {
  return db
    .selectFrom("answer")
    .select(["community_id as communityId", "id", "question_id as questionId", "author_id as authorId"])
    .select(["confirmed_at as confirmedAt", "helped_count as helpedCount", "removed_at as removedAt"])
    .where("community_id", "=", communityId)
    .where("id", "=", id);
}

export async function findAnswer(database: Database, communityId: number, id: number): Promise<AnswerRow | undefined> {
  return selectAnswer(database, communityId, id).executeTakeFirst();
}

/** An answer that is there, with its question, both as they stand behind the question's lock; undefined where either is gone. */
export async function lockAnswer(
  tx: Transaction,
  communityId: number,
  id: number,
): Promise<{ answer: AnswerRow; question: QuestionRow } | undefined> {
  const found = await findAnswer(tx.db, communityId, id);
  const question = found ? await lockQuestion(tx, communityId, found.questionId) : undefined;
  if (!question || question.removedAt) return undefined;
  const answer = await selectAnswer(tx.db, communityId, id).where("removed_at", "is", null).executeTakeFirst();
  return answer ? { answer, question } : undefined;
}

interface NewAnswer {
  readonly communityId: number;
  readonly questionId: number;
  readonly authorId: number;
  readonly body: string;
  readonly html: string;
  readonly language: string | null;
}

/**
 * Everything that an answer writes, in one statement, because each way to the database and back costs as much as a row. Counting
 * comes first and locks the question: answers to one question come one after the other, and the count is never off.
 */
const insertWholeAnswer = statement((db, slot: Slots<NewAnswer & { at: Date }>) =>
  compilable<{ id: number }>(
    db,
    sql`
    with counted as (
      update question
      set answer_count = answer_count + 1, last_activity_at = ${slot("at")}, last_answer_by = ${slot("authorId")}
      where community_id = ${slot("communityId")} and id = ${slot("questionId")} and removed_at is null
      returning community_id, id
    ), moved as (
      update question_tag t set last_activity_at = ${slot("at")}
      from counted where t.community_id = counted.community_id and t.question_id = counted.id
    ), said as (
      insert into message (community_id, conversation_id, author_id, body, html, language, created_at)
      select community_id, id, ${slot("authorId")}, ${slot("body")}, ${slot("html")}, ${slot("language")}, ${slot("at")} from counted
      returning community_id, id, conversation_id, author_id, created_at
    )
    insert into answer (community_id, id, question_id, author_id, created_at)
    select community_id, id, conversation_id, author_id, created_at from said returning id`,
  ),
);

/** Puts an answer away and counts it; returns its id, or null where there is no such question, or a removed one. */
export async function insertAnswer(tx: Transaction, answer: NewAnswer): Promise<number | null> {
  return (await insertWholeAnswer(tx.db, { ...answer, at: tx.now }))[0]?.id ?? null;
}

export async function setConfirmed(tx: Transaction, answer: AnswerRow, at: Date | null): Promise<void> {
  await tx.db
    .updateTable("answer")
    .set({ confirmed_at: at })
    .where("community_id", "=", answer.communityId)
    .where("id", "=", answer.id)
    .execute();
}

export async function setAnswerRemoved(
  tx: Transaction,
  communityId: number,
  id: number,
  at: Date | null,
): Promise<void> {
  await tx.db
    .updateTable("answer")
    .set({ removed_at: at })
    .where("community_id", "=", communityId)
    .where("id", "=", id)
    .execute();
}

/** Records or takes back that an answer helped a member; true where that changed anything. */
export async function setHelped(
  tx: Transaction,
  answer: AnswerRow,
  memberId: number,
  helped: boolean,
): Promise<boolean> {
  const key = { community_id: answer.communityId, answer_id: answer.id, member_id: memberId };
  const changed = helped
    ? await tx.db
        .insertInto("answer_helped")
        .values({ ...key, created_at: tx.now })
        .onConflict((conflict) => conflict.doNothing())
        .returning("answer_id")
        .execute()
    : await tx.db
        .deleteFrom("answer_helped")
        .where("community_id", "=", key.community_id)
        .where("answer_id", "=", key.answer_id)
        .where("member_id", "=", key.member_id)
        .returning("answer_id")
        .execute();
  if (changed.length === 0) return false;
  await tx.db
    .updateTable("answer")
    .set({ helped_count: helped ? sql`helped_count + 1` : sql`helped_count - 1` })
    .where("community_id", "=", answer.communityId)
    .where("id", "=", answer.id)
    .execute();
  return true;
}

/** The new thanks' id, or null where this member has thanked for this answer before. */
export async function insertThanks(
  tx: Transaction,
  answer: AnswerRow,
  fromId: number,
  note: string,
): Promise<number | null> {
  const row = await tx.db
    .insertInto("thanks")
    .values({
      community_id: answer.communityId,
      message_id: answer.id,
      from_id: fromId,
      to_id: answer.authorId,
      note,
      created_at: tx.now,
    })
    .onConflict((conflict) => conflict.columns(["community_id", "message_id", "from_id"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id ?? null;
}
