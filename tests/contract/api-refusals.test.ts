import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ProblemCode, problems } from "../../src/api/problems.ts";
import { buildVillage } from "../factories/people.ts";
import { type Answered, seen } from "./api-checker.ts";
import { type ApiHouse, type Caller, openApiHouse, publicUrl } from "./api-client.ts";
import { codesElsewhere } from "./care-codes.ts";

let house: ApiHouse;
let asker: Caller;
let helper: Caller;
let steward: Caller;
let admin: Caller;
let questionId: number;
let answerId: number;

beforeAll(async () => {
  house = await openApiHouse();
  // As many posts as these tests make are more than one member may make in ten minutes.
  const member = async (name: string, roles: ("steward" | "solver")[] = []) =>
    house.as(await house.village.member(name, roles), ["admin"]);
  asker = await member("Ada");
  helper = await member("Bo");
  steward = await member("Cleo", ["steward"]);
  admin = await house.as(house.village.admin);
  questionId = (await asker("POST", "questions", { group: "help", title: "It flickers", body: "Since today." })).json
    .id;
  answerId = (await helper("POST", `questions/${questionId}/answers`, { body: "Turn it." })).json.id;
});
afterAll(() => house.close());

function refused(answered: Answered, code: ProblemCode) {
  expect(answered.json?.code, answered.text).toBe(code);
  expect(answered.json).toMatchObject({
    type: `urn:kith:problem:${code}`,
    status: problems[code].status,
    detail: expect.stringMatching(/\.$/),
    next: expect.stringMatching(/[.…]$/),
    requestId: answered.headers.get("x-request-id"),
  });
  return answered;
}

describe("addresses", () => {
  test("that do not exist", async () => {
    refused(await house.visitor("GET", "/api/v1/nothing"), "address-unknown");
    refused(await house.visitor("POST", "/api/v2/communities"), "address-unknown");
    for (const id of ["0", "-1", "1.5", "x", "1e3", "9".repeat(30), "%00"]) {
      refused(await house.visitor("GET", `questions/${id}`), "address-unknown");
    }
    refused(await admin("PUT", "members/1/roles/king"), "address-unknown");
  });

  test("with a method that they do not know", async () => {
    const wrong = refused(await asker("PUT", `questions/${questionId}`, {}), "method-not-allowed");
    expect(wrong.headers.get("allow")).toBe("DELETE, GET, HEAD, PATCH");
    refused(await house.visitor("OPTIONS", "questions"), "method-not-allowed");
  });

  test("of things that are not there", async () => {
    refused(await house.visitor("GET", "/api/v1/communities/none"), "community-missing");
    refused(await house.visitor("GET", "/api/v1/communities/%00%ff/questions"), "community-missing");
    refused(await house.visitor("GET", "questions/999999999999999"), "question-missing");
    refused(await house.visitor("GET", "questions?group=none"), "group-missing");
    refused(await house.visitor("GET", "groups/%00"), "group-missing");
    refused(await asker("POST", "questions/999/answers", { body: "There." }), "question-missing");
    refused(await asker("PATCH", "answers/999", { body: "There." }), "answer-missing");
    refused(await asker("PATCH", "comments/999", { body: "There." }), "comment-missing");
    refused(await asker("DELETE", "questions/999"), "post-missing");
    refused(await asker("GET", "members/999"), "member-not-found");
    refused(await admin("PUT", "members/999/roles/solver"), "member-not-found");
    refused(await admin("DELETE", "me/tokens/999"), "token-not-found");
    refused(await admin("PUT", "search/model", { choice: "chosen", model: 999 }), "search-model-missing");
  });
});

