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
  question: QuestionRead<string | null>,
): Promise<Map<number, PersonalDataKind[]>> {
  const exposed = new Map<number, PersonalDataKind[]>();
  if (!actor) return exposed;
  for (const { messageId, text } of postsMaskedBy(actor, question)) {
    const kinds = new Set(findPersonalData(text).map(({ kind }) => kind));
    if (kinds.size > 0) exposed.set(messageId, [...kinds]);
  }
  if (exposed.size === 0) return exposed;
  for (const messageId of await readKept(database, actor.communityId, [...exposed.keys()])) exposed.delete(messageId);
  return exposed;
}

/** The posts that this reader may mask, and what they say. */
function postsMaskedBy(
  actor: Actor,
  { messageId, title, body, asker, answers, comments }: QuestionRead<string | null>,
) {
  const replies = [answers, comments, ...answers.map((answer) => answer.comments)]
    .flat()
    .filter((post) => mayMask(actor, post.author.memberId))
    .map((post) => ({ messageId: post.id, text: post.body ?? "" }));
  return mayMask(actor, asker.memberId) ? [{ messageId, text: `${title}\n${body}` }, ...replies] : replies;
}
