import type { Actor } from "../accounts/index.ts";
import type { Database } from "../store/index.ts";
import { nextShiftAfter } from "./calendar.ts";
import { selectHandedOver } from "./queries/handed-over.ts";
import { findCalendarOf, listTeamsOf } from "./queries/people.ts";
import { type ProblemListed, selectListedOf, selectQueue } from "./queries/queue.ts";

/** A problem that somebody handed over, with what they had to say. */
export interface HandedOver {
  readonly problem: ProblemListed;
  readonly at: Date;
  readonly from: { readonly memberId: number; readonly name: string };
  /** The note as sanitised HTML; null where none was written. */
  readonly html: string | null;
}

type Who = Pick<Actor, "communityId" | "memberId">;

/** What was handed to somebody or to their teams, and nobody has taken yet; the newest first, 100 at most. */
export async function listHandedOver(database: Database, { communityId, memberId }: Who): Promise<HandedOver[]> {
  const teamIds = await listTeamsOf(database, communityId, memberId);
  const rows = await selectHandedOver(database, { communityId, memberId, teamIds });
  const listed = await selectListedOf(
    database,
    communityId,
    rows.map(({ problemId }) => problemId),
  );
  const byId = new Map(listed.map((problem) => [problem.id, problem]));
  return rows.flatMap(({ problemId, at, fromId, fromName, html }) => {
    const problem = byId.get(problemId);
    return problem ? [{ problem, at, html, from: { memberId: fromId, name: fromName } }] : [];
  });
}

/** What a solver looks at when a shift begins or ends. */
export interface Shift {
  readonly handedOver: readonly HandedOver[];
  /** What they have taken, what comes first first; 100 at most. */
  readonly own: readonly ProblemListed[];
  /** When their next shift begins; null where they have no calendar. */
  readonly nextShiftAt: Date | null;
}

export async function readShift(database: Database, actor: Who, now: Date): Promise<Shift> {
  const { communityId, memberId } = actor;
  const [handedOver, mine, calendar] = await Promise.all([
    listHandedOver(database, actor),
    selectQueue(database, { communityId, memberId, view: "mine", teamIds: [], limit: 100 }),
    findCalendarOf(database, communityId, memberId),
  ]);
  const own = mine.filter(({ claimedAt }) => claimedAt !== null);
  return { handedOver, own, nextShiftAt: calendar && nextShiftAfter(calendar, now) };
}
