import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CareHouse, codeOf, day, openCareHouse } from "../../tests/factories/care.ts";
import type { Actor } from "../accounts/index.ts";
import { unwrap } from "../kernel/index.ts";
import { issueCheckToken } from "./checks.ts";
import {
  answerCheckByToken,
  contestProblem,
  listQueue,
  markDuplicate,
  mergeProblem,
  openForMember,
  type Problem,
  readCheckByToken,
  reopenProblem,
  signCannotSolve,
  splitProblem,
  withdrawProblem,
} from "./index.ts";
import { provideAnswerCheck } from "./queries/checks.ts";

let house: CareHouse;
let peer: Actor;
let other: Actor;
beforeAll(async () => {
  house = await openCareHouse();
  peer = await house.person("Peer");
  other = await house.person("Other", ["solver"]);
});
afterAll(() => house?.close());

describe("a duplicate", () => {
  it("ends with one that is not over, never with itself, its own duplicate or one that is over", async () => {
    const [a, b, c] = [await house.ask(), await house.ask(), await house.ask()];
    const mark = (from: Problem, to: Problem) => house.run((tx) => markDuplicate(tx, house.solver, from.id, to.id));
    expect(codeOf(await mark(a, a))).toBe("problem-with-itself");
    unwrap(await mark(b, a));
    expect(codeOf(await house.run((tx) => mergeProblem(tx, house.solver, a.id, b.id)))).toBe("into-its-duplicate");
    expect(codeOf(await mark(c, b))).toBe("original-over");
    unwrap(await mark(a, c));
    expect(await house.problem(b.id)).toMatchObject({ overAs: "duplicate", duplicateOf: c.id });
  });

  it("hears when the original is solved, and goes on when that ends without a solution", async () => {
    const [original, same, also] = [await house.ask(), await house.ask(), await house.ask()];
    unwrap(await house.run((tx) => mergeProblem(tx, house.solver, same.id, original.id)));
    unwrap(await house.run((tx) => markDuplicate(tx, house.solver, also.id, original.id)));
    await house.confirm(original, await house.answer(original, peer));
    expect(await house.eventsOf(same.id)).toContain("problem.original-solved");
    unwrap(await house.run((tx) => reopenProblem(tx, house.solver, also.id)));
    expect((await house.problem(also.id)).overAt).toBeNull();
    const [next, its] = [await house.ask(), await house.ask()];
    unwrap(await house.run((tx) => markDuplicate(tx, house.solver, its.id, next.id)));
    unwrap(await house.run((tx) => withdrawProblem(tx, house.asker, next.id)));
    expect(await house.problem(its.id)).toMatchObject({ state: "open", duplicateOf: null });
  });

  it("that two make of each other at once stays one", async () => {
    const [a, b] = [await house.ask(), await house.ask()];
    const outcomes = await Promise.all([
      house.store.transact((tx) => markDuplicate(tx, house.solver, a.id, b.id)),
      house.store.transact((tx) => markDuplicate(tx, other, b.id, a.id)),
    ]);
    expect(outcomes.map(codeOf).sort()).toEqual(["fine", "into-its-duplicate"]);
  });

  it("is undone by splitting, too: one message becomes a problem of its own", async () => {
    const problem = await house.ask();
    const wish = { messageId: problem.messageId ?? 0, title: "The second thing" };
    const split = unwrap(await house.run((tx) => splitProblem(tx, house.solver, problem.id, wish)));
    expect(split).toMatchObject({ origin: "problem", originProblemId: problem.id, title: "The second thing" });
    expect(
      codeOf(await house.run((tx) => splitProblem(tx, house.solver, problem.id, { ...wish, messageId: 9e6 }))),
    ).toBe("message-elsewhere");
  });

  it("stays the asker's where a solver's own words become a problem: they wrote about what somebody told them", async () => {
    const given = { askerId: peer.memberId, title: "They rang", body: "The lamp hums, and the bill is wrong." };
    const rang = unwrap(await house.run((tx) => openForMember(tx, house.solver, given)));
    const wish = { messageId: rang.messageId ?? 0, title: "The bill" };
    const split = unwrap(await house.run((tx) => splitProblem(tx, other, rang.id, wish)));
    expect(split.askerId).toBe(peer.memberId);
  });
});

describe("what cannot be solved", () => {
  const said = { because: "The part is no longer made.", instead: "You get your money back." };

  it("is signed with a reason and what is done instead, and the asker can contest it", async () => {
    const problem = await house.ask();
    const sign = (words: typeof said) => house.run((tx) => signCannotSolve(tx, house.solver, problem.id, words));
    expect(codeOf(await sign({ ...said, because: " " }))).toBe("words-needed");
    expect(codeOf(await sign({ ...said, instead: "" }))).toBe("words-needed");
    unwrap(await sign(said));
    expect(await house.problem(problem.id)).toMatchObject({ overAs: "cannot-solve", signedBy: house.solver.memberId });
    expect(codeOf(await house.run((tx) => contestProblem(tx, peer, problem.id, "No.")))).toBe("not-yours");
    unwrap(await house.run((tx) => contestProblem(tx, house.asker, problem.id, "Others still sell it.")));
    const contested = await house.problem(problem.id);
    expect(contested).toMatchObject({
      state: "open",
      rung: "lead",
      contestedBecause: "Others still sell it.",
      overAs: null,
    });
  });
});

