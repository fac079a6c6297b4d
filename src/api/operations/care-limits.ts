import * as z from "zod";
import { listSkillsOf, readOwnLimits, setOwnLimits } from "../../care/index.ts";
import { named } from "../openapi/named.ts";
import { fine, operation } from "../operation.ts";
import { idSchema, momentSchema } from "../views/small.ts";
import { pathId } from "./fields.ts";
import { careTag as tag } from "./queue.ts";

const bodyId = idSchema.max(Number.MAX_SAFE_INTEGER);
const limitsSchema = named(
  "CareLimits",
  z.object({
    askedWeekly: z.int().meta({ description: "How often in a week one may be asked by name." }),
    mostOpen: z.int().meta({ description: "How many problems a solver has at once." }),
    calendarId: idSchema.nullable(),
    awayUntil: momentSchema.nullable(),
  }),
);

/** What each member allows, and what they have solved for good. */
export const careLimitOperations = [
  operation({
    id: "getMyLimits",
    method: "get",
    path: "/communities/{slug}/me/limits",
    tag,
    summary: "How often the caller may be asked, and what they can bear",
    permission: "limit how often one is asked",
    success: { status: 200, schema: limitsSchema, says: "The usual ones where nothing was set." },
    async readAsMember({ actor, services }) {
      const { usual: _, ...limits } = await readOwnLimits(services.store.database, actor);
      return fine(limits);
    },
  }),
  operation({
    id: "setMyLimits",
    method: "patch",
    path: "/communities/{slug}/me/limits",
    tag,
    summary: "Set how often one may be asked, and what one can bear",
    description: "What is left out stays. `mostOpen` and `calendarId` are for those who work at the desk.",
    permission: "limit how often one is asked",
    body: named(
      "CareLimitsChange",
      z.strictObject({
        askedWeekly: z.int().min(0).max(50).optional(),
        mostOpen: z.int().min(1).max(500).optional(),
        calendarId: bodyId.nullable().optional(),
        awayUntil: z.iso
          .datetime()
          .transform((text) => new Date(text))
          .nullable()
          .optional(),
      }),
    ),
    success: { status: 200, schema: limitsSchema, says: "Set." },
    refusals: ["calendar-missing"],
    async change(tx, { actor, body }) {
      const set = await setOwnLimits(tx, actor, body);
      return set.ok ? fine(set.value.limits) : set;
    },
  }),
  operation({
    id: "listSkills",
    method: "get",
    path: "/communities/{slug}/members/{id}/skills",
    tag,
    summary: "What a member has solved for good",
    description: "Solves that the asker confirmed and that have lasted 30 days; nothing else counts.",
    permission: "see members",
    params: z.object({ id: pathId.meta({ description: "The member's id." }) }),
    success: {
      status: 200,
      schema: named(
        "SkillList",
        z.object({
          skills: z.array(
            z.object({
              subject: z.enum(["area", "group"]),
              name: z.string().nullable(),
              solves: z.int(),
              lastAt: momentSchema,
            }),
          ),
        }),
      ),
      says: "Most first.",
    },
    async readAsMember({ community, params: { id }, services }) {
      return fine({ skills: await listSkillsOf(services.store.database, community.id, id) });
    },
  }),
];
