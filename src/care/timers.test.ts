import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CareHouse, codeOf, day, hour, openCareHouse } from "../../tests/factories/care.ts";
import { readAll } from "../../tests/factories/events.ts";
import { openStoreOn } from "../../tests/factories/store.ts";
import { insertThreads } from "../community/index.ts";
import { ok, unwrap } from "../kernel/index.ts";
import type { Store } from "../store/index.ts";
import { careReader } from "./care-reader.ts";
import {
  claimProblem,
  markDuplicate,
  mergeProblem,
  type Problem,
  readPromises,
  reopenProblem,
  undoAct,
} from "./index.ts";
import { setOwnLimits } from "./limits.ts";
import { setArea } from "./manage/areas.ts";
import { setCalendar } from "./manage/calendars.ts";
import { setServiceLevel } from "./manage/service-levels.ts";
import { readClocks } from "./queries/clocks.ts";
import { listLinked } from "./queries/records.ts";
import { listSteps } from "./queries/steps.ts";
import { refreshSkills } from "./skills.ts";
import { runTimers } from "./timers.ts";
import { triageByRules } from "./triage-rules.ts";

let house: CareHouse;
let second: Store;
beforeAll(async () => {
  house = await openCareHouse();
  second = await openStoreOn(house.databaseUrl, house.clock);
});
afterAll(async () => {
  await second?.close();
  await house?.close();
});

const stepsOf = async ({ id }: Problem) =>
  (await listSteps(house.store.database, house.communityId, id)).map(({ reason }) => reason.code);

describe("the ladder's timers", () => {
  it("move a problem up rung by rung, while nobody does anything", async () => {
    const problem = await house.ask();
    await house.pass(7 * hour);
    expect((await house.problem(problem.id)).rung).toBe("peers");
    await house.pass(2 * hour);
    expect(await house.problem(problem.id)).toMatchObject({ rung: "solvers", ownerKind: "solver", claimedAt: null });
    await house.pass(3 * hour);
    await house.pass(day);
    expect(await house.problem(problem.id)).toMatchObject({ rung: "lead", ownerKind: "team" });
    expect(await stepsOf(problem)).toEqual(
      ["peers-first", "least-loaded", "nobody-took-it", "lead-reminded"].slice(0, 4),
    );
  });

  it("move each problem one step after a stop of three days, and none twice, in two processes", async () => {
    const problems: Problem[] = [];
    for (let n = 0; n < 12; n += 1) problems.push(await house.ask(`Question ${n}`));
    const before = await Promise.all(problems.map(stepsOf));
    house.clock.advance(3 * day);
    await Promise.all([runTimers(house.store), runTimers(second)]);
    const after = await Promise.all(problems.map(stepsOf));
    expect(after.map((steps, at) => steps.length - (before[at]?.length ?? 0))).toEqual(problems.map(() => 1));
    for (const { id } of problems) {
      const { nextActionAt } = await house.problem(id);
      expect(nextActionAt?.getTime()).toBeGreaterThan(house.clock.now().getTime());
    }
    expect((await runTimers(house.store)).done).toBe(0);
  });

  it("do nothing while a clock that went back has not caught up, and then the one step", async () => {
    const problem = await house.ask();
    const { nextActionAt } = problem;
    house.clock.advance(-5 * hour);
    await house.pass(0);
    expect((await house.problem(problem.id)).nextActionAt).toEqual(nextActionAt);
    house.clock.set(new Date((nextActionAt?.getTime() ?? 0) + 1000));
    await house.pass(0);
    expect(await stepsOf(problem)).toHaveLength(2);
  });

  it("lose and double nothing where a transaction is killed", async () => {
    const problem = await house.ask();
    house.clock.advance(9 * hour);
    const crash = house.store.transact(async (tx) => {
      const { takeDueProblem } = await import("./queries/problems.ts");
      await takeDueProblem(tx, []);
      throw new Error("killed");
    });
    await expect(crash).rejects.toThrow("killed");
    await house.pass(0);
    expect(await stepsOf(problem)).toHaveLength(2);
  });
});

describe("clocks", () => {
  it("warn, say that they ran out, and stop when somebody answers", async () => {
    const { admin } = house.village;
    const always = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ day: weekday, from: 0, to: 1440 }));
    const { id: calendarId } = unwrap(
      await house.run((tx) => setCalendar(tx, admin, { name: "Always", timeZone: "UTC", spans: always, holidays: [] })),
    );
    const level = { group: "help", urgency: null, calendarId, firstAnswerMinutes: 240, nextAnswerMinutes: 480 };
    unwrap(await house.run((tx) => setServiceLevel(tx, admin, { ...level, solvedMinutes: null, warnPercent: 75 })));
    const problem = await house.ask();
    expect(problem).toMatchObject({ dueClock: "first-answer", alarm: "none" });
    await house.pass(3 * hour + 1000);
    expect((await house.problem(problem.id)).alarm).toBe("warned");
    await house.pass(hour);
    expect((await house.problem(problem.id)).alarm).toBe("late");
    const kinds = (await house.eventsOf(problem.id)).filter((kind) => /warned|late/.test(kind));
    expect(kinds).toEqual(["problem.warned", "problem.late"]);
    await house.answer(problem, house.solver);
    expect(await house.problem(problem.id)).toMatchObject({ alarm: "none", dueAt: null, state: "waiting-for-asker" });
  });
});

