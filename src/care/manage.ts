import { type Actor, ensureMay, findMember } from "../accounts/index.ts";
import { checkTags, findGroup, groupMissing } from "../community/index.ts";
import { cleanLine, err, lengthOf, ok, type Result, refusal } from "../kernel/index.ts";
import type { Transaction } from "../store/index.ts";
import { type Calendar, checkCalendar } from "./calendar.ts";
import type { Urgency } from "./problem.ts";
import { upsertArea } from "./queries/areas.ts";
import { writeLadder } from "./queries/ladder.ts";
import { findTeam, isSolver } from "./queries/people.ts";
import {
  deleteServiceLevel,
  hasCalendar,
  replaceTeamMembers,
  upsertCalendar,
  upsertServiceLevel,
  upsertTeam,
} from "./queries/settings.ts";
import { calendarMissing, notASolver, teamMissing } from "./refusals.ts";

// What a care manager sets. Each is set by its name, so that setting it twice changes nothing more.

/** Sets a calendar: makes it, or changes the one with this name. One without working time is refused. Returns its id. */
export async function setCalendar(
  tx: Transaction,
  actor: Actor,
  typed: Calendar & { readonly name: string },
): Promise<Result<{ id: number }>> {
  const name = nameFor(actor, typed.name);
  if (!name.ok) return name;
  const calendar = checkCalendar(typed);
  if (!calendar.ok) return calendar;
  const id = await upsertCalendar(tx, actor.communityId, name.value, calendar.value);
  tell(tx, actor, "calendar", id);
  return ok({ id });
}

/** Sets a team, its lead and its members, who are solvers. A team without members has all solvers of the community. */
export async function setTeam(
  tx: Transaction,
  actor: Actor,
  team: {
    readonly name: string;
    readonly leadId: number | null;
    readonly calendarId: number | null;
    readonly memberIds: readonly number[];
  },
): Promise<Result<{ id: number }>> {
  const name = nameFor(actor, team.name);
  if (!name.ok) return name;
  const { communityId } = actor;
  const { calendarId, leadId } = team;
  if (calendarId !== null && !(await hasCalendar(tx.db, communityId, calendarId))) return err(calendarMissing);
  const memberIds = [...new Set(team.memberIds)];
  if (memberIds.length > mostTeamMembers) return err(teamTooLarge);
  for (const memberId of leadId === null ? memberIds : [...memberIds, leadId]) {
    if (!(await findMember(tx.db, communityId, `id:${memberId}`)).ok) return err(notASolver);
    if (!(await isSolver(tx.db, communityId, memberId))) return err(notASolver);
  }
  const id = await upsertTeam(tx, communityId, { name: name.value, leadId, calendarId });
  await replaceTeamMembers(tx, communityId, id, memberIds);
  tell(tx, actor, "team", id);
  return ok({ id });
}

/** Sets a subject area: which tags belong to it, and which team answers for it. */
export async function setArea(
  tx: Transaction,
  actor: Actor,
  area: {
    readonly slug: string;
    readonly name: string;
    readonly tags: readonly string[];
    readonly teamId: number | null;
  },
): Promise<Result<{ id: number }>> {
  const name = nameFor(actor, area.name);
  if (!name.ok) return name;
  const slug = area.slug.trim().toLowerCase();
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) || slug.length > 60) return err(slugInvalid);
  if (area.teamId !== null && !(await findTeam(tx.db, actor.communityId, area.teamId))) return err(teamMissing);
  const tags: string[] = [];
  // Five at once is what a question may have; an area may have many.
  for (const tag of area.tags.slice(0, mostAreaTags)) {
    const checked = checkTags([tag]);
    if (!checked.ok) return checked;
    tags.push(...checked.value);
  }
  const id = await upsertArea(tx, actor.communityId, {
    ...{ slug, name: name.value, teamId: area.teamId },
    tags: [...new Set(tags)],
  });
  tell(tx, actor, "area", id);
  return ok({ id });
}

