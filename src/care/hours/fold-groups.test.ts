import { describe, expect, it } from "vitest";
import { fc } from "../../../tests/factories/draws.ts";
import { foldGroups, type Share } from "./fold-groups.ts";
import { type Purpose, purposes } from "./purposes.ts";

const smallest = 5;
const nobody = { solving: 0, building: 0, connecting: 0 };
const some = (n: number, team: string | null, ...what: Purpose[]): Share[] =>
  Array.from({ length: n }, () => ({ team, time: { ...nobody, ...Object.fromEntries(what.map((one) => [one, 10])) } }));
const fold = (...shares: Share[][]) =>
  foldGroups(shares.flat(), smallest)?.map(({ group, people, time }) => [
    group.kind === "team" ? group.name : group.kind,
    people,
    time && Object.values(time),
  ]);

describe("sums of hours", () => {
  it("are told of groups that are large enough", () => {
    expect(fold(some(6, "Power", "solving"), some(5, null, "solving", "connecting"))).toEqual([
      ["Power", 6, [60, 0, 0]],
      ["members", 5, [50, 0, 50]],
    ]);
  });

  it("take small groups together, and the smallest of the large ones where these are still too few", () => {
    expect(fold(some(9, "Power", "solving"), some(3, "Light", "solving"), some(2, "Heat", "solving"))).toEqual([
      ["Power", 9, [90, 0, 0]],
      ["others", 5, [50, 0, 0]],
    ]);
    expect(fold(some(9, "Power", "solving"), some(6, "Heat", "solving"), some(2, "Light", "solving"))).toEqual([
      ["Power", 9, [90, 0, 0]],
      ["others", 8, [80, 0, 0]],
    ]);
  });

  it("tell a group's purposes apart only where each is the work of several", () => {
    expect(fold(some(8, "Power", "solving"), some(1, "Power", "building"))).toEqual([["everybody", 9, null]]);
  });

  it("tell nothing of fewer people than that, and nobody who did nothing counts", () => {
    expect(fold(some(4, "Power", "solving"), some(20, null))).toBeUndefined();
    expect(fold()).toEqual([]);
  });

  const someShare = fc.record({
    team: fc.constantFrom("Power", "Light", "Heat", null),
    time: fc.record({
      solving: fc.integer({ min: 0, max: 3 }),
      building: fc.constantFrom(0, 0, 0, 2),
      connecting: fc.constantFrom(0, 0, 0, 0, 1),
    }),
  });

  it("hold at least five people's work in each figure and in each difference of figures, and leave nobody out", () => {
    fc.assert(
      fc.property(fc.array(someShare, { maxLength: 40 }), (shares) => {
        const told = foldGroups(shares, smallest);
        const working = shares.filter(({ time }) => purposes.some((one) => time[one] > 0));
        if (told === null) {
          expect(working.length).toBeLessThan(smallest);
          return;
        }
        expect(told.reduce((sum, { people }) => sum + people, 0)).toBe(working.length);
        const named = new Set(told.flatMap(({ group }) => (group.kind === "team" ? [group.name] : [])));
        for (const { group, people, time, totalMs } of told) {
          expect(people).toBeGreaterThanOrEqual(smallest);
          // A sum by purpose stands alone only where everybody is in one group: else it would be the rest of the others.
          if (time === null) expect(told).toHaveLength(1);
          const members = working.filter(({ team }) =>
            group.kind === "team"
              ? team === group.name
              : group.kind === "members"
                ? team === null
                : !(team !== null && named.has(team)) &&
                  !(team === null && told.some((one) => one.group.kind === "members")),
          );
          expect(members).toHaveLength(people);
          for (const purpose of time === null ? [] : purposes) {
            const doing = members.filter((one) => one.time[purpose] > 0).length;
            expect(doing === 0 || doing >= smallest).toBe(true);
          }
          expect(totalMs).toBe(
            members.reduce((sum, one) => sum + purposes.reduce((all, purpose) => all + one.time[purpose], 0), 0),
          );
        }
      }),
    );
  });
});