describe("bodies", () => {
  test("that are not JSON", async () => {
    for (const text of ["{", "", "{]", "\u0000", '{"a":1}}', "NaN", "<a/>"]) {
      const headers = { "content-type": "application/json" };
      refused(await asker("POST", "questions", text, headers), "json-broken");
    }
  });

  test("of another type", async () => {
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "application/jsonx", ""]) {
      const request = new Request(`${publicUrl}/api/v1/communities/lamps/questions`, { method: "POST", body: "{}" });
      request.headers.set("content-type", type);
      request.headers.set("authorization", (await token()) ?? "");
      refused(await house.send(request), "content-type-unknown");
    }
    const typed = { "content-type": "application/merge-patch+json; charset=utf-8" };
    expect((await asker("PATCH", `questions/${questionId}`, '{"tags":[]}', typed)).status).toBe(200);
  });

  async function token(): Promise<string> {
    const made = await admin("POST", "me/tokens", { name: "types", scopes: ["write"] });
    return `Bearer ${made.json.secret}`;
  }

  test("that are too large, declared or streamed", async () => {
    const large = "x".repeat(600 * 1024);
    refused(await asker("POST", "questions", { body: large }), "body-too-large");
    const stream = new ReadableStream({
      pull(controller) {
        controller.enqueue(new TextEncoder().encode(large));
        controller.close();
      },
    });
    const request = new Request(`${publicUrl}/api/v1/communities/lamps/questions`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: await token() },
      body: stream,
      duplex: "half",
    } as RequestInit);
    refused(await house.send(request), "body-too-large");
  });

  test("with fields that are missing, wrong or unknown, each with a sentence", async () => {
    const nothing = refused(await asker("POST", "questions", {}), "input-invalid");
    expect(nothing.json.fields).toEqual({
      group: "This is needed.",
      title: "This is needed.",
      body: "This is needed.",
    });
    const wrong = { group: 1, title: null, body: ["x"], tags: "x", kind: 1, __proto__: 1 };
    const { json } = refused(await asker("POST", "questions", wrong), "input-invalid");
    expect(json.fields).toMatchObject({
      group: "This must be text in double quotes.",
      tags: "This must be a list.",
      kind: "There is no such field here.",
    });
    refused(await asker("POST", "questions", [1]), "input-invalid");
    refused(await asker("POST", "questions", "null"), "input-invalid");
    const deep = `${"[".repeat(200_000)}${"]".repeat(200_000)}`;
    refused(await asker("POST", "questions", deep), "input-invalid");
    refused(await asker("POST", "questions", `{"tags":${deep}}`), "input-invalid");
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`field${index}`, 1]));
    expect(Object.keys((await asker("POST", "questions", many)).json.fields).length).toBeLessThanOrEqual(20);
    refused(await steward("POST", "groups", { slug: "a", name: "A", charter: "sale" }), "input-invalid");
  });

  test("with texts that do not fit", async () => {
    const question = { group: "help", title: "It flickers", body: "Since today." };
    refused(await asker("POST", "questions", { ...question, title: "x" }), "title-length");
    refused(await asker("POST", "questions", { ...question, title: "x".repeat(201) }), "title-length");
    refused(await asker("POST", "questions", { ...question, body: " \n" }), "body-empty");
    refused(await asker("POST", "questions", { ...question, body: "x".repeat(30_001) }), "body-too-long");
    refused(await asker("POST", "questions", { ...question, tags: ["a", "b", "c", "d", "e", "f"] }), "tags-invalid");
    refused(await asker("POST", "questions", { ...question, language: "tlh9" }), "language-unknown");
    refused(await asker("POST", "questions", { ...question, group: "no\u0000ne" }), "group-missing");
    refused(await asker("POST", `answers/${answerId}/thanks`, { note: "x".repeat(501) }), "note-too-long");
    refused(await steward("POST", "groups", { slug: "A b", name: "A", charter: "help" }), "slug-invalid");
    refused(await steward("POST", "groups", { slug: "a", name: " ", charter: "help" }), "name-length");
    refused(await steward("POST", "groups", { slug: "help", name: "A", charter: "help" }), "group-exists");
    const early = { slug: "early", name: "Early", charter: "help", solvedFrom: 7 };
    refused(await steward("POST", "groups", early), "solved-from-invalid");
    refused(await asker("POST", "suggestions-judged", { shown: "all of it", outcome: "asked" }), "shown-invalid");
    refused(await asker("PATCH", "me", { name: "\u202e" }), "name-invalid");
    refused(await asker("PATCH", "me", { about: "x".repeat(1001) }), "about-invalid");
    refused(await asker("PATCH", "me", { locale: "klingonisch!" }), "locale-invalid");
    refused(await asker("PATCH", "me/notification-choices", { ways: { nothing: "page" } }), "way-invalid");
    refused(await asker("PATCH", "me/notification-choices", { ways: { thanks: "pigeon" } }), "input-invalid");
    refused(await asker("PATCH", "me/notification-choices", { timeZone: "Mars/Olympus" }), "time-zone-invalid");
    refused(await asker("PATCH", "me/notification-choices", { hour: 24 }), "hour-invalid");
    refused(await asker("PUT", "questions/999999/following"), "nothing-to-follow");
    refused(await asker("DELETE", "tags/%00/following"), "nothing-to-follow");
    refused(await asker("PUT", "groups/nothing/following"), "nothing-to-follow");
    refused(await asker("GET", "me/notifications?after=x"), "input-invalid");
    refused(await admin("POST", "me/tokens", { name: "a", scopes: [] }), "scopes-invalid");
    const past = { name: "a", scopes: ["read"], expiresAt: "2020-01-01T00:00:00Z" };
    refused(await admin("POST", "me/tokens", past), "expiry-invalid");
    // 150 emoji are 150 characters for people and 300 for JavaScript.
    const emoji = await asker("POST", "questions", { ...question, title: "💡".repeat(150) });
    expect(emoji.status).toBe(201);
  });
});

