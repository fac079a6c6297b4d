import { type Actor, may } from "../accounts/index.ts";
import { err, ok, type Result } from "../kernel/index.ts";
import type { Database } from "../store/index.ts";
import { findProblem } from "./queries/problems.ts";
import { problemMissing } from "./refusals.ts";

/** Where somebody meets a problem: on its question's page, in its private case, on its asker's own page, or at the desk. */
export interface ProblemPlace {
  readonly at: "question" | "private-case" | "own" | "desk";
  /** null of a problem without a question, which stands on its asker's page and at the desk only. */
  readonly questionId: number | null;
}

/** Finds where this reader meets a problem; `said` where they look for words that were said off its question's page. */
export async function findProblemPlace(
  database: Database,
  actor: Actor,
  id: number,
  said: boolean,
): Promise<Result<ProblemPlace>> {
  const problem = await findProblem(database, actor.communityId, id);
  if (!problem) return err(problemMissing);
  const { questionId } = problem;
  if (problem.askerId === actor.memberId) {
    return ok({ at: questionId === null ? "own" : said ? "private-case" : "question", questionId });
  }
  if (may(actor, "see problems")) return ok({ at: "desk", questionId });
  return questionId === null ? err(problemMissing) : ok({ at: "question", questionId });
}
