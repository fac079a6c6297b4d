// Long because the last test holds all the others against the list of operations and refusals, as they were seen in this one file.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "../../src/accounts/index.ts";
import { operations } from "../../src/api/operations/index.ts";
import { type ProblemCode, problems } from "../../src/api/problems.ts";
import { careReader, receiveMessage, triageByRules } from "../../src/care/index.ts";
import { askQuestion } from "../../src/community/index.ts";
import { ok, unwrap } from "../../src/kernel/index.ts";
import { readAll } from "../factories/events.ts";
import { type Answered, seen } from "./api-checker.ts";
import { type ApiHouse, type Caller, openApiHouse } from "./api-client.ts";
import { careCodes } from "./care-codes.ts";

let house: ApiHouse;
let askerMember: Actor;
let solverMember: Actor;
let otherMember: Actor;
let asker: Caller;
let solver: Caller;
let other: Caller;
let admin: Caller;
beforeAll(async () => {
  house = await openApiHouse();
  // As many posts as these tests make are more than one member may make in ten minutes.
  askerMember = await house.village.member("Ada");
  solverMember = await house.village.member("Sol", ["solver"]);
  otherMember = await house.village.member("Pia", ["solver"]);
  asker = await house.as(askerMember);
  solver = await house.as(solverMember);
  other = await house.as(otherMember);
  admin = await house.as(house.village.admin);
});
afterAll(() => house.close());

const reader = careReader({ triage: triageByRules, findSolved: async () => null });
const read = () => readAll(house.store, reader);

let asked = 0;
/** The problem of a new question. */
async function ask(): Promise<number> {
  asked += 1;
  house.clock.advance(60_000);
  const question = { group: "help", title: `The lamp flickers ${asked}`, body: "Since today." };
  const made = await asker("POST", "questions", question);
  await read();
  const { json } = await asker("GET", "me/problems?limit=1");
  expect(json.problems[0]).toMatchObject({ questionId: made.json.id, state: "open" });
  return json.problems[0].id;
}

function refused(answered: Answered, code: ProblemCode): void {
  expect(answered.json?.code, answered.text).toBe(code);
  expect(answered.json.status).toBe(problems[code].status);
}

