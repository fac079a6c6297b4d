import { type Actor, may } from "../accounts/index.ts";
import { removeMessage, restoreMessage } from "../conversation/index.ts";
import { err, ok, type Result, refusal } from "../kernel/index.ts";
import type { Transaction } from "../store/index.ts";
import { findPost, type Post, type PostKind } from "./find-post.ts";
import { lockQuestion, recountQuestion, setAnswerRemoved, setQuestionRemoved } from "./queries/index.ts";

const missing = refusal("missing", "post-missing", "This does not exist.", "Go back and look at the page anew.");
const notAllowed = refusal(
  "forbidden",
  "not-allowed-to-remove",
  "You cannot remove this.",
  "What others have answered is removed by a steward only; write to one of them.",
);

/**
 * Takes a post away from readers: one's own while nobody has built on it, or as a steward, with a reason that its author is told.
 * Nothing is destroyed: `restorePost` brings it back.
 */
export async function removePost(
  tx: Transaction,
  actor: Actor,
  kind: PostKind,
  id: number,
  because: string,
): Promise<Result<{ questionId: number }>> {
  const found = await postToRemove(tx, actor, kind, id);
  if (!found.ok) return found;
  const post = found.value;
  const own = post.authorId === actor.memberId && because.trim() === "";
  const removed = await removeMessage(tx, actor.communityId, post.messageId, own ? "Removed by its author." : because);
  if (!removed.ok) return removed;
  await setRemoved(tx, actor, post, true);
  return ok({ questionId: post.questionId });
}

/** Brings a removed post back: whoever may remove it may restore it. */
export async function restorePost(
  tx: Transaction,
  actor: Actor,
  kind: PostKind,
  id: number,
): Promise<Result<{ questionId: number }>> {
  const found = await postToRemove(tx, actor, kind, id);
  if (!found.ok) return found;
  const post = found.value;
  const restored = await restoreMessage(tx, actor.communityId, post.messageId);
  if (!restored.ok) return restored;
  await setRemoved(tx, actor, post, false);
  return ok({ questionId: post.questionId });
}

/** The post, behind its question's lock. */
async function postToRemove(tx: Transaction, actor: Actor, kind: PostKind, id: number): Promise<Result<Post>> {
  const before = await findPost(tx, actor.communityId, kind, id);
  if (!before) return err(missing);
  await lockQuestion(tx, actor.communityId, before.questionId);
  const post = (await findPost(tx, actor.communityId, kind, id)) ?? before;
  return mayRemove(actor, post) ? ok(post) : err(notAllowed);
}

/** The rule by which pages offer "remove", too. */
export function mayRemove(actor: Actor, post: { readonly authorId: number; readonly built: boolean }): boolean {
  if (may(actor, "remove messages")) return true;
  return may(actor, "remove own messages", { ownerId: post.authorId, answered: post.built });
}

async function setRemoved(tx: Transaction, actor: Actor, post: Post, removed: boolean): Promise<void> {
  const { communityId } = actor;
  const at = removed ? tx.now : null;
  if (post.kind === "question") await setQuestionRemoved(tx, communityId, post.id, at);
  if (post.kind === "answer") {
    await setAnswerRemoved(tx, communityId, post.id, at);
    await recountQuestion(tx, communityId, post.questionId);
  }
  tx.append({
    communityId,
    kind: `${post.kind}.${removed ? "removed" : "restored"}`,
    actorId: actor.memberId,
    subject: post.kind,
    subjectId: post.id,
    data: { questionId: post.questionId },
  });
}