describe("a merge that is taken back", () => {
  it("leaves the problem, its promises and its own duplicates as they were", async () => {
    const [original, problem, its] = [await house.ask(), await house.ask(), await house.ask()];
    unwrap(await house.run((tx) => markDuplicate(tx, house.solver, its.id, problem.id)));
    await house.claim(problem);
    await house.pass(2 * hour);
    const clocks = () => readClocks(house.store.database, house.communityId, problem.id);
    const [before, promised] = [await house.problem(problem.id), await clocks()];
    expect(promised.length).toBeGreaterThan(0);
    unwrap(await house.run((tx) => mergeProblem(tx, house.solver, problem.id, original.id)));
    expect((await house.problem(its.id)).duplicateOf).toBe(original.id);
    const merged = { problem: await house.problem(problem.id), clocks: await clocks() };
    expect(await readPromises(house.store.database, merged, house.clock.now())).toMatchObject([{ state: "ended" }]);
    unwrap(await house.run((tx) => undoAct(tx, house.solver, problem.id)));
    expect(await house.problem(problem.id)).toEqual(before);
    expect(await clocks()).toEqual(promised);
    expect((await house.problem(its.id)).duplicateOf).toBe(problem.id);
    expect(await listLinked(house.store.database, house.communityId, problem.id)).toEqual([]);
    unwrap(await house.run((tx) => mergeProblem(tx, house.solver, problem.id, original.id)));
    house.clock.advance(hour);
    expect(codeOf(await house.run((tx) => undoAct(tx, house.solver, problem.id)))).toBe("undo-too-late");
    unwrap(await house.run((tx) => reopenProblem(tx, house.solver, problem.id)));
    expect(await listLinked(house.store.database, house.communityId, problem.id)).toEqual([]);
  });
});

