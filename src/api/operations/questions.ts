import * as z from "zod";
import {
  askQuestion,
  editQuestion,
  findGroup,
  groupMissing,
  listQuestions,
  questionMissing,
  questionRemoved,
  readQuestion,
  reopenQuestion,
  sayLanguage,
} from "../../community/index.ts";
import { err } from "../../kernel/index.ts";
import { named } from "../openapi/named.ts";
import { done, fine, made, operation } from "../operation.ts";
import { questionListSchema, showListed } from "../views/listed-question.ts";
import { questionSchema, showQuestion } from "../views/question.ts";
import { idSchema, pageSchema } from "../views/small.ts";
import { addressOf, pageOf } from "./addresses.ts";
import {
  afterOf,
  bodyField,
  languageField,
  limitOf,
  pageNumber,
  pathId,
  queryId,
  storable,
  tagsField,
  titleField,
} from "./fields.ts";
import { maskingOperations } from "./masking.ts";
import { removalOperations } from "./removals.ts";

const tag = "Questions";
const params = z.object({ id: pathId.meta({ description: "The question's id." }) });

/** A place in a list by last activity: `1768478400000-12` is question 12, last active at that millisecond. */
function readPlace(text: string) {
  const [, at, id] = /^(\d{1,15})-(\d{1,15})$/.exec(text) ?? [];
  if (!at || !id || Number.isNaN(new Date(Number(at)).getTime())) return null;
  return { at: new Date(Number(at)), id: Number(id) };
}

