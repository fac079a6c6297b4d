// Every operation is called here once at least, in one house: long for that reason.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "../../src/accounts/index.ts";
import { operations } from "../../src/api/operations/index.ts";
import { searchReader } from "../../src/search/index.ts";
import { aMember } from "../factories/accounts.ts";
import { readAll } from "../factories/events.ts";
import { seen } from "./api-checker.ts";
import { type ApiHouse, type Caller, openApiHouse } from "./api-client.ts";

let house: ApiHouse;
let asker: Caller;
let helper: Caller;
let steward: Caller;
let admin: Caller;
let helperMember: Actor;

beforeAll(async () => {
  house = await openApiHouse();
  helperMember = await house.village.member("Bo");
  asker = await house.as(await house.village.member("Ada"), ["write"]);
  helper = await house.as(helperMember, ["write"]);
  steward = await house.as(await house.village.member("Cleo", ["steward"]));
  admin = await house.as(house.village.admin);
});
afterAll(() => house.close());

let asked = 0;
async function ask(by = asker, title = `The lamp flickers ${++asked}`): Promise<number> {
  const made = await by("POST", "questions", { group: "help", title, body: "Since *today*.", tags: ["Lamp"] });
  expect(made.status).toBe(201);
  return made.json.id;
}
async function answer(questionId: number, by = helper): Promise<number> {
  return (await by("POST", `questions/${questionId}/answers`, { body: "Turn it *firmly*." })).json.id;
}
async function read(id: number, by = house.visitor) {
  return (await by("GET", `questions/${id}`)).json;
}

describe("a question", () => {
  test("is asked, read at its location, listed and found", async () => {
    const made = await asker("POST", "questions", {
      group: "help",
      title: "My lantern smokes",
      body: "Since *today*.",
    });
    expect(made.json).toMatchObject({ title: "My lantern smokes", state: "waiting" });
    const location = made.headers.get("location") ?? "";
    expect(location).toBe(`/api/v1/communities/lamps/questions/${made.json.id}`);
    const { json } = await house.visitor("GET", location);
    expect(json).toMatchObject({
      id: made.json.id,
      state: "waiting",
      html: "<p>Since <em>today</em>.</p>\n",
      tags: [],
    });

    const listed = await house.visitor("GET", "questions?group=help&state=waiting&limit=1");
    expect(listed.json.questions.map((one: { id: number }) => one.id)).toEqual([json.id]);
    await readAll(house.store, searchReader);
    const found = await house.visitor("GET", "search?q=lantern&group=&state=");
    expect(found.json.results).toMatchObject([
      { id: json.id, title: "My lantern smokes", snippet: expect.stringContaining("today") },
    ]);
    expect((await house.visitor("GET", "search")).json).toMatchObject({ results: [], next: null });
  });

  test("is edited in part, removed, restored", async () => {
    const id = await ask();
    expect((await asker("PATCH", `questions/${id}`, { title: "The lamp hums" })).json.title).toBe("The lamp hums");
    expect((await steward("PUT", `questions/${id}/language`, { language: "nl" })).json.title).toBe("The lamp hums");
    expect((await asker("GET", `questions/${id}`)).json.language).toBe("nl");
    await asker("PATCH", `questions/${id}`, { language: "en" });
    expect((await asker("GET", `questions/${id}`)).json.language).toBe("en");
    expect(await read(id)).toMatchObject({ title: "The lamp hums", body: "Since *today*.", tags: ["lamp"] });
    expect((await asker("DELETE", `questions/${id}`)).status).toBe(204);
    expect((await house.visitor("GET", `questions/${id}`)).status).toBe(410);
    expect((await asker("POST", `questions/${id}/restoration`)).status).toBe(204);
    expect((await house.visitor("GET", `questions/${id}`)).status).toBe(200);
    expect((await steward("DELETE", `questions/${id}`, { reason: "It is an advertisement." })).status).toBe(204);
  });

  test("is commented on", async () => {
    const id = await ask();
    const made = await helper("POST", `questions/${id}/comments`, { body: "Which lamp?" });
    expect(made.json).toEqual({ id: expect.any(Number), questionId: id });
    expect((await helper("PATCH", `comments/${made.json.id}`, { body: "Which lamp is it?" })).status).toBe(200);
    expect((await read(id)).comments).toMatchObject([{ id: made.json.id, body: "Which lamp is it?" }]);
    expect((await helper("DELETE", `comments/${made.json.id}`)).status).toBe(204);
    expect((await read(id)).comments).toEqual([]);
    expect((await helper("POST", `comments/${made.json.id}/restoration`)).status).toBe(204);
    expect((await read(id)).comments).toHaveLength(1);
  });

  test("need not be read again where nothing changed", async () => {
    const id = await ask();
    const first = await house.visitor("GET", `questions/${id}`);
    const etag = first.headers.get("etag") ?? "";
    const again = () => house.visitor("GET", `questions/${id}`, undefined, { "if-none-match": etag });
    expect(await again()).toMatchObject({ status: 304, text: "" });
    await helper("POST", `questions/${id}/comments`, { body: "Which lamp?" });
    expect((await again()).status).toBe(200);
  });

  test("is listed by last activity, page by page, without gaps or doubles", async () => {
    await helper("POST", "groups/help/membership");
    const ids: number[] = [];
    for (let index = 0; index < 5; index += 1) {
      house.clock.advance(index % 2 === 0 ? 1000 : 0);
      ids.unshift(await ask(helper));
    }
    const pages: number[] = [];
    let after = "";
    do {
      const path = `questions?asker=${helperMember.memberId}&tag=lamp&limit=2${after && `&after=${after}`}`;
      const { json } = await house.visitor("GET", path);
      pages.push(...json.questions.map((one: { id: number }) => one.id));
      after = json.next ?? "";
    } while (after);
    expect(pages).toEqual(ids);
  });
});

