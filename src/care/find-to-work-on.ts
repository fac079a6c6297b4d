import { type Actor, ensureMay, type Permission } from "../accounts/index.ts";
import { cleanText, err, lengthOf, ok, type Result, refusal } from "../kernel/index.ts";
import type { Transaction } from "../store/index.ts";
import type { Problem } from "./problem.ts";
import { lockProblem } from "./queries/problems.ts";
import { problemMissing, problemOver } from "./refusals.ts";

type DeskPermission = Extract<Permission, "work on problems" | "sign what cannot be solved">;
type AskerPermission = Extract<Permission, "withdraw own problems" | "confirm own problems" | "contest own problems">;

/** A problem that is not over, locked, for somebody who may work on it. */
export async function problemToWorkOn(
  tx: Transaction,
  actor: Actor,
  id: number,
  permission: DeskPermission = "work on problems",
): Promise<Result<Problem>> {
  const permitted = ensureMay(actor, permission);
  if (!permitted.ok) return permitted;
  const problem = await lockProblem(tx, actor.communityId, id);
  if (!problem) return err(problemMissing);
  return problem.overAt ? err(problemOver) : ok(problem);
}

/** A problem, locked, for the member who has it: the asker. */
export async function ownProblem(
  tx: Transaction,
  actor: Actor,
  id: number,
  permission: AskerPermission,
): Promise<Result<Problem>> {
  const problem = await lockProblem(tx, actor.communityId, id);
  if (!problem) return err(problemMissing);
  const permitted = ensureMay(actor, permission, { ownerId: problem.askerId });
  return permitted.ok ? ok(problem) : permitted;
}

const longestReason = 2_000;

/** A reason as typed, made storable; `field` names the form's field. */
export function checkReason(typed: string, field: string, next: string): Result<string> {
  const reason = cleanText(typed).trim();
  const said = reason === "" ? "Some words are needed here." : `At most ${longestReason} characters fit here.`;
  if (reason !== "" && lengthOf(reason) <= longestReason) return ok(reason);
  return err(refusal("invalid", "words-needed", said, next, { [field]: said }));
}