const askedSchema = named(
  "AskedQuestion",
  z.object({ id: idSchema, title: z.string(), state: z.literal("waiting"), page: pageSchema }),
);
const editedSchema = named("EditedQuestion", z.object({ id: idSchema, title: z.string(), page: pageSchema }));
export const questionOperations = [
  operation({
    id: "askQuestion",
    method: "post",
    path: "/communities/{slug}/questions",
    tag,
    summary: "Ask a question",
    permission: "ask questions",
    body: named(
      "NewQuestion",
      z.strictObject({
        group: storable.meta({ description: "The group's slug.", examples: ["lamps"] }),
        title: titleField,
        body: bodyField,
        tags: tagsField.default([]),
        language: languageField.default(null),
      }),
    ),
    success: { status: 201, schema: askedSchema, says: "Asked; `Location` is its address." },
    refusals: ["group-missing", "title-length", "body-empty", "body-too-long", "tags-invalid", "language-unknown"],
    creates: true,
    posts: true,
    async change(tx, { actor, body, community, services }) {
      const asked = await askQuestion(tx, actor, body);
      if (!asked.ok) return asked;
      const { id, title } = asked.value;
      const page = pageOf(services, community.slug, id);
      return made(addressOf(community.slug, "questions", id), { id, title, state: "waiting", page });
    },
  }),
  operation({
    id: "listQuestions",
    method: "get",
    path: "/communities/{slug}/questions",
    tag,
    summary: "List questions by last activity",
    permission: "read the community",
    query: z.object({
      group: storable.optional().meta({ description: "Only those of the group with this slug." }),
      state: z.enum(["waiting", "answered", "solved"]).optional(),
      tag: storable.optional().meta({ description: "Only those with this tag." }),
      asker: queryId.optional().meta({ description: "Only those that this member asked.", type: "integer" }),
      after: afterOf(readPlace),
      limit: limitOf(30, 100),
    }),
    success: { status: 200, schema: questionListSchema, says: "The newest first." },
    refusals: ["group-missing"],
    async read({ community, query, services }) {
      const { database } = services.store;
      const [questions, group] = await Promise.all([
        listQuestions(database, {
          communityId: community.id,
          group: query.group,
          state: query.state,
          tag: query.tag,
          askerId: query.asker,
          before: query.after,
          limit: query.limit,
        }),
        query.group === undefined ? undefined : findGroup(database, community.id, query.group),
      ]);
      if (group === null) return err(groupMissing);
      const last = questions.length === query.limit ? questions.at(-1) : undefined;
      return fine({
        questions: questions.map((one) => showListed(one, pageOf(services, community.slug, one.id))),
        next: last ? `${last.lastActivityAt.getTime()}-${last.id}` : null,
      });
    },
  }),
  operation({
    id: "getQuestion",
    method: "get",
    path: "/communities/{slug}/questions/{id}",
    tag,
    summary: "Read a question with its answers and comments",
    description: "Sends an `ETag`; ask again with `If-None-Match` and get `304` where nothing changed.",
    permission: "read the community",
    params,
    query: z.object({ page: pageNumber.meta({ description: "Which page of the answers." }) }),
    success: { status: 200, schema: questionSchema, says: "The question as the caller sees it." },
    refusals: ["question-missing", "question-removed"],
    async read({ actor, community, params: { id }, query, services }) {
      const question = await readQuestion(services.store.database, {
        communityId: community.id,
        id,
        readerId: actor?.memberId ?? null,
        page: query.page,
      });
      if (!question) return err(questionMissing);
      if (question === "removed") return err(questionRemoved);
      const page = pageOf(services, community.slug, id);
      return fine(showQuestion(question, page), { tagged: true });
    },
  }),
  operation({
    id: "editQuestion",
    method: "patch",
    path: "/communities/{slug}/questions/{id}",
    tag,
    summary: "Change one's own question",
    description: "What is left out stays as it is; what stood there before is kept.",
    permission: "edit own messages",
    params,
    body: named(
      "QuestionChange",
      z.strictObject({
        title: titleField.optional(),
        body: bodyField.optional(),
        tags: tagsField.optional(),
        language: languageField.optional(),
      }),
    ),
    success: { status: 200, schema: editedSchema, says: "Changed." },
    refusals: [
      "question-missing",
      "not-yours",
      "title-length",
      "body-empty",
      "body-too-long",
      "tags-invalid",
      "language-unknown",
      "too-many-requests",
    ],
    async change(tx, { actor, body, community, params: { id }, services }) {
      const { database } = services.store;
      const before = await readQuestion(database, { communityId: community.id, id, readerId: null });
      if (!before || before === "removed") return err(questionMissing);
      const edited = await editQuestion(tx, actor, {
        questionId: id,
        title: body.title ?? before.title,
        body: body.body ?? before.body,
        tags: body.tags ?? before.tags,
        language: body.language,
      });
      if (!edited.ok) return edited;
      const { title } = edited.value;
      return fine({ id, title, page: pageOf(services, community.slug, id) });
    },
  }),
  operation({
    id: "sayLanguage",
    method: "put",
    path: "/communities/{slug}/questions/{id}/language",
    tag,
    summary: "Say in which language a question is",
    description: "Where its words were taken for another language. Whoever asked says it with `editQuestion`.",
    permission: "say the language of questions",
    params,
    body: named("QuestionLanguage", z.strictObject({ language: languageField })),
    success: { status: 200, schema: editedSchema, says: "Said; the question is found by it within a second." },
    refusals: ["question-missing", "language-unknown"],
    async change(tx, { actor, body, community, params: { id }, services }) {
      const said = await sayLanguage(tx, actor, { questionId: id, language: body.language });
      if (!said.ok) return said;
      return fine({ id, title: said.value.title, page: pageOf(services, community.slug, id) });
    },
  }),
  ...maskingOperations({ kind: "question", tag, params }),
  ...removalOperations({
    kind: "question",
    tag,
    params,
    description: "One's own while nobody has answered it; a steward any, with a reason. Nothing is destroyed.",
  }),
  operation({
    id: "reopenQuestion",
    method: "post",
    path: "/communities/{slug}/questions/{id}/reopening",
    tag,
    summary: "Say that it is not solved after all",
    permission: "reopen own questions",
    params,
    success: { status: 204, says: "The question waits again." },
    refusals: ["question-missing", "not-yours", "question-not-solved"],
    async change(tx, { actor, params: { id } }) {
      const reopened = await reopenQuestion(tx, actor, id);
      return reopened.ok ? done : reopened;
    },
  }),
  operation({
    id: "withdrawReopening",
    method: "delete",
    path: "/communities/{slug}/questions/{id}/reopening",
    tag,
    summary: "Take a reopening back",
    permission: "reopen own questions",
    params,
    success: { status: 204, says: "It counts as solved again." },
    refusals: ["question-missing", "not-yours"],
    async change(tx, { actor, params: { id } }) {
      const withdrawn = await reopenQuestion(tx, actor, id, false);
      return withdrawn.ok ? done : withdrawn;
    },
  }),
];
