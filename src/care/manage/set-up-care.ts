import { type Actor, ensureMay } from "../../accounts/index.ts";
import { err, ok, type Result, refusal } from "../../kernel/index.ts";
import type { Transaction } from "../../store/index.ts";
import { listCalendars } from "../queries/calendars.ts";
import { provideDefaultTeam } from "../queries/people.ts";
import { setCalendar } from "./calendars.ts";
import { setServiceLevel } from "./service-levels.ts";
import { setTeam, teamSetting } from "./teams.ts";

/** Monday to Friday, nine to five. */
const officeHours = [1, 2, 3, 4, 5].map((day) => ({ day, from: 9 * 60, to: 17 * 60 }));
const workingDay = 8 * 60;

/**
 * A sensible beginning in one step: office hours, the team that has everything going by them, and a promise for all problems (an
 * answer within a working day, solved within five). For a community that has no calendar yet. Returns the changes, the newest first.
 */
export async function setUpCare(
  tx: Transaction,
  actor: Actor,
  wish: { readonly timeZone: string; readonly calendarName: string },
): Promise<Result<{ readonly changes: readonly number[] }>> {
  const permitted = ensureMay(actor, "manage care");
  if (!permitted.ok) return permitted;
  const { communityId } = actor;
  if ((await listCalendars(tx.db, communityId)).length > 0) return err(alreadySetUp);
  const { timeZone, calendarName: name } = wish;
  const calendar = await setCalendar(tx, actor, { name, timeZone, spans: officeHours, holidays: [] }, "new");
  if (!calendar.ok) return calendar;
  const calendarId = calendar.value.id;
  const teamId = await provideDefaultTeam(tx, communityId);
  const team = await teamSetting.read(tx.db, communityId, teamId);
  if (!team) throw new Error("the team that was provided is not there");
  const teamSet = await setTeam(tx, actor, { ...team, calendarId }, teamId);
  if (!teamSet.ok) return teamSet;
  const times = { firstAnswerMinutes: workingDay, nextAnswerMinutes: workingDay, solvedMinutes: 5 * workingDay };
  const promise = { group: null, urgency: null, calendarId, ...times, warnPercent: 75 };
  const promised = await setServiceLevel(tx, actor, promise);
  if (!promised.ok) return promised;
  return ok({ changes: [promised.value.change, teamSet.value.change, calendar.value.change] });
}

const alreadySetUp = refusal(
  "conflict",
  "care-set-up-already",
  "Care has a calendar here already.",
  "Change what is set, or add to it.",
);
