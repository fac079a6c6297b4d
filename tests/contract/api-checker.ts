import { expect } from "vitest";
import { codesOf } from "../../src/api/openapi/document.ts";
import { problemSchema } from "../../src/api/openapi/problem-schema.ts";
import type { Operation } from "../../src/api/operation.ts";
import { operations } from "../../src/api/operations/index.ts";
import { type ProblemCode, problems } from "../../src/api/problems.ts";

/** What came back, read. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly json: any;
  readonly text: string;
}

/** Operations that were seen to succeed, and codes that were seen, in this test file. */
export const seen = { operations: new Set<string>(), codes: new Set<string>() };

const patterns = operations.map((operation) => ({
  operation,
  pattern: new RegExp(`^/api/v1${operation.path.replace(/\{\w+\}/g, "[^/]+")}$`),
}));

function operationOf(method: string, pathname: string): Operation | undefined {
  return patterns.find((one) => one.operation.method === method.toLowerCase() && one.pattern.test(pathname))?.operation;
}

/** Holds an answer against what the document says of its operation: nothing undocumented may come back. */
export function checkAnswer(method: string, pathname: string, answered: Answered): void {
  expect(answered.status, `${method} ${pathname}: ${answered.text}`).toBeLessThan(500);
  const operation = operationOf(method, pathname);
  if (answered.status >= 400) checkProblem(operation, answered);
  else if (operation && answered.status !== 304) checkSuccess(operation, answered);
}

function checkProblem(operation: Operation | undefined, answered: Answered): void {
  expect(answered.headers.get("content-type")).toBe("application/problem+json");
  expect(problemSchema.parse(answered.json)).toEqual(answered.json);
  const code = answered.json.code as ProblemCode;
  seen.codes.add(code);
  expect(Object.keys(problems), code).toContain(code);
  expect(answered.status).toBe(problems[code].status);
  expect(answered.json.status).toBe(answered.status);
  if (operation) expect(codesOf(operation), operation.id).toContain(code);
}

function checkSuccess(operation: Operation, answered: Answered): void {
  seen.operations.add(operation.id);
  const { success } = operation;
  expect(answered.status, operation.id).toBe(success.status);
  if (success.schema) expect(success.schema.parse(answered.json), operation.id).toEqual(answered.json);
  else expect(answered.text, operation.id).toBe("");
  if (success.status === 201) expect(answered.headers.get("location"), operation.id).toMatch(/^\/api\/v1\//);
}
