import * as z from "zod";
import { endFollow, type FollowTarget, follow, listFollows } from "../../notifications/index.ts";
import { named } from "../openapi/named.ts";
import { done, fine, operation } from "../operation.ts";
import { momentSchema, nextSchema } from "../views/small.ts";
import { afterOf, groupInPath, pathId, storable } from "./fields.ts";

const tag = "Notifications";

const followSchema = named(
  "Follow",
  z.object({
    subject: z.enum(["question", "tag", "group"]),
    key: z.string().meta({ description: "A question's id, a tag's name or a group's slug.", examples: ["12"] }),
    name: z.string().meta({ examples: ["The lamp flickers"] }),
    because: z
      .enum(["chosen", "asked", "answered"])
      .meta({ description: "Those who ask or answer follow by themselves." }),
    beganAt: momentSchema,
  }),
);

const readPlace = (text: string) => (/^(question|tag|group):./u.test(text) ? text : null);

interface Followable<P extends z.ZodObject> {
  /** Makes the operations' ids: `followQuestion`. */
  readonly name: "Question" | "Tag" | "Group";
  /** Below the community, without `/following`. */
  readonly path: string;
  readonly params: P;
  readonly target: (params: z.output<P>) => FollowTarget;
}

/** Following one kind of thing, and ending it. */
function following<P extends z.ZodObject>({ name, path, params, target }: Followable<P>) {
  const what = name.toLowerCase();
  return [
    operation({
      id: `follow${name}`,
      method: "put",
      path: `/communities/{slug}/${path}/following`,
      tag,
      summary: `Follow a ${what}`,
      description: "Twice changes nothing.",
      permission: "choose own notifications",
      params,
      success: { status: 204, says: "The caller is told of what happens there." },
      refusals: ["nothing-to-follow"],
      async change(tx, call) {
        const begun = await follow(tx, call.actor, target(call.params as z.output<P>));
        return begun.ok ? done : begun;
      },
    }),
    operation({
      id: `endFollowing${name}`,
      method: "delete",
      path: `/communities/{slug}/${path}/following`,
      tag,
      summary: `Follow a ${what} no longer`,
      description: "Also where following began by itself; it does not begin again by itself.",
      permission: "choose own notifications",
      params,
      success: { status: 204, says: "The caller is not told any more." },
      refusals: ["nothing-to-follow"],
      async change(tx, call) {
        const ended = await endFollow(tx, call.actor, target(call.params as z.output<P>));
        return ended.ok ? done : ended;
      },
    }),
  ];
}

export const followingOperations = [
  operation({
    id: "listFollows",
    method: "get",
    path: "/communities/{slug}/me/follows",
    tag,
    summary: "What the caller follows",
    permission: "read own notifications",
    query: z.object({ after: afterOf(readPlace) }),
    success: {
      status: 200,
      schema: named("FollowList", z.object({ follows: z.array(followSchema), next: nextSchema })),
      says: "The newest first, 200 at a time.",
    },
    async readAsMember({ actor, query, services }) {
      const { follows, next } = await listFollows(services.store.database, actor, query.after);
      return fine({
        next,
        follows: follows.map(({ subject, key, name, because, beganAt }) => ({ subject, key, name, because, beganAt })),
      });
    },
  }),
  ...following({
    name: "Question",
    path: "questions/{id}",
    params: z.object({ id: pathId.meta({ description: "The question's id." }) }),
    target: ({ id }) => ({ subject: "question", name: String(id) }),
  }),
  ...following({
    name: "Tag",
    path: "tags/{tag}",
    params: z.object({ tag: storable.meta({ description: "The tag's name.", examples: ["lamp"] }) }),
    target: (params) => ({ subject: "tag", name: params.tag }),
  }),
  ...following({
    name: "Group",
    path: "groups/{group}",
    params: z.object({ group: groupInPath }),
    target: ({ group }) => ({ subject: "group", name: group }),
  }),
];
