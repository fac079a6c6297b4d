import { expect, it } from "vitest";
import { type Advised, adviceWords, sayAdvice } from "./advice-words.ts";

const advised: Advised = {
  kind: "hours",
  inTime: 0.806,
  targetHolds: 0.42,
  person: { people: 1, when: null, shift: "Mon-Sun 09:00-18:00", inTime: 0.807 },
  shift: { people: 1, when: "evening", shift: "Mon-Sun 18:00-22:00", inTime: 0.894 },
};

it("another person changes nothing; an evening shift does", () => {
  expect(sayAdvice(adviceWords.en, advised)).toEqual({
    headline: "Another person changes nothing; an evening shift does.",
    changes: [
      "Another person (Mon-Sun 09:00-18:00): 81 % in time becomes 81 %.",
      "An evening shift (Mon-Sun 18:00-22:00): 81 % in time becomes 89 %.",
    ],
  });
  expect(sayAdvice(adviceWords.de, advised, (shift) => shift.replace("Mon-Sun", "Mo-So"))).toEqual({
    headline: "Eine Person mehr ändert nichts; eine Abendschicht schon.",
    changes: [
      "Eine Person mehr (Mo-So 09:00-18:00): aus 81 % rechtzeitig werden 81 %.",
      "Eine Abendschicht (Mo-So 18:00-22:00): aus 81 % rechtzeitig werden 89 %.",
    ],
  });
});

it("each kind of advice has its headline in each language, for one person and for several", () => {
  for (const words of Object.values(adviceWords)) {
    const headlines = (["holds", "hours", "shift", "person", "nothing"] as const).flatMap((kind) =>
      [1, 4].map((people) => {
        const person = advised.person && { ...advised.person, people };
        return sayAdvice(words, { ...advised, kind, person }).headline;
      }),
    );
    expect(headlines.every((headline) => headline.endsWith("."))).toBe(true);
    // What holds, and what nothing moves, has no number of people in it.
    expect(new Set(headlines).size).toBe(8);
    expect(sayAdvice(words, { ...advised, person: null, shift: null }).changes).toEqual([]);
  }
});
