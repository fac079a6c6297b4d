import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { sharedData, withoutSharedData } from "../../../tests/factories/shared-data.ts";
import type { Result } from "../../kernel/index.ts";
import { readArrivals } from "./arrivals-file.ts";
import { layOutDays, wallOf } from "./local-hours.ts";
import { readPlanSettings, usualWishes } from "./read-settings.ts";
import { usualSettings } from "./settings.ts";
import { readTarget, targetInWords } from "./target.ts";

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};
const code = (result: Result<unknown>) => (result.ok ? null : result.error.code);

describe("a target", () => {
  it("is read as people write it, and written as it is read", () => {
    const eight = { work: "questions", withinHours: 8, share: 0.8 };
    expect(value(readTarget("first answer within 8 hours for 80 %"))).toEqual(eight);
    expect(value(readTarget("  The first answer  within 480 minutes for 80%"))).toEqual(eight);
    expect(value(readTarget("first answer within 1 day for 92.5 percent"))).toEqual({
      ...eight,
      withinHours: 24,
      share: 0.925,
    });
    const live = { work: "live", withinSeconds: 20, share: 0.8 };
    expect(value(readTarget("80/20"))).toEqual(live);
    expect(value(readTarget("served within 20 seconds for 80 %"))).toEqual(live);
    for (const target of [eight, live, { ...eight, withinHours: 0.5 }] as const) {
      expect(value(readTarget(targetInWords(target as typeof usualSettings.target)))).toEqual(target);
    }
  });

  it("is read and written in German, too", () => {
    const eight = { work: "questions", withinHours: 8, share: 0.8 } as const;
    expect(targetInWords(eight, "de")).toBe("erste Antwort binnen 8 Stunden für 80 %");
    expect(targetInWords({ work: "live", withinSeconds: 20, share: 0.925 }, "de")).toBe(
      "bedient binnen 20 Sekunden für 92,5 %",
    );
    for (const target of [
      eight,
      { ...eight, withinHours: 0.5 },
      { ...eight, withinHours: 1 },
      { work: "live", withinSeconds: 1, share: 0.925 },
    ] as const) {
      expect(value(readTarget(targetInWords(target, "de")))).toEqual(target);
    }
    expect(value(readTarget("Die erste Antwort innerhalb von 1,5 Tagen für 90 Prozent"))).toEqual({
      ...eight,
      withinHours: 36,
      share: 0.9,
    });
  });

  it("that cannot be kept or broken is refused", () => {
    for (const text of [
      "",
      "soon",
      "first answer within 0 hours for 80 %",
      "first answer within 8 hours for 100 %",
      "first answer within 9 days for 80 %",
      "80/0",
      "first answer within 8 parsecs for 80 %",
    ]) {
      expect(code(readTarget(text)), text).toBe("target-unreadable");
    }
  });
});

describe("settings as typed", () => {
  it("are the usual ones where nothing is said", () => {
    expect(value(readPlanSettings({}))).toEqual(usualSettings);
    expect(value(readPlanSettings(usualWishes()))).toEqual(usualSettings);
  });

  it("take an answer's minutes from hours unless somebody says them, and say which", () => {
    const measured = { minutes: 12.5, low: 11, high: 14, problems: 40, people: 5, days: 56 };
    const { minutes, ...basis } = measured;
    expect(value(readPlanSettings({}, measured))).toMatchObject({
      handlingMinutes: minutes,
      handling: { source: "measured", ...basis },
    });
    expect(value(readPlanSettings({ handlingMinutes: "25" }, measured))).toMatchObject({
      handlingMinutes: 25,
      handling: { source: "given" },
    });
    expect(value(readPlanSettings({})).handling).toEqual({ source: "assumed" });
  });

  it("take what is said", () => {
    const wishes = {
      confidence: "90",
      timeZone: "Europe/Vienna",
      rota: "2 x Mon-Fri 9-17",
      handlingMinutes: "12,5",
      peersFirstHours: "1",
      patienceMinutes: "3",
      wage: "55",
    };
    expect(value(readPlanSettings(wishes))).toMatchObject({
      confidence: 0.9,
      timeZone: "Europe/Vienna",
      handlingMinutes: 12.5,
      peersFirstHours: 1,
      patienceMinutes: 3,
      wages: { perHour: 55 },
      rota: [{ people: 2 }],
    });
  });

  it("name the field that cannot be planned with", () => {
    for (const [field, text] of [
      ["confidence", "100"],
      ["timeZone", "Mars/Olympus"],
      ["timeZone", "+02:00"],
      ["rota", "six people"],
      ["rota", "999 x Mon 9-17"],
      ["handlingMinutes", "0"],
      ["peersFirstHours", "-1"],
      ["patienceMinutes", "x"],
      ["wage", "free"],
    ] as const) {
      const read = readPlanSettings({ [field]: text });
      expect(read.ok ? {} : read.error.fields, `${field} ${text}`).toHaveProperty(field);
    }
  });
});