test("a post with personal data is masked, or stays because its author says so", async () => {
  const body = "Call me on +49 30 901820, please.";
  const { json: question } = await asker("POST", "questions", { group: "help", title: "Where is my lamp?", body });
  const { json: answered } = await helper("POST", `questions/${question.id}/answers`, { body });
  const { json: remark } = await helper("POST", `questions/${question.id}/comments`, { body });
  const posts = [
    [asker, `questions/${question.id}`],
    [helper, `answers/${answered.id}`],
    [helper, `comments/${remark.id}`],
  ] as const;
  for (const [author, post] of posts) {
    expect((await author("PUT", `${post}/personal-data/kept`)).status).toBe(204);
    expect((await author("POST", `${post}/personal-data/masking`)).json).toEqual({ masked: ["phone"] });
  }
  expect(JSON.stringify(await read(question.id))).not.toContain("901820");
});

describe("an answer", () => {
  test("is given, confirmed, taken back, and reopens", async () => {
    const id = await ask();
    const answerId = await answer(id);
    expect(await read(id)).toMatchObject({ state: "answered", answerCount: 1 });
    expect((await asker("POST", `answers/${answerId}/confirmation`)).json).toMatchObject({ confirmed: true });
    expect(await read(id)).toMatchObject({ state: "solved", helped: 1, answers: [{ id: answerId, confirmed: true }] });
    expect((await asker("POST", `questions/${id}/reopening`)).status).toBe(204);
    expect(await read(id)).toMatchObject({ state: "waiting", reopened: true });
    expect((await asker("DELETE", `questions/${id}/reopening`)).status).toBe(204);
    expect((await asker("DELETE", `answers/${answerId}/confirmation`)).status).toBe(204);
    expect(await read(id)).toMatchObject({ state: "answered", answers: [{ confirmed: false }] });
  });

  test("helps others, is thanked for in private, and commented on", async () => {
    const answerId = await answer(await ask());
    expect((await steward("POST", `answers/${answerId}/helped`)).json).toMatchObject({ helped: true });
    expect((await steward("POST", `answers/${answerId}/thanks`, { note: "That saved my evening." })).status).toBe(204);
    const { questionId } = (await steward("POST", `answers/${answerId}/comments`, { body: "Worked." })).json;
    expect((await read(questionId, steward)).answers).toMatchObject([
      { helped: 1, youSaidItHelped: true, youThanked: true, comments: [{ body: "Worked." }] },
    ]);
    expect((await read(questionId, asker)).answers).toMatchObject([{ youSaidItHelped: false, youThanked: false }]);
    expect((await helper("GET", "me/thanks")).json.thanks).toMatchObject([
      { note: "That saved my evening.", questionId },
    ]);
    expect((await asker("GET", "me/thanks")).json.thanks).toEqual([]);
    expect((await steward("DELETE", `answers/${answerId}/helped`)).status).toBe(204);
    expect((await read(questionId)).answers).toMatchObject([{ helped: 0 }]);
  });

  test("is edited, removed, restored", async () => {
    const id = await ask();
    const answerId = await answer(id);
    const edited = await helper("PATCH", `answers/${answerId}`, { body: "Turn it gently." });
    expect(edited.json).toEqual({ id: answerId, questionId: id });
    expect((await helper("DELETE", `answers/${answerId}`, {})).status).toBe(204);
    expect((await read(id)).answers).toEqual([]);
    expect((await helper("POST", `answers/${answerId}/restoration`)).status).toBe(204);
    expect((await read(id)).answers).toMatchObject([{ body: "Turn it gently." }]);
  });

  test("is suggested while somebody types, and may end the asking", async () => {
    const id = await ask(asker, "The chandelier crackles");
    const answerId = await answer(id);
    await asker("POST", `answers/${answerId}/confirmation`);
    await readAll(house.store, searchReader);
    const { json } = await house.visitor("GET", "suggestions?text=chandelier%20crackles");
    expect(json.suggestions).toMatchObject([{ id, answerId, snippet: expect.stringContaining("firmly") }]);
    expect((await steward("POST", "asking-ended", { question: id, answer: answerId })).status).toBe(204);
    const judged = { shown: json.shown, outcome: "accepted", opened: [id], question: id, answer: answerId };
    expect((await steward("POST", "suggestions-judged", judged)).status).toBe(204);
    const { quality } = (await admin("GET", "search/status")).json;
    expect(quality).toHaveLength(26);
    expect(quality[25].all).toMatchObject({ shown: 1, accepted: 1, rejected: 0, share: 1 });
    expect((await read(id)).answers).toMatchObject([{ helped: 1 }]);
  });
});

