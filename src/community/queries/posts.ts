import { sql } from "kysely";
import { type Database, type Slots, statement, type Transaction } from "../../store/index.ts";
import { type LanguageFrom, languageOr, type QuestionLanguage } from "./languages.ts";
import { answersPerPage } from "./question-posts.ts";
import { followTags } from "./question-tags.ts";

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
  readonly language: string;
  readonly languageFrom: LanguageFrom;
}

function selectQuestion(db: Database, communityId: number, id: number) {
  return db
    .selectFrom("question")
    .select(["community_id as communityId", "id", "group_id as groupId", "asker_id as askerId"])
    .select(["message_id as messageId", "title", "tags", "answer_count as answerCount"])
    .select(["confirmed_count as confirmedCount", "reopened_at as reopenedAt", "removed_at as removedAt"])
    .select(["language", sql<LanguageFrom>`language_from`.as("languageFrom")])
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
    language: QuestionLanguage;
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
      language: languageOr(question.communityId, question.language.language),
      language_from: question.language.from,
      created_at: tx.now,
      last_activity_at: tx.now,
    })
    .execute();
  await followTags(tx, question.communityId, [question.id]);
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
  await followTags(tx, question.communityId, [question.id]);
}

/** What a message says, for whoever holds its question's lock. */
export async function findMessageBody(tx: Transaction, communityId: number, id: number): Promise<string> {
  const row = await tx.db
    .selectFrom("message")
    .select("body")
    .where("community_id", "=", communityId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row?.body ?? "";
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

export async function setReopened(tx: Transaction, question: QuestionRow, at: Date | null): Promise<void> {
  await tx.db
    .updateTable("question")
    .set({ reopened_at: at, ...(at ? { last_activity_at: at } : {}) })
    .where("community_id", "=", question.communityId)
    .where("id", "=", question.id)
    .execute();
  await followTags(tx, question.communityId, [question.id]);
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
  await followTags(tx, communityId, [id]);
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

const titleById = statement((db, slot: Slots<{ communityId: number; id: number }>) =>
  db
    .selectFrom("question")
    .select("title")
    .where("community_id", "=", slot("communityId"))
    .where("id", "=", slot("id"))
    .where("removed_at", "is", null),
);

/** A question's title, for its address; null where there is none to read. */
export async function readTitle(database: Database, communityId: number, id: number): Promise<string | null> {
  return (await titleById(database, { communityId, id }))[0]?.title ?? null;
}

/** Where an answer or a comment stands. */
export interface PostPlace {
  readonly questionId: number;
  readonly title: string;
  /** Which page of the question's answers, from 1. */
  readonly page: number;
}

/** Where an answer, or a comment on anything, stands among the pages of its question; undefined where there is none to read. */
export async function findPostPlace(
  database: Database,
  communityId: number,
  id: number,
): Promise<PostPlace | undefined> {
  const { rows } = await sql<PostPlace>`
    select q.id as "questionId", q.title, 1 + (
      select count(*) from answer b
      where b.community_id = q.community_id and b.question_id = q.id and b.removed_at is null
        and (b.confirmed_at is null, b.id) < (a.confirmed_at is null, a.id)
    )::int / ${answersPerPage}::int as page
    from message m
    join question q on q.community_id = m.community_id and q.id = m.conversation_id and q.removed_at is null
    left join answer a on a.community_id = m.community_id and a.id = coalesce(m.reply_to_id, m.id)
    where m.community_id = ${communityId} and m.id = ${id}`.execute(database);
  return rows[0];
}
