import { reportHours, reportOwnHours } from "../../src/care/hours/report-hours.ts";
import { hoursCounted } from "../../src/care/hours/settings.ts";
import { weekOf, weeksOn } from "../../src/care/hours/week.ts";
import type { HoursSumsView, OwnHoursView } from "../../src/web/pages/index.ts";

const hour = 3_600_000;
const timeZone = "Europe/Vienna";
const week = weekOf(timeZone, new Date("2026-03-12T12:00:00Z"));
const titles = ["The heat pump is loud at night", "Which filter fits?", "Water below the tank"];

/** A week of somebody who works at the desk on four days, and looks after the community on two. */
export function ownHoursView(over: { empty?: boolean } = {}): OwnHoursView {
  const at = (day: number, hours: number) => new Date((week.days[day]?.getTime() ?? 0) + hours * hour);
  const session = (day: number, from: number, to: number, purpose: "solving" | "building" | "connecting") => ({
    ...{ from: at(day, from), to: at(day, to), purpose, corrected: day === 3 && purpose === "connecting" },
    about: titles.slice(0, purpose === "solving" ? 1 + (day % 3) : 0).map((title, index) => ({
      ...{ problemId: 40 + index, questionId: 12 + index, title },
    })),
  });
  const sessions = over.empty
    ? []
    : [
        ...[0, 1, 2, 3].flatMap((day) => [
          session(day, 9.1, 11.4, "solving"),
          session(day, 12.5 + day / 4, 15.2, "solving"),
        ]),
        session(1, 15.2, 15.6, "building"),
        session(3, 15.5, 16.25, "connecting"),
        session(3, 20.1, 20.5, "building"),
      ].sort((a, b) => a.from.getTime() - b.from.getTime());
  const sumOf = (purpose: string) =>
    sessions.reduce((sum, one) => sum + (one.purpose === purpose ? one.to.getTime() - one.from.getTime() : 0), 0);
  const sums = { solving: sumOf("solving"), building: sumOf("building"), connecting: sumOf("connecting") };
  const said = { from: at(3, 15.5), to: at(3, 16.25), purpose: "connecting" as const };
  const corrections = [
    { id: 1, was: { from: at(3, 15.5), to: at(3, 16) }, is: said, madeAt: at(3, 17), final: false },
    { id: 2, was: { from: at(0, 18), to: at(0, 18.2) }, is: null, madeAt: at(0, 19), final: true },
  ];
  const before = weeksOn(timeZone, week, -1).monday;
  return {
    report: reportOwnHours({
      timeZone,
      week,
      before,
      after: null,
      sessions,
      sums,
      corrections: over.empty ? [] : corrections,
    }),
    counted: hoursCounted,
    api: "/api/v1/communities/warmhaus/me/hours?week=2026-03-09",
    form: { values: {}, errors: {} },
  };
}

/** Eight weeks of two teams, of which one is sometimes too small, and of members. */
export function hoursSumsView(over: { empty?: boolean } = {}): HoursSumsView {
  const group = (
    kind: "team" | "members" | "others" | "everybody",
    people: number,
    time: [number, number, number],
  ) => ({
    group: kind === "team" ? { kind, name: "Heating" } : { kind },
    people,
    time: { solving: time[0] * hour, building: time[1] * hour, connecting: time[2] * hour },
    totalMs: (time[0] + time[1] + time[2]) * hour,
  });
  const weeks = Array.from({ length: 8 }, (_, at) => {
    const one = weeksOn(timeZone, week, at - 7);
    const groups =
      at === 0
        ? null
        : at === 1
          ? [{ ...group("everybody", 9, [60, 8, 3]), time: null }]
          : [group("team", 7 + (at % 2), [80 + at * 3, 9, 0]), group("members", 12 + at, [25 + at, 6, 11 + at])];
    return { monday: one.monday, from: one.from, to: one.to, unfinished: at === 7, groups: over.empty ? [] : groups };
  });
  return {
    report: reportHours({ timeZone, smallestGroup: hoursCounted.smallestGroup, weeks }),
    weeks: 8,
    api: "/api/v1/communities/warmhaus/hours?weeks=8",
  };
}
