import { type Actor, ensureMay } from "../../accounts/index.ts";
import { err, ok, type Result, refusal } from "../../kernel/index.ts";
import type { Transaction } from "../../store/index.ts";
import type { Purpose } from "./purposes.ts";
import { deleteCorrection, insertCorrection, lockCorrection } from "./queries.ts";
import { readTimelines } from "./read-timelines.ts";
import { keptMs, longestMs, undoneWithinMs } from "./settings.ts";

interface Times {
  readonly from: Date;
  readonly to: Date;
}

/** What somebody says about a session of theirs, as they saw it. */
export interface HoursSaid {
  readonly was: Times;
  /** When it really was, and what for; null to delete it. */
  readonly is: (Times & { readonly purpose: Purpose }) | null;
}

/**
 * Corrects or deletes a session of the actor's own. It stands beside what log and desk show, and over it: what is read later, or
 * once more, does not undo it. Times are the event's to know neither: it says that somebody corrected, and not what.
 */
export async function correctHours(tx: Transaction, actor: Actor, said: HoursSaid): Promise<Result<{ id: number }>> {
  const permitted = ensureMay(actor, "correct own hours");
  if (!permitted.ok) return permitted;
  const { was, is } = said;
  if (!isSpan(was) || (is && (!isSpan(is) || is.to > tx.now))) return err(hoursInvalid);
  if (was.from.getTime() < tx.now.getTime() - keptMs) return err(hoursMissing);
  const { communityId, memberId } = actor;
  const found = await readTimelines(tx.db, { communityId, memberId, ...was });
  if ((found.get(memberId)?.timeline.length ?? 0) === 0) return err(hoursMissing);
  const says = is && { from: is.from.getTime(), to: is.to.getTime(), purpose: is.purpose };
  const id = await insertCorrection(
    tx,
    { communityId, memberId },
    {
      coverFrom: Math.min(was.from.getTime(), says?.from ?? Number.POSITIVE_INFINITY),
      coverTo: Math.max(was.to.getTime(), says?.to ?? Number.NEGATIVE_INFINITY),
      says,
    },
  );
  tell(tx, actor, "hours.corrected");
  return ok({ id });
}

/** Takes a correction of the actor's own back, and says where it stood; what was deleted more than a day ago is forgotten. */
export async function takeBackCorrection(tx: Transaction, actor: Actor, id: number): Promise<Result<{ from: Date }>> {
  const permitted = ensureMay(actor, "correct own hours");
  if (!permitted.ok) return permitted;
  const { communityId, memberId } = actor;
  const correction = await lockCorrection(tx, communityId, memberId, id);
  if (!correction) return err(correctionMissing);
  const age = tx.now.getTime() - correction.madeAt.getTime();
  if (correction.deletes && age > undoneWithinMs) return err(hoursForgotten);
  await deleteCorrection(tx, communityId, memberId, id);
  tell(tx, actor, "hours.correction-taken-back");
  return ok({ from: correction.coverFrom });
}

function isSpan({ from, to }: Times): boolean {
  const length = to.getTime() - from.getTime();
  return length > 0 && length <= longestMs;
}

function tell(tx: Transaction, { communityId, memberId }: Actor, kind: string): void {
  tx.append({ communityId, kind, actorId: memberId, subject: "member", subjectId: memberId });
}

const hoursInvalid = refusal(
  "invalid",
  "hours-invalid",
  "A session ends after it began, within a day, and not in the future.",
  "Look at both times.",
  { from: "Look at both times.", to: "Look at both times." },
);
const hoursMissing = refusal(
  "missing",
  "hours-missing",
  "You have no session at this time.",
  "Look at the page anew: the session may have gone on, or been deleted.",
);
const correctionMissing = refusal(
  "missing",
  "correction-missing",
  "There is no such correction of yours.",
  "Look at the page anew.",
);
const hoursForgotten = refusal(
  "conflict",
  "hours-forgotten",
  "What you deleted more than a day ago is forgotten.",
  "It cannot come back.",
);
