import { describe, expect, it } from "vitest";
import { fc } from "../../tests/factories/draws.ts";
import type { SolverAtHand } from "./choose-solver.ts";
import { type Climber, nextStep, type People } from "./ladder.ts";
import { rungs, urgencies } from "./problem.ts";
import { dayMs, hourMs, usualLadder } from "./settings.ts";
import { nextAskAt } from "./silence.ts";

const now = new Date("2026-03-02T10:00:00Z");
const base: Climber = {
  ...{ rung: null, urgency: "normal", askerId: 1, groupId: 7, found: null },
  ...{ asked: [], offered: [], reopened: 0, rests: null },
};
const solver = (memberId: number, more: Partial<SolverAtHand> = {}): SolverAtHand => ({
  ...{ memberId, solves: 0, allSolves: 10, open: 0, mostOpen: 10, onDuty: true, backAt: null },
  ...more,
});
const nobody: People = { proven: [], solvers: [], team: { id: 3, leadId: 9 } };
const proven = (memberId: number, solves: number, askedThisWeek = 0) => ({
  ...{ memberId, solves, askedThisWeek, askedWeekly: 2, away: false },
});
const climb = (climber: Partial<Climber>, people: Partial<People> = {}) =>
  nextStep({ ...base, ...climber }, usualLadder, { ...nobody, ...people }, now);

