import { afterAll, beforeAll, expect, test } from "vitest";
import { type ApiHouse, type Caller, openApiHouse } from "./api-client.ts";

let house: ApiHouse;
let asker: Caller;
let helper: Caller;
beforeAll(async () => {
  house = await openApiHouse();
  asker = await house.as(await house.village.member("Ada"));
  helper = await house.as(await house.village.member("Bo"));
});
afterAll(() => house.close());

const question = { group: "help", title: "It flickers", body: "Since today." };
const withKey = (key: string) => ({ "idempotency-key": key });

async function counted(): Promise<number> {
  return (await house.visitor("GET", "questions?limit=100")).json.questions.length;
}

test("a request sent again is answered as before, and nothing is done twice", async () => {
  const before = await counted();
  const first = await asker("POST", "questions", question, withKey("one"));
  const again = await asker("POST", "questions", question, withKey("one"));
  expect(first.headers.has("idempotent-replayed")).toBe(false);
  expect(again.headers.get("idempotent-replayed")).toBe("true");
  expect(again).toMatchObject({ status: 201, json: first.json });
  expect(again.headers.get("location")).toBe(first.headers.get("location"));
  expect(await counted()).toBe(before + 1);
});

test("requests with one key at the same moment do one thing, and all get its answer", async () => {
  const before = await counted();
  const all = await Promise.all(Array.from({ length: 8 }, () => asker("POST", "questions", question, withKey("many"))));
  expect(new Set(all.map(({ text }) => text)).size).toBe(1);
  expect(all.filter(({ headers }) => !headers.has("idempotent-replayed"))).toHaveLength(1);
  expect(await counted()).toBe(before + 1);
});

test("an answer without a body is repeated as such", async () => {
  const { json } = await asker("POST", "questions", question);
  const answer = await helper("POST", `questions/${json.id}/answers`, { body: "Turn it." });
  const thanks = () => asker("POST", `answers/${answer.json.id}/thanks`, { note: "Good." }, withKey("thanks"));
  expect([(await thanks()).status, (await thanks()).status]).toEqual([204, 204]);
});

test("a key that was used for something else is refused", async () => {
  await asker("POST", "questions", question, withKey("used"));
  const other = await asker("POST", "questions", { ...question, title: "It hums" }, withKey("used"));
  expect(other.json.code).toBe("idempotency-key-reused");
  expect((await asker("POST", "groups", question, withKey("used"))).json.code).not.toBe("idempotency-key-reused");
});

test("keys are each member's own", async () => {
  const one = await asker("POST", "questions", question, withKey("shared"));
  const two = await helper("POST", "questions", question, withKey("shared"));
  expect(two.json.id).not.toBe(one.json.id);
});

test("a refused request leaves its key free", async () => {
  const wrong = await asker("POST", "questions", { ...question, title: "x" }, withKey("again"));
  expect(wrong.json.code).toBe("title-length");
  expect((await asker("POST", "questions", question, withKey("again"))).status).toBe(201);
});

test("a key is kept for a day", async () => {
  const first = await asker("POST", "questions", question, withKey("day"));
  house.clock.advance(24 * 60 * 60 * 1000 - 1);
  expect((await asker("POST", "questions", question, withKey("day"))).json.id).toBe(first.json.id);
  house.clock.advance(1);
  expect((await asker("POST", "questions", question, withKey("day"))).json.id).not.toBe(first.json.id);
});

test("what is over is cleared away", async () => {
  house.clock.advance(25 * 60 * 60 * 1000);
  await asker("POST", "questions", question, withKey("new"));
  const kept = await house.store.database.selectFrom("idempotency_key").select("key").execute();
  expect(kept).toEqual([{ key: "new" }]);
});

test("keys that are none are refused", async () => {
  for (const key of ["", " ", "x".repeat(256)]) {
    expect((await asker("POST", "questions", question, withKey(key))).json.code).toBe("idempotency-key-invalid");
  }
});
