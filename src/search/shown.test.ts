import { expect, it } from "vitest";
import { readShownLine, shownLine } from "./shown.ts";

const shown = { verdict: "solved", probability: 0.934, ranking: "learned", arm: null, questionIds: [12, 15] } as const;

it("goes through a form and comes back as it was", () => {
  expect(shownLine(shown)).toBe("solved 0.934 learned - 12,15");
  expect(readShownLine(shownLine(shown))).toEqual(shown);
  const cold = { verdict: "may-help", probability: null, ranking: "cold", arm: "shown", questionIds: [] } as const;
  expect(readShownLine(shownLine(cold))).toEqual(cold);
});

it("takes nothing that a browser made up", () => {
  for (const odd of [
    "",
    "solved",
    "solved 1.5 learned - 12",
    "sure 0.9 learned - 12",
    "solved 0.9 learned - 0",
    "solved 0.9 learned - 1,2,",
  ])
    expect(readShownLine(odd)).toBeNull();
  expect(readShownLine("solved 0.9 learned - 1,1,2")?.questionIds).toEqual([1, 2]);
  expect(readShownLine(`solved 0.9 learned - ${Array.from({ length: 11 }, (_, at) => at + 1).join(",")}`)).toBeNull();
});
