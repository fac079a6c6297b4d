import { describe, expect, it } from "vitest";
import { fc } from "../../tests/factories/draws.ts";
import { unwrap } from "../kernel/index.ts";
import { checkCalendar, workingTimeBetween } from "./calendar.ts";
import {
  alarmOf,
  type Clock,
  type ClockEvent,
  dueOf,
  keepClocks,
  retarget,
  type ServiceLevel,
} from "./service-level.ts";

const hour = 3_600_000;
const calendar = unwrap(
  checkCalendar({
    timeZone: "Europe/Vienna",
    spans: [1, 2, 3, 4, 5].map((day) => ({ day, from: 9 * 60, to: 17 * 60 })),
    holidays: [],
  }),
);
const calendarOf = () => calendar;
const level: ServiceLevel = {
  calendarId: 1,
  targets: { "first-answer": 4 * hour, "next-answer": 8 * hour, solved: 24 * hour },
  warnShare: 0.75,
};
const monday = (text: string) => new Date(`2026-03-02T${text}+01:00`);
const keep = (clocks: readonly Clock[], what: ClockEvent, now: Date) =>
  keepClocks(clocks, what, level, calendarOf, now);
const named = (clocks: readonly Clock[], name: Clock["name"]) => clocks.find((clock) => clock.name === name)!;

describe("clocks", () => {
  it("run from the question, stop at the first answer, and pause while the asker is asked", () => {
    const opened = keep([], "opened", monday("10:00:00"));
    expect(dueOf(named(opened, "first-answer"), calendarOf)).toEqual({
      dueAt: monday("14:00:00"),
      warnAt: monday("13:00:00"),
    });
    const answered = keep(opened, "helper-spoke", monday("12:00:00"));
    expect(named(answered, "first-answer")).toMatchObject({ leftMs: 2 * hour, stoppedAt: monday("12:00:00") });
    expect(named(answered, "solved")).toMatchObject({ leftMs: 22 * hour, runningSince: null });
    expect(alarmOf(answered, calendarOf, monday("16:00:00"))).toMatchObject({ dueAt: null, alarm: "none" });
    const back = keep(answered, "asker-spoke", monday("16:00:00"));
    expect(dueOf(named(back, "next-answer"), calendarOf)?.dueAt).toEqual(new Date("2026-03-03T16:00:00+01:00"));
    expect(named(back, "solved")).toMatchObject({ leftMs: 22 * hour, runningSince: monday("16:00:00") });
  });

  it("warn before they run out, and then say that they did", () => {
    const opened = keep([], "opened", monday("10:00:00"));
    const states = ["10:00:00", "12:59:59", "13:00:00", "13:59:59", "14:00:00"].map((time) => {
      const { alarm, alarmAt } = alarmOf(opened, calendarOf, monday(time));
      return [alarm, alarmAt?.toISOString() ?? null];
    });
    expect(states).toEqual([
      ["none", monday("13:00:00").toISOString()],
      ["none", monday("13:00:00").toISOString()],
      ["warned", monday("14:00:00").toISOString()],
      ["warned", monday("14:00:00").toISOString()],
      ["late", null],
    ]);
  });

  it("keep what was used when the promise changes, and end where there is none any more", () => {
    const opened = keep([], "opened", monday("10:00:00"));
    const shorter = { ...level, targets: { ...level.targets, "first-answer": 2 * hour } };
    const changed = retarget(opened, shorter, calendarOf, monday("11:00:00"));
    expect(dueOf(named(changed, "first-answer"), calendarOf)?.dueAt).toEqual(monday("12:00:00"));
    expect(retarget(opened, null, calendarOf, monday("11:00:00"))).toEqual([]);
  });

  it("never use more working time than has passed, whatever happens to the problem", () => {
    const what = fc.constantFrom<ClockEvent>("helper-spoke", "asker-spoke", "over", "reopened");
    const history = fc.array(fc.record({ what, afterMs: fc.integer({ min: 1, max: 100 * hour }) }), { maxLength: 12 });
    fc.assert(
      fc.property(history, (steps) => {
        const start = monday("08:00:00");
        let now = start;
        let clocks = keep([], "opened", now);
        for (const { what, afterMs } of steps) {
          now = new Date(now.getTime() + afterMs);
          clocks = keep(clocks, what, now);
          const solved = named(clocks, "solved");
          expect(solved.targetMs - solved.leftMs).toBeLessThanOrEqual(workingTimeBetween(calendar, start, now));
          expect(solved.leftMs).toBeLessThanOrEqual(solved.targetMs);
          for (const clock of clocks) expect(clock.runningSince && clock.stoppedAt).toBeNull();
          if (what === "over") expect(alarmOf(clocks, calendarOf, now).dueAt).toBeNull();
        }
      }),
      { numRuns: 150 },
    );
  });
});
