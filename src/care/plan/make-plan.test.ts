import { describe, expect, it } from "vitest";
import { type ArrivalDay, drawFactor, drawPoisson, seededRandom } from "../../statistics/index.ts";
import { weeklyCost } from "./cost.ts";
import type { RotaOutcome } from "./evaluate-rota.ts";
import { hoursBudget } from "./hours-budget.ts";
import { agentsByHour, liveLevel, liveOutcomes } from "./live-line.ts";
import { type Lived, makePlan } from "./make-plan.ts";
import { allowedShifts, makeRota } from "./make-rota.ts";
import { advise, type PlanOption } from "./options.ts";
import { measurePeers } from "./peers.ts";
import { planAhead } from "./planner.ts";
import { type PlanSettings, shrinkageOf, usualSettings } from "./settings.ts";
import { coverOf, hoursOfWeek, type Rota, readRota, rotaHours, weeklyHours } from "./shift.ts";

/** Ten weeks of questions: about 60 a day, most in the afternoon, fewer at the weekend. */
function tenWeeks(perHour: number): Lived {
  const random = seededRandom(4);
  const days = Array.from({ length: 70 }, (_, at): ArrivalDay => {
    const today = drawFactor(random, 0.12) * (at % 7 > 4 ? 0.6 : 1.1);
    const counts = Array.from({ length: 24 }, (_, hour) =>
      drawPoisson(random, perHour * today * (1 + 0.5 * Math.cos(((hour - 14.5) * Math.PI) / 12))),
    );
    return { weekday: at % 7, counts };
  });
  return {
    days,
    from: "2026-01-05",
    to: "2026-03-15",
    watches: [],
    newcomers: [20, 25],
    posts: [900, 950],
    solved: [150, 160],
  };
}

const settings = (changes: Partial<PlanSettings> = {}): PlanSettings => ({ ...usualSettings, ...changes });

describe("a plan for questions", () => {
  const rota = readRota("6 x Mon-Sun 9-18") as Rota;
  const plan = makePlan(tenWeeks(2.5), settings({ rota }));

  it("says that another person changes nothing and that other hours do, from what each option gains", () => {
    expect(plan.advice.kind).toBe("hours");
    expect(plan.advice.person?.gain.inTime).toBeLessThan(0.01);
    expect(plan.advice.shift?.gain.inTime).toBeGreaterThan(0.03);
    expect(["evening", "late"]).toContain(plan.advice.shift?.when);
  });

  it("never promises more than its hours allow", () => {
    for (const { inTime, ceiling } of [plan.base, ...plan.byPeople, ...plan.options.map(({ outcome }) => outcome)]) {
      expect(inTime.value).toBeLessThanOrEqual((ceiling ?? 0) + 3 * inTime.error);
    }
  });

  it("gives a forecast with intervals that were tried on the past", () => {
    const { week, hours, tested } = plan.forecast;
    expect(hours).toHaveLength(hoursOfWeek);
    expect(hours.reduce((sum, { mean }) => sum + mean, 0)).toBeCloseTo(week.mean, 6);
    expect(week.low).toBeLessThan(week.mean);
    expect((tested?.hours.covered ?? 0) / (tested?.hours.count ?? 1)).toBeGreaterThan(0.8);
    expect(plan.seen).toMatchObject({ days: 70, from: "2026-01-05" });
  });

  it("proposes a rota within the rules that keeps the target as surely as wished", () => {
    const proposed = plan.proposed as RotaOutcome;
    expect(proposed.holds.share).toBeGreaterThanOrEqual(0.8);
    expect(proposed.hours).toBeGreaterThanOrEqual(plan.hours.total.mean);
    const { rules } = usualSettings;
    for (const { shift } of proposed.rota) {
      expect(shift.days).toHaveLength(rules.daysPerWeek);
      for (const { from, to } of shift.spans) {
        expect(from).toBeGreaterThanOrEqual(rules.earliest);
        expect(to).toBeLessThanOrEqual(rules.latest);
        expect(rules.shiftHours).toContain(to - from);
      }
    }
    // The base pays weekends and reaches less.
    expect(proposed.inTime.value).toBeGreaterThan(plan.base.inTime.value - 0.01);
  });

  it("knows that one person alone is away some days, which only playing shows", () => {
    const few = makePlan(tenWeeks(0.12), settings({ target: { work: "questions", withinHours: 8, share: 0.85 } }));
    expect(few.proposed?.holds.share).toBeGreaterThanOrEqual(0.8);
    expect(few.proposed?.people).toBeGreaterThan(1);
  });

  it("says honestly when no rota within the rules can do it", () => {
    const rules = { ...usualSettings.rules, earliest: 9, latest: 17 };
    const target = { work: "questions", withinHours: 2, share: 0.9 } as const;
    const none = makePlan(tenWeeks(1), settings({ rules, target }));
    expect(none.proposed).toBeNull();
    expect(none.base.given).toBe(false);
    expect(none.peers.source).toBe("assumed");
  });

  it("is made in a thread of its own, with progress, once for the same inputs", async () => {
    const lived = tenWeeks(0.2);
    const planning = planAhead(lived, settings());
    expect(planning.state().plan).toBeNull();
    const made = await planning.plan;
    expect(made).toEqual(makePlan(lived, settings()));
    expect(planning.state().plan).toBe(made);
    expect(planning.state().done).toBe(planning.state().of);
    expect(planAhead(lived, settings())).toBe(planning);
    expect(planAhead(lived, settings({ handlingMinutes: 20 }))).not.toBe(planning);
  });
});

