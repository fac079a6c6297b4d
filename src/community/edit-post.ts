import { type Actor, ensureMay, withinPostingAllowance } from "../accounts/index.ts";
import { type ChangedWords, editMessage, renderMarkdown } from "../conversation/index.ts";
import { err, ok, type Result, refusal } from "../kernel/index.ts";
import type { Transaction } from "../store/index.ts";
import { checkTags, checkTitle } from "./fields.ts";
import { mentionsOf } from "./mentions.ts";
import { findComment, lockAnswer, lockQuestion, rememberTags, setQuestionText } from "./queries/index.ts";
import { checkLanguage, languageOfQuestion, putLanguage } from "./question-language.ts";
import { answerMissing, questionMissing } from "./refusals.ts";

const commentMissing = refusal(
  "missing",
  "comment-missing",
  "This comment does not exist.",
  "Look at the question anew.",
);

/**
 * Changes the title, body, tags and language of one's own question; what stood there before is kept. A language that is left out stays
 * as it was chosen, or is read from the new words; null leaves it to the words.
 */
export async function editQuestion(
  tx: Transaction,
  actor: Actor,
  edit: {
    readonly questionId: number;
    readonly title: string;
    readonly body: string;
    readonly tags: readonly string[];
    readonly language?: string | null | undefined;
  },
): Promise<Result<{ questionId: number; title: string }>> {
  const question = await lockQuestion(tx, actor.communityId, edit.questionId);
  if (!question || question.removedAt) return err(questionMissing);
  const permitted = ensureMay(actor, "edit own messages", { ownerId: question.askerId });
  if (!permitted.ok) return permitted;
  const title = checkTitle(edit.title);
  if (!title.ok) return title;
  const tags = checkTags(edit.tags);
  if (!tags.ok) return tags;
  const kept = question.languageFrom === "person" ? question.language : null;
  const chosen = checkLanguage(edit.language === undefined ? kept : edit.language);
  if (!chosen.ok) return chosen;
  const renamed = title.value !== question.title || tags.value.join() !== question.tags.join();
  const edited = await editMessage(tx, {
    communityId: actor.communityId,
    id: question.messageId,
    by: actor.memberId,
    body: edit.body,
    ...(renamed ? { before: { title: question.title, tags: question.tags } } : {}),
  });
  if (!edited.ok) return edited;
  if (edited.value) {
    await setQuestionText(tx, question, title.value, tags.value);
    await rememberTags(tx, actor.communityId, tags.value);
    const post = { subject: "question", id: question.id, questionId: question.id };
    const told = await tell(tx, actor, post, edited.value);
    if (!told.ok) return told;
  }
  await putLanguage(
    tx,
    actor,
    question.id,
    await languageOfQuestion({ title: title.value, body: edit.body }, chosen.value),
  );
  return ok({ questionId: question.id, title: title.value });
}

/** Changes the text of one's own answer. */
export async function editAnswer(
  tx: Transaction,
  actor: Actor,
  answerId: number,
  body: string,
): Promise<Result<{ questionId: number }>> {
  const found = await lockAnswer(tx, actor.communityId, answerId);
  if (!found) return err(answerMissing);
  const permitted = ensureMay(actor, "edit own messages", { ownerId: found.answer.authorId });
  return permitted.ok ? edit(tx, actor, "answer", answerId, found.question.id, body) : permitted;
}

/** Changes the text of one's own comment. */
export async function editComment(
  tx: Transaction,
  actor: Actor,
  commentId: number,
  body: string,
): Promise<Result<{ questionId: number }>> {
  const comment = await findComment(tx.db, actor.communityId, commentId);
  if (!comment) return err(commentMissing);
  const permitted = ensureMay(actor, "edit own messages", { ownerId: comment.authorId });
  if (!permitted.ok) return permitted;
  await lockQuestion(tx, actor.communityId, comment.questionId);
  return edit(tx, actor, "comment", commentId, comment.questionId, body);
}

async function edit(
  tx: Transaction,
  actor: Actor,
  subject: string,
  id: number,
  questionId: number,
  body: string,
): Promise<Result<{ questionId: number }>> {
  const edited = await editMessage(tx, { communityId: actor.communityId, id, by: actor.memberId, body });
  if (!edited.ok) return edited;
  const told = edited.value ? await tell(tx, actor, { subject, id, questionId }, edited.value) : ok(undefined);
  return told.ok ? ok({ questionId }) : told;
}

/** Tells the log of a change. One that speaks to somebody new is as good as a post, and counts as one. */
async function tell(
  tx: Transaction,
  actor: Actor,
  post: { readonly subject: string; readonly id: number; readonly questionId: number },
  { html, bodyBefore }: ChangedWords,
): Promise<Result<void>> {
  const data = await mentionsOf(tx, actor, html, () => renderMarkdown(bodyBefore));
  const log = () =>
    tx.append({
      communityId: actor.communityId,
      kind: `${post.subject}.edited`,
      actorId: actor.memberId,
      subject: post.subject,
      subjectId: post.id,
      data: { questionId: post.questionId, ...data },
    });
  if (data.mentions) return withinPostingAllowance(tx, actor, async () => ok(log()));
  return ok(log());
}
