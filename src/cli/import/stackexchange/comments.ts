import { addComment, findImported } from "../../../community/index.ts";
import { ok, type Result } from "../../../kernel/index.ts";
import type { Outcome, Phase } from "./batches.ts";
import { commentToMarkdown } from "./escape-markdown.ts";
import { type Authors, authorOf, findAuthors } from "./members.ts";
import { findPlaces } from "./post-links.ts";
import { type CommentRow, readComment } from "./rows.ts";
import { actorOf, type Run } from "./run.ts";

interface Found {
  readonly comments: Map<number, number>;
  readonly questions: Map<number, number>;
  readonly answers: Map<number, number>;
  readonly authors: Authors;
}

/** Comments on questions and answers. */
export function commentsPhase(run: Run): Phase<CommentRow, Found> {
  return {
    file: "Comments.xml",
    read: readComment,
    kindOf: () => "comments",
    async prepare(tx, rows) {
      const posts = rows.map(({ postId }) => postId);
      return {
        comments: await findImported(
          tx.db,
          run.key,
          "comment",
          rows.map(({ id }) => id),
        ),
        questions: await findImported(tx.db, run.key, "question", posts),
        answers: await findImported(tx.db, run.key, "answer", posts),
        authors: await findAuthors(tx, run, rows),
      };
    },
    async write(tx, row, found): Promise<Result<Outcome>> {
      if (found.comments.has(row.id)) return ok({ became: "known" });
      const questionId = found.questions.get(row.postId);
      const answerId = found.answers.get(row.postId);
      const target = questionId !== undefined ? { questionId } : answerId !== undefined ? { answerId } : null;
      if (!target) return ok({ became: "left", reason: `The post it comments on, ${row.postId}, is not there.` });
      const author = await authorOf(tx, run, row, found.authors);
      if (!author.ok) return author;
      const actor = actorOf(run, author.value.memberId);
      const body = commentToMarkdown(row.text, await findPlaces(run, tx, row.text, found));
      const made = await addComment(tx, actor, target, body);
      if (!made.ok) return made;
      found.comments.set(row.id, made.value.id);
      const item = { kind: "comment", sourceId: row.id, targetId: made.value.id };
      return ok({ became: "new", items: [...author.value.items, item] });
    },
  };
}
