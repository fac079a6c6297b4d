import * as z from "zod";
import {
  findFittingKnown,
  findLikelyReports,
  fixKnown,
  type KnownNotice,
  type KnownRow,
  linkReports,
  listKnown,
  markKnown,
  reportKnown,
  unmarkKnown,
} from "../../care/index.ts";
import { named } from "../openapi/named.ts";
import { fine, operation } from "../operation.ts";
import { movedSchema, showMoved } from "../views/care.ts";
import { idSchema, momentSchema } from "../views/small.ts";
import { pathId } from "./fields.ts";
import { careTag as tag } from "./queue.ts";

const params = z.object({ id: pathId.meta({ description: "The problem's id." }) });
const at = (what: string) => `/communities/{slug}/problems/{id}/known${what}`;

const noticeSchema = named(
  "KnownNotice",
  z.object({
    problemId: idSchema,
    title: z.string(),
    body: z.string().meta({ description: "What is known, and what helps meanwhile; plain text." }),
    since: momentSchema,
  }),
);

const knownSchema = named(
  "KnownProblem",
  z.object({
    ...{ problemId: idSchema, title: z.string(), body: z.string(), since: momentSchema },
    current: z.boolean().meta({ description: "Whether it is still worked on." }),
    fixedAt: momentSchema.nullable(),
    fixedWords: z.string().nullable().meta({ description: "What was done." }),
  }),
);

function showNotice({ problemId, title, body, markedAt }: KnownNotice) {
  return { problemId, title, body, since: markedAt.toISOString() };
}

function showKnown({ problemId, title, body, markedAt, current, fixedAt, fixedWords }: KnownRow) {
  const since = markedAt.toISOString();
  return { problemId, title, body, since, current, fixedAt: fixedAt?.toISOString() ?? null, fixedWords };
}

