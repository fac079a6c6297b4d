import { z } from "zod";
import { endAsking, listQuestionsById, listTags } from "../../community/index.ts";
import { snippetText } from "../../search/index.ts";
import { named } from "../openapi/named.ts";
import { done, fine, operation } from "../operation.ts";
import { searchResultsSchema, showListed, suggestionsSchema } from "../views/listed-question.ts";
import { idSchema } from "../views/small.ts";
import { pageOf } from "./addresses.ts";
import { afterOf, limitOf, storable } from "./fields.ts";

const tag = "Finding";

function readSkip(text: string): number | null {
  return /^\d{1,4}$/.test(text) ? Number(text) : null;
}

export const findingOperations = [
  operation({
    id: "search",
    method: "get",
    path: "/communities/{slug}/search",
    tag,
    summary: "Search questions, the best first",
    permission: "search the community",
    query: z.object({
      q: storable.default("").meta({ description: "What is looked for.", examples: ["lamp flickers"] }),
      group: storable.optional().meta({ description: "Only in the group with this slug." }),
      state: z.enum(["waiting", "answered", "solved"]).optional(),
      after: afterOf(readSkip),
      limit: limitOf(20, 50),
    }),
    success: { status: 200, schema: searchResultsSchema, says: "What fits; nothing for an empty search." },
    async read({ community, query, services }) {
      const { database } = services.store;
      const skip = query.after ?? 0;
      const { found, more } = await services.search.questions({
        communityId: community.id,
        locale: community.locale,
        text: query.q,
        group: query.group,
        state: query.state,
        limit: query.limit,
        skip,
      });
      const ids = found.map(({ questionId }) => questionId);
      const snippets = new Map(found.map(({ questionId, snippet }) => [questionId, snippetText(snippet)]));
      const listed = await listQuestionsById(database, community.id, ids);
      return fine({
        results: listed.map((one) => ({
          ...showListed(one, pageOf(services, community.slug, one.id)),
          snippet: snippets.get(one.id) ?? "",
        })),
        next: more ? String(skip + query.limit) : null,
      });
    },
  }),
  operation({
    id: "suggestAnswers",
    method: "get",
    path: "/communities/{slug}/suggestions",
    tag,
    summary: "Solved answers that fit what somebody is typing",
    description: "At most 5. Where one of them answers it, say so with `endAsking` instead of asking.",
    permission: "search the community",
    query: z.object({ text: storable.default("").meta({ description: "What was typed so far." }) }),
    success: { status: 200, schema: suggestionsSchema, says: "The best first." },
    async read({ community, query, services }) {
      const { database } = services.store;
      const { suggested: found } = await services.search.suggest({
        communityId: community.id,
        locale: community.locale,
        text: query.text,
      });
      const ids = found.map(({ questionId }) => questionId);
      const suggested = new Map(found.map((one) => [one.questionId, one]));
      const listed = await listQuestionsById(database, community.id, ids);
      return fine({
        suggestions: listed.flatMap((one) => {
          const { answerId, snippet } = suggested.get(one.id) ?? {};
          const page = pageOf(services, community.slug, one.id);
          if (answerId === undefined || !snippet) return [];
          return [{ ...showListed(one, page), answerId, snippet: snippetText(snippet) }];
        }),
      });
    },
  }),
  operation({
    id: "endAsking",
    method: "post",
    path: "/communities/{slug}/asking-ended",
    tag,
    summary: "Say that a solved question answered it, so that nothing is asked",
    description: "With the answer named, it counts as having helped this person too.",
    permission: "ask questions",
    body: named(
      "AskingEnded",
      z.strictObject({
        question: idSchema.meta({ description: "The question that was shown." }),
        answer: idSchema.optional().meta({ description: "The answer of it that was the one." }),
        text: storable.optional().meta({
          description: "What was typed: from then on it finds that question. Kept without a name to be seen.",
        }),
      }),
    ),
    success: { status: 204, says: "Noted." },
    refusals: ["question-missing", "answer-missing"],
    creates: true,
    async change(tx, { actor, body }) {
      const ended = await endAsking(tx, actor, {
        questionId: body.question,
        ...(body.answer === undefined ? {} : { answerId: body.answer }),
        ...(body.text === undefined ? {} : { text: body.text }),
      });
      return ended.ok ? done : ended;
    },
  }),
  operation({
    id: "listTags",
    method: "get",
    path: "/communities/{slug}/tags",
    tag,
    summary: "List the community's tags by name",
    permission: "read the community",
    success: {
      status: 200,
      schema: named("TagList", z.object({ tags: z.array(z.object({ name: z.string(), description: z.string() })) })),
      says: "500 at most.",
    },
    async read({ community, services }) {
      const tags = await listTags(services.store.database, community.id);
      return fine({ tags: tags.map(({ name, description }) => ({ name, description })) });
    },
  }),
];
