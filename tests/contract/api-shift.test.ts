import { afterAll, beforeAll, expect, test } from "vitest";
import { operations } from "../../src/api/operations/index.ts";
import { careReader, triageByRules } from "../../src/care/index.ts";
import { readAll } from "../factories/events.ts";
import { seen } from "./api-checker.ts";
import { type ApiHouse, type Caller, openApiHouse } from "./api-client.ts";

// The end of a shift as a program sees it. Each answer is held against the OpenAPI document as it comes in.

let house: ApiHouse;
let asker: Caller;
let early: Caller;
let late: Caller;
let lateId: number;
beforeAll(async () => {
  house = await openApiHouse();
  asker = await house.as(await house.village.member("Ada"));
  early = await house.as(await house.village.member("Early", ["solver"]));
  const next = await house.village.member("Late", ["solver"]);
  lateId = next.memberId;
  late = await house.as(next);
});
afterAll(() => house.close());

async function taken(): Promise<number> {
  await asker("POST", "questions", { group: "help", title: "The lamp hums", body: "Since today." });
  const reader = careReader({ triage: triageByRules, findSolved: async () => null });
  await readAll(house.store, reader);
  const { id } = (await asker("GET", "me/problems?limit=1")).json.problems[0];
  expect((await early("POST", `problems/${id}/claim`)).status).toBe(200);
  return id;
}

test("what is one's own is handed over with notes, and the next shift reads them", async () => {
  const [first, second] = [await taken(), await taken()];
  const to = { kind: "solver", id: lateId };
  const shift = { to, note: "Nothing urgent.", problems: [{ id: first }, { id: second, note: "Ring her." }] };
  expect((await early("POST", "queue/handover", shift)).status).toBe(204);
  const { json } = await late("GET", "me/handed-over");
  expect(json.handedOver.map((one: { problem: { id: number } }) => one.problem.id)).toEqual([first, second]);
  expect(json.handedOver[1]).toMatchObject({ from: { name: "Early" }, html: "<p>Ring her.</p>\n" });
  expect((await early("GET", "me/handed-over")).json.handedOver).toEqual([]);
  expect((await early("POST", "queue/handover", shift)).json.code).toBe("problem-taken");
  const nobody = { ...shift, problems: [{ id: 999 }] };
  expect((await early("POST", "queue/handover", nobody)).json.code).toBe("problem-missing");
  expect((await early("POST", "queue/handover", { ...shift, problems: [] })).status).toBe(422);
});

test("every operation of shifts has been called", () => {
  const all = operations.filter(({ tag }) => tag === "Shifts").map(({ id }) => id);
  expect(all.filter((id) => !seen.operations.has(id))).toEqual([]);
});