/** Sets what is promised: for a group, an urgency, both, or all. Problems that are open get it when something happens to them. */
export async function setServiceLevel(
  tx: Transaction,
  actor: Actor,
  level: {
    /** A group's slug; null for every group. */
    readonly group: string | null;
    readonly urgency: Urgency | null;
    readonly calendarId: number;
    readonly firstAnswerMinutes: number | null;
    readonly nextAnswerMinutes: number | null;
    readonly solvedMinutes: number | null;
    readonly warnPercent: number;
  },
): Promise<Result<{ id: number }>> {
  const permitted = ensureMay(actor, "manage care");
  if (!permitted.ok) return permitted;
  const { communityId } = actor;
  const { group: slug, ...rest } = level;
  const group = slug === null ? null : await findGroup(tx.db, communityId, slug);
  if (slug !== null && !group) return err(groupMissing);
  if (!(await hasCalendar(tx.db, communityId, level.calendarId))) return err(calendarMissing);
  const id = await upsertServiceLevel(tx, communityId, { ...rest, groupId: group?.id ?? null });
  tell(tx, actor, "service-level", id);
  return ok({ id });
}

/** Takes a promise back. */
export async function removeServiceLevel(tx: Transaction, actor: Actor, id: number): Promise<Result<void>> {
  const permitted = ensureMay(actor, "manage care");
  if (!permitted.ok) return permitted;
  if (!(await deleteServiceLevel(tx, actor.communityId, id))) return err(serviceLevelMissing);
  tell(tx, actor, "service-level", id, "removed");
  return ok(undefined);
}

/** Sets how long each rung of a group's ladder lasts, in minutes: whoever manages groups sets it, as the group's rules ask. */
export async function setGroupLadder(
  tx: Transaction,
  actor: Actor,
  slug: string,
  minutes: { readonly found: number; readonly peers: number; readonly named: number },
): Promise<Result<{ groupId: number }>> {
  const permitted = ensureMay(actor, "manage groups");
  if (!permitted.ok) return permitted;
  const group = await findGroup(tx.db, actor.communityId, slug);
  if (!group) return err(groupMissing);
  await writeLadder(tx, actor.communityId, group.id, minutes);
  const { communityId, memberId: actorId } = actor;
  tx.append({ communityId, kind: "group.ladder-set", actorId, subject: "group", subjectId: group.id, data: minutes });
  return ok({ groupId: group.id });
}

const mostTeamMembers = 200;
const mostAreaTags = 200;

function nameFor(actor: Actor, typed: string): Result<string> {
  const permitted = ensureMay(actor, "manage care");
  if (!permitted.ok) return permitted;
  const name = cleanLine(typed);
  const length = lengthOf(name);
  if (length >= 1 && length <= 80) return ok(name);
  const said = length === 0 ? "A name is needed." : `The name has ${length} characters; 80 are the most.`;
  return err(refusal("invalid", "name-length", said, "Choose a short name that people recognise.", { name: said }));
}

function tell(tx: Transaction, actor: Actor, subject: string, subjectId: number, how: "set" | "removed" = "set"): void {
  const { communityId, memberId: actorId } = actor;
  tx.append({ communityId, kind: `${subject}.${how}`, actorId, subject, subjectId });
}

const slugInvalid = refusal(
  "invalid",
  "slug-invalid",
  "The address may have small letters, digits and single hyphens, 60 at most.",
  "Try something like power-supply.",
  { slug: "The address may have small letters, digits and single hyphens, 60 at most." },
);
const teamTooLarge = refusal(
  "invalid",
  "team-too-large",
  `A team has at most ${mostTeamMembers} members.`,
  "Make two teams of it, each with its own areas.",
  { memberIds: `A team has at most ${mostTeamMembers} members.` },
);
const serviceLevelMissing = refusal(
  "missing",
  "service-level-missing",
  "There is no such promise.",
  "Look at the list of what is promised.",
);
