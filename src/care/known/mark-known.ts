import { type Actor, ensureMay } from "../../accounts/index.ts";
import { cleanLine, cleanText, err, lengthOf, ok, type Result, refusal } from "../../kernel/index.ts";
import type { Transaction } from "../../store/index.ts";
import { checkReason, problemToWorkOn } from "../find-to-work-on.ts";
import { dataOf } from "../move.ts";
import type { Problem } from "../problem.ts";
import { endKnown, findKnown, listReportIds, listRestingIds, writeFixed, writeKnown } from "../queries/known.ts";
import { lockProblem, lockProblems } from "../queries/problems.ts";
import { insertProblemLink } from "../queries/records.ts";
import { problemMissing } from "../refusals.ts";
import { freeReports } from "./free-reports.ts";
import { restOnKnown } from "./rest-on-known.ts";
import { tellFixed } from "./tell-fixed.ts";

/** What people are told of a known problem, in the words of whoever works on it: it may have begun in private. */
export interface KnownWords {
  /** One line. */
  readonly title: string;
  /** What is known, and what helps meanwhile; plain text. */
  readonly body: string;
}

const longestTitle = 200;
const longestBody = 2_000;
/** So many can be linked at once. */
export const mostReportsAtOnce = 100;

/**
 * Marks a problem as known, or says anew what is known of it: whoever reports the same reads that it is worked on, and can wait with it.
 * Reports that were linked before rest from now on. Appends `problem.marked-known`.
 */
export async function markKnown(
  tx: Transaction,
  actor: Actor,
  id: number,
  typed: KnownWords,
): Promise<Result<Problem>> {
  const found = await problemToWorkOn(tx, actor, id);
  if (!found.ok) return found;
  const title = cleanLine(typed.title);
  const body = cleanText(typed.body).trim();
  if (title === "" || lengthOf(title) > longestTitle) return err(titleInvalid);
  if (lengthOf(body) > longestBody) return err(bodyTooLong);
  const { communityId, memberId: markedBy } = actor;
  const before = await findKnown(tx.db, communityId, id);
  await writeKnown(tx, { communityId, problemId: id, title, body, markedBy });
  note(tx, found.value, "problem.marked-known", markedBy);
  if (!before?.current) {
    const linked = await lockProblems(tx, communityId, await listReportIds(tx.db, communityId, id));
    for (const report of linked) if (!report.overAt) await restOnKnown(tx, report, found.value, markedBy);
  }
  return ok(found.value);
}

/** It is no known problem after all: its reports, which rested, go on in the same act. Appends `problem.known-ended`. */
export async function unmarkKnown(tx: Transaction, actor: Actor, id: number): Promise<Result<Problem>> {
  const permitted = ensureMay(actor, "work on problems");
  if (!permitted.ok) return permitted;
  const { communityId, memberId: byId } = actor;
  // All in the order of their ids. A report that is linked meanwhile waits for this one's lock, and finds it no known problem.
  const resting = await listRestingIds(tx.db, communityId, id);
  const locked = await lockProblems(tx, communityId, [id, ...resting]);
  const found = await unfixedKnown(tx, actor, id);
  if (!found.ok) return found;
  await endKnown(tx, communityId, id);
  note(tx, found.value, "problem.known-ended", byId);
  const reports = locked.filter((one) => one.id !== id);
  await freeReports(tx, reports, { knownId: id, byId });
  return found;
}

/**
 * Links reports with the known problem behind them: they rest, and their askers are told. What is over, not there, known itself, or
 * linked already is passed over. At most 100 at once.
 */
export async function linkReports(
  tx: Transaction,
  actor: Actor,
  knownId: number,
  reportIds: readonly number[],
): Promise<Result<{ linked: number; passedOver: number }>> {
  const permitted = ensureMay(actor, "work on problems");
  if (!permitted.ok) return permitted;
  const wanted = [...new Set(reportIds)].filter((id) => id !== knownId).slice(0, mostReportsAtOnce);
  const { communityId, memberId: byId } = actor;
  const locked = await lockProblems(tx, communityId, [knownId, ...wanted]);
  const known = locked.find(({ id }) => id === knownId);
  if (!known) return err(problemMissing);
  if (!(await findKnown(tx.db, communityId, knownId))?.current) return err(notKnown);
  let linked = 0;
  for (const report of locked) {
    if (report.id === knownId || report.overAt) continue;
    if ((await findKnown(tx.db, communityId, report.id))?.current) continue;
    const link = { communityId, problemId: report.id, otherId: knownId, kind: "known", byId } as const;
    if (!(await insertProblemLink(tx, link))) continue;
    await restOnKnown(tx, report, known, byId);
    linked += 1;
  }
  return ok({ linked, passedOver: reportIds.length - linked });
}

/**
 * It is fixed, and this is what was done: each of those affected is told, and asked whether it is solved for them. The timers tell
 * them one after the other; whose problem it is hears at once. Appends `problem.known-fixed`.
 */
export async function fixKnown(tx: Transaction, actor: Actor, id: number, typed: string): Promise<Result<Problem>> {
  const found = await unfixedKnown(tx, actor, id);
  if (!found.ok) return found;
  const words = checkReason(typed, "words", "Say what was done; everybody affected reads it.");
  if (!words.ok) return words;
  const { communityId, memberId: byId } = actor;
  await writeFixed(tx, { communityId, problemId: id, words: words.value, byId });
  return ok(await tellFixed(tx, found.value, id, byId));
}

/** What is known and not fixed yet; its own asker may have had it solved before. */
async function unfixedKnown(tx: Transaction, actor: Actor, id: number): Promise<Result<Problem>> {
  const permitted = ensureMay(actor, "work on problems");
  if (!permitted.ok) return permitted;
  const problem = await lockProblem(tx, actor.communityId, id);
  if (!problem) return err(problemMissing);
  const known = await findKnown(tx.db, actor.communityId, id);
  return known && !known.ended && known.fixedAt === null ? ok(problem) : err(notKnown);
}

function note(tx: Transaction, problem: Problem, kind: "problem.marked-known" | "problem.known-ended", byId: number) {
  const { communityId, id } = problem;
  tx.append({ communityId, kind, actorId: byId, subject: "problem", subjectId: id, data: dataOf(problem) });
}

/** The refusal where a problem is not a known one that is worked on. */
export const notKnown = refusal(
  "conflict",
  "not-known",
  "This is no known problem that is being worked on.",
  "Look at the list of known problems, or mark it as one.",
);
const titleInvalid = refusal(
  "invalid",
  "known-title-invalid",
  `A known problem needs a title of at most ${longestTitle} characters.`,
  "Say in one line what does not work; everybody reads it.",
  { title: `1 to ${longestTitle} characters.` },
);
const bodyTooLong = refusal(
  "invalid",
  "known-body-too-long",
  `What is known fits into ${longestBody} characters.`,
  "Say what does not work and what helps meanwhile.",
  { body: `At most ${longestBody} characters fit here.` },
);
