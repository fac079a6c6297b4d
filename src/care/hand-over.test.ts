import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CareHouse, hour, openCareHouse } from "../../tests/factories/care.ts";
import { type Actor, revokeRole } from "../accounts/index.ts";
import { addComment } from "../community/index.ts";
import { unwrap } from "../kernel/index.ts";
import {
  claimProblem,
  handOver,
  handOverShift,
  listDeskMembers,
  listHandedOver,
  type Problem,
  readProblem,
  readShift,
  setCalendar,
  setOwnLimits,
  setTeam,
  undoAct,
} from "./index.ts";
import { findTeamAtHand } from "./queries/people.ts";

// Noon of a Thursday. Early works 9 to 13, Late 13 to 17, each on working days.
let house: CareHouse;
let early: Actor;
let late: Actor;
let spare: Actor;
let teamId: number;
beforeAll(async () => {
  house = await openCareHouse();
  [early, late, spare] = await Promise.all([
    house.person("Early", ["solver"]),
    house.person("Late", ["solver"]),
    house.person("Spare", ["solver"]),
  ]);
  await works(early, 9, 13);
  await works(late, 13, 17);
  teamId = (await house.ask()).teamId;
});
afterAll(() => house?.close());

async function works(who: Actor, from: number, to: number): Promise<void> {
  const spans = [1, 2, 3, 4, 5].map((day) => ({ day, from: from * 60, to: to * 60 }));
  const calendar = { name: who.name, timeZone: "UTC", spans, holidays: [] };
  const { id } = unwrap(await house.run((tx) => setCalendar(tx, house.village.admin, calendar)));
  unwrap(await house.run((tx) => setOwnLimits(tx, who, { calendarId: id })));
}
/** A problem that somebody has taken and written about, so that claims are not idle ones; its asker has spoken since. */
async function own(who: Actor): Promise<Problem> {
  const problem = await house.ask();
  unwrap(await house.run((tx) => claimProblem(tx, who, problem.id)));
  await house.answer(problem, who);
  unwrap(
    await house.run((tx) => addComment(tx, house.asker, { questionId: problem.questionId ?? 0 }, "It still does.")),
  );
  await house.read();
  return house.problem(problem.id);
}
const codeOf = (result: { ok: boolean; error?: { code: string } }) => (result.ok ? "fine" : result.error?.code);
const to = (who: Actor) => ({ kind: "solver" as const, id: who.memberId });
const listed = async (who: Actor) =>
  (await listHandedOver(house.store.database, who)).map(({ problem, from, html }) => [problem.id, from.name, html]);
const at = (text: string) => new Date(text).getTime();

describe("a shift's end", () => {
  it("hands over what is one's own, with a note for each or one for all, and the next shift finds them together", async () => {
    const [first, second] = [await own(early), await own(early)];
    const shift = {
      to: to(late),
      note: "Nothing urgent.",
      problems: [
        { id: first.id, note: "" },
        { id: second.id, note: "She rings *at four*." },
      ],
    };
    unwrap(await house.run((tx) => handOverShift(tx, early, shift)));
    expect(await listed(late)).toEqual([
      [first.id, "Early", "<p>Nothing urgent.</p>\n"],
      [second.id, "Early", "<p>She rings <em>at four</em>.</p>\n"],
    ]);
    expect(await listed(early)).toEqual([]);
    const read = await readProblem(house.store.database, house.communityId, second.id);
    expect(read?.notes).toMatchObject([{ body: "She rings *at four*.", author: { name: "Early" } }]);
    unwrap(await house.run((tx) => claimProblem(tx, late, first.id)));
    expect(await listed(late)).toEqual([[second.id, "Early", "<p>She rings <em>at four</em>.</p>\n"]]);
    unwrap(await house.run((tx) => undoAct(tx, early, second.id)));
    expect(await listed(late)).toEqual([]);
    expect(await house.problem(second.id)).toMatchObject({ ownerId: early.memberId, claimedAt: second.claimedAt });
  });

  it("hands a team what its solvers see together", async () => {
    const problem = await own(early);
    unwrap(await house.run((tx) => handOver(tx, early, problem.id, { kind: "team", id: teamId }, "Who knows lamps?")));
    expect((await listed(spare)).map(([id]) => id)).toEqual([problem.id]);
    unwrap(await house.run((tx) => claimProblem(tx, spare, problem.id)));
    expect(await listed(late)).toEqual([]);
  });

  it("takes only one's own, and all of it or nothing", async () => {
    const [mine, other] = [await own(early), await own(spare)];
    const problems = [mine, other].map(({ id }) => ({ id, note: "" }));
    const both = await house.run((tx) => handOverShift(tx, early, { to: to(late), note: "", problems }));
    expect(codeOf(both)).toBe("problem-taken");
    expect((await house.problem(mine.id)).ownerId).toBe(early.memberId);
    const toAsker = { to: to(house.asker), note: "", problems: [{ id: mine.id, note: "" }] };
    expect(codeOf(await house.run((tx) => handOverShift(tx, early, toAsker)))).toBe("not-a-solver");
  });
});

