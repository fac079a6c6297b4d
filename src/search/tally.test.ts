import { expect, test } from "vitest";
import { fc } from "../../tests/factories/draws.ts";
import { Tally } from "./tally.ts";

test("the most frequent come first, equal ones as they were met, and each round begins anew", () => {
  const tally = new Tally();
  const rounds = fc.array(fc.array(fc.nat(300), { maxLength: 200 }), { maxLength: 5 });
  fc.assert(
    fc.property(rounds, fc.integer({ min: 1, max: 25 }), (all, most) => {
      for (const numbers of all) {
        const counts = new Map<number, number>();
        for (const number of numbers) {
          counts.set(number, (counts.get(number) ?? 0) + 1);
          tally.add(number);
        }
        expect(tally.take(most)).toEqual([...counts].sort((a, b) => b[1] - a[1]).slice(0, most));
      }
    }),
  );
});
