import { sql } from "kysely";
import { type Database, type Slots, statement, type Transaction } from "../../store/index.ts";

/** A question as verbs see it. */
export interface QuestionRow {
  readonly communityId: number;
  readonly id: number;
  readonly groupId: number;
  readonly askerId: number;
  readonly messageId: number;
  readonly title: string;
  readonly tags: string[];
  readonly answerCount: number;
  readonly confirmedCount: number;
  readonly reopenedAt: Date | null;
  readonly removedAt: Date | null;
}

function selectQuestion(db: Database, communityId: number, id: number) {
  return db
    .selectFrom("question")
    .select(["community_id as communityId", "id", "group_id as groupId", "asker_id as askerId"])
    .select(["message_id as messageId", "title", "tags", "answer_count as answerCount"])
    .select(["confirmed_count as confirmedCount", "reopened_at as reopenedAt", "removed_at as removedAt"])
    .where("community_id", "=", communityId)
    .where("id", "=", id);
}

export async function findQuestion(
  database: Database,
  communityId: number,
  id: number,
): Promise<QuestionRow | undefined> {
  return selectQuestion(database, communityId, id).executeTakeFirst();
}

/**
 * The question, locked until the transaction ends. Whatever changes a question, its answers or its comments takes this lock first,
 * so that changes to one question come one after the other and never wait for each other in a circle.
 */
export async function lockQuestion(tx: Transaction, communityId: number, id: number): Promise<QuestionRow | undefined> {
  return selectQuestion(tx.db, communityId, id).forUpdate().executeTakeFirst();
}

export async function insertQuestion(
  tx: Transaction,
  question: {
    communityId: number;
    id: number;
    groupId: number;
    askerId: number;
    messageId: number;
    title: string;
    tags: readonly string[];
  },
): Promise<void> {
  await tx.db
    .insertInto("question")
    .values({
      community_id: question.communityId,
      id: question.id,
      group_id: question.groupId,
      asker_id: question.askerId,
      message_id: question.messageId,
      title: question.title,
      tags: [...question.tags],
      created_at: tx.now,
      last_activity_at: tx.now,
    })
    .execute();
}

export async function setQuestionText(
  tx: Transaction,
  question: QuestionRow,
  title: string,
  tags: readonly string[],
): Promise<void> {
  await tx.db
    .updateTable("question")
    .set({ title, tags: [...tags] })
    .where("community_id", "=", question.communityId)
    .where("id", "=", question.id)
    .execute();
}

/** Puts new tags into the community's list of tags. */
export async function rememberTags(tx: Transaction, communityId: number, tags: readonly string[]): Promise<void> {
  if (tags.length === 0) return;
  await tx.db
    .insertInto("tag")
    .values(tags.map((name) => ({ community_id: communityId, name, created_at: tx.now })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

const countOneMore = statement(
  (db, slot: Slots<{ communityId: number; questionId: number; authorId: number; at: Date }>) =>
    db
      .updateTable("question")
      .set({ answer_count: sql`answer_count + 1`, last_activity_at: slot("at"), last_answer_by: slot("authorId") })
      .where("community_id", "=", slot("communityId"))
      .where("id", "=", slot("questionId"))
      .returning("removed_at as removedAt"),
);

/** Counts one more answer and locks the question; undefined where there is no such question. */
export async function countAnswer(
  tx: Transaction,
  communityId: number,
  questionId: number,
  authorId: number,
): Promise<{ removedAt: Date | null } | undefined> {
  return (await countOneMore(tx.db, { communityId, questionId, authorId, at: tx.now }))[0];
}

export async function setReopened(tx: Transaction, question: QuestionRow, at: Date | null): Promise<void> {
  await tx.db
    .updateTable("question")
    .set({ reopened_at: at, ...(at ? { last_activity_at: at } : {}) })
    .where("community_id", "=", question.communityId)
    .where("id", "=", question.id)
    .execute();
}

export async function setQuestionRemoved(
  tx: Transaction,
  communityId: number,
  id: number,
  at: Date | null,
): Promise<void> {
  await tx.db
    .updateTable("question")
    .set({ removed_at: at })
    .where("community_id", "=", communityId)
    .where("id", "=", id)
    .execute();
}

/** Counts a question's answers, confirmations and people helped anew; the caller holds the question's lock. */
export async function recountQuestion(tx: Transaction, communityId: number, questionId: number): Promise<void> {
  await sql`
    update question q set
      answer_count = (
        select count(*) from answer a where a.community_id = q.community_id and a.question_id = q.id and a.removed_at is null),
      confirmed_count = (
        select count(*) from answer a
        where a.community_id = q.community_id and a.question_id = q.id and a.removed_at is null and a.confirmed_at is not null),
      helped_count = (
        select count(distinct h.member_id) from answer a
        join answer_helped h on h.community_id = a.community_id and h.answer_id = a.id
        where a.community_id = q.community_id and a.question_id = q.id and a.removed_at is null)
    where q.community_id = ${communityId} and q.id = ${questionId}`.execute(tx.db);
}

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

export async function findComment(
  database: Database,
  communityId: number,
  id: number,
): Promise<{ questionId: number; authorId: number } | undefined> {
  return database
    .selectFrom("message")
    .innerJoin("question", (join) =>
      join
        .onRef("question.community_id", "=", "message.community_id")
        .onRef("question.id", "=", "message.conversation_id"),
    )
    .select(["question.id as questionId", "message.author_id as authorId"])
    .where("message.community_id", "=", communityId)
    .where("message.id", "=", id)
    .where("message.reply_to_id", "is not", null)
    .executeTakeFirst();
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
