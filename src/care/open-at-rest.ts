import type { Transaction } from "../store/index.ts";
import { old, spread, stepsOf, tellOf } from "./follow-past.ts";
import type { Opening } from "./open-problem.ts";
import type { Problem } from "./problem.ts";
import { findAreaById } from "./queries/areas.ts";
import { provideDefaultTeam } from "./queries/people.ts";
import { insertProblems } from "./queries/problems.ts";
import { insertSteps } from "./queries/steps.ts";

/** Opens a problem of the past: it rests with its team, owned and looked at now and then, and hurries nobody until somebody speaks. */
export async function openAtRest(tx: Transaction, opening: Opening, openedAt: Date): Promise<Problem> {
  const { communityId, areaId, conversationId, messageId, askerId, title = null, language, groupId } = opening;
  const area = areaId === null ? undefined : await findAreaById(tx.db, communityId, areaId);
  const teamId = area?.teamId ?? (await provideDefaultTeam(tx, communityId));
  const [problem] = await insertProblems(tx, [
    {
      ...{ communityId, origin: opening.origin, questionId: null, conversationId, messageId, originProblemId: null },
      ...{ askerId, openedBy: null, openedAt, title, groupId, areaId, teamId, language },
      ...{ urgency: "low", rung: "solvers", owner: { kind: "team", id: teamId }, nextStep: "rest", gentle: true },
      ...{ nextActionAt: spread(tx.now, conversationId, old), foundQuestionId: null, foundAnswerId: null },
    },
  ]);
  if (!problem) throw new Error("a problem without a question is always opened");
  await insertSteps(tx, stepsOf(problem));
  tellOf(tx, problem);
  return problem;
}