describe("a problem", () => {
  test("is seen in the queue, taken by one, handed over and given back", async () => {
    const id = await ask();
    const { json: queue } = await solver("GET", "queue?view=peers");
    expect(queue.problems.map((one: { id: number }) => one.id)).toContain(id);
    const { json: found } = await solver("GET", `problems?q=%23${id}`);
    expect(found.problems).toMatchObject([{ id, state: "open" }]);
    const taken = await solver("POST", `problems/${id}/claim`);
    expect(taken.json).toMatchObject({ state: "open", owner: { kind: "solver", id: solverMember.memberId } });
    refused(await other("POST", `problems/${id}/claim`), "problem-taken");
    expect((await solver("GET", "queue/counts")).json.mine).toBe(1);
    await solver("POST", `problems/${id}/handover`, { kind: "solver", id: otherMember.memberId });
    refused(
      await solver("POST", `problems/${id}/handover`, { kind: "solver", id: askerMember.memberId }),
      "not-a-solver",
    );
    refused(await solver("POST", `problems/${id}/handover`, { kind: "team", id: 999 }), "team-missing");
    await other("PATCH", "me/limits", { awayUntil: "2100-01-01T00:00:00Z" });
    refused(
      await solver("POST", `problems/${id}/handover`, { kind: "solver", id: otherMember.memberId }),
      "receiver-away",
    );
    await other("PATCH", "me/limits", { awayUntil: null });
    expect((await other("DELETE", `problems/${id}/claim`)).status).toBe(200);
    refused(await solver("GET", "problems/999"), "problem-missing");
    refused(await asker("GET", `problems/${id}`), "not-allowed");
    const page = await solver("GET", "queue?limit=1");
    expect((await solver("GET", `queue?limit=1&after=${page.json.next ?? "0-1"}`)).status).toBe(200);
  });

  test("is sorted, noted, linked, put off and answered; each step says why", async () => {
    const [id, known] = [await ask(), await ask()];
    await admin("PUT", "care/areas", { slug: "power", name: "Power", tags: ["socket"] });
    expect((await solver("PATCH", `problems/${id}`, { urgency: "high", area: "power" })).status).toBe(200);
    refused(await solver("PATCH", `problems/${id}`, { area: "none" }), "area-missing");
    const noted = await solver("POST", `problems/${id}/notes`, { body: "Rang them." });
    expect(noted.status).toBe(201);
    await solver("POST", `problems/${id}/links`, { otherId: known, kind: "known" });
    refused(await solver("POST", `problems/${id}/links`, { otherId: id, kind: "known" }), "problem-with-itself");
    const until = (hours: number) => ({
      until: new Date(house.clock.now().getTime() + hours * 3_600_000).toISOString(),
    });
    expect((await solver("POST", `problems/${id}/snooze`, until(5))).json.state).toBe("snoozed");
    refused(await solver("POST", `problems/${id}/snooze`, until(500)), "snooze-out-of-bounds");
    const { json: before } = await solver("GET", `problems/${id}`);
    const answered = await solver("POST", `problems/${id}/answers`, { body: "Turn it.", seenId: before.messageId });
    expect(answered.status).toBe(201);
    await read();
    refused(
      await other("POST", `problems/${id}/answers`, { body: "Turn it.", seenId: before.messageId }),
      "answered-meanwhile",
    );
    const { json } = await solver("GET", `problems/${id}`);
    expect(json).toMatchObject({ urgency: "high", area: { slug: "power" }, state: "waiting-for-asker", taken: true });
    expect(json.steps.map((one: { reason: { code: string } }) => one.reason.code)).toEqual([
      ...["peers-first", "sorted", "snoozed", "answered"],
    ]);
    expect(json.notes).toMatchObject([{ body: "Rang them.", author: { name: "Sol" } }]);
    expect(json.links).toMatchObject([{ id: known, kind: "known" }]);
    const [check] = json.checks;
    refused(await solver("POST", `checks/${check.id}/answer`, { answer: "solved" }), "not-yours");
    refused(await asker("POST", "checks/999/answer", { answer: "solved" }), "check-missing");
    const long = { answer: "solved", remark: "x".repeat(2001) };
    refused(await asker("POST", `checks/${check.id}/answer`, long), "remark-too-long");
    expect((await asker("POST", `checks/${check.id}/answer`, { answer: "solved", remark: "Great." })).status).toBe(200);
    await read();
    expect((await solver("GET", `problems/${id}`)).json).toMatchObject({ overAs: "confirmed", owner: null });
  });

  test("is opened for somebody who rang, split, and ended as one of another", async () => {
    const given = { askerId: askerMember.memberId, title: "It arrived broken", body: "They rang." };
    const opened = await solver("POST", "problems", given);
    expect(opened.headers.get("location")).toBe(`/api/v1/communities/lamps/problems/${opened.json.id}`);
    refused(await solver("POST", "problems", { ...given, title: " " }), "problem-title-needed");
    refused(await solver("POST", "problems", { ...given, area: "none" }), "area-missing");
    refused(await solver("POST", "problems", { ...given, askerId: 999 }), "member-not-found");
    const id = opened.json.id;
    const { json } = await solver("GET", `problems/${id}`);
    const split = await solver("POST", `problems/${id}/split`, { messageId: json.messageId, title: "The cable, too" });
    expect(split.status).toBe(201);
    refused(await solver("POST", `problems/${id}/split`, { messageId: 999_999, title: "x" }), "message-elsewhere");
    const original = await ask();
    await solver("POST", `problems/${id}/duplicate`, { originalId: original, merge: true });
    refused(await solver("POST", `problems/${original}/duplicate`, { originalId: id }), "into-its-duplicate");
    refused(await solver("POST", `problems/${split.json.id}/duplicate`, { originalId: id }), "original-over");
    expect((await solver("POST", `problems/${id}/reopening`)).json.state).toBe("open");
    refused(await asker("POST", `problems/${id}/reopening`), "problem-not-over");
    expect((await solver("GET", `members/${askerMember.memberId}/problems`)).json.problems.length).toBeGreaterThan(3);
  });

  test("is ended by its asker, or signed by the desk and contested", async () => {
    const [first, second, third] = [await ask(), await ask(), await ask()];
    expect((await asker("POST", `problems/${first}/withdrawal`)).json.overAs).toBe("withdrawn");
    refused(await solver("POST", `problems/${first}/claim`), "problem-over");
    expect((await asker("POST", `problems/${second}/confirmation`)).json.overAs).toBe("confirmed");
    refused(await solver("POST", `problems/${third}/cannot-solve`, { because: " ", instead: "x" }), "words-needed");
    const signed = { because: "No longer made.", instead: "Money back." };
    expect((await solver("POST", `problems/${third}/cannot-solve`, signed)).json.overAs).toBe("cannot-solve");
    const contested = await asker("POST", `problems/${third}/contest`, { because: "Others sell it." });
    expect(contested.json).toMatchObject({ state: "open", rung: "lead" });
    refused(await asker("POST", `problems/${third}/contest`, { because: "Again." }), "problem-not-over");
  });

  test("is not hoarded, not picked, and not one's own", async () => {
    const hoarder = await house.as(await house.village.member("Hoarder", ["solver"]));
    const ids = [await ask(), await ask(), await ask(), await ask()];
    for (const id of ids.slice(0, 3)) await hoarder("POST", `problems/${id}/claim`);
    refused(await hoarder("POST", `problems/${ids[3]}/claim`), "claims-idle");
    const picker = await house.as(await house.village.member("Picker", ["solver"]));
    for (let picked = 0; picked < 5; picked += 1) {
      const id = await ask();
      await picker("POST", `problems/${id}/claim`);
      await picker("POST", `problems/${id}/answers`, { body: "So." });
      await read();
    }
    refused(await picker("POST", `problems/${ids[3]}/claim`), "picks-too-many");
    const given = { askerId: solverMember.memberId, title: "Mine", body: "My own." };
    const own = await other("POST", "problems", given);
    refused(await solver("POST", `problems/${own.json.id}/claim`), "own-problem");
  });

  test("goes on privately, and everybody is told what came of it without personal data", async () => {
    const id = await ask();
    refused(await solver("POST", `problems/${id}/private/public-answer`, { body: "So." }), "nothing-private");
    expect((await asker("POST", `problems/${id}/private`, { body: "Order number 302-7746512" })).status).toBe(200);
    await solver("POST", `problems/${id}/private`, { body: "302-7746512 is found, your order number 302-7746512." });
    const { json } = await asker("GET", `problems/${id}/private`);
    expect(json.words.map(({ body }: { body: string }) => body)).toEqual([
      "Order number 302-7746512",
      "302-7746512 is found, your order number 302-7746512.",
    ]);
    const told = await solver("POST", `problems/${id}/private/public-answer`, {
      body: "Order number 302-7746512 came.",
    });
    expect(told.json.answerId).toBeGreaterThan(0);
    expect((await asker("GET", `problems/${id}/private`)).json.publicAnswerId).toBe(told.json.answerId);
    const given = { askerId: solverMember.memberId, title: "Private anyhow", body: "By telephone." };
    const own = await other("POST", "problems", given);
    refused(await solver("POST", `problems/${own.json.id}/private`, { body: "Hello" }), "private-already");
    expect((await solver("POST", `problems/${own.json.id}/own`, { body: "It rang twice." })).status).toBe(200);
    const read = (await solver("GET", `problems/${own.json.id}/own`)).json;
    expect(read).toMatchObject({ problem: { id: own.json.id, title: "Private anyhow" }, check: null });
    expect(read.words.map(({ body }: { body: string }) => body)).toEqual(["By telephone.", "It rang twice."]);
    expect(read.next).toBeNull();
    const before = (await solver("GET", `problems/${own.json.id}/own?after=${read.words[1].id}`)).json;
    expect(before.words).toEqual(read.words.slice(0, 1));
    const first = (await asker("GET", `problems/${id}/private?after=${json.words[1].id}`)).json;
    expect(first).toMatchObject({ words: [{ body: "Order number 302-7746512" }], next: null });
    expect((await asker("GET", `problems/${id}/private?after=soon`)).status).toBe(422);
    refused(await asker("GET", `problems/${own.json.id}/own`), "problem-missing");
    refused(await asker("GET", `problems/${id}/own`), "stands-on-its-question");
  });
});

