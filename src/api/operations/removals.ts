import * as z from "zod";
import { type PostKind, removePost, restorePost } from "../../community/index.ts";
import { named } from "../openapi/named.ts";
import { done, type Operation, operation } from "../operation.ts";

const removalSchema = named(
  "Removal",
  z.strictObject({
    reason: z
      .string()
      .optional()
      .meta({
        maxLength: 1000,
        description: "Told to the author; needed for what somebody else wrote.",
        examples: ["It names a customer's address."],
      }),
  }),
);

interface Removable {
  readonly kind: PostKind;
  readonly tag: string;
  /** Of the path: the id of the post. */
  readonly params: z.ZodObject<{ id: z.ZodType<number> }>;
  /** Who may remove it, and when. */
  readonly description: string;
}

/** Removing a post and bringing it back: the same for questions, answers and comments. */
export function removalOperations({ kind, tag, params, description }: Removable): Operation[] {
  const name = `${kind[0]?.toUpperCase()}${kind.slice(1)}`;
  const path = `/communities/{slug}/${kind}s/{id}`;
  return [
    operation({
      id: `remove${name}`,
      method: "delete",
      path,
      tag,
      summary: kind === "answer" ? "Remove an answer" : `Remove a ${kind}`,
      description,
      permission: "remove own messages",
      params,
      body: removalSchema,
      bodyOptional: true,
      success: { status: 204, says: "Removed." },
      refusals: ["post-missing", "not-allowed-to-remove", "reason-missing", "message-removed"],
      async change(tx, { actor, body, params: { id } }) {
        const removed = await removePost(tx, actor, kind, id, body.reason ?? "");
        return removed.ok ? done : removed;
      },
    }),
    operation({
      id: `restore${name}`,
      method: "post",
      path: `${path}/restoration`,
      tag,
      summary: `Bring a removed ${kind} back`,
      permission: "remove own messages",
      params,
      success: { status: 204, says: "It can be read again." },
      refusals: ["post-missing", "not-allowed-to-remove", "message-not-removed"],
      async change(tx, { actor, params: { id } }) {
        const restored = await restorePost(tx, actor, kind, id);
        return restored.ok ? done : restored;
      },
    }),
  ];
}
