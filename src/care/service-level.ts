import { addWorkingTime, type Calendar, workingTimeBetween } from "./calendar.ts";
import type { Alarm, ClockName } from "./problem.ts";

/** What is promised for a problem, in milliseconds of working time; null where nothing is. */
export interface ServiceLevel {
  readonly calendarId: number;
  readonly targets: Readonly<Record<ClockName, number | null>>;
  /** The share of a target after which a warning comes. */
  readonly warnShare: number;
}

/** One promise that runs, is paused, or is kept. */
export interface Clock {
  readonly name: ClockName;
  readonly calendarId: number;
  readonly targetMs: number;
  /** The warning comes when so much is left. */
  readonly warnMs: number;
  /** Working time that was left when it last began to run, or was paused; below 0 where it ran out. */
  readonly leftMs: number;
  readonly runningSince: Date | null;
  readonly stoppedAt: Date | null;
}

/** What happens to a problem, as its clocks see it. */
export type ClockEvent = "opened" | "helper-spoke" | "told" | "asker-spoke" | "over" | "reopened";

/**
 * The clocks after something happened. First answer: until anybody but the asker says something. Next answer: from each word of the
 * asker until the next word to them. Solved: until it is over, and paused for as long as it waits for the asker. Who is *told* what is being
 * done about it has an answer, and still waits for the solution.
 */
export function keepClocks(
  clocks: readonly Clock[],
  what: ClockEvent,
  level: ServiceLevel | null,
  calendarOf: (id: number) => Calendar,
  now: Date,
): Clock[] {
  const kept = new Map(clocks.map((clock) => [clock.name, clock]));
  const put = (clock: Clock | null) => clock && kept.set(clock.name, clock);
  const change = (name: ClockName, how: (clock: Clock) => Clock) => {
    const clock = kept.get(name);
    if (clock) kept.set(name, how(clock));
  };
  const paused = (clock: Clock) => pause(clock, calendarOf, now);
  const stopped = (clock: Clock) => (clock.stoppedAt ? clock : { ...paused(clock), stoppedAt: now });
  const answered = !runs(kept.get("first-answer"));

  if (what === "opened") {
    put(begin("first-answer", level, now));
    put(begin("solved", level, now));
  } else if (what === "helper-spoke") {
    change("first-answer", stopped);
    change("next-answer", stopped);
    change("solved", paused);
  } else if (what === "told") {
    change("first-answer", stopped);
    change("next-answer", stopped);
  } else if (what === "asker-spoke") {
    change("solved", (clock) => resume(clock, now));
    if (answered && !runs(kept.get("next-answer"))) put(begin("next-answer", level, now));
  } else if (what === "over") {
    for (const name of kept.keys()) change(name, stopped);
  } else {
    change("solved", (clock) => resume({ ...clock, stoppedAt: null }, now));
    if (!kept.has("solved")) put(begin("solved", level, now));
    put(begin("next-answer", level, now));
  }
  return [...kept.values()];
}

/** The clocks under another promise: what has been used of the old one counts. A promise that is no more ends its clock. */
export function retarget(
  clocks: readonly Clock[],
  level: ServiceLevel | null,
  calendarOf: (id: number) => Calendar,
  now: Date,
): Clock[] {
  return clocks.flatMap((clock) => {
    if (clock.stoppedAt) return [clock];
    const targetMs = level?.targets[clock.name] ?? null;
    if (level === null || targetMs === null) return [];
    const halted = pause(clock, calendarOf, now);
    const leftMs = targetMs - (clock.targetMs - halted.leftMs);
    const runningSince = clock.runningSince ? now : null;
    return [{ ...clock, ...promise(level, targetMs), leftMs, runningSince }];
  });
}

function promise({ calendarId, warnShare }: ServiceLevel, targetMs: number) {
  return { calendarId, targetMs, warnMs: Math.round(targetMs * (1 - warnShare)) };
}

function begin(name: ClockName, level: ServiceLevel | null, now: Date): Clock | null {
  const targetMs = level?.targets[name] ?? null;
  if (level === null || targetMs === null) return null;
  return { name, ...promise(level, targetMs), leftMs: targetMs, runningSince: now, stoppedAt: null };
}

function runs(clock: Clock | undefined): boolean {
  return clock !== undefined && clock.runningSince !== null;
}

function pause(clock: Clock, calendarOf: (id: number) => Calendar, now: Date): Clock {
  if (!clock.runningSince) return clock;
  const used = workingTimeBetween(calendarOf(clock.calendarId), clock.runningSince, now);
  return { ...clock, leftMs: clock.leftMs - used, runningSince: null };
}

function resume(clock: Clock, now: Date): Clock {
  return clock.stoppedAt || clock.runningSince ? clock : { ...clock, runningSince: now };
}

/** When a running clock runs out, and when it warns; null while it does not run. What ran out before it was paused is due at once. */
export function dueOf(clock: Clock, calendarOf: (id: number) => Calendar): { dueAt: Date; warnAt: Date } | null {
  if (!clock.runningSince) return null;
  const calendar = calendarOf(clock.calendarId);
  const after = (ms: number) =>
    ms <= 0 ? (clock.runningSince as Date) : addWorkingTime(calendar, clock.runningSince as Date, ms);
  return { dueAt: after(clock.leftMs), warnAt: after(clock.leftMs - clock.warnMs) };
}

/** What a problem's row says of its clocks: the first that runs out, how near that is, and when that changes next. */
export interface AlarmState {
  readonly dueAt: Date | null;
  readonly dueClock: ClockName | null;
  readonly alarm: Alarm;
  readonly alarmAt: Date | null;
}

export function alarmOf(clocks: readonly Clock[], calendarOf: (id: number) => Calendar, now: Date): AlarmState {
  const running = clocks.flatMap((clock) => {
    const due = dueOf(clock, calendarOf);
    return due ? [{ name: clock.name, ...due }] : [];
  });
  const [first] = running.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
  if (!first) return { dueAt: null, dueClock: null, alarm: "none", alarmAt: null };
  const alarm = first.dueAt <= now ? "late" : running.some(({ warnAt }) => warnAt <= now) ? "warned" : "none";
  const coming = running.flatMap(({ dueAt, warnAt }) => [dueAt, warnAt]).filter((moment) => moment > now);
  // One that is late has no more to say; the others may still run out.
  const next = alarm === "late" ? [] : coming;
  const alarmAt = next.length > 0 ? new Date(Math.min(...next.map((moment) => moment.getTime()))) : null;
  return { dueAt: first.dueAt, dueClock: first.name, alarm, alarmAt };
}