describe("a plan for live work", () => {
  const world = { arrivals: tenWeeks(20).days[1]?.counts ?? [], cv: 0.2, handlingMinutes: 4, patienceMinutes: null };
  const target = { withinSeconds: 20, share: 0.8 };

  it("staffs each hour so that the target holds as surely as wished under an uncertain rate", () => {
    const agents = agentsByHour(world, target, 0.8);
    expect(agents).toHaveLength(24);
    agents.forEach((needed, hour) => {
      const rate = world.arrivals[hour] ?? 0;
      expect(liveLevel(world, rate, needed, 20)).toBeGreaterThanOrEqual(0.8);
      expect(liveLevel(world, rate * 1.165, needed - 1, 20)).toBeLessThan(0.8);
    });
    const outcome = liveOutcomes(world, target);
    expect(outcome(agents).targetHolds).toBeGreaterThan(0.78);
    expect(outcome(agents.map((one) => one - 1)).targetHolds).toBeLessThan(0.8);
    const between = outcome(agents.map((one) => one - 0.5)).targetHolds;
    expect(between).toBeLessThan(outcome(agents).targetHolds);
    expect(between).toBeGreaterThan(outcome(agents.map((one) => one - 1)).targetHolds);
  });

  it("needs fewer people where impatient ones leave, and is exact between the places of its table", () => {
    const impatient = { ...world, patienceMinutes: 3 };
    const sum = (of: typeof world | typeof impatient) =>
      agentsByHour(of, target, 0.8).reduce((all, one) => all + one, 0);
    expect(sum(impatient)).toBeLessThan(sum(world));
    const certain = { ...impatient, arrivals: [33.3], cv: 0 };
    const exact = liveLevel(certain, 33.3, 4, 20);
    expect(liveOutcomes(certain, target)([4]).answeredWithin).toBeCloseTo(exact, 3);
  });

  it("plans a rota for it", () => {
    const plan = makePlan(
      tenWeeks(4),
      settings({ target: { work: "live", withinSeconds: 60, share: 0.8 }, handlingMinutes: 6 }),
    );
    expect(plan.base.ceiling).toBeNull();
    expect(plan.base.peerShare).toBeNull();
    expect(plan.weeksPlayed).toBe(0);
    expect(plan.proposed?.holds.share).toBeGreaterThanOrEqual(0.8);
    expect(plan.proposed?.inTime.value).toBeGreaterThan(plan.base.inTime.value);
  });
});

