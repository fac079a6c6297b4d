import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CareHouse, codeOf, day, hour, openCareHouse } from "../../tests/factories/care.ts";
import type { Actor } from "../accounts/index.ts";
import { addComment, askQuestion, createGroup, reopenQuestion } from "../community/index.ts";
import { unwrap } from "../kernel/index.ts";
import {
  addNote,
  answerProblem,
  claimProblem,
  confirmProblem,
  handOver,
  linkProblems,
  openForMember,
  readProblem,
  returnToLadder,
  snoozeProblem,
  sortProblem,
  withdrawProblem,
} from "./index.ts";

let house: CareHouse;
let peer: Actor;
let other: Actor;
beforeAll(async () => {
  house = await openCareHouse();
  peer = await house.person("Peer");
  other = await house.person("Other", ["solver"]);
});
afterAll(() => house?.close());

describe("a question in a help group", () => {
  it("opens a problem that its group's peers have, with a next action", async () => {
    const problem = await house.ask();
    expect(problem).toMatchObject({
      origin: "question",
      state: "open",
      rung: "peers",
      ownerKind: "peers",
      nextStep: "climb",
    });
    expect(problem.nextActionAt?.getTime()).toBeGreaterThan(house.clock.now().getTime());
    expect(await house.eventsOf(problem.id)).toEqual(["problem.opened"]);
  });

  it("of interest is talk and opens none", async () => {
    const group = { slug: "talk", name: "Talk", purpose: "", rules: "", charter: "interest" as const };
    unwrap(await house.run((tx) => createGroup(tx, house.village.admin, group)));
    const wish = { group: "talk", title: "What is your lamp?", body: "Mine is green.", tags: [] };
    const { id } = unwrap(await house.run((tx) => askQuestion(tx, house.asker, wish)));
    await house.read();
    const rows = await house.store.database.selectFrom("problem").select("id").where("question_id", "=", id).execute();
    expect(rows).toEqual([]);
  });

  it("waits for the asker once it is answered, and is over when the asker confirms", async () => {
    const problem = await house.ask();
    const answerId = await house.answer(problem, peer);
    expect(await house.problem(problem.id)).toMatchObject({ state: "waiting-for-asker", nextStep: "ask-asker" });
    await house.confirm(problem, answerId);
    expect(await house.problem(problem.id)).toMatchObject({
      ...{ state: "over", overAs: "confirmed", overBy: house.asker.memberId, solvedBy: peer.memberId },
    });
    expect(await house.eventsOf(problem.id)).toEqual(["problem.opened", "problem.answered", "problem.ended"]);
  });

  it("goes on when the asker reopens it, with the solver who had solved it", async () => {
    const problem = await house.ask();
    await house.confirm(problem, await house.answer(problem, house.solver));
    unwrap(await house.run((tx) => reopenQuestion(tx, house.asker, problem.questionId ?? 0)));
    await house.read();
    expect(await house.problem(problem.id)).toMatchObject({
      ...{ state: "open", reopened: 1, overAt: null, ownerKind: "solver", ownerId: house.solver.memberId },
    });
  });

  it("is somebody's again when the asker asks back, and what they say twice does not hurry it", async () => {
    const problem = await house.taken();
    const comment = (text: string) =>
      house.run((tx) => addComment(tx, house.asker, { questionId: problem.questionId ?? 0 }, text));
    unwrap(await comment("It still flickers."));
    await house.read();
    const back = await house.problem(problem.id);
    expect(back).toMatchObject({ state: "open", nextStep: "return", ownerId: house.solver.memberId });
    unwrap(await comment("Hello?"));
    await house.read();
    expect((await house.problem(problem.id)).nextActionAt).toEqual(back.nextActionAt);
    await house.answer(problem, house.solver);
  });
});

describe("claiming", () => {
  it("gives a problem to one of fifty who take it at once, and tells the others", async () => {
    const problem = await house.ask();
    const solvers = await Promise.all(Array.from({ length: 50 }, (_, n) => house.village.member(`S${n}`, ["solver"])));
    const outcomes = await Promise.all(
      solvers.map((solver) => house.store.transact((tx) => claimProblem(tx, solver, problem.id))),
    );
    const winners = outcomes.filter(({ ok }) => ok);
    expect(winners).toHaveLength(1);
    expect(new Set(outcomes.map(codeOf))).toEqual(new Set(["fine", "problem-taken"]));
    const steps = (await readProblem(house.store.database, house.communityId, problem.id))?.steps ?? [];
    expect(steps.filter(({ reason }) => reason.code === "taken")).toHaveLength(1);
  });

  it("a problem that is over is refused, and so is one's own and one that is not there", async () => {
    const problem = await house.ask();
    unwrap(await house.run((tx) => withdrawProblem(tx, house.asker, problem.id)));
    expect(codeOf(await house.claim(problem))).toBe("problem-over");
    expect(codeOf(await house.claim({ ...problem, id: 999_999 }))).toBe("problem-missing");
    expect(codeOf(await house.claim(await house.ask(), house.asker))).toBe("not-allowed");
  });

  it("ends where a solver has told the askers of three nothing, and goes on when they do", async () => {
    const solver = await house.person("Hoarder", ["solver"]);
    const problems = [await house.ask(), await house.ask(), await house.ask(), await house.ask()] as const;
    for (const problem of problems.slice(0, 3)) unwrap(await house.claim(problem, solver));
    expect(codeOf(await house.claim(problems[3], solver))).toBe("claims-idle");
    await house.answer(problems[0], solver);
    unwrap(await house.claim(problems[3], solver));
  });

  it("lasts only where something is done: a claim without a word returns, to somebody else", async () => {
    const solver = await house.person("Sleeper", ["solver"]);
    const problem = await house.ask();
    unwrap(await house.claim(problem, solver));
    await house.pass(9 * hour);
    const back = await house.problem(problem.id);
    expect(back).toMatchObject({ state: "open", rung: "solvers", claimedAt: null });
    expect(back.ownerId).not.toBe(solver.memberId);
    expect(await house.eventsOf(problem.id)).toContain("problem.returned");
  });

  it("out of turn is possible for a few a day, not for all", async () => {
    const picker = await house.person("Picker", ["solver"]);
    for (let picked = 0; picked < 5; picked += 1) {
      const problem = await house.ask();
      unwrap(await house.claim(problem, picker));
      await house.answer(problem, picker);
    }
    const next = await house.ask();
    expect(codeOf(await house.claim(next, picker))).toBe("picks-too-many");
    unwrap(await house.run((tx) => handOver(tx, house.solver, next.id, { kind: "solver", id: picker.memberId })));
    unwrap(await house.claim(next, picker));
  });
});