describe("a file of arrivals", () => {
  it("may hold a row an arrival, with its moment in one column, on the wall or with a zone", () => {
    const csv = "id,asked_at\n1,2026-03-02 09:15\n2,2026-03-02T09:59:59.5\n3,2026-03-04 23:00";
    const { days, from, to } = value(readArrivals(csv, "Europe/Vienna"));
    expect([from, to]).toEqual(["2026-03-02", "2026-03-04"]);
    expect(days.map(({ weekday }) => weekday)).toEqual([0, 1, 2]);
    expect(days[0]?.counts[9]).toBe(2);
    expect(days[1]?.counts.every((count) => count === 0)).toBe(true);
    expect(days[2]?.counts[23]).toBe(1);
    const zoned = value(readArrivals("at\n2026-07-01T22:30:00Z\n2026-07-01T22:30:00+02:00", "Europe/Vienna"));
    expect(zoned.from).toBe("2026-07-01");
    expect(zoned.days[0]?.counts[22]).toBe(1);
    expect(zoned.days[1]?.counts[0]).toBe(1);
  });

  it("may hold a row an hour with a count", () => {
    const { days } = value(readArrivals("date;hour;count\n20260302;9;12\n20260302;10;0\n20260303;24;3\n", "UTC"));
    expect(days[0]?.counts[9]).toBe(12);
    expect(days[1]?.counts[0]).toBe(3);
  });

  it("that cannot be read is refused with its line", () => {
    for (const [text, line] of [
      ["", "line 1"],
      ["at\n", "line 1"],
      ["a,b\n1,2", "line 2"],
      ["at\n2026-03-02 09:15\nsoon", "line 3"],
      ["at\n2026-03-02 29:15", "line 2"],
      ["at,count\n2026-03-02 09:00,3\n2026-03-02 10:00,many", "line 3"],
      ["at\n1900-01-01 09:00\n2026-01-01 09:00", "4000 days"],
    ] as const) {
      const read = readArrivals(text, "UTC");
      expect(read.ok ? "" : read.error.message, text).toContain(line);
    }
  });

  const bank = sharedData("staffing/anonymous-bank-1999-02-01-to-14.tsv");
  it.skipIf(!bank)(`of a bank's calls is read whole (else: ${withoutSharedData})`, () => {
    const { days, from, to } = value(readArrivals(readFileSync(bank as string, "utf8"), "UTC"));
    expect([from, to, days.length]).toEqual(["1999-02-01", "1999-02-14", 14]);
    expect(days.flatMap(({ counts }) => counts).reduce((sum, count) => sum + count, 0)).toBe(17_456);
  });
});

describe("days on the wall", () => {
  it("follow summer time", () => {
    const wall = wallOf("Europe/Vienna");
    expect(wall(new Date("2026-03-29T00:30:00Z"))).toEqual({ day: "2026-03-29", hour: 1 });
    expect(wall(new Date("2026-03-29T01:30:00Z"))).toEqual({ day: "2026-03-29", hour: 3 });
    expect(wall(new Date("2026-12-31T23:00:00Z"))).toEqual({ day: "2027-01-01", hour: 0 });
  });

  it("are laid out between bounds, quiet ones too", () => {
    const counts = [{ day: "2026-03-02", hour: 1, count: 2 }];
    expect(layOutDays(counts, { to: "2026-03-08" })?.days).toHaveLength(7);
    expect(layOutDays(counts, { to: "2026-03-01" })).toBeNull();
    expect(layOutDays([])).toBeNull();
  });
});