describe("the parts of a plan", () => {
  it("go from what comes to paid hours", () => {
    const sure = (mean: number) => ({ mean, low: mean, high: mean });
    const work = { questions: sure(840), newcomers: sure(20), posts: sure(2000), solved: sure(300) };
    const peers = { shareEver: 0.45, medianHours: 3 };
    const budget = hoursBudget(work, peers, settings({ peersFirstHours: 3 }));
    const paid = 1 - shrinkageOf(usualSettings);
    expect(paid).toBeCloseTo(0.88 * 0.85, 12);
    expect(budget.peersFirst).toBeCloseTo(0.225, 12);
    // 840 questions, less what members answer within 3 h, of 25 min and a tenth of 40 more each.
    expect(budget.solving.mean).toBeCloseTo((840 * 0.775 * 29) / 60 / (0.85 * paid), 9);
    expect(budget.building.mean).toBeCloseTo((20 * 3 + 2000 * 0.5 + 300 * 5) / 60 / paid, 9);
    expect(budget.connecting.mean).toBeCloseTo((5 * 15) / 60 / paid, 9);
    expect(budget.total.mean).toBeCloseTo(budget.solving.mean + budget.building.mean + budget.connecting.mean, 9);
  });

  it("measure members with those still waiting in the denominator", () => {
    const random = seededRandom(2);
    const watches = Array.from({ length: 4000 }, () => {
      const answered = random() < 0.45 ? (-Math.log1p(-random()) * 3) / Math.LN2 : Number.POSITIVE_INFINITY;
      const until = random() * 1500;
      return { time: Math.min(answered, until), happened: answered <= until };
    });
    const found = measurePeers(watches);
    expect(found?.shareEver).toBeCloseTo(0.45, 1);
    expect(Math.abs((found?.medianHours ?? 0) - 3)).toBeLessThan(0.4);
    expect(measurePeers(watches.slice(0, 20))).toBeNull();
  });

  it("search a cheap cover: every hour of a small demand, for little more than it must cost", () => {
    const demand: number[] = Array.from({ length: hoursOfWeek }, (_, hour) =>
      hour % 24 >= 8 && hour % 24 < 20 ? 2 : 0,
    );
    const score = (cover: readonly number[]) => {
      const filled = demand.reduce((sum, needed, hour) => sum + Math.min(needed, cover[hour] ?? 0), 0) / (2 * 84);
      return { reached: filled, promise: filled };
    };
    const shifts = allowedShifts(usualSettings.rules);
    const rota = makeRota(shifts, { score, reach: 1, hours: 0 }, usualSettings.wages, 40) as Rota;
    const cover = coverOf(rota);
    demand.forEach((needed, hour) => {
      expect(cover[hour]).toBeGreaterThanOrEqual(needed);
    });
    expect(rotaHours(rota)).toBeLessThan(168 * 1.3);
    expect(weeklyCost(rota, usualSettings.wages)).toBeGreaterThan(168 * 40);
    expect(
      makeRota(shifts, { score: () => ({ reached: 0.5, promise: 0.5 }), reach: 0.8, hours: 0 }, usualSettings.wages),
    ).toBeNull();
  });

  it("allow only shifts that leave enough rest", () => {
    const rules = { ...usualSettings.rules, shiftHours: [8, 14], earliest: 0, latest: 24 };
    const shifts = allowedShifts(rules);
    expect(new Set(shifts.map((shift) => weeklyHours(shift) / 5))).toEqual(new Set([8]));
    expect(shifts).toHaveLength(17 * 7);
    expect(allowedShifts({ ...rules, daysPerWeek: 7 })).toHaveLength(17);
  });

  it("advise by what buys most for its cost", () => {
    const outcome = (share: number) => ({ holds: { share } }) as unknown as RotaOutcome;
    const option = (kind: "person" | "shift", inTime: number, cost: number) =>
      ({ kind, gain: { inTime, holds: 0, cost } }) as unknown as PlanOption;
    const kind = (options: PlanOption[], share = 0.3) => advise(outcome(share), options, 0.8).kind;
    expect(kind([], 0.8)).toBe("holds");
    expect(kind([option("person", 0.001, 100), option("shift", 0.05, 100)])).toBe("hours");
    expect(kind([option("person", 0.02, 100), option("shift", 0.05, 100)])).toBe("shift");
    expect(kind([option("person", 0.08, 100), option("shift", 0.05, 100)])).toBe("person");
    expect(kind([option("person", 0.005, 100), option("shift", 0.009, 100)])).toBe("nothing");
  });
});