describe("a community", () => {
  test("is listed and read", async () => {
    const { json } = await house.visitor("GET", "/api/v1/communities");
    expect(json.communities).toMatchObject([{ slug: "lamps", locale: "en" }]);
    expect((await house.visitor("GET", "")).json).toEqual(json.communities[0]);
  });

  test("has groups that are opened, changed, joined, left and archived", async () => {
    const made = await steward("POST", "groups", { slug: "candles", name: "Candles", charter: "interest" });
    expect(made.headers.get("location")).toBe("/api/v1/communities/lamps/groups/candles");
    expect((await steward("PATCH", "groups/candles", { purpose: "Wax." })).status).toBe(200);
    expect((await asker("POST", "groups/candles/membership")).status).toBe(204);
    expect((await asker("GET", "groups/candles")).json).toMatchObject({
      name: "Candles",
      purpose: "Wax.",
      joined: true,
    });
    expect((await asker("DELETE", "groups/candles/membership")).status).toBe(204);
    expect((await house.visitor("GET", "groups")).json.groups).toHaveLength(2);
    await steward("PATCH", "groups/candles", { archived: true });
    await steward("PATCH", "groups/candles", { rules: "Be kind." });
    expect((await asker("GET", "groups/candles")).json).toMatchObject({
      joined: false,
      archivedAt: expect.any(String),
    });
    expect((await house.visitor("GET", "groups")).json.groups).toHaveLength(1);
  });

  test("has tags", async () => {
    await ask();
    expect((await house.visitor("GET", "tags")).json.tags).toContainEqual({ name: "lamp", description: "" });
  });
});

