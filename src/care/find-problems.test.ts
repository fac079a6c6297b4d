import { afterAll, beforeAll, expect, it } from "vitest";
import { type CareHouse, openCareHouse } from "../../tests/factories/care.ts";
import { unwrap } from "../kernel/index.ts";
import { findProblems, openForMember, type Problem, withdrawProblem } from "./index.ts";

let house: CareHouse;
let kettle: Problem;
let over: Problem;
let question: Problem;
beforeAll(async () => {
  house = await openCareHouse();
  const opened = async (title: string) =>
    unwrap(
      await house.run((tx) =>
        openForMember(tx, house.solver, { askerId: house.asker.memberId, title, body: "They rang." }),
      ),
    );
  over = await opened("The Kettle leaks at the lid");
  unwrap(await house.run((tx) => withdrawProblem(tx, house.asker, over.id)));
  kettle = await opened("A kettle that whistles");
  question = await house.ask("Where is the switch?");
});
afterAll(() => house?.close());

async function found(text: string, questionIds: readonly number[] = []): Promise<number[]> {
  const { store, communityId } = house;
  return (await findProblems(store.database, { communityId, text, questionIds })).map(({ id }) => id);
}

it("finds by number, by words of a title in any case, and what is over behind what is not", async () => {
  expect(await found(`#${over.id}`)).toEqual([over.id]);
  expect(await found(` ${kettle.id} `)).toEqual([kettle.id]);
  expect(await found("kettle")).toEqual([kettle.id, over.id]);
  expect(await found("KETTLE lid")).toEqual([over.id]);
});

it("finds by how a name begins, and what search found, each once", async () => {
  const { database } = house.store;
  const { name } = await database
    .selectFrom("member")
    .select("name")
    .where("id", "=", house.asker.memberId)
    .executeTakeFirstOrThrow();
  const all = await found(name.slice(0, 3).toLowerCase(), [question.questionId ?? 0]);
  expect(all).toEqual([question.id, kettle.id, over.id]);
  expect(await found("nothing of the kind", [question.questionId ?? 0])).toEqual([question.id]);
});

it("finds nothing by nothing, a single letter, or what looks like an operator", async () => {
  for (const text of ["", "   ", "x", "#", "0", "& | ! ( ) :*", "\\", "%", "🫖"]) expect(await found(text)).toEqual([]);
});
