import { sql } from "kysely";
import type { Database, Transaction } from "../../store/index.ts";
import { languageOr } from "./languages.ts";
import { followTags } from "./question-tags.ts";

// Whole questions with all that was said, many at once: for the benchmark, which fills an installation in a minute. Nothing is
// checked here that the verbs check; whoever calls this made every word and every id.

/** Something said, with its HTML made by the renderer that every message goes through. */
export interface ThreadPost {
  readonly authorId: number;
  readonly body: string;
  readonly html: string;
  readonly at: Date;
}

export interface ThreadAnswer extends ThreadPost {
  readonly comments: readonly ThreadPost[];
  /** When the asker confirmed it. */
  readonly confirmedAt: Date | null;
  /** Members besides the asker who said that it solved theirs. */
  readonly helped: readonly number[];
}

/** A question with its answers in the order of their time. */
export interface Thread extends ThreadPost {
  readonly groupId: number;
  readonly title: string;
  readonly tags: readonly string[];
  readonly comments: readonly ThreadPost[];
  readonly answers: readonly ThreadAnswer[];
}

interface PostRow extends ThreadPost {
  readonly id: number;
  readonly questionId: number;
  readonly replyToId: number | null;
}

interface AnswerRow extends ThreadAnswer {
  readonly id: number;
  readonly questionId: number;
}

/** Writes the threads with their events; returns the questions' ids in the order of the threads. */
export async function insertThreads(
  tx: Transaction,
  communityId: number,
  threads: readonly Thread[],
): Promise<{ id: number; lastActivityAt: Date }[]> {
  const posts = threads.reduce((sum, thread) => sum + 1 + thread.comments.length + thread.answers.length, 0);
  const comments = threads.reduce((sum, { answers }) => sum + answers.reduce((n, a) => n + a.comments.length, 0), 0);
  const questionIds = await takeIds(tx, "conversation", threads.length);
  const messageIds = await takeIds(tx, "message", posts + comments);
  const rows = numbered(threads, questionIds, messageIds);

  const column = <Row, Value>(of: readonly Row[], pick: (row: Row) => Value) => of.map(pick);
  const { questions, messages, answers } = rows;
  await sql`
    insert into conversation (community_id, id, created_at)
    select ${communityId}, id, at
    from unnest(${column(questions, (q) => q.id)}::bigint[], ${column(questions, (q) => q.at)}::timestamptz[]) as row (id, at)`.execute(
    tx.db,
  );
  await sql`
    insert into message (community_id, id, conversation_id, author_id, reply_to_id, body, html, created_at)
    select ${communityId}, row.*
    from unnest(${column(messages, (m) => m.id)}::bigint[], ${column(messages, (m) => m.questionId)}::bigint[],
      ${column(messages, (m) => m.authorId)}::bigint[], ${column(messages, (m) => m.replyToId)}::bigint[],
      ${column(messages, (m) => m.body)}::text[], ${column(messages, (m) => m.html)}::text[],
      ${column(messages, (m) => m.at)}::timestamptz[]) as row`.execute(tx.db);
  await sql`
    insert into question (community_id, id, group_id, asker_id, message_id, title, tags, language, language_from,
      created_at, last_activity_at, last_answer_by, answer_count, confirmed_count, helped_count)
    select ${communityId}, id, group_id, asker_id, message_id, title, string_to_array(tags, ' '),
      ${languageOr(communityId, null)}, 'community', at, last_at, last_by, answers,
      confirmed, helped
    from unnest(${column(questions, (q) => q.id)}::bigint[], ${column(questions, (q) => q.groupId)}::bigint[],
      ${column(questions, (q) => q.authorId)}::bigint[], ${column(questions, (q) => q.messageId)}::bigint[],
      ${column(questions, (q) => q.title)}::text[], ${column(questions, (q) => q.tags.join(" "))}::text[],
      ${column(questions, (q) => q.at)}::timestamptz[], ${column(questions, (q) => q.lastActivityAt)}::timestamptz[],
      ${column(questions, (q) => q.answers.at(-1)?.authorId ?? null)}::bigint[],
      ${column(questions, (q) => q.answers.length)}::int[],
      ${column(questions, (q) => q.answers.filter((a) => a.confirmedAt).length)}::int[],
      ${column(questions, (q) => new Set(q.answers.flatMap((a) => a.helped)).size)}::int[])
      as row (id, group_id, asker_id, message_id, title, tags, at, last_at, last_by, answers, confirmed, helped)`.execute(
    tx.db,
  );
  await followTags(tx, communityId, questionIds);
  await sql`
    insert into answer (community_id, id, question_id, author_id, created_at, confirmed_at, helped_count)
    select ${communityId}, row.*
    from unnest(${column(answers, (a) => a.id)}::bigint[], ${column(answers, (a) => a.questionId)}::bigint[],
      ${column(answers, (a) => a.authorId)}::bigint[], ${column(answers, (a) => a.at)}::timestamptz[],
      ${column(answers, (a) => a.confirmedAt)}::timestamptz[], ${column(answers, (a) => a.helped.length)}::int[]) as row`.execute(
    tx.db,
  );
  const helped = answers.flatMap((answer) => answer.helped.map((memberId) => ({ answer, memberId })));
  await sql`
    insert into answer_helped (community_id, answer_id, member_id, created_at)
    select ${communityId}, row.*
    from unnest(${column(helped, (h) => h.answer.id)}::bigint[], ${column(helped, (h) => h.memberId)}::bigint[],
      ${column(helped, (h) => h.answer.at)}::timestamptz[]) as row`.execute(tx.db);
  const tags = [...new Set(threads.flatMap((thread) => thread.tags))];
  await sql`
    insert into tag (community_id, name, created_at)
    select ${communityId}, name, ${tx.now} from unnest(${tags}::text[]) as name on conflict do nothing`.execute(tx.db);
  appendEvents(tx, communityId, rows);
  return questions.map(({ id, lastActivityAt }) => ({ id, lastActivityAt }));
}

