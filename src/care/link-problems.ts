import { type Actor, ensureMay } from "../accounts/index.ts";
import { err, ok, type Result, refusal } from "../kernel/index.ts";
import type { Transaction } from "../store/index.ts";
import { restOnKnown } from "./known/rest-on-known.ts";
import { ended, move } from "./move.ts";
import type { Problem } from "./problem.ts";
import { readClocks } from "./queries/clocks.ts";
import { findKnown } from "./queries/known.ts";
import { lockDuplicatesOf, lockProblems } from "./queries/problems.ts";
import { insertProblemLink } from "./queries/records.ts";
import { problemMissing, problemOver } from "./refusals.ts";
import { asItWas } from "./undo-act.ts";

/**
 * Links two problems: `known` says that the other is the known problem behind this one, which rests then if the other is marked as
 * known. Linking twice changes nothing.
 */
export async function linkProblems(
  tx: Transaction,
  actor: Actor,
  link: { readonly id: number; readonly otherId: number; readonly kind: "related" | "known" },
): Promise<Result<{ linked: boolean }>> {
  const pair = await lockPair(tx, actor, link.id, link.otherId);
  if (!pair.ok) return pair;
  const { communityId, memberId: byId } = actor;
  const { id, otherId, kind } = link;
  const linked = await insertProblemLink(tx, { communityId, problemId: id, otherId, kind, byId });
  if (linked) {
    const data = { otherId, kind };
    tx.append({ communityId, kind: "problem.linked", actorId: byId, subject: "problem", subjectId: id, data });
    const { problem, other } = pair.value;
    const rests = kind === "known" && !problem.overAt && (await findKnown(tx.db, communityId, otherId))?.current;
    if (rests) await restOnKnown(tx, problem, other, byId);
  }
  return ok({ linked });
}

/** Ends a problem as a duplicate of one that is not over; its asker hears when that one is solved. */
export function markDuplicate(tx: Transaction, actor: Actor, id: number, originalId: number): Promise<Result<Problem>> {
  return endAsDuplicate(tx, actor, id, originalId, "duplicate");
}

/** Puts a problem into another one: what was said about it is read there from then on. */
export function mergeProblem(tx: Transaction, actor: Actor, id: number, intoId: number): Promise<Result<Problem>> {
  return endAsDuplicate(tx, actor, id, intoId, "merged");
}

async function endAsDuplicate(
  tx: Transaction,
  actor: Actor,
  id: number,
  originalId: number,
  how: "duplicate" | "merged",
): Promise<Result<Problem>> {
  const pair = await lockPair(tx, actor, id, originalId);
  if (!pair.ok) return pair;
  const { problem, other } = pair.value;
  if (problem.overAt) return err(problemOver);
  if (other.duplicateOf === id) return err(intoItsDuplicate);
  if (other.overAt) return err(originalOver);
  const { communityId, memberId: byId } = actor;
  if (how === "merged") {
    await insertProblemLink(tx, { communityId, problemId: id, otherId: originalId, kind: "merged", byId });
  }
  const before = {
    ...asItWas(problem),
    wasAskedTimes: problem.askedTimes,
    wasClocks: JSON.stringify(await readClocks(tx.db, communityId, id)),
  };
  const moved = await move(tx, problem, {
    change: { ...ended(tx.now), overAs: "duplicate", overBy: byId, duplicateOf: originalId },
    reason: { code: how, data: { originalId, ...before } },
    clocks: "over",
    event: { kind: "problem.ended", data: { as: "duplicate", originalId, merged: how === "merged" } },
    byId,
  });
  await takeDuplicatesAlong(tx, moved, originalId, byId);
  return ok(moved);
}

/** What was a duplicate of a problem is one of the problem that it became a duplicate of. */
async function takeDuplicatesAlong(tx: Transaction, problem: Problem, originalId: number, byId: number): Promise<void> {
  for (;;) {
    const duplicates = await lockDuplicatesOf(tx, problem.communityId, problem.id);
    if (duplicates.length === 0) return;
    for (const duplicate of duplicates) {
      await move(tx, duplicate, {
        change: { duplicateOf: originalId },
        reason: { code: "original-moved", data: { originalId, wasOriginalId: problem.id } },
        event: { kind: "problem.original-moved", data: { originalId } },
        byId,
      });
    }
  }
}

/** Both problems, locked in the order of their ids. */
async function lockPair(
  tx: Transaction,
  actor: Actor,
  id: number,
  otherId: number,
): Promise<Result<{ problem: Problem; other: Problem }>> {
  const permitted = ensureMay(actor, "work on problems");
  if (!permitted.ok) return permitted;
  if (id === otherId) return err(withItself);
  const both = await lockProblems(tx, actor.communityId, [id, otherId]);
  const problem = both.find((one) => one.id === id);
  const other = both.find((one) => one.id === otherId);
  return problem && other ? ok({ problem, other }) : err(problemMissing);
}

const withItself = refusal(
  "invalid",
  "problem-with-itself",
  "A problem cannot be linked with itself.",
  "Choose another problem.",
);
const intoItsDuplicate = refusal(
  "conflict",
  "into-its-duplicate",
  "The other problem is a duplicate of this one already.",
  "Work on this one; the other's asker hears when it is solved.",
);
const originalOver = refusal(
  "conflict",
  "original-over",
  "The other problem is over, so nothing could become of this one there.",
  "Choose one that is not over, or answer with what solved the other.",
);
