import * as z from "zod";
import {
  addComment,
  confirmAnswer,
  editAnswer,
  giveAnswer,
  giveThanks,
  markHelped,
  withdrawConfirmation,
} from "../../community/index.ts";
import { named } from "../openapi/named.ts";
import { done, fine, made, operation } from "../operation.ts";
import { idSchema } from "../views/small.ts";
import { addressOf } from "./addresses.ts";
import { bodyField, pathId } from "./fields.ts";
import { maskingOperations } from "./masking.ts";
import { removalOperations } from "./removals.ts";

const tag = "Answers";
const params = z.object({ id: pathId.meta({ description: "The answer's id." }) });
const onQuestion = z.object({ id: pathId.meta({ description: "The question's id." }) });

export const textSchema = named("Text", z.strictObject({ body: bodyField }));
export const postedSchema = named(
  "Posted",
  z.object({ id: idSchema, questionId: idSchema.meta({ description: "The question that it belongs to." }) }),
);
const confirmationSchema = named(
  "Confirmation",
  z.object({ answerId: idSchema, questionId: idSchema, confirmed: z.literal(true) }),
);
const helpedSchema = named("Helped", z.object({ answerId: idSchema, questionId: idSchema, helped: z.literal(true) }));

/** Where something that belongs to a question can be read. */
export function placeIn(slug: string, questionId: number, fragment: string): string {
  return `${addressOf(slug, "questions", questionId)}#${fragment}`;
}

export const answerOperations = [
  operation({
    id: "giveAnswer",
    method: "post",
    path: "/communities/{slug}/questions/{id}/answers",
    tag,
    summary: "Answer a question",
    permission: "answer questions",
    params: onQuestion,
    body: textSchema,
    success: { status: 201, schema: postedSchema, says: "Answered." },
    refusals: ["question-missing", "question-removed", "body-empty", "body-too-long"],
    creates: true,
    posts: true,
    async change(tx, { actor, body, community, params: { id } }) {
      const given = await giveAnswer(tx, actor, { questionId: id, body: body.body });
      if (!given.ok) return given;
      return made(placeIn(community.slug, id, `answer-${given.value.id}`), { id: given.value.id, questionId: id });
    },
  }),
  operation({
    id: "editAnswer",
    method: "patch",
    path: "/communities/{slug}/answers/{id}",
    tag,
    summary: "Change one's own answer",
    permission: "edit own messages",
    params,
    body: textSchema,
    success: { status: 200, schema: postedSchema, says: "Changed; what stood there before is kept." },
    refusals: ["answer-missing", "not-yours", "body-empty", "body-too-long", "too-many-requests"],
    async change(tx, { actor, body, params: { id } }) {
      const edited = await editAnswer(tx, actor, id, body.body);
      return edited.ok ? fine({ id, questionId: edited.value.questionId }) : edited;
    },
  }),
  ...maskingOperations({ kind: "answer", tag, params }),
  ...removalOperations({
    kind: "answer",
    tag,
    params,
    description:
      "One's own while it has solved nothing for anybody; a steward any, with a reason. Nothing is destroyed.",
  }),
  operation({
    id: "confirmAnswer",
    method: "post",
    path: "/communities/{slug}/answers/{id}/confirmation",
    tag,
    summary: "Say that this answer solved it",
    description: "Only whoever asked can. Several answers may be confirmed; saying it twice changes nothing.",
    permission: "confirm answers to own questions",
    params,
    success: { status: 200, schema: confirmationSchema, says: "The question is solved." },
    refusals: ["answer-missing", "not-yours"],
    async change(tx, { actor, params: { id } }) {
      const confirmed = await confirmAnswer(tx, actor, id);
      if (!confirmed.ok) return confirmed;
      return fine({ answerId: id, questionId: confirmed.value.questionId, confirmed: true });
    },
  }),
  operation({
    id: "withdrawConfirmation",
    method: "delete",
    path: "/communities/{slug}/answers/{id}/confirmation",
    tag,
    summary: "Take a confirmation back",
    permission: "confirm answers to own questions",
    params,
    success: { status: 204, says: "Taken back." },
    refusals: ["answer-missing", "not-yours"],
    async change(tx, { actor, params: { id } }) {
      const withdrawn = await withdrawConfirmation(tx, actor, id);
      return withdrawn.ok ? done : withdrawn;
    },
  }),
  operation({
    id: "markHelped",
    method: "post",
    path: "/communities/{slug}/answers/{id}/helped",
    tag,
    summary: "Say that it solved one's own problem too",
    description: "Counts once a person; whoever asked confirms instead.",
    permission: "say an answer helped",
    params,
    success: { status: 200, schema: helpedSchema, says: "Counted." },
    refusals: ["answer-missing", "own-answer", "asker-confirms"],
    async change(tx, { actor, params: { id } }) {
      const marked = await markHelped(tx, actor, id);
      return marked.ok ? fine({ answerId: id, questionId: marked.value.questionId, helped: true }) : marked;
    },
  }),
  operation({
    id: "withdrawHelped",
    method: "delete",
    path: "/communities/{slug}/answers/{id}/helped",
    tag,
    summary: "Take that back",
    permission: "say an answer helped",
    params,
    success: { status: 204, says: "Taken back." },
    refusals: ["answer-missing", "own-answer", "asker-confirms"],
    async change(tx, { actor, params: { id } }) {
      const withdrawn = await markHelped(tx, actor, id, false);
      return withdrawn.ok ? done : withdrawn;
    },
  }),
  operation({
    id: "giveThanks",
    method: "post",
    path: "/communities/{slug}/answers/{id}/thanks",
    tag,
    summary: "Thank the author of an answer",
    description: "Only the two of them ever see it.",
    permission: "thank people",
    params,
    body: named(
      "Thanks",
      z.strictObject({
        note: z
          .string()
          .default("")
          .meta({ maxLength: 500, examples: ["That saved my evening."] }),
      }),
    ),
    bodyOptional: true,
    success: { status: 204, says: "Thanked." },
    refusals: ["answer-missing", "own-answer", "note-too-long", "thanked-already"],
    creates: true,
    posts: true,
    async change(tx, { actor, body, params: { id } }) {
      const thanked = await giveThanks(tx, actor, { answerId: id, note: body.note });
      return thanked.ok ? done : thanked;
    },
  }),
  operation({
    id: "commentOnAnswer",
    method: "post",
    path: "/communities/{slug}/answers/{id}/comments",
    tag: "Comments",
    summary: "Comment on an answer",
    permission: "comment",
    params,
    body: textSchema,
    success: { status: 201, schema: postedSchema, says: "Commented." },
    refusals: ["answer-missing", "question-removed", "body-empty", "body-too-long"],
    creates: true,
    posts: true,
    async change(tx, { actor, body, community, params: { id } }) {
      const added = await addComment(tx, actor, { answerId: id }, body.body);
      if (!added.ok) return added;
      return made(placeIn(community.slug, added.value.questionId, `comment-${added.value.id}`), added.value);
    },
  }),
];