test("a known problem is read by everybody, waited with, and told to those affected when it is fixed", async () => {
  const given = { askerId: solverMember.memberId, title: "Lamps are lost", body: "By telephone." };
  const { id } = (await other("POST", "problems", given)).json;
  const report = (await other("POST", "problems", { ...given, title: "My lamps are lost" })).json;
  refused(await solver("POST", `problems/${id}/known/reports`, { ids: [report.id] }), "not-known");
  refused(await solver("PUT", `problems/${id}/known`, { title: " " }), "known-title-invalid");
  const words = { title: "The app loses lamps", body: "Restart it for now." };
  const long = { ...words, body: "x".repeat(2_001) };
  refused(await solver("PUT", `problems/${id}/known`, long), "known-body-too-long");
  expect((await solver("PUT", `problems/${id}/known`, words)).status).toBe(200);
  expect((await asker("GET", "known")).json.known).toMatchObject([{ problemId: id, ...words, current: true }]);
  const fitting = await asker("GET", `known/fitting?text=${encodeURIComponent("Why does my app lose lamps?")}`);
  expect(fitting.json.known).toMatchObject([{ problemId: id, title: words.title }]);
  expect((await solver("GET", `problems/${id}/known/likely`)).json.problems.length).toBeGreaterThanOrEqual(0);
  const linked = await solver("POST", `problems/${id}/known/reports`, { ids: [report.id, id] });
  expect(linked.json).toEqual({ linked: 1, passedOver: 1 });
  const mine = (await asker("POST", `known/${id}/reports`)).json;
  expect((await asker("POST", `known/${id}/reports`)).json).toEqual(mine);
  expect((await solver("POST", `problems/${id}/known/fixed`, { words: "Update it." })).json.state).toBe(
    "waiting-for-asker",
  );
  refused(await solver("DELETE", `problems/${id}/known`), "not-known");
  expect((await solver("PUT", `problems/${id}/known`, words)).status).toBe(200);
  expect((await solver("DELETE", `problems/${id}/known`)).status).toBe(200);
  refused(await asker("POST", `known/${id}/reports`), "not-known");
});

