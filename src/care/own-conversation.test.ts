import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CareHouse, codeOf, openCareHouse } from "../../tests/factories/care.ts";
import { unwrap } from "../kernel/index.ts";
import {
  answerProblem,
  confirmProblem,
  findProblemPlace,
  openForMember,
  readForDesk,
  readOwnConversation,
  reopenProblem,
  sayInOwnProblem,
  sayPrivately,
} from "./index.ts";

let house: CareHouse;
beforeAll(async () => {
  house = await openCareHouse();
});
afterAll(() => house?.close());

const opened = async () => {
  const given = { askerId: house.asker.memberId, title: "Lost parcel", body: "She called." };
  return unwrap(await house.run((tx) => openForMember(tx, house.solver, given))).id;
};
const say = (actor: CareHouse["asker"], id: number, body = "It is the blue one.") =>
  house.run((tx) => sayInOwnProblem(tx, actor, id, body));
const read = (actor: CareHouse["asker"], id: number) => readOwnConversation(house.store.database, actor, id);

describe("a problem without a question", () => {
  it("is read by its asker: where it stands, who has it, what happens next, and all that was said", async () => {
    const id = await opened();
    unwrap(await house.run((tx) => answerProblem(tx, house.solver, id, { body: "It arrives tomorrow." })));
    const { own, words } = unwrap(await read(house.asker, id));
    expect(own).toMatchObject({
      listed: { state: "waiting-for-asker", ownerName: "Solver" },
      waiting: { kind: "answer" },
    });
    expect(own.listed.nextActionAt?.getTime()).toBeGreaterThan(house.clock.now().getTime());
    expect(words.map(({ body }) => body)).toEqual(["She called.", "It arrives tomorrow."]);
  });

  it("moves by what its asker says, and by nobody else's word", async () => {
    const id = await opened();
    unwrap(await house.run((tx) => answerProblem(tx, house.solver, id, { body: "Which one?" })));
    unwrap(await say(house.asker, id));
    expect(await house.problem(id)).toMatchObject({ state: "open", ownerId: house.solver.memberId });
    const other = await house.person("Other");
    expect(codeOf(await say(other, id))).toBe("not-yours");
    expect(codeOf(await read(other, id))).toBe("problem-missing");
    expect(codeOf(await read(house.solver, id))).toBe("problem-missing");
    expect(codeOf(await say(house.asker, id, " "))).toBe("body-empty");
  });

  it("is over by its asker's word, and goes on by it", async () => {
    const id = await opened();
    unwrap(await house.run((tx) => confirmProblem(tx, house.asker, id)));
    expect(codeOf(await say(house.asker, id))).toBe("problem-over");
    unwrap(await house.run((tx) => reopenProblem(tx, house.asker, id)));
    expect(codeOf(await say(house.asker, id))).toBe("fine");
  });

  it("is met by its asker on their page, by the desk there, and by nobody else; a question's on its page", async () => {
    const other = await house.person("Other");
    const place = async (actor: CareHouse["asker"], id: number, said = false) => {
      const found = await findProblemPlace(house.store.database, actor, id, said);
      return found.ok ? found.value.at : found.error.code;
    };
    const id = await opened();
    const question = await house.ask();
    expect(await Promise.all([house.asker, house.solver, other].map((actor) => place(actor, id)))).toEqual([
      ...["own", "desk", "problem-missing"],
    ]);
    expect(await Promise.all([house.asker, house.solver, other].map((actor) => place(actor, question.id)))).toEqual([
      ...["question", "desk", "question"],
    ]);
    expect(await place(house.asker, question.id, true)).toBe("private-case");
    expect(codeOf(await say(house.asker, question.id))).toBe("stands-on-its-question");
    expect(codeOf(await read(house.asker, question.id))).toBe("stands-on-its-question");
  });
});

it("the desk reads the words of a private case among the others, as such", async () => {
  const problem = await house.ask();
  await house.answer(problem, house.solver);
  unwrap(await house.run((tx) => sayPrivately(tx, house.asker, problem.id, "Order number 302-7746512")));
  const desk = await readForDesk(house.store.database, house.communityId, problem.id);
  expect(desk?.talk.map(({ as }) => as)).toEqual(["question", "answer", "message"]);
});
