import { type Actor, ensureMay } from "../../accounts/index.ts";
import { type Log, ok, type Result } from "../../kernel/index.ts";
import { type Database, enqueue, isJobWaiting, type JobKind, type Store, type Transaction } from "../../store/index.ts";
import type { OpenTriage } from "./open-triage.ts";
import { findAreaLesson, teachAreas } from "./teach-areas.ts";

const areasJob = { name: "care-areas" } as const;
const keyOf = (communityId: number) => `${areasJob.name} ${communityId}`;

/**
 * Has the machine learn what the subject areas are about now rather than at night; it takes seconds. Refused where there is nothing
 * to learn: `areas-too-little`, `areas-unchanged`.
 */
export async function learnAreasNow(tx: Transaction, actor: Actor): Promise<Result<void>> {
  const permitted = ensureMay(actor, "manage care");
  if (!permitted.ok) return permitted;
  const { communityId } = actor;
  const lesson = await findAreaLesson(tx.db, communityId);
  if (!lesson.ok) return lesson;
  await enqueue(tx, areasJob, { communityId }, { key: keyOf(communityId) });
  return ok(undefined);
}

/** Whether it was asked for, and has not ended. */
export async function areAreasLearned(database: Database, communityId: number): Promise<boolean> {
  return isJobWaiting(database, keyOf(communityId));
}

/** Learns what one community's areas are about. What was confirmed meanwhile may have been learned already; then nothing happens. */
export function careAreas(
  store: Pick<Store, "database" | "transact" | "clock">,
  learner: Pick<OpenTriage, "learnAreas">,
  log: Log,
): JobKind<{ readonly communityId: number }> {
  return {
    ...areasJob,
    async run({ communityId }) {
      const taught = await teachAreas(store, learner, communityId);
      log.info({ community: communityId, learned: taught.ok }, "asked to learn what the subject areas are about");
    },
  };
}
