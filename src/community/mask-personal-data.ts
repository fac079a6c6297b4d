import { type Actor, may } from "../accounts/index.ts";
import { maskMessage, messageToChange } from "../conversation/index.ts";
import { err, ok, type Result, refusal } from "../kernel/index.ts";
import type { Transaction } from "../store/index.ts";
import { findPersonalData, maskPersonalData, type PersonalDataKind } from "../text/index.ts";
import { findPost, type Post, type PostKind } from "./find-post.ts";
import { keepPersonalDataOf, lockQuestion, readLocale, setQuestionText } from "./queries/index.ts";

const missing = refusal("missing", "post-missing", "This does not exist.", "Go back and look at the page anew.");
const notAllowed = refusal(
  "forbidden",
  "not-allowed-to-mask",
  "You cannot mask this.",
  "Its author can, and so can staff and stewards; write to one of them.",
);
const nothingToMask = refusal(
  "conflict",
  "nothing-to-mask",
  "There is no personal data here that Kith knows of.",
  "Where there is some all the same, edit the text, or ask a steward to remove it.",
);

/** Whoever may take personal data out of a post: its author, and those who look after the community. */
export function mayMask(actor: Actor, authorId: number): boolean {
  return may(actor, "mask personal data") || may(actor, "edit own messages", { ownerId: authorId });
}

/**
 * Takes the personal data out of a post, for good: neither the post nor its history holds it any more, and the event says only what
 * kinds they were. Returns each kind once.
 */
export async function maskPost(
  tx: Transaction,
  actor: Actor,
  kind: PostKind,
  id: number,
): Promise<Result<{ questionId: number; masked: PersonalDataKind[] }>> {
  const found = await postToMask(tx, actor, kind, id);
  if (!found.ok) return found;
  const post = found.value;
  const locale = await readLocale(tx, actor.communityId);
  const kinds = new Set<PersonalDataKind>();
  const mask = (text: string): string => {
    const { text: without, masked } = maskPersonalData(text, locale);
    for (const one of masked) kinds.add(one.kind);
    return without;
  };
  const message = await maskMessage(tx, actor.communityId, post.messageId, mask);
  if (!message.ok) return message;
  if (kind === "question") await maskTitle(tx, actor.communityId, id, mask);
  if (kinds.size === 0) return err(nothingToMask);
  tx.append({
    ...{ communityId: actor.communityId, kind: `${kind}.masked`, actorId: actor.memberId },
    ...{ subject: kind, subjectId: id },
    data: { questionId: post.questionId, messageId: post.messageId, kinds: [...kinds] },
  });
  return ok({ questionId: post.questionId, masked: [...kinds] });
}

/** Says that what looks like personal data in a post may stay as it is; nobody is asked about these words again. */
export async function keepPost(
  tx: Transaction,
  actor: Actor,
  kind: PostKind,
  id: number,
): Promise<Result<{ questionId: number }>> {
  const found = await postToMask(tx, actor, kind, id);
  if (!found.ok) return found;
  const { messageId, questionId } = found.value;
  const message = await messageToChange(tx, actor.communityId, messageId);
  if (!message.ok) return message;
  await keepPersonalDataOf(tx, { communityId: actor.communityId, messageId, by: actor.memberId });
  tx.append({
    ...{ communityId: actor.communityId, kind: `${kind}.personal-data-kept`, actorId: actor.memberId },
    ...{ subject: kind, subjectId: id, data: { questionId } },
  });
  return ok({ questionId });
}

/** The post, behind its question's lock. */
async function postToMask(tx: Transaction, actor: Actor, kind: PostKind, id: number): Promise<Result<Post>> {
  const post = await findPost(tx, actor.communityId, kind, id);
  if (!post) return err(missing);
  await lockQuestion(tx, actor.communityId, post.questionId);
  return mayMask(actor, post.authorId) ? ok(post) : err(notAllowed);
}

const longestTitle = 200;

async function maskTitle(
  tx: Transaction,
  communityId: number,
  id: number,
  mask: (text: string) => string,
): Promise<void> {
  const question = await lockQuestion(tx, communityId, id);
  if (!question || findPersonalData(question.title).length === 0) return;
  const title = [...mask(question.title)].slice(0, longestTitle).join("");
  await setQuestionText(tx, question, title, question.tags);
}
