import { type Actor, ensureMay } from "../accounts/index.ts";
import { ok, type Result } from "../kernel/index.ts";
import type { ShownSuggestions } from "../search/index.ts";
import type { Transaction } from "../store/index.ts";
import { keepQuestions } from "./queries/index.ts";

/** What somebody did about the solved questions that they were shown while they typed theirs. */
export interface Judgement {
  /** One of them answered, none of them did, or the question was asked all the same. */
  readonly outcome: "accepted" | "rejected" | "asked";
  readonly shown: ShownSuggestions;
  /** Of those that were shown, the ones that were opened. */
  readonly opened?: readonly number[];
  /** The question that answered, or the one that was asked. */
  readonly questionId?: number;
  readonly answerId?: number;
}

/**
 * Notes what was shown and what came of it, by ids alone: what evidence counts, and never what was typed. It is written when somebody
 * acts, not while they type. Where nothing was shown, nothing is noted.
 */
export async function judgeSuggestions(
  tx: Transaction,
  actor: Actor,
  judgement: Judgement,
): Promise<Result<{ noted: boolean }>> {
  const permitted = ensureMay(actor, "ask questions");
  if (!permitted.ok) return permitted;
  const { communityId, memberId } = actor;
  const { outcome, shown, opened = [], questionId, answerId } = judgement;
  // It went through a browser: what is not of this community was not shown here.
  const here = new Set(await keepQuestions(tx.db, communityId, shown.questionIds));
  const questionIds = shown.questionIds.filter((id) => here.has(id));
  if (questionIds.length === 0) return ok({ noted: false });
  tx.append({
    communityId,
    kind: "suggestions.judged",
    actorId: memberId,
    subject: "search",
    subjectId: communityId,
    data: {
      outcome,
      verdict: shown.verdict,
      probability: shown.probability,
      ranking: shown.ranking,
      arm: shown.arm,
      shown: questionIds,
      opened: questionIds.filter((id) => opened.includes(id)),
      ...(questionId === undefined ? {} : { questionId }),
      ...(answerId === undefined ? {} : { answerId }),
    },
  });
  return ok({ noted: true });
}