describe("who does not come back", () => {
  it("by two hours into their next shift loses to the ladder what they kept", async () => {
    const problem = await own(early);
    const kept = unwrap(await house.run((tx) => handOver(tx, early, problem.id, to(early), "I know this one.")));
    expect(kept.nextActionAt?.getTime()).toBe(at("2026-01-16T11:00:00Z"));
    expect(kept).toMatchObject({ ownerId: early.memberId, nextStep: "return", claimedAt: expect.any(Date) });
    const shift = await readShift(house.store.database, early, house.clock.now());
    expect(shift.nextShiftAt?.getTime()).toBe(at("2026-01-16T09:00:00Z"));
    expect(shift.own.map(({ id }) => id)).toContain(problem.id);
    await house.pass(20 * hour);
    expect((await house.problem(problem.id)).ownerId).toBe(early.memberId);
    await house.pass(4 * hour);
    const returned = await house.problem(problem.id);
    expect(returned).toMatchObject({ state: "open", claimedAt: null });
    expect([returned.ownerKind, returned.ownerId]).not.toEqual(["solver", early.memberId]);
    const steps = (await readProblem(house.store.database, house.communityId, problem.id))?.steps ?? [];
    expect(steps.map(({ reason }) => reason.code)).toContain("claim-expired");
  });

  it("or to whom something was handed for their next shift, and not before it", async () => {
    // Friday noon, and after the weekend.
    const problem = await own(spare);
    house.clock.set(new Date("2026-01-16T18:00:00Z"));
    const handed = unwrap(await house.run((tx) => handOver(tx, spare, problem.id, to(late))));
    expect(handed.nextActionAt?.getTime()).toBe(at("2026-01-19T15:00:00Z"));
    house.clock.set(new Date("2026-01-19T14:00:00Z"));
    await house.pass(0);
    expect((await house.problem(problem.id)).ownerId).toBe(late.memberId);
    await house.pass(2 * hour);
    expect((await house.problem(problem.id)).ownerId).not.toBe(late.memberId);
  });
});

describe("who is away", () => {
  it("is handed nothing until they are back, and may still keep what they have", async () => {
    const [problem, kept] = [await own(early), await own(spare)];
    const awayUntil = new Date(house.clock.now().getTime() + 30 * hour);
    unwrap(await house.run((tx) => setOwnLimits(tx, spare, { awayUntil })));
    const shift = { to: to(spare), note: "", problems: [{ id: problem.id, note: "She waits." }] };
    const tried = await house.run((tx) => handOverShift(tx, early, shift));
    expect(codeOf(tried)).toBe("receiver-away");
    const as = await house.problem(problem.id);
    expect(as).toEqual(problem);
    expect((await readProblem(house.store.database, house.communityId, problem.id))?.notes).toEqual([]);
    const desk = await listDeskMembers(house.store.database, house.communityId);
    expect(desk.find(({ memberId }) => memberId === spare.memberId)?.awayUntil).toEqual(awayUntil);
    expect(codeOf(await house.run((tx) => handOver(tx, spare, kept.id, to(spare))))).toBe("fine");
    await house.pass(31 * hour);
    expect(codeOf(await house.run((tx) => handOver(tx, early, problem.id, to(spare))))).toBe("fine");
  });
});

describe("who works at the desk no longer", () => {
  const lose = (who: Actor) =>
    house.run((tx) => {
      const { communityId, village } = house;
      return revokeRole(tx, { communityId, actor: village.admin, memberId: who.memberId, role: "solver" });
    });

  it("loses what they had to act on at once, and keeps what waits for its asker", async () => {
    const leaver = await house.person("Leaver", ["solver"]);
    const [had, waiting] = [await own(leaver), await house.taken(leaver)];
    unwrap(await lose(leaver));
    await house.read();
    const left = await house.problem(had.id);
    expect(left).toMatchObject({ state: "open", claimedAt: null });
    expect([left.ownerKind, left.ownerId]).not.toEqual(["solver", leaver.memberId]);
    const steps = (await readProblem(house.store.database, house.communityId, had.id))?.steps ?? [];
    expect(steps.at(-1)?.reason.code).toBe("owner-left");
    expect(await house.problem(waiting.id)).toMatchObject({ state: "waiting-for-asker", ownerId: leaver.memberId });
  });

  it("is not who leads, nor is who is away: the team has what would go to its lead", async () => {
    const lead = await house.person("Lead", ["solver"]);
    const team = { name: "Lead's", leadId: lead.memberId, calendarId: null, memberIds: [lead.memberId] };
    const { id } = unwrap(await house.run((tx) => setTeam(tx, house.village.admin, team, "new")));
    const leads = async () =>
      (await findTeamAtHand(house.store.database, house.communityId, id, house.clock.now()))?.leadId;
    expect(await leads()).toBe(lead.memberId);
    const awayUntil = new Date(house.clock.now().getTime() + 2 * hour);
    unwrap(await house.run((tx) => setOwnLimits(tx, lead, { awayUntil })));
    expect(await leads()).toBeNull();
    house.clock.advance(3 * hour);
    expect(await leads()).toBe(lead.memberId);
    unwrap(await lose(lead));
    expect(await leads()).toBeNull();
  });
});
