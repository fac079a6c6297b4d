import { findImported, relinkPost } from "../../../community/index.ts";
import { ok, type Result } from "../../../kernel/index.ts";
import type { Outcome, Phase } from "./batches.ts";
import { type FindPlace, nowhere, postAt } from "./post-address.ts";
import { type Batch, findPlaces, linkedIn } from "./post-links.ts";
import { type AnswerRow, type PostRow, type QuestionRow, readPost } from "./rows.ts";
import type { Run } from "./run.ts";

/**
 * Goes over the posts once more that link a later one, which was not there when they were taken over: whoever edited them over there put
 * that link in. Nothing is counted, because nothing comes with it.
 */
export function laterLinksPhase(run: Run): Phase<PostRow, Batch> {
  return {
    file: "Posts.xml",
    again: true,
    read: readPost,
    kindOf: (row) => {
      if (row.type !== "question" && row.type !== "answer") return null;
      const linksLater = linkedIn(row.body, run.host).some(({ postId }) => postId > row.id);
      return linksLater ? (row.type === "question" ? "questions" : "answers") : null;
    },
    async prepare(tx, rows) {
      const ids = rows.map(({ id }) => id);
      return {
        questions: await findImported(tx.db, run.key, "question", ids),
        answers: await findImported(tx.db, run.key, "answer", ids),
      };
    },
    async write(tx, row, found): Promise<Result<Outcome>> {
      const { type, body } = row as QuestionRow | AnswerRow;
      const id = (type === "question" ? found.questions : found.answers).get(row.id);
      if (id === undefined) return ok({ became: "waiting" });
      const places = await findPlaces(run, tx, body, found);
      const earlier: FindPlace = (address) => {
        const post = postAt(address, run.host);
        return post && post.postId < row.id ? places(address) : undefined;
      };
      // What was edited over there since it was taken over is another text, and stays as it is.
      const before = [earlier, nowhere].map((find) => run.convert(body, find));
      const words = { kind: type, id, before, body: run.convert(body, places) };
      const linked = await relinkPost(tx, run.key.communityId, words);
      return linked.ok ? ok({ became: "waiting" }) : linked;
    },
  };
}
