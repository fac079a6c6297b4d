import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CareHouse, codeOf, openCareHouse } from "../../tests/factories/care.ts";
import { readQuestion } from "../community/index.ts";
import { ok, unwrap } from "../kernel/index.ts";
import { answerPublicly, openForMember, readPrivateCase, sayPrivately, withdrawProblem } from "./index.ts";

let house: CareHouse;
beforeAll(async () => {
  house = await openCareHouse();
});
afterAll(() => house?.close());

const readAs = (actor: CareHouse["asker"], id: number) => readPrivateCase(house.store.database, actor, id, "en");

describe("a public question that goes on privately", () => {
  it("is read and written by its asker and care alone", async () => {
    const problem = await house.ask();
    const other = await house.person("Other");
    unwrap(await house.run((tx) => sayPrivately(tx, house.asker, problem.id, "My order number is 302-7746512.")));
    unwrap(await house.run((tx) => sayPrivately(tx, house.solver, problem.id, "Found it; it goes out today.")));
    for (const reader of [house.asker, house.solver]) {
      const { words } = unwrap(await readAs(reader, problem.id));
      expect(words.map(({ author, body }) => [author.name, body])).toEqual([
        ["Asker", "My order number is 302-7746512."],
        ["Solver", "Found it; it goes out today."],
      ]);
    }
    expect(codeOf(await readAs(other, problem.id))).toBe("problem-missing");
    expect(codeOf(await house.run((tx) => sayPrivately(tx, other, problem.id, "Me, too")))).toBe("problem-missing");
    expect(codeOf(await readAs(house.asker, 987_654))).toBe("problem-missing");
    const { communityId } = house;
    const page = await readQuestion(house.store.database, { communityId, id: problem.questionId ?? 0, readerId: null });
    expect(JSON.stringify(page)).not.toContain("302-7746512");
  });

  it("is read 200 words at a time, from the newest to the first", async () => {
    const { id } = await house.ask();
    const said = Array.from({ length: 203 }, (_, n) => `Word ${n}.`);
    await house.run(async (tx) => {
      for (const body of said) unwrap(await sayPrivately(tx, house.asker, id, body));
      return ok(null);
    });
    const bodies = (read: { words: readonly { body: string }[] }) => read.words.map(({ body }) => body);
    const newest = unwrap(await readAs(house.asker, id));
    expect(bodies(newest)).toEqual(said.slice(3));
    const first = unwrap(await readPrivateCase(house.store.database, house.asker, id, "en", newest.older));
    expect(bodies(first)).toEqual(said.slice(0, 3));
    expect(first.older).toBeNull();
  });

  it("stays one problem: whoever speaks there moves it as on the question's page", async () => {
    const problem = await house.ask();
    unwrap(await house.run((tx) => sayPrivately(tx, house.solver, problem.id, "What is your order number?")));
    expect(await house.problem(problem.id)).toMatchObject({
      state: "waiting-for-asker",
      ownerKind: "solver",
      ownerId: house.solver.memberId,
    });
    unwrap(await house.run((tx) => sayPrivately(tx, house.asker, problem.id, "It is 302-7746512.")));
    expect(await house.problem(problem.id)).toMatchObject({ state: "open", ownerId: house.solver.memberId });
    const events = await house.eventsOf(problem.id);
    expect(events.filter((kind) => kind === "problem.private-opened")).toHaveLength(1);
    expect(events).toEqual(expect.arrayContaining(["problem.answered", "problem.asker-spoke"]));
    unwrap(await house.run((tx) => withdrawProblem(tx, house.asker, problem.id)));
    expect(codeOf(await house.run((tx) => sayPrivately(tx, house.asker, problem.id, "Late")))).toBe("problem-over");
    expect(unwrap(await readAs(house.asker, problem.id)).words).toHaveLength(2);
  });

  it("is told to everybody afterwards, with personal data taken out, also where care forgot to", async () => {
    const problem = await house.ask();
    const say = { body: "Order number 302-7746512 was lost; reset the lamp.", locale: "en" };
    expect(codeOf(await house.run((tx) => answerPublicly(tx, house.solver, problem.id, say)))).toBe("nothing-private");
    unwrap(await house.run((tx) => sayPrivately(tx, house.solver, problem.id, say.body)));
    expect(unwrap(await readAs(house.solver, problem.id)).draft).toBe(
      "Order number [number] was lost; reset the lamp.",
    );
    expect(codeOf(await house.run((tx) => answerPublicly(tx, house.asker, problem.id, say)))).toBe("not-allowed");
    const { answerId } = unwrap(await house.run((tx) => answerPublicly(tx, house.solver, problem.id, say)));
    const { communityId } = house;
    const page = await readQuestion(house.store.database, { communityId, id: problem.questionId ?? 0, readerId: null });
    expect(page).toMatchObject({
      answers: [{ id: answerId, body: "Order number [number] was lost; reset the lamp." }],
    });
    expect(unwrap(await readAs(house.asker, problem.id)).publicAnswerId).toBe(answerId);
  });

  it("has no need of it where all was private from the start", async () => {
    const given = { askerId: house.asker.memberId, title: "Lost order", body: "She called." };
    const { id } = unwrap(await house.run((tx) => openForMember(tx, house.solver, given)));
    expect(codeOf(await house.run((tx) => sayPrivately(tx, house.asker, id, "Hello")))).toBe("private-already");
    expect(codeOf(await readAs(house.asker, id))).toBe("private-already");
  });
});