test("what the machine cannot place is listed, and a person says what it is", async () => {
  const arrived = { communityId: house.village.communityId, authorId: askerMember.memberId, fromStaff: false };
  const got = unwrap(
    await house.store.transact((tx) =>
      receiveMessage(tx, triageByRules, { ...arrived, body: "the blue one over there", inReplyTo: null }),
    ),
  );
  const { json } = await solver("GET", "what-is-this");
  expect(json.messages).toMatchObject([{ messageId: got.messageId, body: "the blue one over there" }]);
  const placed = await solver("PUT", `messages/${got.messageId}/kind`, { kind: "complaint", urgency: "high" });
  expect(placed.json.problemId).toBeGreaterThan(0);
  refused(await solver("PUT", "messages/999999/kind", { kind: "praise" }), "message-not-judged");
});

test("a channel's message is taken in once, joins what it replies to, and is refused with a reason", async () => {
  const message = { channel: "chat", id: "c1", from: "carla", text: "My lamp does not work since today." };
  const { json: first } = await admin("POST", "messages", message);
  expect(first).toMatchObject({ judged: { kind: "problem" }, again: false, flood: false });
  expect(first.problemId).toBeGreaterThan(0);
  expect((await admin("POST", "messages", message)).json).toMatchObject({ messageId: first.messageId, again: true });
  const reply = { ...message, id: "c2", from: "brand", staff: true, text: "Which lamp?", inReplyTo: "c1" };
  const { json: replied } = await admin("POST", "messages", reply);
  expect(replied).toMatchObject({ conversationId: first.conversationId, problemId: first.problemId, judged: null });
  const next = { ...message, id: "c3" };
  refused(await admin("POST", "messages", { ...next, text: " " }), "body-empty");
  refused(await admin("POST", "messages", { ...next, channel: "No such" }), "channel-invalid");
  refused(await admin("POST", "messages", { ...next, id: " c3" }), "channel-id-invalid");
  refused(await admin("POST", "messages", { ...next, at: "2999-01-01T00:00:00Z" }), "written-in-the-future");
  refused(await solver("POST", "messages", next), "not-allowed");
});

