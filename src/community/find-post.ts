import type { Transaction } from "../store/index.ts";
import { findAnswer, findComment, findQuestion } from "./queries/index.ts";

/** A question, an answer or a comment. */
export type PostKind = "question" | "answer" | "comment";

/** A post as the verbs that take something away see it. */
export interface Post {
  readonly kind: PostKind;
  readonly id: number;
  readonly messageId: number;
  readonly questionId: number;
  readonly authorId: number;
  /** Whether others have built on it: then it is no longer its author's alone to take away. */
  readonly built: boolean;
}

/** A post by the id in its address. */
export async function findPost(tx: Transaction, communityId: number, kind: PostKind, id: number): Promise<Post | null> {
  if (kind === "comment") {
    const comment = await findComment(tx.db, communityId, id);
    return comment
      ? { kind, id, messageId: id, questionId: comment.questionId, authorId: comment.authorId, built: false }
      : null;
  }
  if (kind === "answer") {
    const answer = await findAnswer(tx.db, communityId, id);
    if (!answer) return null;
    const built = answer.confirmedAt !== null || answer.helpedCount > 0;
    return { kind, id, messageId: id, questionId: answer.questionId, authorId: answer.authorId, built };
  }
  const question = await findQuestion(tx.db, communityId, id);
  if (!question) return null;
  return {
    kind,
    id,
    messageId: question.messageId,
    questionId: id,
    authorId: question.askerId,
    built: question.answerCount > 0,
  };
}
