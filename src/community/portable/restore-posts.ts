import { renderMarkdown } from "../../conversation/index.ts";
import { languageOfLocale, writtenLanguage } from "../../text/index.ts";
import { followTags, type QuestionLanguage, readLocale } from "../queries/index.ts";
import { languageOfQuestion } from "../question-language.ts";
import { remember } from "./ids.ts";
import { linksHere } from "./links-here.ts";
import * as write from "./queries/restore.ts";
import * as into from "./queries/restore-rows.ts";
import type { Context, Line } from "./restore.ts";

export async function restoreQuestions(context: Context, lines: readonly Line<"questions">[]): Promise<void> {
  const { tx, key, communityId, ids, announce } = context;
  await ids.load(
    "member",
    lines.flatMap(({ record }) => [record.askerId, record.lastAnswerBy]),
  );
  await ids.load(
    "group",
    lines.map(({ record }) => record.groupId),
  );
  const said = await linksHere(context, bodiesOf(lines));
  const conversations = await write.takeIds(tx, "conversation", lines.length);
  const messages = await write.takeIds(tx, "message", lines.length);
  const placed = lines.map((line, index) => ({
    ...line,
    id: conversations[index] ?? 0,
    messageId: messages[index] ?? 0,
    askerId: ids.of("member", line.record.askerId, line.line),
  }));
  const conversationRows = placed.map(({ id, record }) => {
    return { community_id: communityId, id, visibility: record.visibility, created_at: record.askedAt };
  });
  const messageRows = await Promise.all(
    placed.map(({ id, messageId, askerId, record }) =>
      message(communityId, { ...record, body: said(record.body), language: undefined }, record.askedAt, {
        id: messageId,
        conversationId: id,
        authorId: askerId,
        replyToId: null,
      }),
    ),
  );
  const own = languageOfLocale(await readLocale(tx, communityId));
  const languages = await Promise.all(placed.map(({ record }) => languageSaid(record)));
  const questionRows = placed.map(({ line, id, messageId, askerId, record }, index) => ({
    community_id: communityId,
    id,
    group_id: ids.of("group", record.groupId, line),
    asker_id: askerId,
    message_id: messageId,
    title: record.title,
    tags: record.tags,
    language: languages[index]?.language ?? own,
    language_from: languages[index]?.from ?? "community",
    created_at: record.askedAt,
    last_activity_at: record.lastActivityAt,
    last_answer_by: ids.ofMaybe("member", record.lastAnswerBy, line),
    reopened_at: record.reopenedAt,
    removed_at: record.removedAt,
  }));
  await into.insertConversations(tx, conversationRows);
  await into.insertMessages(tx, messageRows);
  await into.insertQuestions(tx, questionRows);
  await followTags(
    tx,
    communityId,
    placed.map(({ id }) => id),
  );
  for (const { id, askerId, record } of announce ? placed : []) {
    const event = { communityId, kind: "question.imported", actorId: askerId, subject: "question", subjectId: id };
    tx.append({ ...event, at: record.askedAt });
  }
  await remember(tx, key, "question", placed);
  await remember(
    tx,
    key,
    "message",
    placed.map(({ record, messageId }) => ({ record: { id: record.messageId }, id: messageId })),
  );
}

export async function restoreAnswers(context: Context, lines: readonly Line<"answers">[]): Promise<void> {
  const { tx, key, communityId, ids } = context;
  await ids.load(
    "member",
    lines.map(({ record }) => record.authorId),
  );
  await ids.load(
    "question",
    lines.map(({ record }) => record.questionId),
  );
  const said = await linksHere(context, bodiesOf(lines));
  const fresh = await write.takeIds(tx, "message", lines.length);
  const placed = lines.map(({ line, record }, index) => ({
    record: { ...record, body: said(record.body) },
    id: fresh[index] ?? 0,
    authorId: ids.of("member", record.authorId, line),
    conversationId: ids.of("question", record.questionId, line),
  }));
  const messageRows = placed.map(({ record, ...place }) =>
    message(communityId, record, record.answeredAt, { ...place, replyToId: null }),
  );
  await into.insertMessages(tx, await Promise.all(messageRows));
  const rows = placed.map(({ record, id, authorId, conversationId }) => ({
    community_id: communityId,
    id,
    question_id: conversationId,
    author_id: authorId,
    created_at: record.answeredAt,
    removed_at: record.removedAt,
  }));
  await into.insertAnswers(tx, rows);
  await remember(tx, key, "message", placed);
}

