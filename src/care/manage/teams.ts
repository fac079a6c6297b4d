import type { Actor } from "../../accounts/index.ts";
import { err, ok, type Result, refusal } from "../../kernel/index.ts";
import type { Transaction } from "../../store/index.ts";
import { hasCalendar } from "../queries/calendars.ts";
import { findTeam, solversAmong } from "../queries/people.ts";
import {
  deleteTeam,
  findTeamNamed,
  insertTeam,
  listTeamMemberIds,
  replaceTeamMembers,
  type TeamFields,
  updateTeam,
} from "../queries/teams.ts";
import { calendarMissing, notASolver, teamMissing } from "../refusals.ts";
import { checkName, nameTaken } from "./names.ts";
import { type Kept, keepSetting, removeSetting, type Setting, type Which } from "./setting.ts";

const mostTeamMembers = 200;

export const teamSetting: Setting<TeamFields> = {
  kind: "team",
  permission: "manage care",
  subject: "team",
  event: { set: "team.set", removed: "team.removed" },
  async check(tx, communityId, { name: typed, leadId, calendarId, memberIds: given }) {
    const name = checkName(typed);
    if (!name.ok) return name;
    if (calendarId !== null && !(await hasCalendar(tx.db, communityId, calendarId))) return err(calendarMissing);
    const memberIds = [...new Set(given)];
    if (memberIds.length > mostTeamMembers) return err(teamTooLarge);
    const needed = leadId === null ? memberIds : [...memberIds, leadId];
    const solvers = await solversAmong(tx.db, communityId, needed);
    if (needed.some((id) => !solvers.has(id))) return err(notASolver);
    return ok({ name: name.value, leadId, calendarId, memberIds });
  },
  find: (tx, communityId, { name }) => findTeamNamed(tx.db, communityId, name),
  async read(database, communityId, id) {
    const team = await findTeam(database, communityId, id);
    if (!team) return null;
    const { name, leadId, calendarId } = team;
    return { name, leadId, calendarId, memberIds: await listTeamMemberIds(database, communityId, id) };
  },
  async insert(tx, communityId, team, withId) {
    const id = await insertTeam(tx, communityId, team, withId);
    await replaceTeamMembers(tx, communityId, id, team.memberIds);
    return id;
  },
  async update(tx, communityId, id, team) {
    await updateTeam(tx, communityId, id, team);
    await replaceTeamMembers(tx, communityId, id, team.memberIds);
  },
  remove: deleteTeam,
  refusals: { missing: teamMissing, taken: nameTaken },
};

/** Sets a team, its lead and its members, who are solvers. A team without members has all solvers of the community. */
export function setTeam(tx: Transaction, actor: Actor, team: TeamFields, which?: Which): Promise<Result<Kept>> {
  return keepSetting(tx, actor, teamSetting, team, which);
}

/** Removes a team that has never had a problem. */
export function removeTeam(tx: Transaction, actor: Actor, id: number): Promise<Result<Kept>> {
  return removeSetting(tx, actor, teamSetting, id);
}

const teamTooLarge = refusal(
  "invalid",
  "team-too-large",
  `A team has at most ${mostTeamMembers} members.`,
  "Make two teams of it, each with its own areas.",
  { memberIds: `A team has at most ${mostTeamMembers} members.` },
);
