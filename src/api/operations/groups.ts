import * as z from "zod";
import {
  createGroup,
  editGroup,
  findGroup,
  type Group,
  groupMissing,
  joinGroup,
  leaveGroup,
  listGroups,
} from "../../community/index.ts";
import { err } from "../../kernel/index.ts";
import { named } from "../openapi/named.ts";
import { done, fine, made, operation } from "../operation.ts";
import { idSchema, momentSchema } from "../views/small.ts";
import { addressOf } from "./addresses.ts";
import { groupInPath } from "./fields.ts";

const tag = "Groups";
const params = z.object({ group: groupInPath });
const charter = z.enum(["help", "interest"]).meta({
  description: "`help` solves things; `interest` shares one, with little talk of brand and product.",
});
const name = z.string().meta({ minLength: 1, maxLength: 80, examples: ["Lamps"] });
const purpose = z.string().meta({ maxLength: 1000, examples: ["Everything that shines, or should."] });
const rules = z.string().meta({ maxLength: 10_000, description: "What the group asks of its members: Markdown." });

const solvedFrom = z.number().meta({
  minimum: 0,
  maximum: 1,
  description:
    "The probability from which on search says `solved` here; 1 never says it. Null leaves it to what search has learned.",
});

const groupSchema = named(
  "Group",
  z.object({
    id: idSchema,
    slug: z.string().meta({ examples: ["lamps"] }),
    name,
    purpose,
    rules,
    charter,
    solvedFrom: solvedFrom.nullable(),
    archivedAt: momentSchema.nullable(),
    joined: z.boolean().meta({ description: "Whether the caller is in it." }),
  }),
);
const groupMadeSchema = named("GroupMade", z.object({ id: idSchema, slug: z.string() }));

function showGroup(group: Group) {
  return {
    id: group.id,
    slug: group.slug,
    name: group.name,
    purpose: group.purpose,
    rules: group.rules,
    charter: group.charter,
    solvedFrom: group.solvedFrom,
    archivedAt: group.archivedAt,
    joined: group.joined,
  };
}

export const groupOperations = [
  operation({
    id: "listGroups",
    method: "get",
    path: "/communities/{slug}/groups",
    tag,
    summary: "List the open groups",
    permission: "read the community",
    success: {
      status: 200,
      schema: named("GroupList", z.object({ groups: z.array(groupSchema) })),
      says: "Help groups first, then by name; 200 at most.",
    },
    async read({ actor, community, services }) {
      const groups = await listGroups(services.store.database, community.id, actor?.memberId ?? null);
      return fine({ groups: groups.map(showGroup) });
    },
  }),
  operation({
    id: "createGroup",
    method: "post",
    path: "/communities/{slug}/groups",
    tag,
    summary: "Open a group",
    permission: "manage groups",
    body: named(
      "NewGroup",
      z.strictObject({
        slug: z.string().meta({
          maxLength: 60,
          description: "Stands in its address: small letters, digits, single hyphens.",
          examples: ["lamps"],
        }),
        name,
        purpose: purpose.default(""),
        rules: rules.default(""),
        charter,
        solvedFrom: solvedFrom.nullable().default(null),
      }),
    ),
    success: { status: 201, schema: groupMadeSchema, says: "Opened." },
    refusals: ["slug-invalid", "name-length", "solved-from-invalid", "group-exists"],
    creates: true,
    async change(tx, { actor, body, community }) {
      const created = await createGroup(tx, actor, body);
      if (!created.ok) return created;
      const { id, slug } = created.value;
      return made(addressOf(community.slug, "groups", slug), { id, slug });
    },
  }),
  operation({
    id: "getGroup",
    method: "get",
    path: "/communities/{slug}/groups/{group}",
    tag,
    summary: "Read a group",
    permission: "read the community",
    params,
    success: { status: 200, schema: groupSchema, says: "The group." },
    refusals: ["group-missing"],
    async read({ actor, community, params: { group: slug }, services }) {
      const group = await findGroup(services.store.database, community.id, slug, actor?.memberId ?? null);
      return group ? fine(showGroup(group)) : err(groupMissing);
    },
  }),
  operation({
    id: "editGroup",
    method: "patch",
    path: "/communities/{slug}/groups/{group}",
    tag,
    summary: "Change a group",
    description: "What is left out stays as it is; so does the slug, because links hold it.",
    permission: "manage groups",
    params,
    body: named(
      "GroupChange",
      z.strictObject({
        name: name.optional(),
        purpose: purpose.optional(),
        rules: rules.optional(),
        charter: charter.optional(),
        solvedFrom: solvedFrom.nullable().optional(),
        archived: z
          .boolean()
          .optional()
          .meta({ description: "An archived group can be read, and takes no questions." }),
      }),
    ),
    success: { status: 200, schema: groupMadeSchema, says: "Changed." },
    refusals: ["group-missing", "name-length", "solved-from-invalid"],
    async change(tx, { actor, body, community, params: { group: slug } }) {
      const before = await findGroup(tx.db, community.id, slug);
      if (!before) return err(groupMissing);
      const edited = await editGroup(tx, actor, before.slug, {
        name: body.name ?? before.name,
        purpose: body.purpose ?? before.purpose,
        rules: body.rules ?? before.rules,
        charter: body.charter ?? before.charter,
        solvedFrom: body.solvedFrom === undefined ? before.solvedFrom : body.solvedFrom,
        archived: body.archived ?? before.archivedAt !== null,
      });
      return edited.ok ? fine({ id: before.id, slug: before.slug }) : edited;
    },
  }),
  operation({
    id: "joinGroup",
    method: "post",
    path: "/communities/{slug}/groups/{group}/membership",
    tag,
    summary: "Join a group",
    permission: "join groups",
    params,
    success: { status: 204, says: "Joined; joining twice changes nothing." },
    refusals: ["group-missing"],
    async change(tx, { actor, params: { group } }) {
      const joined = await joinGroup(tx, actor, group);
      return joined.ok ? done : joined;
    },
  }),
  operation({
    id: "leaveGroup",
    method: "delete",
    path: "/communities/{slug}/groups/{group}/membership",
    tag,
    summary: "Leave a group",
    permission: "join groups",
    params,
    success: { status: 204, says: "Left." },
    refusals: ["group-missing"],
    async change(tx, { actor, params: { group } }) {
      const left = await leaveGroup(tx, actor, group);
      return left.ok ? done : left;
    },
  }),
];
