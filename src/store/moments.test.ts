import pg from "pg";
import { expect, test } from "vitest";
import { fc } from "../../tests/factories/draws.ts";
import { parseMoment } from "./moments.ts";

const parseAny: (text: string) => unknown = pg.types.getTypeParser(1184);

test("any moment that PostgreSQL writes is read as its own client reads it", () => {
  const moment = fc.date({ min: new Date(0), max: new Date(Date.UTC(9999, 0)), noInvalidDate: true });
  fc.assert(
    fc.property(moment, fc.integer({ min: 0, max: 6 }), fc.constantFrom("+00", "+05:30", "-08"), (at, digits, zone) => {
      const [day, time] = at.toISOString().slice(0, 19).split("T");
      const fraction = digits === 0 ? "" : `.${"192837".slice(0, digits)}`;
      const text = `${day} ${time}${fraction}${zone}`;
      expect(parseMoment(text)).toEqual(parseAny(text));
    }),
  );
});

test("what is no moment of our time goes the long way", () => {
  for (const text of [
    "infinity",
    "-infinity",
    "0099-03-01 12:00:00+00",
    "2026-03-01 12:00:00+00 BC",
    "12026-03-01 12:00:00+00",
  ]) {
    expect(parseMoment(text)).toEqual(parseAny(text));
  }
});
