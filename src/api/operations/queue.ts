import * as z from "zod";
import {
  correctTriage,
  countViews,
  findProblems,
  listQueue,
  listUnsorted,
  messageKinds,
  problemMissing,
  queueViews,
  readProblem,
  selectProblemsOf,
  urgencies,
} from "../../care/index.ts";
import { err } from "../../kernel/index.ts";
import { named } from "../openapi/named.ts";
import { fine, operation } from "../operation.ts";
import {
  careProblemListSchema,
  careProblemReadSchema,
  showProblem,
  showProblemRead,
  showUnsorted,
  unsortedSchema,
} from "../views/care.ts";
import { idSchema, nextSchema } from "../views/small.ts";
import { afterId, afterOf, limitOf, pathId, queryId, storable } from "./fields.ts";

export const careTag = "Care";
const tag = careTag;
const params = z.object({ id: pathId.meta({ description: "The problem's id." }) });

/** A place in a view: `1768478400000-12` is problem 12, which comes at that millisecond. */
function readPlace(text: string) {
  const [, at, id] = /^(\d{1,15})-(\d{1,15})$/.exec(text) ?? [];
  if (!at || !id || Number.isNaN(new Date(Number(at)).getTime())) return null;
  return { at: new Date(Number(at)), id: Number(id) };
}

function placeText(place: { readonly at: Date; readonly id: number } | null): string | null {
  return place && `${place.at.getTime()}-${place.id}`;
}

const countsSchema = named(
  "QueueCounts",
  z
    .object(Object.fromEntries(queueViews.map((view) => [view, z.int().nonnegative()])))
    .meta({ description: "1000 stands for that many or more." }),
);