describe("members", () => {
  test("read who they are and what they may do, and change their profile", async () => {
    const { json } = await helper("GET", "me");
    expect(json).toMatchObject({ id: helperMember.memberId, name: "Bo", roles: ["member"], scopes: ["write"] });
    expect(json.permissions).toContain("answer questions");
    expect(json.permissions).not.toContain("create tokens for oneself");
    const changed = await helper("PATCH", "me", { about: "I mend lamps.", locale: "de-at", theme: "dark" });
    expect(changed.json).toMatchObject({ name: "Bo", about: "I mend lamps.", locale: "de-AT", theme: "dark" });
  });

  test("are listed by name and read, without what is theirs alone", async () => {
    const all = (await asker("GET", "members")).json.members.map((one: { id: number }) => one.id);
    const pages: number[] = [];
    let after = "";
    do {
      const { json } = await asker("GET", `members?limit=1${after && `&after=${after}`}`);
      pages.push(...json.members.map((one: { id: number }) => one.id));
      after = json.next ?? "";
    } while (after);
    expect(pages).toEqual(all);
    expect((await asker("GET", "members?name=bo")).json.members).toMatchObject([{ name: "Bo" }]);
    expect((await asker("GET", "members?role=steward")).json.members).toMatchObject([{ name: "Cleo" }]);
    const { json } = await asker("GET", `members/${helperMember.memberId}`);
    expect(json).not.toHaveProperty("theme");
  });

  test("are granted roles by an administrator, and lose them", async () => {
    const path = `members/${helperMember.memberId}/roles/solver`;
    expect((await admin("PUT", path)).status).toBe(204);
    expect((await helper("GET", "me")).json).toMatchObject({ roles: ["member", "solver"], staff: true });
    expect((await admin("DELETE", path)).status).toBe(204);
    expect((await helper("GET", "me")).json.staff).toBe(false);
  });

  test("create, list and revoke tokens of their own", async () => {
    const made = await admin("POST", "me/tokens", {
      name: "help page",
      scopes: ["read"],
      expiresAt: "2026-02-01T00:00:00Z",
    });
    const call = (secret: string) => house.visitor("GET", "me", undefined, { authorization: `Bearer ${secret}` });
    expect((await call(made.json.secret)).json).toMatchObject({ name: "Admin", scopes: ["read"] });
    const listed = (await admin("GET", "me/tokens")).json.tokens[0];
    expect(listed).toMatchObject({ id: made.json.id, name: "help page", expiresAt: "2026-02-01T00:00:00.000Z" });
    expect(listed).not.toHaveProperty("secret");
    expect((await admin("DELETE", `me/tokens/${made.json.id}`)).status).toBe(204);
    expect((await call(made.json.secret)).status).toBe(401);
  });
});

describe("notifications", () => {
  test("are listed with a reason and a page, marked as read, and reach people as they choose", async () => {
    const { communityId } = house.village;
    const { personId, memberId } = await aMember(house.store, communityId, { name: "Dora" });
    const dora = await house.as({ ...helperMember, memberId, personId, name: "Dora" }, ["write"]);
    // What was asked before is no news to her.
    house.clock.advance(60_000);
    const id = await ask(dora, "My lamp is shy");
    house.clock.advance(1_000);
    expect((await dora("PUT", "tags/lamp/following")).status).toBe(204);
    expect((await dora("PUT", "groups/help/following")).status).toBe(204);
    expect((await dora("DELETE", "groups/help/following")).status).toBe(204);
    const answerId = await answer(id);
    await ask(asker, "Which lamp for reading?");
    await readAll(house.store, house.notifications.reader);

    const listed = (await dora("GET", "me/notifications?limit=1")).json;
    expect(listed).toMatchObject({
      unread: 2,
      notifications: [{ kind: "followed-tag", because: "you follow the tag “lamp”", read: false }],
    });
    const { json } = await dora("GET", `me/notifications?after=${listed.next}&unread=true`);
    const [told] = json.notifications;
    expect(told).toMatchObject({ subject: { type: "question", id }, line: "Bo answered “My lamp is shy”" });
    expect(told.page).toMatch(new RegExp(`/${id}#answer-${answerId}$`));
    expect(json.next).toBeNull();
    expect((await dora("POST", "me/notifications/read", { ids: [told.id] })).json).toEqual({ marked: 1 });
    expect((await dora("POST", "me/notifications/read")).json).toEqual({ marked: 1 });
    expect((await dora("GET", "me/notifications")).json.unread).toBe(0);

    const wish = { ways: { "followed-tag": "off" }, timeZone: "Europe/Berlin", hour: 17 };
    expect((await dora("PATCH", "me/notification-choices", wish)).status).toBe(204);
    const choices = (await dora("GET", "me/notification-choices")).json;
    expect(choices).toMatchObject({ timeZone: "Europe/Berlin", hour: 17, nextDigestAt: "2026-01-15T16:00:00.000Z" });
    expect(choices.kinds).toContainEqual(
      expect.objectContaining({ kind: "followed-tag", way: "off", usual: "digest" }),
    );

    expect((await dora("GET", "me/follows")).json.follows).toMatchObject([
      { subject: "tag", key: "lamp" },
      { subject: "question", key: String(id), because: "asked" },
    ]);
    expect((await dora("DELETE", `questions/${id}/following`)).status).toBe(204);
    expect((await dora("PUT", `questions/${id}/following`)).status).toBe(204);
    expect((await dora("DELETE", "tags/lamp/following")).status).toBe(204);
    expect((await dora("GET", "me/follows")).json.follows).toMatchObject([{ because: "chosen" }]);
  });
});