describe("queries", () => {
  test("that cannot be used", async () => {
    for (const query of ["state=open", "limit=0", "limit=101", "limit=x", "after=x", "asker=x", "after=9e9-1"]) {
      const { json } = refused(await house.visitor("GET", `questions?${query}`), "input-invalid");
      expect(Object.keys(json.fields)).toEqual([query.split("=")[0]]);
    }
    refused(await house.visitor("GET", `questions/${questionId}?page=0`), "input-invalid");
    refused(await admin("GET", "events?after=1"), "input-invalid");
  });

  test("for a plan that cannot be made", async () => {
    refused(await admin("GET", "plan?target=soon"), "target-unreadable");
    const { json } = refused(await admin("GET", "plan?rota=six%20people"), "plan-invalid");
    expect(json.fields).toHaveProperty("rota");
    // The first day with questions is not over yet.
    refused(await admin("GET", "plan"), "arrivals-missing");
    refused(await asker("GET", "members?after=1-*"), "input-invalid");
    expect((await asker("GET", "members?after=1-AAAA&name=%00%25")).status).toBe(200);
    expect((await house.visitor("GET", "search?q=%00%ff'%27&group=%00")).status).toBe(200);
    expect((await house.visitor("GET", "questions?tag=%00")).json.questions).toEqual([]);
  });
});

