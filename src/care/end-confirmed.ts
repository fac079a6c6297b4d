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

/** The asker said that it is solved: it is over, and the asker is asked again after 7 and 30 days. */
export async function endConfirmed(tx: Transaction, problem: Problem, solved: Solved): Promise<Problem> {
  const { askerId, communityId, id } = problem;
  await answerPendingChecks(tx, problem, "solved");
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
  await checkLater(tx, moved);
  await tellDuplicates(tx, communityId, id);
  return moved;
}

/** Asks again 7 and 30 days after the asker said that it is solved; not where that is past already: nobody is asked about last year. */
export async function checkLater(tx: Transaction, problem: Problem): Promise<void> {
  const { overAt, overAs, solvedAnswerId } = problem;
  if (!overAt || overAs !== "confirmed") return;
  const checks = ([7, 30] as const).map((days) => ({
    kind: days === 7 ? ("week" as const) : ("month" as const),
    dueAt: new Date(overAt.getTime() + days * dayMs),
  }));
  const toCome = checks.filter(({ dueAt }) => dueAt > tx.now);
  if (toCome.length > 0) await insertChecks(tx, problem, toCome, solvedAnswerId);
}

/** Those who reported the same hear that the original is solved; each can say that theirs is not. */
async function tellDuplicates(tx: Transaction, communityId: number, originalId: number): Promise<void> {
  for (const { id, askerId } of await lockDuplicatesOf(tx, communityId, originalId)) {
    const data = { originalId, askerId };
    tx.append({ communityId, kind: "problem.original-solved", actorId: null, subject: "problem", subjectId: id, data });
  }
}
