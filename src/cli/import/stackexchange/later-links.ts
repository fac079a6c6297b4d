import { findImported, relinkPosts } from "../../../community/index.ts";
import { ok, type Result } from "../../../kernel/index.ts";
import type { Outcome, Phase } from "./batches.ts";
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
      const linked = await relinkPosts(tx, run.key.communityId, [{ kind: type, id, body: run.convert(body, places) }]);
      return linked.ok ? ok({ became: "waiting" }) : linked;
    },
  };
}