describe("operators", () => {
  test("read the event log from place to place, without names or words", async () => {
    const kinds: string[] = [];
    let after = "0";
    for (;;) {
      const { json } = await admin("GET", `events?limit=7&after=${after}`);
      kinds.push(...json.events.map((one: { kind: string }) => one.kind));
      expect(JSON.stringify(json)).not.toMatch(/Ada|flickers/);
      if (json.events.length === 0) break;
      after = json.next;
    }
    expect(kinds.slice(0, 2)).toEqual(["community.created", "group.created"]);
    const id = await ask();
    expect((await admin("GET", `events?after=${after}`)).json.events).toMatchObject([
      { kind: "question.asked", subject: "question", subjectId: id },
    ]);
  });

  test("read figures of health", async () => {
    expect((await admin("GET", "health")).json).toMatchObject({
      migration: expect.any(Number),
      readers: [
        { name: "notifications", failure: null },
        { name: "search", failure: null },
      ],
      jobs: { failed: 0 },
    });
  });
});

describe("search", () => {
  test("learns when it is asked to, and ranks by what an administrator chooses", async () => {
    expect((await admin("POST", "search/index", {})).status).toBe(204);
    expect((await admin("POST", "search/learning", {})).status).toBe(204);
    expect((await admin("PUT", "search/model", { choice: "off" })).status).toBe(204);
    expect((await admin("GET", "search/status")).json).toMatchObject({
      mode: "postgres",
      index: null,
      learning: { choice: "off", state: "asked" },
      models: [],
    });
    expect((await steward("PUT", "search/model", { choice: "newest" })).status).toBe(403);
  });
});

describe("a plan", () => {
  test("says what comes, what it takes, who has to be there when, and what buys most", async () => {
    house.clock.advance(3 * 24 * 60 * 60 * 1000);
    const rota = encodeURIComponent("1 x Mon-Fri 9-17");
    const { json } = await admin("GET", `plan?rota=${rota}&timeZone=Europe/Vienna&confidence=70`);
    expect(json.target).toEqual({
      sentence: "first answer within 8 hours for 80 %",
      work: "questions",
      confidence: 0.7,
      timeZone: "Europe/Vienna",
    });
    expect(json.seen.days).toBe(3);
    expect(json.forecast.hours).toHaveLength(168);
    expect(json.today).toMatchObject({ given: true, people: 1, hours: 40, shifts: ["1 x Mon-Fri 09:00-17:00"] });
    expect(json.today.cover.filter((people: number) => people === 1)).toHaveLength(40);
    expect(json.options.map(({ kind }: { kind: string }) => kind)).toContain("person");
    expect(json.advice.sentence).toMatch(/\.$/);
    expect((await asker("GET", "plan")).status).toBe(403);
  });
});

test("every operation was called and succeeded", () => {
  // What care, hours and shifts do is called in tests of their own.
  const here = operations.filter(({ tag }) => !["Care", "Hours", "Shifts"].includes(tag));
  expect([...seen.operations].sort()).toEqual(here.map(({ id }) => id).sort());
});
