import { findImported, linkQuestions, readAnswersToConfirm } from "../../../community/index.ts";
import { ok, type Result } from "../../../kernel/index.ts";
import type { Transaction } from "../../../store/index.ts";
import type { Outcome, Phase } from "./batches.ts";
import { type LinkRow, readLink } from "./rows.ts";
import type { Run } from "./run.ts";

interface Found {
  readonly links: Map<number, number>;
  /** Questions by the id of a post: the question itself, or one of its answers. */
  readonly questions: Map<number, number>;
}

/** Why a link is left out. */
export const linkReasons = {
  unknown: "Its LinkTypeId is none that is known.",
  absent: (id: number) => `A post that it links, ${id}, is not there.`,
  itself: "It links a question to itself.",
} as const;

/** Links between posts become links between their questions; a duplicate leads to its original. */
export function linksPhase(run: Run): Phase<LinkRow, Found> {
  return {
    file: "PostLinks.xml",
    read: readLink,
    kindOf: () => "links",
    prepare: (tx, rows) => find(run, tx, rows),
    async write(tx, row, found): Promise<Result<Outcome>> {
      if (found.links.has(row.id)) return ok({ became: "known" });
      if (row.kind === "other") return ok({ became: "left", reason: linkReasons.unknown });
      const questionId = found.questions.get(row.postId);
      const otherId = found.questions.get(row.otherId);
      if (questionId === undefined || otherId === undefined) {
        const absent = questionId === undefined ? row.postId : row.otherId;
        return ok({ became: "left", reason: linkReasons.absent(absent) });
      }
      if (questionId === otherId) return ok({ became: "left", reason: linkReasons.itself });
      const link = { communityId: run.key.communityId, questionId, otherId, kind: row.kind };
      const linked = await linkQuestions(tx, link);
      if (!linked.ok) return linked;
      const item = { kind: "link", sourceId: row.id, targetId: questionId };
      const duplicate = { kind: "duplicate", sourceId: row.id, targetId: otherId };
      return ok({ became: "new", items: linked.value.duplicate ? [item, duplicate] : [item] });
    },
  };
}

async function find(run: Run, tx: Transaction, rows: readonly LinkRow[]): Promise<Found> {
  const posts = rows.flatMap((row) => [row.postId, row.otherId]);
  const questions = await findImported(tx.db, run.key, "question", posts);
  const answers = await findImported(tx.db, run.key, "answer", posts);
  const answered = await readAnswersToConfirm(tx.db, run.key.communityId, [...answers.values()]);
  for (const [sourceId, answerId] of answers) {
    const answer = answered.get(answerId);
    if (answer) questions.set(sourceId, answer.questionId);
  }
  return {
    links: await findImported(
      tx.db,
      run.key,
      "link",
      rows.map(({ id }) => id),
    ),
    questions,
  };
}