describe("the desk", () => {
  it("hands over to a solver or a team, and to nobody who is neither", async () => {
    const problem = await house.taken();
    expect(
      codeOf(await house.run((tx) => handOver(tx, house.solver, problem.id, { kind: "solver", id: peer.memberId }))),
    ).toBe("not-a-solver");
    unwrap(await house.run((tx) => handOver(tx, house.solver, problem.id, { kind: "solver", id: other.memberId })));
    expect(await house.problem(problem.id)).toMatchObject({
      ownerKind: "solver",
      ownerId: other.memberId,
      claimedAt: null,
    });
    unwrap(await house.run((tx) => returnToLadder(tx, other, problem.id)));
    expect((await house.problem(problem.id)).ownerId).not.toBe(other.memberId);
  });

  it("puts off within bounds, three times at most without a word, and the asker's word wakes it", async () => {
    const problem = await house.ask();
    const snooze = (ms: number) =>
      house.run((tx) => snoozeProblem(tx, house.solver, problem.id, new Date(tx.now.getTime() + ms)));
    expect(codeOf(await snooze(-1))).toBe("snooze-out-of-bounds");
    expect(codeOf(await snooze(8 * day))).toBe("snooze-out-of-bounds");
    for (let times = 0; times < 3; times += 1) unwrap(await snooze(day));
    expect(codeOf(await snooze(day))).toBe("snooze-out-of-bounds");
    unwrap(
      await house.run((tx) => addComment(tx, house.asker, { questionId: problem.questionId ?? 0 }, "Now it smokes.")),
    );
    await house.read();
    expect((await house.problem(problem.id)).state).toBe("open");
  });

  it("sorts, notes and links; only those who work there can, and a marketer least of all", async () => {
    const [problem, known] = [await house.ask(), await house.ask()];
    unwrap(await house.run((tx) => sortProblem(tx, house.solver, problem.id, { urgency: "high" })));
    expect((await house.problem(problem.id)).urgency).toBe("high");
    expect(codeOf(await house.run((tx) => sortProblem(tx, house.solver, problem.id, { area: "none" })))).toBe(
      "area-missing",
    );
    unwrap(await house.run((tx) => addNote(tx, house.solver, problem.id, "Rang them: **no answer**.")));
    unwrap(
      await house.run((tx) => linkProblems(tx, house.solver, { id: problem.id, otherId: known.id, kind: "known" })),
    );
    const read = await readProblem(house.store.database, house.communityId, problem.id);
    expect(read?.notes).toMatchObject([{ body: "Rang them: **no answer**.", author: { name: "Solver" } }]);
    expect(read?.links).toMatchObject([{ id: known.id, kind: "known", inward: false }]);
    const marketer = await house.person("M", ["marketer"]);
    for (const who of [peer, marketer]) {
      expect(codeOf(await house.run((tx) => addNote(tx, who, problem.id, "x")))).toBe("not-allowed");
      expect(codeOf(await house.claim(problem, who))).toBe("not-allowed");
    }
  });

  it("shows the last of many notes", async () => {
    const problem = await house.ask();
    for (let n = 1; n <= 201; n += 1) unwrap(await house.run((tx) => addNote(tx, house.solver, problem.id, `${n}`)));
    const { notes = [] } = (await readProblem(house.store.database, house.communityId, problem.id)) ?? {};
    expect([notes.length, notes[0]?.body, notes.at(-1)?.body]).toEqual([200, "2", "201"]);
  });

  it("opens a problem for somebody who rang, which stands at the desk at once", async () => {
    const given = { askerId: peer.memberId, title: "Lamp arrived broken", body: "They rang." };
    const problem = unwrap(await house.run((tx) => openForMember(tx, house.solver, given)));
    expect(problem).toMatchObject({ origin: "staff", askerId: peer.memberId, rung: "solvers" });
    unwrap(await house.run((tx) => confirmProblem(tx, peer, problem.id)));
    expect(codeOf(await house.run((tx) => confirmProblem(tx, house.asker, problem.id)))).toBe("not-yours");
  });

  it("tells the second of two solvers who answer at once to read the first", async () => {
    const problem = await house.ask();
    const first = { body: "Turn the screw.", seenId: problem.messageId ?? 0 };
    const outcomes = await Promise.all(
      [house.solver, other].map((solver) => house.store.transact((tx) => answerProblem(tx, solver, problem.id, first))),
    );
    expect(outcomes.map(codeOf).sort()).toEqual(["answered-meanwhile", "fine"]);
    await house.read();
    expect(await house.problem(problem.id)).toMatchObject({ state: "waiting-for-asker", ownerKind: "solver" });
  });
});