describe("callers", () => {
  test("without a token, or with one that is no good", async () => {
    const anonymous = refused(await house.visitor("POST", "questions", {}), "sign-in-needed");
    expect(anonymous.headers.get("www-authenticate")).toBe('Bearer realm="kith"');
    refused(await house.visitor("GET", "me"), "sign-in-needed");
    refused(await house.visitor("GET", "members"), "sign-in-needed");
    for (const authorization of ["Bearer kith_no", "Bearer", "Basic YTpi", "kith_no", ""]) {
      const { headers } = refused(
        await house.visitor("GET", "questions", undefined, { authorization }),
        "token-invalid",
      );
      expect(headers.get("www-authenticate")).toContain("invalid_token");
    }
    // A token counts in its own community only.
    const other = await buildVillage(house.store, "candles");
    const stranger = await house.as(other.admin);
    refused(await stranger("GET", "me"), "token-invalid");
    expect((await stranger("GET", "/api/v1/communities/candles/me")).status).toBe(200);
  });

  test("whose token allows less", async () => {
    const reader = await house.as(house.village.admin, ["read"]);
    refused(await reader("POST", "questions", {}), "scope-missing");
    refused(await reader("GET", "events"), "scope-missing");
    refused(await reader("DELETE", "me/tokens/1"), "scope-missing");
    expect((await reader("GET", "members")).status).toBe(200);
  });

  test("whose roles allow less", async () => {
    refused(await asker("GET", "events"), "not-allowed");
    refused(await asker("GET", "health"), "not-allowed");
    refused(await asker("POST", "groups", {}), "not-allowed");
    refused(await asker("PUT", "members/1/roles/admin"), "not-allowed");
    const marketer = await house.as(await house.village.member("Max", ["marketer"]));
    refused(await marketer("POST", "questions", {}), "not-allowed");
    refused(await marketer("GET", "members"), "not-allowed");
    expect((await marketer("GET", "questions")).status).toBe(200);
  });

  test("whose thing it is not", async () => {
    refused(await helper("PATCH", `questions/${questionId}`, { title: "Mine now" }), "not-yours");
    refused(await asker("PATCH", `answers/${answerId}`, { body: "Mine now." }), "not-yours");
    refused(await helper("POST", `answers/${answerId}/confirmation`), "not-yours");
    refused(await helper("POST", `answers/${answerId}/helped`), "own-answer");
    refused(await helper("POST", `answers/${answerId}/thanks`), "own-answer");
    refused(await asker("POST", `answers/${answerId}/helped`), "asker-confirms");
    refused(await helper("DELETE", `questions/${questionId}`), "not-allowed-to-remove");
    refused(await steward("DELETE", `questions/${questionId}`), "reason-missing");
    refused(await helper("POST", `questions/${questionId}/personal-data/masking`), "not-allowed-to-mask");
  });

  test("who ask for what is so already, or cannot be", async () => {
    refused(await asker("POST", `questions/${questionId}/reopening`), "question-not-solved");
    refused(await asker("POST", `questions/${questionId}/restoration`), "not-allowed-to-remove");
    refused(await steward("POST", `questions/${questionId}/restoration`), "message-not-removed");
    refused(await steward("POST", `answers/${answerId}/personal-data/masking`), "nothing-to-mask");
    await asker("POST", `answers/${answerId}/thanks`);
    refused(await asker("POST", `answers/${answerId}/thanks`), "thanked-already");
    refused(await admin("DELETE", `members/${house.village.admin.memberId}/roles/admin`), "last-admin");
    refused(await admin("PUT", `members/${house.village.admin.memberId}/roles/marketer`), "marketer-stands-alone");
    const { json } = await asker("POST", "questions", { group: "help", title: "To be removed", body: "Soon." });
    await steward("DELETE", `questions/${json.id}`, { reason: "It is a test." });
    refused(await helper("GET", `questions/${json.id}`), "question-removed");
    refused(await helper("POST", `questions/${json.id}/answers`, { body: "Late." }), "question-removed");
    refused(await steward("DELETE", `questions/${json.id}`, { reason: "Again." }), "message-removed");
  });

  test("who post too often", async () => {
    const eager = await house.as(await house.village.member("Eve"), ["write"]);
    const posted: number[] = [];
    for (let index = 0; index < 21; index += 1) {
      posted.push((await eager("POST", `questions/${questionId}/comments`, { body: `No. ${index}` })).status);
    }
    expect(posted.filter((status) => status === 201)).toHaveLength(20);
    const limited = refused(await eager("POST", `answers/${answerId}/comments`, { body: "Too." }), "too-many-requests");
    expect(limited.headers.get("retry-after")).toBe("600");
    house.clock.advance(600_000);
    expect((await eager("POST", `answers/${answerId}/comments`, { body: "Now." })).status).toBe(201);
  });
});

test("what is left untested is tested elsewhere, or cannot be asked for", () => {
  const untested = Object.keys(problems).filter((code) => !seen.codes.has(code) && !codesElsewhere.includes(code));
  expect(untested.sort()).toEqual([
    "cross-site-refused",
    "database-busy",
    "database-outcome-unknown",
    "database-unavailable",
    "disk-full",
    "idempotency-key-invalid",
    "idempotency-key-reused",
    "internal-error",
    "message-missing",
    "metrics-closed",
    "not-a-member",
    "not-ready",
    "scopes-exceeded",
    "too-many-tokens",
  ]);
});
