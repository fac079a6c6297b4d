import * as z from "zod";
import {
  listAreas,
  listCalendars,
  listServiceLevels,
  listTeams,
  removeServiceLevel,
  setArea,
  setCalendar,
  setGroupLadder,
  setServiceLevel,
  setTeam,
  urgencies,
} from "../../care/index.ts";
import { named } from "../openapi/named.ts";
import { fine, operation } from "../operation.ts";
import { pathIdOf, setSchema } from "../views/care-set.ts";
import { idSchema } from "../views/small.ts";
import { groupInPath, storable } from "./fields.ts";
import { careTag as tag } from "./queue.ts";

const bodyId = idSchema.max(Number.MAX_SAFE_INTEGER);
const name = z.string().meta({ minLength: 1, maxLength: 80 });
const minutes = z.int().min(1).max(525_600).nullable().meta({ description: "Minutes of working time; null for none." });

const calendarFields = {
  name,
  timeZone: z.string().meta({ examples: ["Europe/Vienna"] }),
  spans: z
    .array(z.strictObject({ day: z.int(), from: z.int(), to: z.int() }))
    .meta({ description: "`day` 1 is Monday; `from` and `to` are minutes of the local day, 0 to 1440." }),
  holidays: z.array(z.string()).meta({ examples: [["2026-12-25"]] }),
};
const areaFields = {
  slug: storable.meta({ examples: ["power"] }),
  name,
  tags: z.array(z.string()).meta({ description: "A question with one of these tags belongs here." }),
  teamId: bodyId.nullable(),
};
const levelFields = {
  group: storable.nullable().meta({ description: "A group's slug; null for every group." }),
  urgency: z.enum(urgencies).nullable().meta({ description: "null for any." }),
  calendarId: bodyId,
  firstAnswerMinutes: minutes,
  nextAnswerMinutes: minutes,
  solvedMinutes: minutes,
  warnPercent: z.int().min(1).max(99).default(75),
};
/** What care managers set. */
export const careSettingOperations = [
  operation({
    id: "listCareSettings",
    method: "get",
    path: "/communities/{slug}/care",
    tag,
    summary: "Teams, subject areas, calendars and promises",
    permission: "see problems",
    success: {
      status: 200,
      schema: named(
        "CareSettings",
        z.object({
          teams: z.array(
            z.object({
              ...{ id: idSchema, name: z.string(), isDefault: z.boolean() },
              ...{ leadId: idSchema.nullable(), calendarId: idSchema.nullable() },
              members: z.array(z.object({ memberId: idSchema, name: z.string() })),
            }),
          ),
          areas: z.array(z.object({ ...areaFields, id: idSchema })),
          calendars: z.array(z.object({ ...calendarFields, id: idSchema })),
          serviceLevels: z.array(z.object({ ...levelFields, id: idSchema })),
        }),
      ),
      says: "All that is set.",
    },
    async readAsMember({ community, services }) {
      const { database } = services.store;
      const [teams, areas, calendars, serviceLevels] = await Promise.all([
        listTeams(database, community.id),
        listAreas(database, community.id),
        listCalendars(database, community.id),
        listServiceLevels(database, community.id),
      ]);
      return fine({ teams, areas, calendars, serviceLevels });
    },
  }),
  operation({
    id: "setCalendar",
    method: "put",
    path: "/communities/{slug}/care/calendars",
    tag,
    summary: "Set a calendar",
    description: "Makes it, or changes the one with this name. One without working time is refused.",
    permission: "manage care",
    body: named("CareCalendar", z.strictObject({ ...calendarFields, holidays: calendarFields.holidays.default([]) })),
    success: { status: 200, schema: setSchema, says: "Set." },
    refusals: ["name-length", "time-zone-unknown", "span-invalid", "holidays-invalid", "calendar-without-hours"],
    async change(tx, { actor, body }) {
      const set = await setCalendar(tx, actor, body);
      return set.ok ? fine(set.value) : set;
    },
  }),
  operation({
    id: "setTeam",
    method: "put",
    path: "/communities/{slug}/care/teams",
    tag,
    summary: "Set a team, its lead and its members",
    description: "Makes it, or changes the one with this name. One without members has all solvers.",
    permission: "manage care",
    body: named(
      "CareTeam",
      z.strictObject({
        name,
        leadId: bodyId.nullable().default(null),
        calendarId: bodyId.nullable().default(null),
        memberIds: z.array(bodyId).default([]),
      }),
    ),
    success: { status: 200, schema: setSchema, says: "Set." },
    refusals: ["name-length", "calendar-missing", "not-a-solver", "team-too-large"],
    async change(tx, { actor, body }) {
      const set = await setTeam(tx, actor, body);
      return set.ok ? fine(set.value) : set;
    },
  }),
  operation({
    id: "setArea",
    method: "put",
    path: "/communities/{slug}/care/areas",
    tag,
    summary: "Set a subject area",
    description: "Makes it, or changes the one with this slug.",
    permission: "manage care",
    body: named("CareArea", z.strictObject({ ...areaFields, teamId: areaFields.teamId.default(null) })),
    success: { status: 200, schema: setSchema, says: "Set." },
    refusals: ["name-length", "slug-invalid", "tags-invalid", "team-missing"],
    async change(tx, { actor, body }) {
      const set = await setArea(tx, actor, body);
      return set.ok ? fine(set.value) : set;
    },
  }),
  operation({
    id: "setServiceLevel",
    method: "put",
    path: "/communities/{slug}/care/service-levels",
    tag,
    summary: "Set what is promised for a group, an urgency, both or all",
    permission: "manage care",
    body: named("ServiceLevel", z.strictObject(levelFields)),
    success: { status: 200, schema: setSchema, says: "Set; the most exact promise holds." },
    refusals: ["group-missing", "calendar-missing", "service-level-empty"],
    async change(tx, { actor, body }) {
      const set = await setServiceLevel(tx, actor, body);
      return set.ok ? fine(set.value) : set;
    },
  }),
  operation({
    id: "removeServiceLevel",
    method: "delete",
    path: "/communities/{slug}/care/service-levels/{id}",
    tag,
    summary: "Take a promise back",
    permission: "manage care",
    params: pathIdOf("promise"),
    success: { status: 200, schema: setSchema, says: "Taken back." },
    refusals: ["service-level-missing"],
    async change(tx, { actor, params: { id } }) {
      const removed = await removeServiceLevel(tx, actor, id);
      return removed.ok ? fine(removed.value) : removed;
    },
  }),
  operation({
    id: "setGroupLadder",
    method: "put",
    path: "/communities/{slug}/groups/{group}/ladder",
    tag,
    summary: "Set how long each rung of a group's ladder lasts",
    permission: "manage groups",
    params: z.object({ group: groupInPath }),
    body: named(
      "GroupLadder",
      z.strictObject({
        found: z.int().min(0).max(43_200).meta({ description: "Minutes for an answer that is there already." }),
        peers: z.int().min(0).max(43_200).meta({ description: "Minutes for the group's peers." }),
        named: z.int().min(1).max(43_200).meta({ description: "Minutes for each member who is asked by name." }),
      }),
    ),
    success: { status: 200, schema: setSchema, says: "Set; each step from now on goes by it." },
    refusals: ["group-missing"],
    async change(tx, { actor, body, params: { group } }) {
      const set = await setGroupLadder(tx, actor, group, body);
      return set.ok ? fine(set.value) : set;
    },
  }),
];
