import { expect, it } from "vitest";
import { atThreshold } from "./at-threshold.ts";

const sure = { verdict: "solved", probability: 0.85 } as const;

it("says that something is solved from the group's threshold on, and leaves it to what was learned without one", () => {
  expect(atThreshold(sure, null)).toBe(sure);
  expect(atThreshold(sure, 0.9).verdict).toBe("may-help");
  expect(atThreshold({ verdict: "may-help", probability: 0.75 }, 0.7).verdict).toBe("solved");
  expect(atThreshold({ verdict: "nothing", probability: 0.1 }, 0.7).verdict).toBe("nothing");
});

it("never says it at 1, nor at a cold start, when nobody knows how likely it is", () => {
  expect(atThreshold({ verdict: "solved", probability: 1 }, 1).verdict).toBe("may-help");
  expect(atThreshold({ verdict: "may-help", probability: null }, 0.1).verdict).toBe("may-help");
});
