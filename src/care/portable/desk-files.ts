import { field, type PortableFile, tableFile } from "../../community/index.ts";
import { urgencies } from "../problem.ts";

const { at, json, maybe, oneOf, own, text, texts, the, theOneOf, whole, yesOrNo } = field;

// What a community has set for its care. Where something of that name is there already, it stays as it is.

const calendars = tableFile({
  name: "calendars",
  table: "work_calendar",
  space: "calendar",
  fields: { id: own, name: text, timeZone: text, spans: json, holidays: texts, createdAt: at },
  order: ["id"],
  same: "t.name = r.name",
});

const teams = tableFile({
  name: "teams",
  table: "team",
  space: "team",
  fields: {
    id: own,
    name: text,
    leadId: maybe(the("member")),
    calendarId: maybe(the("calendar")),
    isDefault: yesOrNo,
    createdAt: at,
  },
  order: ["id"],
  same: "t.name = r.name or (t.is_default and r.is_default)",
});

const teamMembers = tableFile({
  name: "team-members",
  table: "team_member",
  fields: { teamId: the("team"), memberId: the("member"), joinedAt: at },
  order: ["teamId", "memberId"],
});

const areas = tableFile({
  name: "areas",
  table: "subject_area",
  space: "area",
  fields: { id: own, slug: text, name: text, tags: texts, teamId: maybe(the("team")), createdAt: at },
  order: ["id"],
  same: "t.slug = r.slug",
});

const serviceLevels = tableFile({
  name: "service-levels",
  table: "service_level",
  space: "service-level",
  fields: {
    id: own,
    groupId: maybe(the("group")),
    urgency: maybe(oneOf(urgencies)),
    calendarId: the("calendar"),
    firstAnswerMinutes: maybe(whole),
    nextAnswerMinutes: maybe(whole),
    solvedMinutes: maybe(whole),
    warnPercent: whole,
  },
  order: ["id"],
  same: "t.group_id is not distinct from r.group_id and t.urgency is not distinct from r.urgency",
});

const ladders = tableFile({
  name: "ladders",
  table: "group_ladder",
  fields: { groupId: the("group"), foundMinutes: whole, peersMinutes: whole, namedMinutes: whole },
  order: ["groupId"],
});

const limits = tableFile({
  name: "care-limits",
  table: "care_limit",
  fields: {
    memberId: the("member"),
    askedWeekly: whole,
    mostOpen: whole,
    calendarId: maybe(the("calendar")),
    awayUntil: maybe(at),
  },
  order: ["memberId"],
});

const skills = tableFile({
  name: "skills",
  table: "skill",
  fields: {
    subject: oneOf(["area", "group"]),
    subjectId: theOneOf("subject", { area: "area", group: "group" }),
    memberId: the("member"),
    solves: whole,
    lastAt: at,
  },
  order: ["subject", "subjectId", "memberId"],
});

const macros = tableFile({
  name: "macros",
  table: "macro",
  space: "macro",
  fields: { id: own, name: text, body: text, changedAt: at, changedBy: the("member") },
  order: ["id"],
  same: "t.name = r.name",
});

const savedViews = tableFile({
  name: "saved-views",
  table: "saved_view",
  fields: {
    id: own,
    memberId: the("member"),
    name: text,
    view: text,
    urgency: maybe(oneOf(urgencies)),
    areaId: maybe(the("area")),
  },
  order: ["memberId", "id"],
});

export const deskFiles: readonly PortableFile[] = [
  ...[calendars, teams, teamMembers, areas, serviceLevels, ladders, limits, skills, macros, savedViews],
];
