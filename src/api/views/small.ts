import * as z from "zod";
import { grantableRoles, roles } from "../../accounts/index.ts";
import type { Author, LinkedQuestion } from "../../community/index.ts";
import { named } from "../openapi/named.ts";

/** An id that Kith gave. */
export const idSchema = z
  .int()
  .positive()
  .meta({ examples: [12] });

/** A moment, in UTC. */
export const momentSchema = z.iso.datetime().meta({ examples: ["2026-01-15T12:00:00.000Z"] });

export const roleSchema = z.enum(roles);
export const grantableRoleSchema = z.enum(grantableRoles);

export const authorSchema = named(
  "Author",
  z.object({
    id: idSchema.meta({ description: "The member's id." }),
    name: z.string().meta({ examples: ["Ada"] }),
    staff: z.boolean().meta({ description: "Whether the brand pays or sends this member." }),
  }),
);

export function showAuthor(author: Author) {
  return { id: author.memberId, name: author.name, staff: author.staff };
}

export const groupNameSchema = z.object({ slug: z.string().meta({ examples: ["lamps"] }), name: z.string() });

export const linkedQuestionSchema = named(
  "LinkedQuestion",
  z.object({ id: idSchema, title: z.string(), language: z.string(), state: z.string(), reopened: z.boolean() }),
);

export function showLinked(linked: LinkedQuestion) {
  return {
    id: linked.id,
    title: linked.title,
    language: linked.language,
    state: linked.state,
    reopened: linked.reopened,
  };
}

/** What a list ends with. */
export const nextSchema = z
  .string()
  .nullable()
  .meta({ description: "What to send as `after` for the entries that follow; null at the end." });

export const pageSchema = z.url().meta({
  description: "The page for people.",
  examples: ["http://127.0.0.1:3000/c/lamps/q/12"],
});
