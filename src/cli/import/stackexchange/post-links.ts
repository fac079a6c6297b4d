import { findImported, listQuestionsById, readAnswersToConfirm } from "../../../community/index.ts";
import type { Transaction } from "../../../store/index.ts";
import { type Addressed, type FindPlace, nowhere, type Place, postAt } from "./post-address.ts";
import type { Run } from "./run.ts";

// Texts link to other posts of their site. Where those came along the links lead to them here; any other stays as it is.

/** What looks like the address of a post in HTML or Markdown. */
const addresses = /(?:(?:https?:)?\/\/[\w.-]+)?\/(?:questions|q|a)\/\d[^\s"<>()[\]]*/gi;

/** The posts of the site that a text links. */
export function linkedIn(text: string, host: string | null): Addressed[] {
  return (text.match(addresses) ?? []).flatMap((address) => postAt(address, host) ?? []);
}

/** What posts of a batch have become so far: the ledger has them once the whole batch is written. */
export interface Batch {
  readonly questions: ReadonlyMap<number, number>;
  readonly answers: ReadonlyMap<number, number>;
}

/** Looks up where the posts that a text links are here: those that were taken over before it. */
export async function findPlaces(run: Run, tx: Transaction, text: string, batch: Batch): Promise<FindPlace> {
  const linked = linkedIn(text, run.host);
  if (linked.length === 0) return nowhere;
  const { communityId } = run.key;
  const ids = linked.flatMap(({ postId, questionId }) => (questionId === null ? [postId] : [postId, questionId]));
  const find = async (kind: string, own: ReadonlyMap<number, number>) =>
    new Map([...(await findImported(tx.db, run.key, kind, ids)), ...own]);
  const questions = await find("question", batch.questions);
  const answers = await find("answer", batch.answers);
  const wanted = (found: ReadonlyMap<number, number>) => ids.flatMap((id) => found.get(id) ?? []);
  const answered = await readAnswersToConfirm(tx.db, communityId, wanted(answers));
  const of = [...wanted(questions), ...[...answered.values()].map(({ questionId }) => questionId)];
  const listed = await listQuestionsById(tx.db, communityId, [...new Set(of)]);
  const titles = new Map(listed.map(({ id, title }) => [id, title]));
  const placeOf = (postId: number): Place | undefined => {
    const answerId = answers.get(postId);
    const questionId = answerId === undefined ? questions.get(postId) : answered.get(answerId)?.questionId;
    const title = questionId === undefined ? undefined : titles.get(questionId);
    if (title === undefined) return undefined;
    return { path: `/c/${run.slug}/q/${questionId}${answerId === undefined ? "" : `#answer-${answerId}`}`, title };
  };
  return (address) => {
    const post = postAt(address, run.host);
    return post
      ? (placeOf(post.postId) ?? (post.questionId === null ? undefined : placeOf(post.questionId)))
      : undefined;
  };
}
