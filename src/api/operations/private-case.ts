import * as z from "zod";
import { answerPublicly, readPrivateCase, sayPrivately } from "../../care/index.ts";
import { named } from "../openapi/named.ts";
import { fine, operation } from "../operation.ts";
import { authorSchema, idSchema, momentSchema, nextSchema, showAuthor } from "../views/small.ts";
import { textSchema } from "./answers.ts";
import { afterId, pathId } from "./fields.ts";
import { careTag as tag } from "./queue.ts";

const params = z.object({ id: pathId.meta({ description: "The problem's id." }) });
const path = "/communities/{slug}/problems/{id}/private";

const caseSchema = named(
  "PrivateCase",
  z.object({
    ...{ problemId: idSchema, questionId: idSchema, over: z.boolean() },
    words: z.array(z.object({ id: idSchema, author: authorSchema, at: momentSchema, body: z.string() })),
    next: nextSchema,
    publicAnswerId: idSchema.nullable().meta({ description: "The answer that was given to everybody since." }),
    draft: z.string().meta({ description: "What care said last in these words, with personal data taken out." }),
  }),
);

/** A public question that goes on privately, and what everybody is told of it afterwards. */
export const privateCaseOperations = [
  operation({
    id: "readPrivateCase",
    method: "get",
    path,
    tag,
    summary: "Read what a problem's asker and care say to each other alone",
    description:
      "Empty before somebody speaks there. For the asker, and for who works on problems; to others there is no such problem.",
    permission: "confirm own problems",
    params,
    query: z.object({ after: afterId() }),
    success: {
      status: 200,
      schema: caseSchema,
      says: "The last 200 messages in the order in which they were said; `next` leads to those before them.",
    },
    refusals: ["problem-missing", "private-already"],
    async readAsMember({ actor, community, params: { id }, query, services }) {
      const read = await readPrivateCase(services.store.database, actor, id, community.locale, query.after);
      if (!read.ok) return read;
      const { problemId, questionId, over, words, older, publicAnswerId, draft } = read.value;
      const said = words.map((one) => ({
        id: one.id,
        author: showAuthor(one.author),
        at: one.at.toISOString(),
        body: one.body,
      }));
      const next = older && String(older);
      return fine({ problemId, questionId, over, words: said, next, publicAnswerId, draft });
    },
  }),
  operation({
    id: "sayPrivately",
    method: "post",
    path,
    tag,
    summary: "Say something that only a problem's asker and care read",
    description: "The first word opens the private conversation. The problem moves as if it had been said in public.",
    permission: "confirm own problems",
    params,
    body: textSchema,
    success: { status: 200, schema: named("PrivatelySaid", z.object({ messageId: idSchema })), says: "Said." },
    refusals: ["problem-missing", "problem-over", "private-already", "body-empty", "body-too-long"],
    async change(tx, { actor, body, params: { id } }) {
      const said = await sayPrivately(tx, actor, id, body.body);
      return said.ok ? fine(said.value) : said;
    },
  }),
  operation({
    id: "answerPublicly",
    method: "post",
    path: `${path}/public-answer`,
    tag,
    summary: "Tell everybody what came of a private conversation",
    description: "An answer to the question. Personal data that Kith knows of is taken out before anybody reads it.",
    permission: "work on problems",
    params,
    body: textSchema,
    success: {
      status: 200,
      schema: named("PubliclyAnswered", z.object({ answerId: idSchema, questionId: idSchema })),
      says: "Answered.",
    },
    refusals: ["problem-missing", "nothing-private", "question-removed", "body-empty", "body-too-long"],
    async change(tx, { actor, body, community, params: { id } }) {
      const answered = await answerPublicly(tx, actor, id, { body: body.body, locale: community.locale });
      return answered.ok ? fine(answered.value) : answered;
    },
  }),
];
