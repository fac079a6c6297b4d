import { sql } from "kysely";
import { type Database, type Slots, statement, type Transaction } from "../../store/index.ts";
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

const insertOneAnswer = statement(
  (db, slot: Slots<{ communityId: number; id: number; questionId: number; authorId: number; at: Date }>) =>
    db.insertInto("answer").values({
      community_id: slot("communityId"),
      id: slot("id"),
      question_id: slot("questionId"),
      author_id: slot("authorId"),
      created_at: slot("at"),
    }),
);

export async function insertAnswer(
  tx: Transaction,
  answer: { communityId: number; id: number; questionId: number; authorId: number },
): Promise<void> {
  const { communityId, id, questionId, authorId } = answer;
  await insertOneAnswer(tx.db, { communityId, id, questionId, authorId, at: tx.now });
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