/** Takes numbers from a table's own sequence. */
async function takeIds(tx: Transaction, table: "conversation" | "message", count: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select nextval(pg_get_serial_sequence(${table}, 'id')) as id from generate_series(1, ${count})`.execute(tx.db);
  return rows.map(({ id }) => id);
}

function numbered(threads: readonly Thread[], questionIds: readonly number[], messageIds: readonly number[]) {
  let used = 0;
  const next = (): number => messageIds[used++] ?? 0;
  const messages: PostRow[] = [];
  const answers: AnswerRow[] = [];
  const questions = threads.map((thread, index) => {
    const id = questionIds[index] ?? 0;
    const say = (post: ThreadPost, replyToId: number | null): number => {
      const messageId = next();
      const { authorId, body, html, at } = post;
      messages.push({ id: messageId, questionId: id, authorId, replyToId, body, html, at });
      return messageId;
    };
    const messageId = say(thread, null);
    for (const comment of thread.comments) say(comment, messageId);
    for (const answer of thread.answers) {
      const answerId = say(answer, null);
      answers.push({ ...answer, id: answerId, questionId: id });
      for (const comment of answer.comments) say(comment, answerId);
    }
    return { ...thread, id, messageId, lastActivityAt: thread.answers.at(-1)?.at ?? thread.at };
  });
  return { questions, messages, answers };
}

function appendEvents(tx: Transaction, communityId: number, rows: ReturnType<typeof numbered>): void {
  for (const { id, groupId, authorId, at } of rows.questions) {
    const data = { groupId };
    tx.append({ communityId, kind: "question.asked", actorId: authorId, subject: "question", subjectId: id, data, at });
  }
  for (const { id, questionId, authorId, replyToId, at } of rows.messages) {
    if (replyToId === null) continue;
    const data = { questionId, messageId: replyToId };
    tx.append({ communityId, kind: "comment.made", actorId: authorId, subject: "comment", subjectId: id, data, at });
  }
  const askers = new Map(rows.questions.map((question) => [question.id, question.authorId]));
  for (const { id, questionId, authorId, at, confirmedAt, helped } of rows.answers) {
    const told = { communityId, subject: "answer", subjectId: id, data: { questionId } };
    tx.append({ ...told, kind: "answer.given", actorId: authorId, at });
    const askerId = askers.get(questionId) ?? null;
    if (confirmedAt) tx.append({ ...told, kind: "answer.confirmed", actorId: askerId, at: confirmedAt });
    for (const memberId of helped) tx.append({ ...told, kind: "answer.helped", actorId: memberId, at });
  }
}

/** How many of these answers are there whole: with their words and their event. */
export async function countWholeAnswers(
  database: Database,
  communityId: number,
  ids: readonly number[],
): Promise<number> {
  const { rows } = await sql<{ whole: number }>`
    select count(*)::int as whole from answer a
    join message m on m.community_id = a.community_id and m.id = a.id and m.body <> ''
    where a.community_id = ${communityId} and a.id = any(${[...ids]}::bigint[])
      and (select count(*) from event e where e.community_id = a.community_id and e.subject = 'answer'
        and e.subject_id = a.id and e.kind = 'answer.given') = 1`.execute(database);
  return rows[0]?.whole ?? 0;
}
