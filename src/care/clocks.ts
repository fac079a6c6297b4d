import type { Transaction } from "../store/index.ts";
import type { Calendar } from "./calendar.ts";
import type { Problem } from "./problem.ts";
import { findServiceLevel, readClocks, replaceClocks } from "./queries/clocks.ts";
import { readCalendars } from "./queries/people.ts";
import { type AlarmState, alarmOf, type Clock, type ClockEvent, dueOf, keepClocks, retarget } from "./service-level.ts";

type Clocked = Pick<Problem, "communityId" | "id" | "groupId" | "urgency">;

/** Lets a problem's clocks know what happened; returns what its row says of them from now on. */
export async function runClocks(tx: Transaction, problem: Clocked, what: ClockEvent): Promise<AlarmState> {
  return changeClocks(tx, problem, (clocks, level, calendarOf) => keepClocks(clocks, what, level, calendarOf, tx.now));
}

/** Puts a problem's clocks under the promise that its group and urgency now have. */
export async function retargetClocks(tx: Transaction, problem: Clocked): Promise<AlarmState> {
  return changeClocks(tx, problem, (clocks, level, calendarOf) => retarget(clocks, level, calendarOf, tx.now));
}

/** Puts a problem's clocks back as they were: what ran then has run on. */
export async function restoreClocks(tx: Transaction, problem: Clocked, clocks: readonly Clock[]): Promise<AlarmState> {
  const calendars = await readCalendars(tx.db, problem.communityId);
  return changeClocks(tx, problem, () => clocks.filter(({ calendarId }) => calendars.has(calendarId)));
}

/** How near a problem's clocks are to running out now. */
export async function readAlarm(tx: Transaction, problem: Clocked): Promise<AlarmState> {
  const clocks = await readClocks(tx.db, problem.communityId, problem.id);
  if (clocks.length === 0) return none;
  return alarmOf(clocks, lookUp(await readCalendars(tx.db, problem.communityId)), tx.now);
}

type Decide = (
  clocks: readonly Clock[],
  level: Awaited<ReturnType<typeof findServiceLevel>>,
  calendarOf: (id: number) => Calendar,
) => Clock[];

const none: AlarmState = { dueAt: null, dueClock: null, alarm: "none", alarmAt: null };

async function changeClocks(tx: Transaction, problem: Clocked, decide: Decide): Promise<AlarmState> {
  const { communityId, groupId, urgency } = problem;
  const [level, before] = await Promise.all([
    findServiceLevel(tx.db, communityId, groupId, urgency),
    readClocks(tx.db, communityId, problem.id),
  ]);
  // Most communities promise nothing in hours, and then nothing more is read.
  if (level === null && before.length === 0) return none;
  const calendarOf = lookUp(await readCalendars(tx.db, communityId));
  const after = decide(before, level, calendarOf);
  await replaceClocks(
    tx,
    problem,
    after.map((clock) => ({ ...clock, dueAt: dueOf(clock, calendarOf)?.dueAt ?? null })),
  );
  return alarmOf(after, calendarOf, tx.now);
}

function lookUp(calendars: ReadonlyMap<number, Calendar>): (id: number) => Calendar {
  return (id) => {
    const calendar = calendars.get(id);
    if (!calendar) throw new Error(`calendar ${id} is not there, and foreign keys say that it is`);
    return calendar;
  };
}