describe("what an import brings", () => {
  it("rests with the peers, spread over months, and nobody is asked or told; what was solved is over since then", async () => {
    const { communityId } = house;
    const group = await house.store.database.selectFrom("community_group").select("id").executeTakeFirstOrThrow();
    const year = (n: number) => new Date(Date.UTC(2020, 0, 1 + n));
    const said = { authorId: house.asker.memberId, body: "Why?", html: "<p>Why?</p>" };
    const answer = { ...said, authorId: house.solver.memberId, comments: [], helped: [] };
    const threads = Array.from({ length: 300 }, (_, n) => ({
      ...{ ...said, at: year(n), groupId: group.id, title: `Old ${n}`, tags: [], comments: [] },
      answers: n % 3 === 0 ? [{ ...answer, at: year(n + 1), confirmedAt: year(n + 2) }] : [],
    }));
    await house.store.transact(async (tx) => ok(await insertThreads(tx, communityId, threads)));
    await house.read();
    const old = await house.store.database
      .selectFrom("problem")
      .select(["next_action_at as at", "next_step as step", "owner_kind as owner", "due_at as dueAt"])
      .where("gentle", "=", true)
      .execute();
    expect(old).toHaveLength(200);
    expect(new Set(old.map(({ step, owner, dueAt }) => `${step} ${owner} ${dueAt}`))).toEqual(
      new Set(["rest peers null"]),
    );
    const over = await house.store.database
      .selectFrom("problem")
      .select(["opened_at as openedAt", "over_at as overAt", "over_as as as", "solved_by as by", "owner_id as owner"])
      .where("over_at", "is not", null)
      .where("opened_at", "<", year(300))
      .orderBy("opened_at")
      .execute();
    expect(over).toEqual(
      Array.from({ length: 100 }, (_, n) => ({
        ...{ openedAt: year(3 * n), overAt: year(3 * n + 2), as: "confirmed" },
        ...{ by: house.solver.memberId, owner: null },
      })),
    );
    const days = old.map(({ at }) => Math.floor(((at?.getTime() ?? 0) - house.clock.now().getTime()) / day));
    expect(Math.min(...days)).toBeGreaterThanOrEqual(6);
    const busiest = Math.max(...days.map((one) => days.filter((other) => other === one).length));
    expect(busiest).toBeLessThan(12);
    await house.pass(120 * day);
    const { count } = await house.store.database
      .selectFrom("event")
      .innerJoin("problem", "problem.id", "event.subject_id")
      .select((eb) => eb.fn.countAll<number>().as("count"))
      .where("event.subject", "=", "problem")
      .where("problem.opened_at", "<", year(300))
      .where("event.kind", "in", ["problem.asker-asked", "problem.check-due", "problem.warned"])
      .executeTakeFirstOrThrow();
    expect(Number(count)).toBe(0);
  });

  it("and is of these two weeks climbs the ladder within one, spread over it", async () => {
    const group = await house.store.database.selectFrom("community_group").select("id").executeTakeFirstOrThrow();
    const at = new Date(house.clock.now().getTime() - 3 * day);
    const thread = { authorId: house.asker.memberId, body: "Why?", html: "<p>Why?</p>", at, groupId: group.id };
    const threads = Array.from({ length: 20 }, (_, n) => ({
      ...thread,
      title: `Recent ${n}`,
      tags: [],
      comments: [],
      answers: [],
    }));
    await house.store.transact(async (tx) => ok(await insertThreads(tx, house.communityId, threads)));
    await house.read();
    const rows = await house.store.database
      .selectFrom("problem")
      .select(["next_action_at as at", "next_step as step", "gentle"])
      .where("opened_at", "=", at)
      .execute();
    expect(rows).toHaveLength(20);
    expect(new Set(rows.map(({ step, gentle }) => `${step} ${gentle}`))).toEqual(new Set(["climb false"]));
    const days = rows.map((row) => Math.floor(((row.at?.getTime() ?? 0) - house.clock.now().getTime()) / day));
    expect(Math.max(...days)).toBeLessThan(8);
    expect(new Set(days).size).toBeGreaterThan(3);
  });

  it("gives skill for what was confirmed and lasted 30 days, and the ladder goes by it", async () => {
    await refreshSkills(house.store, house.communityId);
    const skill = await house.store.database
      .selectFrom("skill")
      .select(["member_id as memberId", "solves"])
      .where("subject", "=", "group")
      .execute();
    expect(skill).toEqual([{ memberId: house.solver.memberId, solves: 100 }]);
    const problem = await house.ask("Fresh");
    const answerId = await house.answer(problem, await house.person("Quick"));
    await house.confirm(problem, answerId);
    await refreshSkills(house.store, house.communityId);
    const early = await house.store.database
      .selectFrom("skill")
      .select("solves")
      .where("subject", "=", "group")
      .execute();
    expect(early).toHaveLength(1);
    const next = await house.ask("Next");
    await house.pass(9 * hour);
    const steps = await listSteps(house.store.database, house.communityId, next.id);
    expect(steps.at(-1)?.reason).toEqual({ code: "skilled-on-duty", data: { solved: 100 } });
  });
});

it("a member is asked by name for what they solved for good, and no more often than they allow", async () => {
  const expert = await house.person("Expert");
  const area = { slug: "dimmers", name: "Dimmers", tags: ["dimmer"], teamId: null };
  unwrap(await house.run((tx) => setArea(tx, house.village.admin, area)));
  for (let solved = 0; solved < 3; solved += 1) {
    const problem = await house.ask("Dimmer", ["dimmer"]);
    await house.confirm(problem, await house.answer(problem, expert));
  }
  await house.pass(31 * day);
  await refreshSkills(house.store, house.communityId);
  unwrap(await house.run((tx) => setOwnLimits(tx, expert, { askedWeekly: 2 })));
  const asked: Problem[] = [];
  for (let n = 0; n < 3; n += 1) asked.push(await house.ask("Another dimmer", ["dimmer"]));
  await house.pass(9 * hour);
  const owners = await Promise.all(asked.map(async ({ id }) => (await house.problem(id)).ownerKind));
  expect(owners.sort()).toEqual(["member", "member", "solver"]);
  const [first] = await listSteps(house.store.database, house.communityId, asked[0]?.id ?? 0).then((steps) =>
    steps.slice(-1),
  );
  expect(first).toMatchObject({
    rung: "named",
    owner: { kind: "member", id: expert.memberId },
    reason: { code: "proven", data: { solved: 3 } },
  });
});

it("a reader that starts late finds what waits, and does it once", async () => {
  const late = { ...careReader({ triage: triageByRules, findSolved: async () => null }), name: "care-late" };
  const count = async () =>
    (await house.store.database.selectFrom("problem").select("id").where("question_id", "is not", null).execute())
      .length;
  const before = await count();
  await readAll(house.store, late);
  expect(await count()).toBe(before);
  const problem = await house.ask();
  unwrap(await house.run((tx) => claimProblem(tx, house.solver, problem.id)));
});
