import { type Actor, ensureMay } from "../accounts/index.ts";
import { confirmAnswer, reopenQuestion } from "../community/index.ts";
import { cleanText, err, hashSecret, lengthOf, newSecret, ok, type Result, refusal } from "../kernel/index.ts";
import type { Database, Transaction } from "../store/index.ts";
import { confirmNow } from "./asker-says.ts";
import { goOn } from "./go-on.ts";
import { backToOwner } from "./hear.ts";
import { move } from "./move.ts";
import type { Problem } from "./problem.ts";
import {
  type Check,
  type CheckAnswer,
  findCheck,
  findCheckByToken,
  insertCheckToken,
  takeDueCheck,
  writeCheckAnswer,
} from "./queries/checks.ts";
import { findProblem, lockProblem } from "./queries/problems.ts";
import { checkTokenLastsMs } from "./settings.ts";

/** Makes the secret that answers a check with one tap, for whoever writes to the asker; only its hash is kept. */
export async function issueCheckToken(tx: Transaction, communityId: number, checkId: number): Promise<string> {
  const secret = newSecret();
  const expiresAt = new Date(tx.now.getTime() + checkTokenLastsMs);
  await insertCheckToken(tx, { communityId, checkId, hash: hashSecret(secret), expiresAt });
  return secret;
}

/** The check that a secret answers and its problem, for the page that asks; null where the secret is unknown or too old. */
export async function readCheckByToken(
  database: Database,
  communityId: number,
  secret: string,
  now: Date,
): Promise<{ check: Check; problem: Problem } | null> {
  const id = await findCheckByToken(database, communityId, hashSecret(secret), now);
  const check = id === undefined ? undefined : await findCheck(database, communityId, id);
  const problem = check ? await findProblem(database, communityId, check.problemId) : undefined;
  return check && problem ? { check, problem } : null;
}

/** What the asker says to a check. */
export interface CheckSaid {
  readonly answer: CheckAnswer;
  /** Their own words, if they like. */
  readonly remark?: string | undefined;
}

/** Answers a check by the secret of a mail, without a sign-in. A later answer replaces the one before. */
export async function answerCheckByToken(
  tx: Transaction,
  communityId: number,
  secret: string,
  said: CheckSaid,
): Promise<Result<Problem>> {
  const id = await findCheckByToken(tx.db, communityId, hashSecret(secret), tx.now);
  return id === undefined ? err(checkTokenOver) : answer(tx, communityId, id, said, null);
}

/** Answers a check as the member who asked. */
export async function answerCheck(
  tx: Transaction,
  actor: Actor,
  checkId: number,
  said: CheckSaid,
): Promise<Result<Problem>> {
  return answer(tx, actor.communityId, checkId, said, actor);
}

const longestRemark = 2_000;

async function answer(
  tx: Transaction,
  communityId: number,
  checkId: number,
  said: CheckSaid,
  actor: Actor | null,
): Promise<Result<Problem>> {
  const before = await findCheck(tx.db, communityId, checkId);
  const problem = before ? await lockProblem(tx, communityId, before.problemId) : undefined;
  const check = before ? await findCheck(tx.db, communityId, checkId) : undefined;
  if (!check || !problem) return err(checkMissing);
  if (actor) {
    const permitted = ensureMay(actor, "confirm own problems", { ownerId: problem.askerId });
    if (!permitted.ok) return permitted;
  }
  const remark = cleanText(said.remark ?? "").trim();
  if (lengthOf(remark) > longestRemark) return err(remarkTooLong);
  await writeCheckAnswer(tx, check, said.answer, remark === "" ? null : remark);
  tx.append({
    ...{ communityId, kind: "problem.checked", actorId: problem.askerId, subject: "problem", subjectId: problem.id },
    data: { checkId, check: check.kind, answer: said.answer, remarked: remark !== "" },
  });
  return said.answer === "solved" ? solved(tx, problem, check) : notSolved(tx, problem);
}

/** One's own answer was confirmed by tapping: community is told, so that the question's page says so, too. */
async function solved(tx: Transaction, problem: Problem, check: Check): Promise<Result<Problem>> {
  if (problem.overAt) return ok(problem);
  if (problem.questionId !== null && check.answerId !== null) {
    const confirmed = await confirmAnswer(tx, askerOf(problem), check.answerId);
    // What was removed meanwhile cannot be confirmed; that it is solved can.
    if (confirmed.ok) return ok(problem);
  }
  return ok(await confirmNow(tx, problem));
}

async function notSolved(tx: Transaction, problem: Problem): Promise<Result<Problem>> {
  const { askerId: byId } = problem;
  if (problem.overAs === "confirmed") {
    if (problem.questionId !== null) await reopenQuestion(tx, askerOf(problem), problem.questionId);
    return ok(await goOn(tx, problem, { reason: { code: "reopened" }, byId, event: "problem.reopened" }));
  }
  if (problem.state !== "waiting-for-asker") return ok(problem);
  const moved = await move(tx, problem, {
    change: { ...backToOwner(problem, tx.now), askerSpokeAt: tx.now },
    reason: { code: "not-solved" },
    clocks: "asker-spoke",
    event: { kind: "problem.stepped" },
    byId,
  });
  return ok(moved);
}

/** The asker, as community's verbs want whoever acts: they hold a secret that only they were sent. */
function askerOf({ communityId, askerId }: Problem): Actor {
  return {
    ...{ communityId, memberId: askerId, personId: null, name: "", roles: ["member"], staff: false },
    ...{ locale: null, theme: null, scopes: null, sessionKey: null },
  };
}

/** Asks the next asker whose check is due, by an event that notifications carries; false where none is due. */
export async function askDueCheck(tx: Transaction): Promise<boolean> {
  const check = await takeDueCheck(tx);
  if (!check) return false;
  const problem = await findProblem(tx.db, check.communityId, check.problemId);
  if (!problem) return true;
  tx.append({
    ...{ communityId: check.communityId, kind: "problem.check-due", actorId: null, subject: "problem" },
    subjectId: problem.id,
    data: {
      ...{ checkId: check.id, check: check.kind, askerId: problem.askerId },
      ...(problem.questionId === null ? {} : { questionId: problem.questionId }),
    },
  });
  return true;
}

/** The refusal of a link that was not made here, or is too old. */
export const checkTokenOver = refusal(
  "gone",
  "check-token-over",
  "This link has run out.",
  "Sign in and say on the question's page whether it is solved.",
);
const checkMissing = refusal(
  "missing",
  "check-missing",
  "Nobody asked this.",
  "Look at your problems; each says what is asked.",
);
const remarkTooLong = refusal(
  "invalid",
  "remark-too-long",
  `A remark has at most ${longestRemark} characters.`,
  "Shorten it, or write it as a comment.",
  { remark: `At most ${longestRemark} characters fit here.` },
);
