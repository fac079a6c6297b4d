import * as z from "zod";
import {
  answerCheck,
  confirmProblem,
  contestProblem,
  type Problem,
  reopenProblem,
  withdrawProblem,
} from "../../care/index.ts";
import type { Result } from "../../kernel/index.ts";
import { named } from "../openapi/named.ts";
import { fine, operation } from "../operation.ts";
import { movedSchema, showMoved } from "../views/care.ts";
import { pathId } from "./fields.ts";
import { careTag as tag } from "./queue.ts";

const params = z.object({ id: pathId.meta({ description: "The problem's id." }) });
const at = (what: string) => `/communities/{slug}/problems/{id}${what}`;
const moved = { status: 200, schema: movedSchema } as const;

function reply(result: Result<Problem>) {
  return result.ok ? fine(showMoved(result.value)) : result;
}

/** What only whoever asked can say of a problem. */
export const ownProblemOperations = [
  operation({
    id: "contestProblem",
    method: "post",
    path: at("/contest"),
    tag,
    summary: "Contest that one's own problem cannot be solved",
    permission: "contest own problems",
    params,
    body: named("Contest", z.strictObject({ because: z.string().meta({ minLength: 1, maxLength: 2000 }) })),
    success: { ...moved, says: "It goes on, with the team's lead." },
    refusals: ["problem-missing", "problem-over", "problem-not-over", "not-yours", "words-needed"],
    change: async (tx, { actor, body, params: { id } }) => reply(await contestProblem(tx, actor, id, body.because)),
  }),
  operation({
    id: "confirmProblem",
    method: "post",
    path: at("/confirmation"),
    tag,
    summary: "Say that one's own problem is solved",
    description: "Where an answer on a question's page solved it, confirm that answer instead.",
    permission: "confirm own problems",
    params,
    success: { ...moved, says: "It is over." },
    refusals: ["problem-missing", "problem-over", "not-yours"],
    change: async (tx, { actor, params: { id } }) => reply(await confirmProblem(tx, actor, id)),
  }),
  operation({
    id: "withdrawProblem",
    method: "post",
    path: at("/withdrawal"),
    tag,
    summary: "Say that one's own problem needs no solution any more",
    permission: "withdraw own problems",
    params,
    success: { ...moved, says: "It is over." },
    refusals: ["problem-missing", "problem-over", "not-yours"],
    change: async (tx, { actor, params: { id } }) => reply(await withdrawProblem(tx, actor, id)),
  }),
  operation({
    id: "reopenProblem",
    method: "post",
    path: at("/reopening"),
    tag,
    summary: "Say that it is not solved after all, or no duplicate",
    description: "Whoever asked can; of a duplicate or a merge the desk can, too.",
    permission: "withdraw own problems",
    params,
    success: { ...moved, says: "It goes on." },
    refusals: ["problem-missing", "problem-not-over", "not-yours"],
    change: async (tx, { actor, params: { id } }) => reply(await reopenProblem(tx, actor, id)),
  }),
  operation({
    id: "answerCheck",
    method: "post",
    path: "/communities/{slug}/checks/{id}/answer",
    tag,
    summary: 'Answer "is it solved?"',
    description:
      "Asked with an answer, and 7 and 30 days after it was confirmed. A later answer replaces the one before.",
    permission: "confirm own problems",
    params: z.object({ id: pathId.meta({ description: "The check's id." }) }),
    body: named(
      "CheckAnswer",
      z.strictObject({
        answer: z.enum(["solved", "not-solved"]),
        remark: z.string().optional().meta({ maxLength: 2000, description: "In one's own words." }),
      }),
    ),
    success: { ...moved, says: "Answered." },
    refusals: ["check-missing", "not-yours", "remark-too-long"],
    change: async (tx, { actor, body, params: { id } }) => reply(await answerCheck(tx, actor, id, body)),
  }),
];
