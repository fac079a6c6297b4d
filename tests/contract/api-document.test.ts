import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { operations } from "../../src/api/operations/index.ts";
import { problems } from "../../src/api/problems.ts";
import { type ApiHouse, openApiHouse, publicUrl } from "./api-client.ts";

// What OpenAPI 3.1 asks of the parts that we use (https://spec.openapis.org/oas/v3.1.1): strict, so that a misspelt key is found.

const schema = z.record(z.string(), z.unknown());
const content = z.record(z.string().regex(/^application\//), z.strictObject({ schema }));
const response = z.strictObject({
  description: z.string().min(3),
  headers: z.record(z.string(), z.strictObject({ schema })).optional(),
  content: content.optional(),
});
const parameter = z.strictObject({
  name: z.string(),
  in: z.enum(["path", "query", "header"]),
  required: z.boolean(),
  description: z.string().optional(),
  schema,
});
const operation = z.strictObject({
  operationId: z.string().regex(/^[a-z][A-Za-z]+$/),
  tags: z.array(z.string()).length(1),
  summary: z.string().regex(/[^.]$/),
  description: z.string().regex(/\.$/).optional(),
  security: z.array(z.record(z.string(), z.array(z.string()))).optional(),
  parameters: z.array(parameter).optional(),
  requestBody: z.strictObject({ required: z.boolean(), content }).optional(),
  responses: z.record(z.string().regex(/^[2-5]\d\d$/), response),
});
const method = z.enum(["get", "put", "post", "delete", "patch"]);
const documentSchema = z.strictObject({
  openapi: z.literal("3.1.1"),
  info: z.strictObject({ title: z.string(), version: z.string(), description: z.string() }),
  servers: z.array(z.strictObject({ url: z.url() })).length(1),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  tags: z.array(z.strictObject({ name: z.string() })),
  paths: z.record(z.string().startsWith("/"), z.partialRecord(method, operation)),
  components: z.strictObject({
    securitySchemes: z.record(
      z.string(),
      z.discriminatedUnion("type", [
        z.strictObject({ type: z.literal("http"), scheme: z.literal("bearer"), description: z.string() }),
        z.strictObject({
          type: z.literal("apiKey"),
          in: z.literal("cookie"),
          name: z.string(),
          description: z.string(),
        }),
      ]),
    ),
    schemas: z.record(z.string().regex(/^[A-Za-z]+$/), schema),
  }),
});

let house: ApiHouse;
let document: z.infer<typeof documentSchema>;
beforeAll(async () => {
  house = await openApiHouse();
  const { json, headers } = await house.visitor("GET", "/api/openapi.json");
  expect(headers.get("content-type")).toBe("application/json");
  document = documentSchema.parse(json);
});
afterAll(() => house.close());

function everyOperation() {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([verb, one]) => ({ path, verb, one: operation.parse(one) })),
  );
}

function everyReference(part: unknown): string[] {
  if (typeof part !== "object" || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => (key === "$ref" ? [String(value)] : everyReference(value)));
}

describe("the OpenAPI document", () => {
  test("names where the API is, and has every operation once", () => {
    expect(document.servers[0]?.url).toBe(`${publicUrl}/api/v1`);
    const ids = everyOperation().map(({ one }) => one.operationId);
    expect(ids.sort()).toEqual(["listCommunities", ...operations.map(({ id }) => id)].sort());
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("has no reference that leads nowhere, and no schema that nothing refers to", () => {
    const named = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`);
    const used = new Set(everyReference(document));
    expect([...used].filter((one) => !named.includes(one))).toEqual([]);
    const inlineOnly = named.filter((one) => !used.has(one));
    expect(inlineOnly).toEqual([]);
  });

  test("declares exactly the parameters that a path has", () => {
    for (const { path, one } of everyOperation()) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = (one.parameters ?? []).filter((each) => each.in === "path");
      expect(declared.map(({ name }) => name).sort(), path).toEqual(inPath.sort());
      expect(declared.every(({ required }) => required)).toBe(true);
    }
  });

  test("says of every operation how it succeeds and which problems it answers with", () => {
    for (const { one } of everyOperation()) {
      const statuses = Object.keys(one.responses);
      expect(
        statuses.filter((status) => status.startsWith("2")),
        one.operationId,
      ).toHaveLength(1);
      for (const [status, { content: given }] of Object.entries(one.responses)) {
        if (status >= "400") expect(Object.keys(given ?? {})).toEqual(["application/problem+json"]);
      }
      expect(statuses, one.operationId).toContain("503");
      for (const requirement of one.security ?? document.security) {
        for (const name of Object.keys(requirement)) expect(document.components.securitySchemes).toHaveProperty(name);
      }
    }
  });

  test("has schemas that a JSON Schema reader understands, and whose examples fit", () => {
    for (const [name, one] of Object.entries(document.components.schemas)) {
      const inlined = inline(one, document.components.schemas) as Parameters<typeof z.fromJSONSchema>[0];
      const read = z.fromJSONSchema(inlined);
      for (const example of (one.examples as unknown[] | undefined) ?? [])
        expect(read.parse(example), name).toEqual(example);
    }
  });

  test("tells visitors apart from members", () => {
    const byId = Object.fromEntries(everyOperation().map(({ one }) => [one.operationId, one]));
    expect(byId.getQuestion?.security).toContainEqual({});
    expect(byId.askQuestion?.security).toBeUndefined();
    expect(byId.askQuestion?.responses).toHaveProperty("429");
    expect(byId.askQuestion?.parameters?.map(({ name }) => name)).toContain("Idempotency-Key");
  });
});

/** The schema with every reference replaced by what it refers to. */
function inline(part: unknown, schemas: Record<string, unknown>): unknown {
  if (Array.isArray(part)) return part.map((one) => inline(one, schemas));
  if (typeof part !== "object" || part === null) return part;
  const { $ref } = part as { $ref?: string };
  if ($ref) return inline(schemas[$ref.replace("#/components/schemas/", "")], schemas);
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, inline(value, schemas)]));
}

test("docs/api.md lists every operation with its permission, and every problem with its status", () => {
  const page = readFileSync(new URL("../../docs/api.md", import.meta.url), "utf8");
  for (const { method, path, permission, creates } of operations) {
    const address = `\`${method.toUpperCase()} ${path.replace("/communities/{slug}", "…")}\``;
    const row = page.split("\n").find((line) => line.startsWith("|") && line.includes(address));
    expect(row, address).toMatch(new RegExp(`\\| ${permission} \\|$`));
    expect(row?.includes("¹"), address).toBe(creates === true);
  }
  for (const [code, { status, means }] of Object.entries(problems)) {
    expect(page).toContain(`| ${status} | \`${code}\` | ${means} |`);
  }
});
