import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildVillage, type Village } from "../../../tests/factories/people.ts";
import { openTestStore, type TestStore } from "../../../tests/factories/store.ts";
import { type Actor, grantRole } from "../../accounts/index.ts";
import { askQuestion, confirmAnswer, giveAnswer } from "../../community/index.ts";
import { unwrap } from "../../kernel/index.ts";
import { readLived } from "./read-lived.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

describe("what a plan reads of a community's log", () => {
  let test: TestStore;
  let village: Village;
  let asker: Actor;
  let peer: Actor;
  let solver: Actor;
  beforeAll(async () => {
    test = await openTestStore();
    village = await buildVillage(test.store);
    asker = await village.member("Ann");
    peer = await village.member("Bob");
    solver = await village.member("Eve");
    const { communityId, admin } = village;
    const role = { communityId, actor: admin, memberId: solver.memberId, role: "solver" } as const;
    unwrap(await test.store.transact((tx) => grantRole(tx, role)));
  });
  afterAll(() => test.close());

  const ask = async () => {
    const fields = { group: village.group, title: "It does not glow", body: "At all.", tags: [] };
    return unwrap(await test.store.transact((tx) => askQuestion(tx, asker, fields))).id;
  };
  const answer = async (who: Actor, questionId: number) =>
    unwrap(await test.store.transact((tx) => giveAnswer(tx, who, { questionId, body: "Turn it." }))).id;
  const read = async (timeZone = "UTC") =>
    readLived(test.store.database, { communityId: village.communityId, timeZone, now: test.clock.now() });

  it("is refused while no day with questions has passed", async () => {
    expect(await read()).toMatchObject({ ok: false, error: { code: "arrivals-missing" } });
    await ask();
    expect(await read()).toMatchObject({ ok: false, error: { code: "arrivals-missing" } });
  });

  it("is each day that is over, on the wall of the planner's time zone, quiet days too", async () => {
    // The first question was asked on 15 January at noon. One more two days later at 23:30 in London, 0:30 in Vienna.
    test.clock.advance(2 * dayMs + 11.5 * hourMs);
    await ask();
    test.clock.advance(2 * dayMs);
    const london = unwrap(await read("Europe/London"));
    expect([london.from, london.to]).toEqual(["2026-01-15", "2026-01-18"]);
    expect(london.days.map(({ weekday, counts }) => [weekday, counts.reduce((sum, one) => sum + one, 0)])).toEqual([
      [3, 1],
      [4, 0],
      [5, 1],
      [6, 0],
    ]);
    expect(london.days[2]?.counts[23]).toBe(1);
    const vienna = unwrap(await read("Europe/Vienna"));
    expect(vienna.days[3]?.counts[0]).toBe(1);
  });

  it("holds how long each question was open to members: until one answered, staff did, or now", async () => {
    const begin = test.clock.now().getTime();
    const byPeer = await ask();
    const byStaff = await ask();
    test.clock.advance(2 * hourMs);
    const solved = await answer(peer, byPeer);
    test.clock.advance(hourMs);
    await answer(solver, byStaff);
    test.clock.advance(60_000);
    // What comes later than the first, or from the asker, changes nothing.
    await answer(solver, byPeer);
    await answer(peer, byStaff);
    unwrap(await test.store.transact((tx) => confirmAnswer(tx, asker, solved)));
    test.clock.advance(60_000);
    const { watches, solved: solvedByWeek, posts, newcomers } = unwrap(await read());
    const early = (test.clock.now().getTime() - Date.parse("2026-01-15T12:00:00Z")) / hourMs;
    expect(watches).toEqual([
      { time: early, happened: false },
      { time: (test.clock.now().getTime() - begin + 2 * dayMs) / hourMs, happened: false },
      { time: 2, happened: true },
      { time: 3, happened: false },
    ]);
    expect(solvedByWeek).toEqual([0, 0, 0, 0, 0, 0, 0, 1]);
    expect(posts).toEqual([0, 0, 0, 0, 0, 0, 0, 8]);
    expect(newcomers).toHaveLength(8);
  });

  it("ends where a community has been silent for a month: what was imported is planned as it was", async () => {
    test.clock.advance(400 * dayMs);
    const { to, watches } = unwrap(await read());
    expect(to).toBe("2026-01-19");
    expect(Math.max(...watches.map(({ time }) => time))).toBeLessThan(5 * 24);
  });
});
