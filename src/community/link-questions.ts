import { err, ok, type Result, refusal } from "../kernel/index.ts";
import type { Transaction } from "../store/index.ts";
import { insertLink, isDuplicateOf, lockQuestion, setDuplicateOf } from "./queries/index.ts";
import { questionMissing } from "./refusals.ts";

export type LinkKind = "related" | "duplicate";

const linkedToItself = refusal(
  "invalid",
  "linked-to-itself",
  "A question cannot be linked to itself.",
  "Choose another question.",
);

/**
 * Links two questions for Kith itself: an import brings such links, and who made them is not known. Linking twice changes nothing.
 *
 * A duplicate stays readable and leads to its original. It counts as a duplicate from then on, unless its own asker confirmed an
 * answer: what was solved stays solved. Duplicates never lead in a circle; where they would, only the link is kept.
 */
export async function linkQuestions(
  tx: Transaction,
  link: {
    readonly communityId: number;
    /** The one that refers to the other; with `duplicate`, the later one. */
    readonly questionId: number;
    readonly otherId: number;
    readonly kind: LinkKind;
  },
): Promise<Result<{ linked: boolean; duplicate: boolean }>> {
  const { communityId, questionId, otherId, kind } = link;
  if (questionId === otherId) return err(linkedToItself);
  // In the order of ids, so that two links between the same questions never wait for each other in a circle.
  const first = await lockQuestion(tx, communityId, Math.min(questionId, otherId));
  const second = await lockQuestion(tx, communityId, Math.max(questionId, otherId));
  if (!first || !second) return err(questionMissing);
  const question = first.id === questionId ? first : second;

  const linked = await insertLink(tx, link);
  if (!linked) return ok({ linked, duplicate: false });
  const duplicate =
    kind === "duplicate" &&
    question.confirmedCount === 0 &&
    !(await isDuplicateOf(tx, communityId, otherId, questionId));
  if (duplicate) await setDuplicateOf(tx, communityId, questionId, otherId);
  tx.append({
    communityId,
    kind: "question.linked",
    actorId: null,
    subject: "question",
    subjectId: questionId,
    data: { otherId, kind, duplicate },
  });
  return ok({ linked, duplicate });
}
