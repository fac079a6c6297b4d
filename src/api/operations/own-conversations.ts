import * as z from "zod";
import { type OwnConversation, readOwnConversation, sayInOwnProblem } from "../../care/index.ts";
import { named } from "../openapi/named.ts";
import { fine, operation } from "../operation.ts";
import { careProblemSchema, showProblem } from "../views/care.ts";
import { authorSchema, idSchema, momentSchema, nextSchema, showAuthor } from "../views/small.ts";
import { textSchema } from "./answers.ts";
import { afterId, pathId } from "./fields.ts";
import { careTag as tag } from "./queue.ts";

const params = z.object({ id: pathId.meta({ description: "The problem's id." }) });
const path = "/communities/{slug}/problems/{id}/own";

const ownSchema = named(
  "OwnProblem",
  z.object({
    problem: careProblemSchema,
    check: z
      .object({ id: idSchema, kind: z.enum(["answer", "week", "month"]) })
      .nullable()
      .meta({ description: '"Is it solved?", asked and not answered yet.' }),
    overReason: z.string().nullable().meta({ description: "With `cannot-solve`: why." }),
    overInstead: z.string().nullable().meta({ description: "With `cannot-solve`: what is done about it." }),
    words: z.array(z.object({ id: idSchema, author: authorSchema, at: momentSchema, body: z.string() })),
    next: nextSchema,
  }),
);

function show({ own, words, older }: OwnConversation) {
  const { listed, waiting, overReason, overInstead } = own;
  return {
    problem: showProblem(listed),
    check: waiting && { id: waiting.id, kind: waiting.kind },
    overReason,
    overInstead,
    words: words.map(({ id, author, at, body }) => ({ id, author: showAuthor(author), at: at.toISOString(), body })),
    next: older && String(older),
  };
}

/** A problem without a question, for its asker: staff opened it for them, or it came by a message. */
export const ownConversationOperations = [
  operation({
    id: "readOwnProblem",
    method: "get",
    path,
    tag,
    summary: "Read a problem of one's own that has no question",
    description: "Where it stands, what happens next and when, what one is asked, and the conversation.",
    permission: "confirm own problems",
    params,
    query: z.object({ after: afterId() }),
    success: {
      status: 200,
      schema: ownSchema,
      says: "With the last 200 messages in the order in which they were said; `next` leads to those before them.",
    },
    refusals: ["problem-missing", "stands-on-its-question"],
    async readAsMember({ actor, params: { id }, query, services }) {
      const read = await readOwnConversation(services.store.database, actor, id, query.after);
      return read.ok ? fine(show(read.value)) : read;
    },
  }),
  operation({
    id: "sayInOwnProblem",
    method: "post",
    path,
    tag,
    summary: "Say something about a problem of one's own that has no question",
    description: "Whoever has it is told, and has to act again.",
    permission: "confirm own problems",
    params,
    body: textSchema,
    success: { status: 200, schema: named("SaidInOwnProblem", z.object({ messageId: idSchema })), says: "Said." },
    refusals: ["problem-missing", "not-yours", "problem-over", "stands-on-its-question", "body-empty", "body-too-long"],
    async change(tx, { actor, body, params: { id } }) {
      const said = await sayInOwnProblem(tx, actor, id, body.body);
      return said.ok ? fine(said.value) : said;
    },
  }),
];
