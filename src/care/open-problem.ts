import type { Transaction } from "../store/index.ts";
import type { Step } from "./ladder.ts";
import { move } from "./move.ts";
import type { Origin, Problem, Urgency } from "./problem.ts";
import { findAreaById } from "./queries/areas.ts";
import { provideDefaultTeam } from "./queries/people.ts";
import { insertProblems } from "./queries/problems.ts";
import { firstStep } from "./route.ts";

/** What a problem is opened with. */
export interface Opening {
  readonly communityId: number;
  readonly origin: Origin;
  readonly askerId: number;
  readonly conversationId: number;
  readonly messageId: number | null;
  readonly questionId?: number;
  readonly originProblemId?: number;
  /** Who opened it, where that is not the asker. */
  readonly openedBy?: number;
  /** Of a problem without a question. */
  readonly title?: string;
  readonly groupId: number | null;
  readonly areaId: number | null;
  readonly urgency: Urgency;
  readonly language: string | null;
  /** When the asker wrote it, where that was elsewhere and before now. */
  readonly askerSpokeAt?: Date | undefined;
  /** A solved answer that fits. */
  readonly found: { readonly questionId: number; readonly answerId: number } | null;
}

/**
 * Opens a problem with its owner, its next action and its clocks, and appends `problem.opened`. Who may is for the caller to decide.
 * Null where its question has one already.
 */
export async function openProblem(tx: Transaction, opening: Opening): Promise<Problem | null> {
  const { communityId, groupId, areaId, urgency, askerId, found } = opening;
  const area = areaId === null ? undefined : await findAreaById(tx.db, communityId, areaId);
  const teamId = area?.teamId ?? (await provideDefaultTeam(tx, communityId));
  const routed = { communityId, groupId, areaId, urgency, askerId, found, teamId, rung: null, reopened: 0 };
  const step = await firstStep(tx, routed);
  const [problem] = await insertProblems(tx, [rowOf(opening, teamId, step, tx.now)]);
  if (!problem) return null;
  const byId = opening.openedBy ?? askerId;
  const data = { origin: opening.origin, askerId, ...(groupId === null ? {} : { groupId }), urgency };
  return move(tx, problem, {
    change: {},
    reason: step.reason,
    clocks: "opened",
    event: { kind: "problem.opened", data },
    byId,
  });
}

function rowOf(opening: Opening, teamId: number, step: Step, now: Date) {
  return {
    ...opening,
    questionId: opening.questionId ?? null,
    originProblemId: opening.originProblemId ?? null,
    openedBy: opening.openedBy ?? null,
    title: opening.title ?? null,
    teamId,
    openedAt: now,
    rung: step.rung,
    owner: step.owner,
    nextActionAt: step.nextActionAt,
    nextStep: "climb" as const,
    gentle: false,
    foundQuestionId: opening.found?.questionId ?? null,
    foundAnswerId: opening.found?.answerId ?? null,
  };
}
