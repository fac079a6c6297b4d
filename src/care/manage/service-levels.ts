import type { Actor } from "../../accounts/index.ts";
import { findGroup, groupMissing } from "../../community/index.ts";
import { err, ok, type Result, refusal } from "../../kernel/index.ts";
import type { Transaction } from "../../store/index.ts";
import { hasCalendar } from "../queries/calendars.ts";
import {
  deleteServiceLevel,
  findServiceLevelFor,
  insertServiceLevel,
  type LevelFields,
  readServiceLevel,
  updateServiceLevel,
} from "../queries/service-levels.ts";
import { calendarMissing } from "../refusals.ts";
import { type Kept, keepSetting, removeSetting, type Setting, type Which } from "./setting.ts";

const missing = refusal(
  "missing",
  "service-level-missing",
  "There is no such promise.",
  "Look at the list of what is promised.",
);
const taken = "There is a promise for this group and this urgency already.";
const promiseTaken = refusal("conflict", "service-level-taken", taken, "Change that one.", { urgency: taken });
const nothing = "This promises nothing.";
const promisesNothing = refusal("invalid", "service-level-empty", nothing, "Fill in at least one of the times.", {
  firstAnswerMinutes: nothing,
});

async function groupId(tx: Transaction, communityId: number, slug: string | null): Promise<number | null> {
  return slug === null ? null : ((await findGroup(tx.db, communityId, slug))?.id ?? null);
}

export const serviceLevelSetting: Setting<LevelFields> = {
  kind: "service-level",
  permission: "manage care",
  subject: "service-level",
  event: { set: "service-level.set", removed: "service-level.removed" },
  async check(tx, communityId, level) {
    if (level.group !== null && (await groupId(tx, communityId, level.group)) === null) return err(groupMissing);
    if (!(await hasCalendar(tx.db, communityId, level.calendarId))) return err(calendarMissing);
    const { firstAnswerMinutes, nextAnswerMinutes, solvedMinutes } = level;
    const times = [firstAnswerMinutes, nextAnswerMinutes, solvedMinutes];
    return times.every((minutes) => minutes === null) ? err(promisesNothing) : ok(level);
  },
  find: async (tx, communityId, { group, urgency }) =>
    findServiceLevelFor(tx.db, communityId, await groupId(tx, communityId, group), urgency),
  async read(database, communityId, id) {
    const found = await readServiceLevel(database, communityId, id);
    if (!found) return null;
    const { id: _, ...fields } = found;
    return fields;
  },
  async insert(tx, communityId, { group, ...rest }, id) {
    return insertServiceLevel(tx, communityId, { ...rest, groupId: await groupId(tx, communityId, group) }, id);
  },
  async update(tx, communityId, id, { group, ...rest }) {
    await updateServiceLevel(tx, communityId, id, { ...rest, groupId: await groupId(tx, communityId, group) });
  },
  remove: deleteServiceLevel,
  refusals: { missing, taken: promiseTaken },
};

/** Sets what is promised: for a group, an urgency, both, or all. Problems that are open get it when something happens to them. */
export function setServiceLevel(
  tx: Transaction,
  actor: Actor,
  level: LevelFields,
  which?: Which,
): Promise<Result<Kept>> {
  return keepSetting(tx, actor, serviceLevelSetting, level, which);
}

/** Takes a promise back. */
export function removeServiceLevel(tx: Transaction, actor: Actor, id: number): Promise<Result<Kept>> {
  return removeSetting(tx, actor, serviceLevelSetting, id);
}