describe("the ladder", () => {
  it("shows a solved answer first, then asks the peers for as long as the group set", () => {
    const found = { questionId: 5, answerId: 6 };
    expect(climb({ found })).toMatchObject({
      rung: "found",
      owner: { kind: "peers", id: 7 },
      reason: { code: "answer-found" },
    });
    const peers = climb({ rung: "found", found });
    expect(peers).toMatchObject({ rung: "peers", owner: { kind: "peers", id: 7 }, reason: { code: "peers-first" } });
    expect(peers.nextActionAt.getTime() - now.getTime()).toBe(usualLadder.peersMs);
  });

  it("waits less where it is urgent", () => {
    const waits = urgencies.map((urgency) => climb({ urgency }).nextActionAt.getTime() - now.getTime());
    expect(waits).toEqual([...waits].sort((a, b) => b - a));
    expect(waits.at(-1)).toBe(hourMs);
  });

  it("asks members by name who solved such for good, the best first, twice at most and as often as they allow", () => {
    const people = { proven: [proven(2, 4), proven(3, 7), proven(4, 9, 2), proven(1, 50)] };
    const first = climb({ rung: "peers" }, people);
    expect(first).toMatchObject({
      rung: "named",
      owner: { kind: "member", id: 3 },
      reason: { code: "proven", data: { solved: 7 } },
    });
    expect(climb({ rung: "named", asked: [3] }, people).owner).toEqual({ kind: "member", id: 2 });
    expect(climb({ rung: "named", asked: [3, 2] }, people).rung).toBe("solvers");
  });

  it("goes by skill before load, and says why", () => {
    const people = { solvers: [solver(2, { open: 0 }), solver(3, { solves: 7, open: 5 })] };
    expect(climb({ rung: "named" }, people)).toMatchObject({
      owner: { kind: "solver", id: 3 },
      reason: { code: "skilled-on-duty", data: { solved: 7 } },
    });
    expect(climb({ rung: "solvers", offered: [3] }, people)).toMatchObject({
      owner: { id: 2 },
      reason: { code: "least-loaded" },
    });
  });

  it("gives newcomers what is easy, and what is not only where nobody else is there", () => {
    const newcomer = solver(2, { allSolves: 1 });
    const people = { solvers: [newcomer, solver(3, { solves: 7 })] };
    expect(climb({ rung: "named", urgency: "low" }, people)).toMatchObject({
      owner: { id: 2 },
      reason: { code: "newcomer-easy" },
    });
    expect(climb({ rung: "named" }, people).owner.id).toBe(3);
    expect(climb({ rung: "named" }, { solvers: [newcomer] }).owner.id).toBe(2);
    expect(climb({ rung: "named", urgency: "low", reopened: 1 }, people).owner.id).toBe(3);
  });

  it("gives nobody more than they bear, and nothing to those who are not on duty", () => {
    const backAt = new Date(now.getTime() + 5 * hourMs);
    const away = solver(2, { onDuty: false, backAt, solves: 9 });
    const waits = climb({ rung: "named" }, { solvers: [away] });
    expect(waits).toMatchObject({
      rung: "solvers",
      owner: { kind: "team", id: 3 },
      nextActionAt: backAt,
      reason: { code: "nobody-on-duty" },
    });
    const full = climb({ rung: "named" }, { solvers: [solver(2, { open: 10 })] });
    expect(full).toMatchObject({ owner: { kind: "team" }, reason: { code: "everybody-full" } });
    expect(climb({ rung: "solvers" }, { solvers: [solver(2, { open: 10 })] })).toMatchObject({
      rung: "lead",
      owner: { kind: "solver", id: 9 },
    });
  });

  it("ends with the team's lead, who is reminded every day; without one, with the team", () => {
    const lead = climb({ rung: "solvers", offered: [2, 3, 4] }, { solvers: [solver(5)] });
    expect(lead).toMatchObject({ rung: "lead", owner: { kind: "solver", id: 9 }, reason: { code: "team-lead" } });
    const again = climb({ rung: "lead" });
    expect(again).toMatchObject({ rung: "lead", reason: { code: "lead-reminded" } });
    expect(again.nextActionAt.getTime() - now.getTime()).toBe(dayMs);
    expect(climb({ rung: "lead" }, { team: { id: 3, leadId: null } }).owner).toEqual({ kind: "team", id: 3 });
    expect(climb({ rung: "lead", askerId: 9 }).owner).toEqual({ kind: "team", id: 3 });
  });

  it("passes the peers by where there are none, or where they had their turn", () => {
    expect(climb({ groupId: null })).toMatchObject({ rung: "solvers", owner: { kind: "team" } });
    expect(climb({ reopened: 1 }).rung).toBe("solvers");
  });

  it("lets what came from the past rest, ever longer", () => {
    const days = [0, 1, 2, 3, 9].map((rests) => climb({ rung: "peers", rests }).reason.data?.days);
    expect(days).toEqual([30, 60, 120, 180, 180]);
  });

  it("always answers, with an owner who is not the asker and a time to come, and reaches the lead from anywhere", () => {
    const ids = fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 4 });
    const aSolver = fc
      .record({
        ...{ memberId: fc.integer({ min: 1, max: 12 }), solves: fc.nat(9), allSolves: fc.nat(20) },
        ...{ open: fc.nat(12), mostOpen: fc.integer({ min: 1, max: 12 }), onDuty: fc.boolean() },
      })
      .map((one) => ({ ...one, backAt: one.onDuty ? null : new Date(now.getTime() + hourMs) }));
    const climber = fc.record({
      ...{
        rung: fc.option(fc.constantFrom(...rungs)),
        urgency: fc.constantFrom(...urgencies),
        askerId: fc.constant(1),
      },
      ...{ groupId: fc.option(fc.constant(7)), found: fc.option(fc.constant({ questionId: 5, answerId: 6 })) },
      ...{ asked: ids, offered: ids, reopened: fc.nat(2), rests: fc.constant(null) },
    });
    const people = fc.record({
      proven: fc.array(
        fc.integer({ min: 1, max: 12 }).map((id) => proven(id, id)),
        { maxLength: 4 },
      ),
      solvers: fc.array(aSolver, { maxLength: 5 }),
      team: fc.constantFrom({ id: 3, leadId: 9 }, { id: 3, leadId: null }, { id: 3, leadId: 1 }),
    });
    fc.assert(
      fc.property(climber, people, (start, there) => {
        const onDuty = { ...there, solvers: there.solvers.map((one) => ({ ...one, onDuty: true, backAt: null })) };
        let at: Climber = start;
        for (let steps = 0; steps < 12; steps += 1) {
          const step = nextStep(at, usualLadder, onDuty, now);
          expect(step.nextActionAt.getTime()).toBeGreaterThan(now.getTime());
          if (step.owner.kind === "member" || step.owner.kind === "solver") expect(step.owner.id).not.toBe(1);
          const { rung, owner } = step;
          const asked = rung === "named" ? [...at.asked, owner.id] : at.asked;
          const offered = rung === "solvers" && owner.kind === "solver" ? [...at.offered, owner.id] : at.offered;
          at = { ...at, rung, asked, offered };
        }
        expect(at.rung).toBe("lead");
      }),
    );
  });
});

it("asks a silent asker ever more rarely", () => {
  const days = [0, 1, 2, 3, 4, 5, 6, 50].map((times) => (nextAskAt(times, now).getTime() - now.getTime()) / dayMs);
  expect(days).toEqual([1, 3, 7, 14, 30, 60, 90, 90]);
});
