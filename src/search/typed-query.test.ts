import { expect, it } from "vitest";
import { fc } from "../../tests/factories/draws.ts";
import { parseQuery } from "./parse-query.ts";
import { liftChoices, operatorsIn, withOperator, withoutOperator, withWords } from "./typed-query.ts";

it("lifts one group and the last state out of the text, for the lists that choose them", () => {
  expect(liftChoices('lamp group:desk is:waiting "at night" is:Solved')).toEqual({
    text: 'lamp "at night"',
    group: "desk",
    state: "solved",
  });
  expect(liftChoices('group:"Lamps and light" hum')).toEqual({ text: "hum", group: "Lamps and light", state: null });
});

it("leaves in the text what no list can choose", () => {
  const text = "group:desk group:floor is:open -is:solved is:purple tag:dimmer by:Ada -hum";
  expect(liftChoices(text)).toEqual({ text, group: null, state: null });
  expect(liftChoices("group:  is:")).toEqual({ text: "group:  is:", group: null, state: null });
});

it("tells operators from words, and takes one back without touching the rest", () => {
  const text = 'lamp tag:"low light" -tag:led -hum "at night" foo:bar';
  expect(operatorsIn(text).map(({ kind, value, minus }) => [kind, value, minus])).toEqual([
    ["tag", "low light", false],
    ["tag", "led", true],
    ["without", "hum", true],
  ]);
  expect(withoutOperator(text, "-tag:led")).toBe('lamp tag:"low light" -hum "at night" foo:bar');
});

it("adds an operator once, quoted where it has to be", () => {
  expect(withOperator("lamp", "tag", "low light")).toBe('lamp tag:"low light"');
  expect(withOperator('lamp tag:"low light"', "tag", "low light")).toBe('lamp tag:"low light"');
  expect(withOperator("", "tag", "led")).toBe("tag:led");
});

it("puts other words in, with the same operators", () => {
  expect(withWords('lmap tag:led -hum "at nihgt"', "lamp at night")).toBe("lamp at night tag:led -hum");
});

it("loses nothing that anybody types: what is lifted and what stays say together what was said", () => {
  const part = fc.oneof(
    fc.constantFrom("lamp", "is:solved", "is:open", "group:desk", "tag:led", "-hum", '"a b"', "by:Ada", "-", ":", '"'),
    fc.string({ maxLength: 8 }),
  );
  const typed = fc.array(part, { maxLength: 8 }).map((parts) => parts.join(" "));
  fc.assert(
    fc.property(typed, (text) => {
      const { text: rest, group, state } = liftChoices(text);
      const before = parseQuery(text);
      const after = parseQuery(rest);
      expect(after.tags).toEqual(before.tags);
      expect(after.by).toEqual(before.by);
      expect(after.without).toEqual(before.without);
      expect([...after.groups, ...(group === null ? [] : [group.toLowerCase()])].sort()).toEqual(
        [...before.groups].sort(),
      );
      if (state === null && !/is:/i.test(text)) expect(after.words).toBe(before.words);
      // Lifting twice changes nothing more.
      const again = liftChoices(rest);
      expect(again.text).toBe(rest);
    }),
    { numRuns: 500 },
  );
});
