import type { Actor } from "../../accounts/index.ts";
import { ok, type Result } from "../../kernel/index.ts";
import type { Transaction } from "../../store/index.ts";
import { type Calendar, checkCalendar } from "../calendar.ts";
import {
  deleteCalendar,
  findCalendarNamed,
  insertCalendar,
  readCalendar,
  updateCalendar,
} from "../queries/calendars.ts";
import { calendarMissing } from "../refusals.ts";
import { checkName, nameTaken } from "./names.ts";
import { type Kept, keepSetting, removeSetting, type Setting, type Which } from "./setting.ts";

type Fields = Calendar & { readonly name: string };

export const calendarSetting: Setting<Fields> = {
  kind: "calendar",
  permission: "manage care",
  subject: "calendar",
  event: { set: "calendar.set", removed: "calendar.removed" },
  async check(_tx, _communityId, typed) {
    const name = checkName(typed.name);
    if (!name.ok) return name;
    const calendar = checkCalendar(typed);
    return calendar.ok ? ok({ ...calendar.value, name: name.value }) : calendar;
  },
  find: (tx, communityId, { name }) => findCalendarNamed(tx.db, communityId, name),
  async read(database, communityId, id) {
    const found = await readCalendar(database, communityId, id);
    if (!found) return null;
    const { name, timeZone, spans, holidays } = found;
    return { name, timeZone, spans, holidays };
  },
  insert: insertCalendar,
  update: updateCalendar,
  remove: deleteCalendar,
  refusals: { missing: calendarMissing, taken: nameTaken },
};

/** Sets a calendar. One without working time is refused. */
export function setCalendar(tx: Transaction, actor: Actor, typed: Fields, which?: Which): Promise<Result<Kept>> {
  return keepSetting(tx, actor, calendarSetting, typed, which);
}

/** Removes a calendar that nothing has gone by. */
export function removeCalendar(tx: Transaction, actor: Actor, id: number): Promise<Result<Kept>> {
  return removeSetting(tx, actor, calendarSetting, id);
}