/** Known problems: what people read of them, the reports that wait with them, and that they are fixed. */
export const knownOperations = [
  operation({
    id: "listKnownProblems",
    method: "get",
    path: "/communities/{slug}/known",
    tag,
    summary: "What is known not to work",
    description: "What is worked on, the newest first, then what was fixed within 30 days; 50 at most.",
    permission: "read the community",
    success: {
      status: 200,
      schema: named("KnownProblemList", z.object({ known: z.array(knownSchema) })),
      says: "Known problems.",
    },
    async read({ community, services: { store } }) {
      const list = await listKnown(store.database, community.id, store.clock.now());
      return fine({ known: list.map(showKnown) });
    },
  }),
  operation({
    id: "findKnownProblems",
    method: "get",
    path: "/communities/{slug}/known/fitting",
    tag,
    summary: "Known problems that fit what somebody writes",
    description: "Those that are worked on and have most of the words of the shorter text in common; two at most.",
    permission: "search the community",
    query: z.object({ text: z.string().meta({ maxLength: 2000, examples: ["my app finds no lamps"] }) }),
    success: {
      status: 200,
      schema: named("KnownNotices", z.object({ known: z.array(noticeSchema) })),
      says: "The best first.",
    },
    async read({ community, query, services: { store } }) {
      const text = query.text.slice(0, 2000);
      const wanted = { communityId: community.id, locale: community.locale, text };
      return fine({ known: (await findFittingKnown(store.database, wanted)).map(showNotice) });
    },
  }),
  operation({
    id: "reportKnownProblem",
    method: "post",
    path: "/communities/{slug}/known/{id}/reports",
    tag,
    summary: "Say that it is the same here, to be told when it is fixed",
    description: "A problem of one's own that waits with the known one. Said twice, it is the same.",
    permission: "ask questions",
    params,
    success: { status: 200, schema: named("KnownReported", z.object({ problemId: idSchema })), says: "Reported." },
    refusals: ["problem-missing", "not-known"],
    async change(tx, { actor, params: { id } }) {
      const reported = await reportKnown(tx, actor, id);
      return reported.ok ? fine(reported.value) : reported;
    },
  }),
  operation({
    id: "markKnownProblem",
    method: "put",
    path: at(""),
    tag,
    summary: "Mark a problem as known, or say anew what is known of it",
    description: "Everybody may read it. Reports that are linked with it rest from then on.",
    permission: "work on problems",
    params,
    body: named(
      "KnownWords",
      z.strictObject({
        title: z.string().meta({ minLength: 1, maxLength: 200 }),
        body: z.string().default("").meta({ maxLength: 2000, description: "Plain text." }),
      }),
    ),
    success: { status: 200, schema: movedSchema, says: "Known." },
    refusals: ["problem-missing", "problem-over", "known-title-invalid", "known-body-too-long"],
    async change(tx, { actor, body, params: { id } }) {
      const marked = await markKnown(tx, actor, id, { title: body.title, body: body.body ?? "" });
      return marked.ok ? fine(showMoved(marked.value)) : marked;
    },
  }),
  operation({
    id: "unmarkKnownProblem",
    method: "delete",
    path: at(""),
    tag,
    summary: "Say that it is no known problem after all",
    description: "Its reports come back by themselves within a day.",
    permission: "work on problems",
    params,
    success: { status: 200, schema: movedSchema, says: "Known no more." },
    refusals: ["problem-missing", "not-known"],
    async change(tx, { actor, params: { id } }) {
      const ended = await unmarkKnown(tx, actor, id);
      return ended.ok ? fine(showMoved(ended.value)) : ended;
    },
  }),
  operation({
    id: "findLikelyReports",
    method: "get",
    path: at("/likely"),
    tag,
    summary: "Problems that may be reports of a known one",
    description: "By the words in common with its title and with those of its reports; 20 at most.",
    permission: "see problems",
    params,
    success: {
      status: 200,
      schema: named(
        "LikelyReports",
        z.object({
          problems: z.array(
            z.object({
              ...{ id: idSchema, title: z.string(), askerName: z.string(), openedAt: momentSchema },
              fit: z.number().meta({ minimum: 0, maximum: 1, description: "Share of the words in common." }),
            }),
          ),
        }),
      ),
      says: "The best first.",
    },
    async readAsMember({ community, params: { id }, services }) {
      const wanted = { communityId: community.id, locale: community.locale, knownId: id };
      const likely = await findLikelyReports(services.store.database, wanted);
      return fine({ problems: likely.map((one) => ({ ...one, openedAt: one.openedAt.toISOString() })) });
    },
  }),
  operation({
    id: "linkReports",
    method: "post",
    path: at("/reports"),
    tag,
    summary: "Link reports with the known problem behind them",
    description: "They rest, and their askers are told. What is over, linked or known itself is passed over.",
    permission: "work on problems",
    params,
    body: named("Reports", z.strictObject({ ids: z.array(idSchema).meta({ minItems: 1, maxItems: 100 }) })),
    success: {
      status: 200,
      schema: named("ReportsLinked", z.object({ linked: z.int().min(0), passedOver: z.int().min(0) })),
      says: "Linked.",
    },
    refusals: ["problem-missing", "not-known"],
    async change(tx, { actor, body, params: { id } }) {
      const linked = await linkReports(tx, actor, id, body.ids);
      return linked.ok ? fine(linked.value) : linked;
    },
  }),
  operation({
    id: "fixKnownProblem",
    method: "post",
    path: at("/fixed"),
    tag,
    summary: "Say that a known problem is fixed",
    description: "Each of those affected is told what was done, and asked whether it is solved for them.",
    permission: "work on problems",
    params,
    body: named("KnownFixed", z.strictObject({ words: z.string().meta({ minLength: 1, maxLength: 2000 }) })),
    success: { status: 200, schema: movedSchema, says: "Fixed." },
    refusals: ["problem-missing", "not-known", "words-needed"],
    async change(tx, { actor, body, params: { id } }) {
      const fixed = await fixKnown(tx, actor, id, body.words);
      return fixed.ok ? fine(showMoved(fixed.value)) : fixed;
    },
  }),
];
