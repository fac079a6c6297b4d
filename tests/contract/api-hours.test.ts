import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "../../src/accounts/index.ts";
import { operations } from "../../src/api/operations/index.ts";
import { beActive, careReader, triageByRules } from "../../src/care/index.ts";
import { readAll } from "../factories/events.ts";
import { seen } from "./api-checker.ts";
import { type ApiHouse, type Caller, openApiHouse } from "./api-client.ts";
import { hoursCodes } from "./care-codes.ts";

// Hours as a program gets them. Each answer is held against the OpenAPI document as it comes in.

const minute = 60_000;
let house: ApiHouse;
let member: Actor;
let solver: Caller;
let problemId: number;
beforeAll(async () => {
  house = await openApiHouse();
  member = await house.village.member("Sol", ["solver"]);
  solver = await house.as(member);
  const asker = await house.as(await house.village.member("Ada"));
  await asker("POST", "questions", { group: "help", title: "The lamp hums", body: "Since today." });
  const reader = careReader({ triage: triageByRules, findSolved: async () => null });
  await readAll(house.store, reader);
  problemId = (await asker("GET", "me/problems")).json.problems[0].id;
});
afterAll(() => house.close());

async function work(who: Actor, minutes: number): Promise<void> {
  for (let at = 0; at <= minutes; at++) {
    await beActive(house.store, who, problemId);
    if (at < minutes) house.clock.advance(minute);
  }
}

describe("hours", () => {
  test("are read, corrected and taken back by their owner", async () => {
    await work(member, 30);
    const { json } = await solver("GET", "me/hours?timeZone=Europe/Vienna");
    expect(json).toMatchObject({ monday: "2026-01-12", total: 0.5, hours: { solving: 0.5 }, pauseMinutes: 5 });
    const [{ from, to, about }] = json.sessions;
    expect(about).toMatchObject([{ problemId, title: "The lamp hums" }]);
    const was = { from, to };
    const made = await solver("POST", "me/hours/corrections", { was, is: { from, to, purpose: "building" } });
    expect(made.status).toBe(201);
    const changed = await solver("GET", "me/hours?week=2026-01-18");
    expect(changed.json).toMatchObject({ hours: { solving: 0, building: 0.5 }, sessions: [{ corrected: true }] });
    expect((await solver("DELETE", `me/hours/corrections/${made.json.id}`)).status).toBe(204);
    const again = await solver("DELETE", `me/hours/corrections/${made.json.id}`);
    expect(again.json.code).toBe("correction-missing");
    const deleted = await solver("POST", "me/hours/corrections", { was, is: null });
    expect((await solver("GET", "me/hours")).json.sessions).toEqual([]);
    house.clock.advance(25 * 60 * minute);
    const late = await solver("DELETE", `me/hours/corrections/${deleted.json.id}`);
    expect(late.json.code).toBe("hours-forgotten");
    const gone = await solver("POST", "me/hours/corrections", { was, is: null });
    expect(gone.json.code).toBe("hours-missing");
    const backwards = await solver("POST", "me/hours/corrections", { was: { from: to, to: from }, is: null });
    expect(backwards.json.code).toBe("hours-invalid");
    expect((await solver("GET", "me/hours?week=soon")).json.code).toBe("week-invalid");
    expect((await solver("GET", "me/hours?timeZone=Mars")).json.code).toBe("time-zone-unknown");
  });

  test("are told as sums of several people, and of fewer nothing", async () => {
    const admin = await house.as(house.village.admin);
    await work(member, 10);
    expect((await admin("GET", "hours?weeks=1")).json).toMatchObject({ smallestGroup: 5, weeks: [{ groups: null }] });
    for (let one = 0; one < 4; one++) await work(await house.village.member(`Solver ${one}`, ["solver"]), 10);
    const { json } = await admin("GET", "hours?weeks=1");
    expect(json.weeks[0].groups).toEqual([
      { kind: "team", team: "Care", people: 5, hours: { solving: 0.83, building: 0, connecting: 0 }, total: 0.83 },
    ]);
    expect((await admin("GET", "hours?timeZone=Mars")).json.code).toBe("time-zone-unknown");
    expect((await admin("GET", "hours?weeks=53")).status).toBe(422);
  });
});

test("every operation of hours has been called, and every refusal of it was seen", () => {
  const all = operations.filter(({ tag }) => tag === "Hours").map(({ id }) => id);
  expect(all.filter((id) => !seen.operations.has(id))).toEqual([]);
  expect(hoursCodes.filter((code) => !seen.codes.has(code))).toEqual([]);
});
