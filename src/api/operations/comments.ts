import { z } from "zod";
import { addComment, editComment, removePost, restorePost } from "../../community/index.ts";
import { done, fine, made, operation } from "../operation.ts";
import { placeIn, postedSchema, textSchema } from "./answers.ts";
import { pathId } from "./fields.ts";
import { removalSchema } from "./questions.ts";

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
    refusals: ["comment-missing", "not-yours", "message-removed", "body-empty", "body-too-long"],
    async change(tx, { actor, body, params: { id } }) {
      const edited = await editComment(tx, actor, id, body.body);
      return edited.ok ? fine({ id, questionId: edited.value.questionId }) : edited;
    },
  }),
  operation({
    id: "removeComment",
    method: "delete",
    path: "/communities/{slug}/comments/{id}",
    tag,
    summary: "Remove a comment",
    description: "One's own, or as a steward with a reason. Nothing is destroyed.",
    permission: "remove own messages",
    params,
    body: removalSchema,
    bodyOptional: true,
    success: { status: 204, says: "Removed." },
    refusals: ["post-missing", "not-allowed-to-remove", "reason-missing", "message-removed"],
    async change(tx, { actor, body, params: { id } }) {
      const removed = await removePost(tx, actor, "comment", id, body.reason ?? "");
      return removed.ok ? done : removed;
    },
  }),
  operation({
    id: "restoreComment",
    method: "post",
    path: "/communities/{slug}/comments/{id}/restoration",
    tag,
    summary: "Bring a removed comment back",
    permission: "remove own messages",
    params,
    success: { status: 204, says: "It can be read again." },
    refusals: ["post-missing", "not-allowed-to-remove", "message-not-removed"],
    async change(tx, { actor, params: { id } }) {
      const restored = await restorePost(tx, actor, "comment", id);
      return restored.ok ? done : restored;
    },
  }),
];
