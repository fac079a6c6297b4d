import { type Actor, ensureMay } from "../accounts/index.ts";
import { err, ok, type Result, refusal } from "../kernel/index.ts";
import type { Transaction } from "../store/index.ts";
import type { Urgency } from "./problem.ts";
import { findAreaBySlug } from "./queries/areas.ts";
import { findMessage } from "./queries/messages.ts";
import { insertLesson, lockTriage, type TriageRow, takeUndecided, updateTriage } from "./queries/triage.ts";
import { openFromMessage } from "./receive-message.ts";
import { areaMissing } from "./refusals.ts";
import { asksForHelp, type MessageKind } from "./triage.ts";

/** What a person says a message is. */
export interface Said {
  readonly kind: MessageKind;
  readonly urgency?: Urgency | undefined;
  /** A subject area's slug; null for none. */
  readonly area?: string | null | undefined;
}

/**
 * Says what a message is: answers "what is this?", or corrects the machine, which learns from it. A message that asks for something gets
 * a problem where it has none. One that has a problem keeps it: that ends as problems end, and not by a label.
 */
export async function correctTriage(
  tx: Transaction,
  actor: Actor,
  messageId: number,
  said: Said,
): Promise<Result<{ problemId: number | null }>> {
  const permitted = ensureMay(actor, "say what a message is");
  if (!permitted.ok) return permitted;
  const { communityId, memberId } = actor;
  const row = await lockTriage(tx, communityId, messageId);
  if (!row) return err(notJudged);
  const area = said.area ? await findAreaBySlug(tx.db, communityId, said.area) : null;
  if (said.area && !area) return err(areaMissing);
  const urgency = said.urgency ?? row.urgency;
  const areaId = said.area === undefined ? row.areaId : (area?.id ?? null);
  const problemId = row.problemId ?? (asksForHelp(said.kind) ? await openFor(tx, { ...row, urgency, areaId }) : null);
  await updateTriage(tx, row, { kind: said.kind, urgency, areaId, problemId, decidedBy: memberId });
  await insertLesson(tx, {
    communityId,
    messageId,
    guessed: row.kind,
    kind: said.kind,
    areaId,
    urgency,
    taughtBy: memberId,
  });
  tx.append({
    ...{ communityId, kind: "triage.corrected", actorId: memberId, subject: "message", subjectId: messageId },
    data: { guessed: row.kind, kind: said.kind, urgency, ...(problemId === null ? {} : { problemId }) },
  });
  return ok({ problemId });
}

/** Takes a message that nobody said anything about in time for a problem: rather one too many than one that nobody owns. */
export async function openUndecided(tx: Transaction): Promise<boolean> {
  const row = await takeUndecided(tx);
  if (!row) return false;
  const problemId = await openFor(tx, row);
  await updateTriage(tx, row, { problemId });
  return true;
}

async function openFor(tx: Transaction, row: TriageRow): Promise<number | null> {
  const message = await findMessage(tx.db, row.communityId, row.messageId);
  // Words that were removed meanwhile ask for nothing any more.
  if (!message) return null;
  const problem = await openFromMessage(tx, { ...row, body: message.body, guess: row });
  return problem.id;
}

const notJudged = refusal(
  "missing",
  "message-not-judged",
  "This message was never asked about.",
  "Choose one from the list of messages to place.",
);