describe("what is set", () => {
  const calendar = { name: "Office", timeZone: "Europe/Vienna", spans: [{ day: 1, from: 540, to: 1020 }] };

  test("by a care manager: calendars, teams, areas, promises, ladders", async () => {
    const begun = await admin("POST", "care/first-setup", { timeZone: "Europe/Vienna" });
    expect(begun.json.changes).toHaveLength(3);
    refused(await admin("POST", "care/first-setup", { timeZone: "UTC" }), "care-set-up-already");
    for (const change of begun.json.changes) {
      expect((await admin("POST", `care/changes/${change}/undo`)).status).toBe(204);
    }
    const { json: made } = await admin("PUT", "care/calendars", calendar);
    refused(await admin("PUT", "care/calendars", { ...calendar, spans: [] }), "calendar-without-hours");
    refused(await admin("PUT", "care/calendars", { ...calendar, timeZone: "Mars" }), "time-zone-unknown");
    const backwards = [{ day: 1, from: 9, to: 1 }];
    refused(await admin("PUT", "care/calendars", { ...calendar, spans: backwards }), "span-invalid");
    refused(await admin("PUT", "care/calendars", { ...calendar, holidays: ["2026-02-30"] }), "holidays-invalid");
    const team = {
      name: "Night",
      leadId: solverMember.memberId,
      calendarId: made.id,
      memberIds: [otherMember.memberId],
    };
    expect((await admin("PUT", "care/teams", team)).status).toBe(200);
    refused(await admin("PUT", "care/teams", { ...team, calendarId: 999 }), "calendar-missing");
    const crowd = Array.from({ length: 201 }, (_, n) => n + 1);
    refused(await admin("PUT", "care/teams", { ...team, memberIds: crowd }), "team-too-large");
    refused(await admin("PUT", "care/areas", { slug: "x", name: "X", tags: [], teamId: 999 }), "team-missing");
    const level = {
      ...{ group: "help", urgency: "urgent", calendarId: made.id },
      ...{ firstAnswerMinutes: 60, nextAnswerMinutes: 120, solvedMinutes: null },
    };
    const promised = await admin("PUT", "care/service-levels", level);
    expect(promised.status).toBe(200);
    const { json } = await solver("GET", "care");
    expect(json.teams).toEqual(expect.arrayContaining([expect.objectContaining({ name: "Night" })]));
    expect(json.serviceLevels).toMatchObject([{ group: "help", urgency: "urgent", warnPercent: 75 }]);
    const nothing = { ...level, firstAnswerMinutes: null, nextAnswerMinutes: null };
    refused(await admin("PUT", "care/service-levels", nothing), "service-level-empty");
    refused(await admin("DELETE", `care/calendars/${made.id}`), "setting-in-use");
    const gone = await admin("DELETE", `care/service-levels/${promised.json.id}`);
    expect(gone.status).toBe(200);
    expect((await admin("POST", `care/changes/${gone.json.change}/undo`)).status).toBe(204);
    refused(await admin("POST", `care/changes/${gone.json.change}/undo`), "setting-undo-too-late");
    expect((await admin("DELETE", `care/service-levels/${promised.json.id}`)).status).toBe(200);
    refused(await admin("DELETE", `care/service-levels/${promised.json.id}`), "service-level-missing");
    expect((await admin("PUT", "groups/help/ladder", { found: 10, peers: 60, named: 30 })).status).toBe(200);
    const area = await admin("PUT", "care/areas", { slug: "x", name: "X", tags: [] });
    expect((await admin("DELETE", `care/areas/${area.json.id}`)).status).toBe(200);
    const unused = await admin("PUT", "care/calendars", { ...calendar, name: "Unused" });
    expect((await admin("DELETE", `care/calendars/${unused.json.id}`)).status).toBe(200);
    const spare = await admin("PUT", "care/teams", { name: "Spare" });
    expect((await admin("DELETE", `care/teams/${spare.json.id}`)).status).toBe(200);
    expect((await admin("GET", "care/area-models")).json).toEqual({ learning: false, versions: [] });
    refused(await admin("POST", "care/area-models"), "areas-too-little");
    refused(await solver("PUT", "care/calendars", calendar), "not-allowed");
  });

  test("by each member: how often they are asked, and what they can bear", async () => {
    expect((await asker("GET", "me/limits")).json).toMatchObject({ askedWeekly: 2 });
    const changed = await asker("PATCH", "me/limits", {
      askedWeekly: 0,
      mostOpen: 3,
      awayUntil: "2026-05-01T00:00:00Z",
    });
    expect(changed.json).toMatchObject({ askedWeekly: 0, mostOpen: 15, awayUntil: "2026-05-01T00:00:00.000Z" });
    expect((await solver("PATCH", "me/limits", { mostOpen: 3 })).json.mostOpen).toBe(3);
    refused(await solver("PATCH", "me/limits", { calendarId: 999 }), "calendar-missing");
    expect((await asker("GET", `members/${solverMember.memberId}/skills`)).json).toEqual({ skills: [] });
  });
});

