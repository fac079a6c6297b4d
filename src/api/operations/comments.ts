import * as z from "zod";
import { addComment, editComment } from "../../community/index.ts";
import { fine, made, operation } from "../operation.ts";
import { placeIn, postedSchema, textSchema } from "./answers.ts";
import { pathId } from "./fields.ts";
import { maskingOperations } from "./masking.ts";
import { removalOperations } from "./removals.ts";

const tag = "Comments";
const params = z.object({ id: pathId.meta({ description: "The comment's id." }) });

export const commentOperations = [
  operation({
    id: "commentOnQuestion",
    method: "post",
    path: "/communities/{slug}/questions/{id}/comments",
    tag,
    summary: "Comment on a question",
    permission: "comment",
    params: z.object({ id: pathId.meta({ description: "The question's id." }) }),
    body: textSchema,
    success: { status: 201, schema: postedSchema, says: "Commented." },
    refusals: ["question-missing", "question-removed", "body-empty", "body-too-long"],
    creates: true,
    posts: true,
    async change(tx, { actor, body, community, params: { id } }) {
      const added = await addComment(tx, actor, { questionId: id }, body.body);
      if (!added.ok) return added;
      return made(placeIn(community.slug, id, `comment-${added.value.id}`), added.value);
    },
  }),
  operation({
    id: "editComment",
    method: "patch",
    path: "/communities/{slug}/comments/{id}",
    tag,
    summary: "Change one's own comment",
    permission: "edit own messages",
    params,
    body: textSchema,
    success: { status: 200, schema: postedSchema, says: "Changed; what stood there before is kept." },
    refusals: ["comment-missing", "not-yours", "message-removed", "body-empty", "body-too-long", "too-many-requests"],
    async change(tx, { actor, body, params: { id } }) {
      const edited = await editComment(tx, actor, id, body.body);
      return edited.ok ? fine({ id, questionId: edited.value.questionId }) : edited;
    },
  }),
  ...maskingOperations({ kind: "comment", tag, params }),
  ...removalOperations({
    kind: "comment",
    tag,
    params,
    description: "One's own, or as a steward with a reason. Nothing is destroyed.",
  }),
];
