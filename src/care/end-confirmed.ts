import type { Transaction } from "../store/index.ts";
import { ended, move } from "./move.ts";
import type { Problem } from "./problem.ts";
import { answerPendingChecks, insertChecks } from "./queries/checks.ts";
import { lockDuplicatesOf } from "./queries/problems.ts";
import { dayMs } from "./settings.ts";

/** What is known of how it was solved. */
export interface Solved {
  /** Whose answer it was, and which one, where it was an answer. */
  readonly byId: number | null;
  readonly answerId: number | null;
  /** When the asker said so. */
  readonly at: Date;
}

/**
 * The asker said that it is solved: it is over, and the asker is asked again after 7 and 30 days. Checks that would lie in the past are
 * not made: nobody is asked about last year.
 */
export async function endConfirmed(tx: Transaction, problem: Problem, solved: Solved): Promise<Problem> {
  const { askerId, communityId, id } = problem;
  await answerPendingChecks(tx, problem, "solved");
  const checks = ([7, 30] as const).map((days) => ({
    kind: days === 7 ? ("week" as const) : ("month" as const),
    dueAt: new Date(solved.at.getTime() + days * dayMs),
  }));
  await insertChecks(
    tx,
    problem,
    checks.filter(({ dueAt }) => dueAt > tx.now),
    solved.answerId,
  );
  const moved = await move(tx, problem, {
    change: {
      ...ended(tx.now),
      overAt: solved.at,
      overAs: "confirmed",
      overBy: askerId,
      solvedBy: solved.byId,
      solvedAnswerId: solved.answerId,
    },
    reason: { code: "confirmed" },
    clocks: "over",
    event: {
      kind: "problem.ended",
      data: {
        as: "confirmed",
        solvedById: solved.byId,
        ...(solved.answerId === null ? {} : { answerId: solved.answerId }),
      },
    },
    byId: askerId,
  });
  await tellDuplicates(tx, communityId, id);
  return moved;
}

/** Those who reported the same hear that the original is solved; each can say that theirs is not. */
async function tellDuplicates(tx: Transaction, communityId: number, originalId: number): Promise<void> {
  for (const { id, askerId } of await lockDuplicatesOf(tx, communityId, originalId)) {
    const data = { originalId, askerId };
    tx.append({ communityId, kind: "problem.original-solved", actorId: null, subject: "problem", subjectId: id, data });
  }
}
