import type { Actor } from "../accounts/index.ts";
import type { Database } from "../store/index.ts";
import type { Problem } from "./problem.ts";
import { type Check, listChecks } from "./queries/checks.ts";
import { readClocks } from "./queries/clocks.ts";
import { listTeamsOf } from "./queries/people.ts";
import { findProblem } from "./queries/problems.ts";
import {
  countQueue,
  isByDue,
  type ProblemListed,
  type QueueFilter,
  type QueuePlace,
  type QueueView,
  selectListed,
  selectQueue,
} from "./queries/queue.ts";
import { type LinkedProblem, listLinked, listNotes, type Note } from "./queries/records.ts";
import { listSteps, type StepRow } from "./queries/steps.ts";
import type { Clock } from "./service-level.ts";

export interface QueuePage {
  readonly problems: readonly ProblemListed[];
  /** Where the next page begins; null on the last one. */
  readonly next: QueuePlace | null;
}

/** A page of one of the desk's views for whoever looks, 100 problems at most. `teamId` narrows the view `team` to one. */
export async function listQueue(
  database: Database,
  actor: Pick<Actor, "communityId" | "memberId">,
  wish: {
    readonly view: QueueView;
    readonly teamId?: number | undefined;
    readonly filter?: QueueFilter | undefined;
    readonly after?: QueuePlace | undefined;
    readonly limit?: number;
  },
): Promise<QueuePage> {
  const { communityId, memberId } = actor;
  const limit = Math.min(Math.max(wish.limit ?? 50, 1), 100);
  const own =
    wish.view === "team" && wish.teamId === undefined ? await listTeamsOf(database, communityId, memberId) : [];
  const teamIds = wish.teamId === undefined ? own : [wish.teamId];
  const rows = await selectQueue(database, { ...wish, communityId, memberId, teamIds, limit: limit + 1 });
  const problems = rows.slice(0, limit);
  const last = rows.length > limit ? problems.at(-1) : undefined;
  const at = last && (isByDue(wish.view) ? last.dueAt : last.nextActionAt);
  return { problems, next: last && at ? { at, id: last.id } : null };
}

/** How many problems each view holds for whoever looks; 1000 stands for that many or more. */
export async function countViews(
  database: Database,
  actor: Pick<Actor, "communityId" | "memberId">,
): Promise<Record<QueueView, number>> {
  const { communityId, memberId } = actor;
  const teamIds = await listTeamsOf(database, communityId, memberId);
  return countQueue(database, { communityId, memberId, teamIds });
}

/** A problem with all that the desk shows beside its conversation. */
export interface ProblemRead {
  readonly problem: Problem;
  readonly listed: ProblemListed;
  /** The ladder's steps and what people did, in order, each with its reason. */
  readonly steps: readonly StepRow[];
  readonly notes: readonly Note[];
  readonly links: readonly LinkedProblem[];
  readonly clocks: readonly Clock[];
  readonly checks: readonly (Check & { readonly remark: string | null })[];
}

/** A problem for those who work at the desk; undefined where there is none. */
export async function readProblem(
  database: Database,
  communityId: number,
  id: number,
): Promise<ProblemRead | undefined> {
  const [problem, listed, steps, notes, links, clocks, checks] = await Promise.all([
    findProblem(database, communityId, id),
    selectListed(database, communityId, id),
    listSteps(database, communityId, id),
    listNotes(database, communityId, id),
    listLinked(database, communityId, id),
    readClocks(database, communityId, id),
    listChecks(database, communityId, id),
  ]);
  return problem && listed ? { problem, listed, steps, notes, links, clocks, checks } : undefined;
}
