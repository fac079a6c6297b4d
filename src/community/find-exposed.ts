import type { Actor } from "../accounts/index.ts";
import type { Database } from "../store/index.ts";
import { findPersonalData, type PersonalDataKind } from "../text/index.ts";
import { mayMask } from "./mask-personal-data.ts";
import { type QuestionRead, readKept } from "./queries/index.ts";

/**
 * What looks like personal data in the posts of a question, by the id of the message, for a reader who may mask it: an author in
 * their own posts, staff and stewards in all. Posts of which somebody said that it may stay are left out until they are changed.
 */
export async function findExposed(
  database: Database,
  actor: Actor | null,
  question: QuestionRead,
): Promise<Map<number, PersonalDataKind[]>> {
  const exposed = new Map<number, PersonalDataKind[]>();
  if (!actor) return exposed;
  const posts = postsOf(question).filter(({ authorId }) => mayMask(actor, authorId));
  for (const { messageId, text } of posts) {
    const kinds = new Set(findPersonalData(text).map(({ kind }) => kind));
    if (kinds.size > 0) exposed.set(messageId, [...kinds]);
  }
  if (exposed.size === 0) return exposed;
  for (const messageId of await readKept(database, actor.communityId, [...exposed.keys()])) exposed.delete(messageId);
  return exposed;
}

function postsOf(question: QuestionRead) {
  const { messageId, title, body, asker, answers } = question;
  const comments = [...question.comments, ...answers.flatMap((answer) => answer.comments)];
  return [
    { messageId, authorId: asker.memberId, text: `${title}\n${body}` },
    ...[...answers, ...comments].map((post) => ({
      messageId: post.id,
      authorId: post.author.memberId,
      text: post.body,
    })),
  ];
}
