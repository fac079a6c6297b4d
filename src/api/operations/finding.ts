import * as z from "zod";
import {
  endAsking,
  judgeSuggestions,
  type ListedAhead,
  listAhead,
  listGroups,
  listTags,
} from "../../community/index.ts";
import { err, refusal } from "../../kernel/index.ts";
import { readShownLine } from "../../search/index.ts";
import { named } from "../openapi/named.ts";
import { done, fine, operation } from "../operation.ts";
import type { ApiServices } from "../services.ts";
import {
  type Listed,
  searchResultsSchema,
  showResults,
  showSuggestions,
  suggestionsSchema,
} from "../views/found-question.ts";
import { idSchema } from "../views/small.ts";
import { pageOf } from "./addresses.ts";
import { afterOf, limitOf, storable } from "./fields.ts";

const tag = "Finding";

function readSkip(text: string): number | null {
  return /^\d{1,4}$/.test(text) ? Number(text) : null;
}

const shownInvalid = refusal(
  "invalid",
  "shown-invalid",
  "This is not the line that came with the suggestions.",
  "Send `shown` back as it came.",
);

const whatIsTyped =
  'What is looked for: words, "words together", -without, tag:, group:, by: (who asked), is:solved, is:answered, is:waiting, is:open, lang:, after: and before: (2026-01-31).';

async function listedOf(
  services: ApiServices,
  community: { readonly slug: string },
  listed: ListedAhead,
): Promise<Listed> {
  return { questions: await listed.byId(), pageOf: (id) => pageOf(services, community.slug, id) };
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
      q: storable.default("").meta({ description: whatIsTyped, examples: ["lamp flickers tag:led is:solved"] }),
      group: storable.optional().meta({ description: "Only in the group with this slug or name." }),
      state: z.enum(["waiting", "answered", "solved"]).optional().meta({ description: "`is:` in `q` wins over it." }),
      language: storable
        .optional()
        .meta({ description: "Only what is written in this language (ISO 639-1). `lang:` in `q` wins over it." }),
      facets: z.enum(["true", "false"]).optional().meta({ description: "Count everything that matches." }),
      after: afterOf(readSkip),
      limit: limitOf(20, 50),
    }),
    success: { status: 200, schema: searchResultsSchema, says: "What fits; nothing for an empty search." },
    async read({ community, query, services }) {
      const { database } = services.store;
      const skip = query.after ?? 0;
      const listed = listAhead(database, community.id);
      const answer = await services.search.questions({
        mayLeave: true,
        onFound: listed.begin,
        communityId: community.id,
        locale: community.locale,
        text: query.q,
        group: query.group,
        state: query.state,
        language: query.language?.toLowerCase(),
        limit: query.limit,
        skip,
        facets: query.facets === "true",
      });
      const groups = answer.facets ? await listGroups(database, community.id) : [];
      const next = answer.more ? String(skip + query.limit) : null;
      return fine(showResults(answer, await listedOf(services, community, listed), groups, next));
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
    query: z.object({
      text: storable.default("").meta({ description: "What was typed so far." }),
      group: storable
        .optional()
        .meta({ description: "The slug of the group that is asked in: it says how sure is sure enough." }),
    }),
    success: { status: 200, schema: suggestionsSchema, says: "The best first." },
    async read({ community, query, services }) {
      const listed = listAhead(services.store.database, community.id);
      const answer = await services.search.suggest({
        mayLeave: true,
        onFound: listed.begin,
        communityId: community.id,
        locale: community.locale,
        text: query.text,
        group: query.group,
      });
      return fine(showSuggestions(answer, await listedOf(services, community, listed)));
    },
  }),
  operation({
    id: "judgeSuggestions",
    method: "post",
    path: "/communities/{slug}/suggestions-judged",
    tag,
    summary: "Say what came of the suggestions that somebody was shown",
    description:
      "For evidence: whether it was right to show them. Say it when the person acts. It is kept by ids alone; what was typed is not sent.",
    permission: "ask questions",
    body: named(
      "SuggestionsJudged",
      z.strictObject({
        shown: storable.meta({ description: "The line `shown` that came with the suggestions." }),
        outcome: z.enum(["accepted", "rejected", "asked"]).meta({
          description: "One of them answered; none did; or the question was asked all the same.",
        }),
        opened: z.array(idSchema).max(10).default([]).meta({ description: "Those of them that were opened." }),
        question: idSchema.optional().meta({ description: "The one that answered, or that was asked." }),
        answer: idSchema.optional(),
      }),
    ),
    success: { status: 204, says: "Noted." },
    refusals: ["shown-invalid"],
    async change(tx, { actor, body }) {
      const shown = readShownLine(body.shown);
      if (!shown) return err(shownInvalid);
      const judged = await judgeSuggestions(tx, actor, {
        outcome: body.outcome,
        shown,
        opened: body.opened,
        ...(body.question === undefined ? {} : { questionId: body.question }),
        ...(body.answer === undefined ? {} : { answerId: body.answer }),
      });
      return judged.ok ? done : judged;
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
    query: z.object({
      after: storable.optional().meta({ description: "A tag: those behind it, by name." }),
    }),
    success: {
      status: 200,
      schema: named("TagList", z.object({ tags: z.array(z.object({ name: z.string(), description: z.string() })) })),
      says: "500 at most; more come with `after` and the last of them.",
    },
    async read({ community, query, services }) {
      const tags = await listTags(services.store.database, community.id, { after: query.after ?? null });
      return fine({ tags: tags.map(({ name, description }) => ({ name, description })) });
    },
  }),
];