export async function restoreComments(context: Context, lines: readonly Line<"comments">[]): Promise<void> {
  const { tx, key, communityId, ids } = context;
  await ids.load(
    "member",
    lines.map(({ record }) => record.authorId),
  );
  await ids.load(
    "question",
    lines.map(({ record }) => record.questionId),
  );
  await ids.load(
    "message",
    lines.map(({ record }) => record.answerId),
  );
  const bodies = await write.findQuestionMessages(
    tx,
    communityId,
    lines.map(({ line, record }) => ids.of("question", record.questionId, line)),
  );
  const said = await linksHere(context, bodiesOf(lines));
  const fresh = await write.takeIds(tx, "message", lines.length);
  const placed = lines.map(({ line, record }, index) => {
    const conversationId = ids.of("question", record.questionId, line);
    const replyToId = ids.ofMaybe("message", record.answerId, line) ?? bodies.get(conversationId) ?? null;
    return {
      record: { ...record, body: said(record.body) },
      id: fresh[index] ?? 0,
      authorId: ids.of("member", record.authorId, line),
      conversationId,
      replyToId,
    };
  });
  const messageRows = placed.map(({ record, ...place }) => message(communityId, record, record.commentedAt, place));
  await into.insertMessages(tx, await Promise.all(messageRows));
  await remember(tx, key, "message", placed);
}

export async function restoreConfirmations(
  { tx, communityId, ids }: Context,
  lines: readonly Line<"confirmations">[],
): Promise<void> {
  await ids.load(
    "message",
    lines.map(({ record }) => record.answerId),
  );
  const rows = lines.map(({ line, record }) => {
    return { id: ids.of("message", record.answerId, line), at: record.confirmedAt };
  });
  await write.confirmAnswers(tx, communityId, rows);
}

/** Says which questions are duplicates of which, once all questions are there. */
export async function restoreOriginals(
  { tx, communityId, ids }: Context,
  lines: readonly Line<"questions">[],
): Promise<void> {
  const duplicates = lines.filter(({ record }) => record.duplicateOf !== null);
  await ids.load(
    "question",
    duplicates.flatMap(({ record }) => [record.id, record.duplicateOf]),
  );
  const rows = duplicates.map(({ line, record }) => ({
    id: ids.of("question", record.id, line),
    original: ids.of("question", record.duplicateOf ?? 0, line),
  }));
  if (rows.length > 0) await write.setOriginals(tx, communityId, rows);
}

/** Lets the words of questions and answers link other posts, once those are there. */
export async function restorePostLinks(
  context: Context,
  lines: readonly Line<"questions">[] | readonly Line<"answers">[],
): Promise<void> {
  const { tx, communityId, ids } = context;
  const linking = lines
    .map(({ line, record }) => ({ line, body: record.body, id: "messageId" in record ? record.messageId : record.id }))
    .filter(({ body }) => body.includes("/q/"));
  if (linking.length === 0) return;
  await ids.load(
    "message",
    linking.map(({ id }) => id),
  );
  const said = await linksHere(
    context,
    linking.map(({ body }) => body),
  );
  const rows = linking.map(({ line, id, body }) => {
    const here = said(body);
    return { id: ids.of("message", id, line), body: here, html: renderMarkdown(here) };
  });
  await write.setBodies(tx, communityId, rows);
}

function bodiesOf(lines: readonly { readonly record: { readonly body: string } }[]): string[] {
  return lines.map(({ record }) => record.body);
}

/** In which language a question is: what the export says; of one that says nothing, what its words do. */
async function languageSaid(record: Line<"questions">["record"]): Promise<QuestionLanguage> {
  if (!record.language) return languageOfQuestion(record, null);
  return { language: record.language, from: record.languageChosen ? "person" : "text" };
}

interface Said {
  readonly body: string;
  readonly language?: string | null | undefined;
  readonly editedAt: Date | null;
  readonly removedAt: Date | null;
  readonly removedBecause: string | null;
}

/** HTML is made anew of the words: what an export says is shown by the same rules as what is typed here. */
async function message(
  communityId: number,
  said: Said,
  at: Date,
  place: { id: number; conversationId: number; authorId: number; replyToId: number | null },
): Promise<into.MessageRow> {
  return {
    community_id: communityId,
    id: place.id,
    conversation_id: place.conversationId,
    author_id: place.authorId,
    reply_to_id: place.replyToId,
    body: said.body,
    html: renderMarkdown(said.body),
    language: said.language === undefined ? await writtenLanguage(said.body) : said.language,
    created_at: at,
    edited_at: said.editedAt,
    removed_at: said.removedAt,
    removed_because: said.removedAt === null ? null : (said.removedBecause ?? ""),
  };
}
