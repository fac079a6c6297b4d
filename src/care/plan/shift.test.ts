import { describe, expect, it } from "vitest";
import { fc } from "../../../tests/factories/draws.ts";
import { weeklyCost } from "./cost.ts";
import { usualSettings } from "./settings.ts";
import { coverOf, joinRota, peopleOf, type Rota, readRota, rotaHours, shiftInWords } from "./shift.ts";

const inWords = (rota: Rota | null) => rota?.map(({ people, shift }) => `${people} x ${shiftInWords(shift)}`);

describe("a typed rota", () => {
  it("is read as people write it", () => {
    expect(inWords(readRota("6 x Mon-Fri 9-17; 2 × sat, sun 10:00-14:30\nMon 8-12+13-17"))).toEqual([
      "6 x Mon-Fri 09:00-17:00",
      "2 x Sat-Sun 10:00-14:30",
      "1 x Mon 08:00-12:00+13:00-17:00",
    ]);
    expect(inWords(readRota("Fri-Mon 22-6"))).toEqual(["1 x Fri-Mon 22:00-06:00"]);
    expect(inWords(readRota("2 x Mon 9-17; 3 x Mon 9-17; 0 x Tue 9-17"))).toEqual(["5 x Mon 09:00-17:00"]);
    expect(inWords(readRota("3 x Di-Do 9-17"))).toEqual(["3 x Tue-Thu 09:00-17:00"]);
    expect(inWords(readRota("Mon-Sun 0-24"))).toEqual(["1 x Mon-Sun 00:00-24:00"]);
  });

  it("that cannot be read is none", () => {
    for (const text of [
      "",
      ";",
      "six people",
      "Mon 9-9",
      "Mon 25-26",
      "Mon 9:75-10",
      "Foo 9-17",
      "Mon 9-17 Tue",
      "Mon 9-13+12-17",
      "Mon-Tue-Wed 9-17",
    ]) {
      expect(readRota(text), text).toBeNull();
    }
  });

  it("is read back from its own words, with the same hours and the same cover", () => {
    const shift = fc.record({
      days: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 }),
      from: fc.integer({ min: 0, max: 47 }).map((half) => half / 2),
      length: fc.integer({ min: 1, max: 47 }).map((half) => half / 2),
      people: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(shift, { minLength: 1, maxLength: 5 }), (drawn) => {
        const rota = joinRota(
          drawn.map(({ days, from, length, people }) => ({
            people,
            shift: { days: [...days].sort(), spans: [{ from, to: from + length }] },
          })),
        );
        const back = readRota((inWords(rota) ?? []).join("; ")) as Rota;
        expect(rotaHours(back)).toBeCloseTo(rotaHours(rota), 9);
        expect(peopleOf(back)).toBe(peopleOf(rota));
        coverOf(rota).forEach((people, hour) => {
          expect(coverOf(back)[hour]).toBeCloseTo(people, 9);
        });
        expect(coverOf(rota).reduce((sum, people) => sum + people, 0)).toBeCloseTo(rotaHours(rota), 6);
      }),
      { numRuns: 60 },
    );
  });

  it("costs more at night and at the weekend", () => {
    const { wages } = usualSettings;
    expect(weeklyCost(readRota("Mon 9-17") as Rota, wages)).toBe(320);
    expect(weeklyCost(readRota("Mon 20-24") as Rota, wages)).toBe(2 * 40 + 2 * 50);
    expect(weeklyCost(readRota("Sun 22-2") as Rota, wages)).toBe(2 * 60 + 2 * 50);
  });
});
