import type { Actor } from "../accounts/index.ts";
import { ensureMay } from "../accounts/index.ts";
import { checkBody, renderMarkdown } from "../conversation/index.ts";
import { err, ok, type Result } from "../kernel/index.ts";
import type { Transaction } from "../store/index.ts";
import { findProblem } from "./queries/problems.ts";
import { insertNote } from "./queries/records.ts";
import { problemMissing } from "./refusals.ts";

/** Writes a private note on a problem, over or not: only those who work at the desk read it. Returns its id. */
export async function addNote(
  tx: Transaction,
  actor: Actor,
  problemId: number,
  typed: string,
): Promise<Result<{ id: number }>> {
  const permitted = ensureMay(actor, "work on problems");
  if (!permitted.ok) return permitted;
  const body = checkBody(typed);
  if (!body.ok) return body;
  const { communityId, memberId: authorId } = actor;
  if (!(await findProblem(tx.db, communityId, problemId))) return err(problemMissing);
  const id = await insertNote(tx, {
    communityId,
    problemId,
    authorId,
    body: body.value,
    html: renderMarkdown(body.value),
  });
  tx.append({
    communityId,
    kind: "problem.noted",
    actorId: authorId,
    subject: "problem",
    subjectId: problemId,
    data: { noteId: id },
  });
  return ok({ id });
}