describe("the desk", () => {
  test("takes back what was just done, and nothing after that", async () => {
    const id = await ask();
    const before = (await solver("GET", `problems/${id}`)).json;
    await solver("POST", `problems/${id}/claim`);
    refused(await other("POST", `problems/${id}/undo`), "undo-too-late");
    await solver("POST", `problems/${id}/undo`);
    const after = (await solver("GET", `problems/${id}`)).json;
    for (const name of ["owner", "rung", "state", "nextActionAt", "nextStep"])
      expect(after[name]).toEqual(before[name]);
    expect(after.steps.at(-1)).toMatchObject({ reason: { code: "undone", data: { what: "taken" } } });
    refused(await solver("POST", `problems/${id}/undo`), "undo-too-late");
    await solver("PATCH", `problems/${id}`, { urgency: "urgent" });
    house.clock.advance(11 * 60_000);
    refused(await solver("POST", `problems/${id}/undo`), "undo-too-late");
  });

  test("keeps macros for all and views for oneself", async () => {
    const macro = { name: "Greeting", body: "Hello {asker}," };
    const { json } = await solver("PUT", "macros", macro);
    refused(await solver("PUT", "macros", { name: "Bad", body: "{nothing}" }), "macro-variable-unknown");
    expect((await other("GET", "macros")).json.macros).toEqual([{ id: json.id, ...macro }]);
    expect((await other("DELETE", `macros/${json.id}`)).status).toBe(204);
    refused(await solver("DELETE", `macros/${json.id}`), "macro-missing");
    const kept = await solver("PUT", "me/views", { name: "Fires", view: "team", urgency: "urgent" });
    const views = (await solver("GET", "me/views")).json.views;
    expect(views).toEqual([{ id: kept.json.id, name: "Fires", view: "team", urgency: "urgent", area: null }]);
    expect((await other("GET", "me/views")).json.views).toEqual([]);
    refused(await other("DELETE", `me/views/${kept.json.id}`), "view-missing");
    expect((await solver("DELETE", `me/views/${kept.json.id}`)).status).toBe(204);
  });

  test("has an open book, in which every problem counts", async () => {
    const { json } = await asker("GET", "book?days=30");
    const { opened, outcomes, open } = json;
    const ways = Object.values(outcomes as Record<string, { count: number; of: number }>);
    expect(ways.reduce((sum, { count }) => sum + count, 0)).toBe(opened);
    expect(ways.every(({ of }) => of === opened)).toBe(true);
    expect(Object.values(open as Record<string, number>).reduce((sum, n) => sum + n, 0)).toBe(outcomes.open.count);
  });
});

test("what the areas are about is learned when an administrator asks for it", async () => {
  await admin("PUT", "care/areas", { slug: "power", name: "Power", tags: ["socket"] });
  await admin("PUT", "care/areas", { slug: "light", name: "Light", tags: ["bulb"] });
  const writer = await house.village.member("Writer");
  const asked = await house.store.transact(async (tx) => {
    for (let n = 0; n < 40; n += 1) {
      const question = { group: "help", title: `It fails ${n}`, body: "Why?", tags: [n % 2 === 0 ? "socket" : "bulb"] };
      const made = await askQuestion(tx, writer, question);
      if (!made.ok) return made;
    }
    return ok(undefined);
  });
  unwrap(asked);
  refused(await solver("POST", "care/area-models"), "not-allowed");
  expect((await admin("POST", "care/area-models")).status).toBe(204);
  expect((await admin("GET", "care/area-models")).json).toEqual({ learning: true, versions: [] });
});

test("every operation of care has been called, and every refusal of it was seen", () => {
  const care = operations.filter(({ tag }) => tag === "Care").map(({ id }) => id);
  expect(care.filter((id) => !seen.operations.has(id))).toEqual([]);
  expect(careCodes.filter((code) => !seen.codes.has(code))).toEqual([]);
});