/** What the desk reads. */
export const queueOperations = [
  operation({
    id: "listQueue",
    method: "get",
    path: "/communities/{slug}/queue",
    tag,
    summary: "A view of the queue",
    description: "What is to be done first comes first; `due-soon` and `late` go by when a clock runs out.",
    permission: "see problems",
    query: z.object({
      view: z.enum(queueViews).default("all").meta({
        description:
          "`mine`: what the caller has or is offered; `team`: what the caller's teams answer for; `unclaimed`: lies in a team's queue.",
      }),
      team: queryId.optional().meta({ description: "With `team`: only this one.", type: "integer" }),
      after: afterOf(readPlace),
      limit: limitOf(50, 100),
    }),
    success: { status: 200, schema: careProblemListSchema, says: "Problems that are not over." },
    async readAsMember({ actor, query, services }) {
      const { view, team: teamId, after, limit } = query;
      const { problems, next } = await listQueue(services.store.database, actor, { view, teamId, after, limit });
      return fine({ problems: problems.map(showProblem), next: placeText(next) });
    },
  }),
  operation({
    id: "countQueue",
    method: "get",
    path: "/communities/{slug}/queue/counts",
    tag,
    summary: "How many problems each view holds",
    permission: "see problems",
    success: { status: 200, schema: countsSchema, says: "By view, for the caller." },
    async readAsMember({ actor, services }) {
      return fine(await countViews(services.store.database, actor));
    },
  }),
  operation({
    id: "findProblems",
    method: "get",
    path: "/communities/{slug}/problems",
    tag,
    summary: "Find problems",
    description:
      "By number, by how the asker's name begins, by words of a title, and by what search finds of questions, operators and all. 50 at most.",
    permission: "see problems",
    query: z.object({ q: storable.meta({ description: "What to look for.", minLength: 1, maxLength: 200 }) }),
    success: {
      status: 200,
      schema: named("CareProblemsFound", z.object({ problems: careProblemListSchema.shape.problems })),
      says: "The one with that number first; those that are over, too.",
    },
    async readAsMember({ community, query: { q: text }, services }) {
      const { id: communityId, locale } = community;
      const { found } = await services.search.questions({ communityId, locale, text, limit: 20 });
      const questionIds = found.map(({ questionId }) => questionId);
      const problems = await findProblems(services.store.database, { communityId, text, questionIds });
      return fine({ problems: problems.map(showProblem) });
    },
  }),
  operation({
    id: "getProblem",
    method: "get",
    path: "/communities/{slug}/problems/{id}",
    tag,
    summary: "Read a problem with its steps, notes, links, clocks and checks",
    description: "Each step says why it was taken, as a code with what fills its sentence.",
    permission: "see problems",
    params,
    success: { status: 200, schema: careProblemReadSchema, says: "The problem." },
    refusals: ["problem-missing"],
    async readAsMember({ community, params: { id }, services }) {
      const read = await readProblem(services.store.database, community.id, id);
      return read ? fine(showProblemRead(read)) : err(problemMissing);
    },
  }),
  operation({
    id: "listProblemsOfMember",
    method: "get",
    path: "/communities/{slug}/members/{id}/problems",
    tag,
    summary: "A member's problems, newest first",
    permission: "see problems",
    params: z.object({ id: pathId.meta({ description: "The member's id." }) }),
    query: z.object({
      after: afterId(),
      limit: limitOf(50, 100),
    }),
    success: { status: 200, schema: careProblemListSchema, says: "Those that are over, too." },
    async readAsMember({ community, params: { id: askerId }, query, services }) {
      const wanted = { communityId: community.id, askerId, beforeId: query.after, limit: query.limit };
      const rows = await selectProblemsOf(services.store.database, wanted);
      const last = rows.length === query.limit ? rows.at(-1) : undefined;
      return fine({ problems: rows.map(showProblem), next: last ? String(last.id) : null });
    },
  }),
  operation({
    id: "listMyProblems",
    method: "get",
    path: "/communities/{slug}/me/problems",
    tag,
    summary: "The caller's own problems, newest first",
    permission: "withdraw own problems",
    query: z.object({
      after: afterId(),
      limit: limitOf(50, 100),
    }),
    success: { status: 200, schema: careProblemListSchema, says: "Those that are over, too." },
    async readAsMember({ actor, community, query, services }) {
      const wanted = { communityId: community.id, askerId: actor.memberId, beforeId: query.after, limit: query.limit };
      const rows = await selectProblemsOf(services.store.database, wanted);
      const last = rows.length === query.limit ? rows.at(-1) : undefined;
      return fine({ problems: rows.map(showProblem), next: last ? String(last.id) : null });
    },
  }),
  operation({
    id: "listUnsorted",
    method: "get",
    path: "/communities/{slug}/what-is-this",
    tag,
    summary: "Messages that the machine cannot place",
    permission: "say what a message is",
    query: z.object({ after: afterOf(readPlace), limit: limitOf(50, 100) }),
    success: {
      status: 200,
      schema: named("UnsortedList", z.object({ messages: z.array(unsortedSchema), next: nextSchema })),
      says: "Those first that are taken for a problem first.",
    },
    async readAsMember({ community, query, services }) {
      const wanted = { communityId: community.id, after: query.after, limit: query.limit };
      const rows = await listUnsorted(services.store.database, wanted);
      const last = rows.length === query.limit ? rows.at(-1) : undefined;
      const next = placeText(last ? { at: last.askUntil, id: last.messageId } : null);
      return fine({ messages: rows.map(showUnsorted), next });
    },
  }),
  operation({
    id: "sayWhatMessageIs",
    method: "put",
    path: "/communities/{slug}/messages/{id}/kind",
    tag,
    summary: "Say what a message is",
    description: "Answers what the machine could not place, or corrects it; it learns from either.",
    permission: "say what a message is",
    params: z.object({ id: pathId.meta({ description: "The message's id." }) }),
    body: named(
      "MessageKind",
      z.strictObject({
        kind: z.enum(messageKinds),
        urgency: z.enum(urgencies).optional(),
        area: storable.nullable().optional().meta({ description: "A subject area's slug; null for none." }),
      }),
    ),
    success: {
      status: 200,
      schema: named("MessagePlaced", z.object({ problemId: idSchema.nullable() })),
      says: "Placed; a message that asks for something has a problem now.",
    },
    refusals: ["message-not-judged", "area-missing"],
    async change(tx, { actor, body, params: { id } }) {
      const said = await correctTriage(tx, actor, id, body);
      return said.ok ? fine(said.value) : said;
    },
  }),
];