describe("silence", () => {
  it("closes nothing: the asker is asked again, ever more rarely and more gently", async () => {
    const problem = await house.taken();
    const gaps: number[] = [];
    for (let times = 0; times < 8; times += 1) {
      const due = (await house.problem(problem.id)).nextActionAt?.getTime() ?? 0;
      gaps.push(Math.round((due - house.clock.now().getTime()) / day));
      await house.pass(due - house.clock.now().getTime());
    }
    expect(gaps).toEqual([1, 3, 7, 14, 30, 60, 90, 90]);
    expect(await house.problem(problem.id)).toMatchObject({ state: "waiting-for-asker", askedTimes: 8, overAt: null });
    const asked = (await house.eventsOf(problem.id)).filter((kind) => kind === "problem.asker-asked");
    expect(asked).toHaveLength(8);
  });
});

describe("checks", () => {
  const dueChecks = async (id: number) => {
    const rows = await house.store.database
      .selectFrom("event")
      .select("data")
      .where("kind", "=", "problem.check-due")
      .where("subject_id", "=", id)
      .orderBy("id")
      .execute();
    return rows.map(({ data }) => data as { checkId: number; check: string });
  };

  it("come 7 and 30 days after the confirmation, once each, and one tap reopens", async () => {
    const problem = await house.ask();
    await house.confirm(problem, await house.answer(problem, peer));
    await house.pass(6 * day);
    expect(await dueChecks(problem.id)).toEqual([]);
    await house.pass(day);
    await house.pass(day);
    const [week] = await dueChecks(problem.id);
    expect(week?.check).toBe("week");
    const secret = unwrap(
      await house.run(async (tx) => ({
        ok: true,
        value: await issueCheckToken(tx, house.communityId, week?.checkId ?? 0),
      })),
    );
    const tap = (token: string, answer: "solved" | "not-solved") =>
      house.run((tx) => answerCheckByToken(tx, house.communityId, token, { answer, remark: "It is back." }));
    expect(codeOf(await tap("made-up", "solved"))).toBe("check-token-over");
    const shown = await readCheckByToken(house.store.database, house.communityId, secret, house.clock.now());
    expect(shown).toMatchObject({ check: { kind: "week", answer: null }, problem: { id: problem.id } });
    const later = new Date(house.clock.now().getTime() + 61 * day);
    expect(await readCheckByToken(house.store.database, house.communityId, secret, later)).toBeNull();
    unwrap(await tap(secret, "not-solved"));
    await house.read();
    expect(await house.problem(problem.id)).toMatchObject({ state: "open", reopened: 1 });
    const question = await house.store.database
      .selectFrom("question")
      .select("state")
      .where("id", "=", problem.questionId)
      .executeTakeFirst();
    expect(question?.state).toBe("waiting");
    await house.pass(30 * day);
    expect(await dueChecks(problem.id)).toHaveLength(1);
  });

  it("at the moment of an answer can be tapped, and the question's page knows it", async () => {
    const problem = await house.ask();
    const answerId = await house.answer(problem, peer);
    const secret = unwrap(
      await house.run(async (tx) => ({
        ok: true,
        value: await issueCheckToken(tx, house.communityId, await provideAnswerCheck(tx, problem, null)),
      })),
    );
    unwrap(await house.run((tx) => answerCheckByToken(tx, house.communityId, secret, { answer: "solved" })));
    await house.read();
    expect(await house.problem(problem.id)).toMatchObject({ overAs: "confirmed", solvedAnswerId: answerId });
  });
});

describe("the queue", () => {
  it("shows each view in the order of what is due, in pages without gaps", async () => {
    const seen: number[] = [];
    let after: { at: Date; id: number } | undefined;
    do {
      const page = await listQueue(house.store.database, house.solver, { view: "all", after, limit: 7 });
      seen.push(...page.problems.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after);
    const open = await house.store.database.selectFrom("problem").select("id").where("over_at", "is", null).execute();
    expect(new Set(seen).size).toBe(seen.length);
    expect([...seen].sort((a, b) => a - b)).toEqual(open.map(({ id }) => id).sort((a, b) => a - b));
    const mine = await listQueue(house.store.database, house.solver, { view: "mine" });
    expect(mine.problems.every(({ ownerId }) => ownerId === house.solver.memberId)).toBe(true);
    expect(mine.problems.length).toBeGreaterThan(0);
  });
});
