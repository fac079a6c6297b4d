import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { operations } from "../../src/api/operations/index.ts";
import { fc } from "../factories/draws.ts";
import { type ApiHouse, type Caller, openApiHouse } from "./api-client.ts";

// Whatever is sent gets an answer that the document describes, and never a fault of ours: api-client.ts holds every answer
// against the document, and fails at any status from 500 on.

let house: ApiHouse;
let admin: Caller;
beforeAll(async () => {
  house = await openApiHouse();
  admin = await house.as(house.village.admin);
  const { json } = await admin("POST", "questions", { group: "help", title: "It flickers", body: "Since today." });
  await admin("POST", `questions/${json.id}/answers`, { body: "Turn it." });
});
afterEach(async () => expect((await admin("GET", "me")).status).toBe(200));
afterAll(() => house.close());

/** Strings that break programs: NUL, halves of surrogate pairs, turned-around text, quotes of other languages. */
const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom("", "\u0000", "\ud800", "\u202e", "'; drop table member; --", "{{7*7}}", "%00", "𝕳", "1e999", "help"),
);
const scalar = fc.oneof(text, fc.integer(), fc.double(), fc.boolean(), fc.constant(null), fc.constantFrom(1, 2));
const value = fc.oneof(scalar, fc.array(scalar, { maxLength: 6 }), fc.dictionary(text, scalar, { maxKeys: 3 }));

const fields = [
  ...new Set(operations.flatMap(({ body }) => Object.keys((body as { shape?: object } | undefined)?.shape ?? {}))),
];
const body = fc.oneof(
  fc.json({ maxDepth: 4 }),
  fc.dictionary(fc.constantFrom(...fields), value, { maxKeys: 7 }).map((one) => JSON.stringify(one)),
  fc.string({ unit: "binary", maxLength: 60 }),
);

/** Parts of paths: what is there, what is not, and what cannot be. */
const part = fc.oneof(fc.constantFrom("1", "2", "3", "help", "solver", "999999999999999"), text);
const encoded = (typed: string) => encodeURIComponent(typed.toWellFormed()).replaceAll(".", "%2E");

// Revoking the token that the requests are made with would leave nothing but refusals.
const changing = operations.filter(({ method, id }) => method !== "get" && id !== "revokeToken");
const reading = operations.filter(({ method }) => method === "get");

function pathOf(template: string, parts: readonly string[]): string {
  let index = 0;
  const filled = template.replace(/\{(\w+)\}/g, (_, name) =>
    name === "slug" ? "lamps" : encoded(parts[index++] ?? "1") || "1",
  );
  return `/api/v1${filled}`;
}

test("whatever body is sent to whatever changes something", async () => {
  const request = fc.record({
    operation: fc.constantFrom(...changing),
    parts: fc.array(part, { minLength: 2, maxLength: 2 }),
    body,
    key: fc.option(fc.string({ maxLength: 300 })),
  });
  await fc.assert(
    fc.asyncProperty(request, async ({ operation, parts, body, key }) => {
      const headers: Record<string, string> = { "content-type": "application/json" };
      if (key !== null && /^[\x21-\x7e ]*$/.test(key)) headers["idempotency-key"] = key;
      const answered = await admin(operation.method.toUpperCase(), pathOf(operation.path, parts), body, headers);
      expect(answered.status).toBeLessThan(500);
    }),
    { numRuns: 800 },
  );
});

test("whatever query is sent to whatever reads something", async () => {
  const names = [...new Set(reading.flatMap(({ query }) => Object.keys((query as { shape?: object })?.shape ?? {})))];
  const request = fc.record({
    operation: fc.constantFrom(...reading),
    parts: fc.array(part, { minLength: 2, maxLength: 2 }),
    query: fc.dictionary(fc.constantFrom(...names), fc.oneof(text, fc.integer().map(String)), { maxKeys: 4 }),
  });
  await fc.assert(
    fc.asyncProperty(request, async ({ operation, parts, query }) => {
      const pairs = Object.entries(query).map(([name, given]) => `${name}=${encoded(given)}`);
      const answered = await admin("GET", `${pathOf(operation.path, parts)}?${pairs.join("&")}`);
      expect(answered.status).toBeLessThan(500);
    }),
    { numRuns: 500 },
  );
});
