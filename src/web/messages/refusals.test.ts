import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { refusal } from "../../kernel/index.ts";
import { inWordsOf } from "./refusal-words.ts";
import { refusalsDe } from "./refusals-de.ts";

const source = path.resolve(import.meta.dirname, "../..");
/** Said by the API, by the command line or to importers alone, in English. */
const notOnPages = new Set([
  "channel-id-invalid",
  "channel-invalid",
  "community-not-empty",
  "export-inconsistent",
  "port-taken",
  "cross-site-refused",
  "expiry-invalid",
  "linked-to-itself",
  "locale-invalid",
  "member-ambiguous",
  "scope-missing",
  "scopes-exceeded",
  "written-in-the-future",
]);

it("has German words for every refusal that a page may show", () => {
  const files = globSync("{accounts,care,community,conversation,http,notifications,web}/**/*.{ts,tsx}", {
    cwd: source,
  });
  const codes = files
    // The plan is a command's: it speaks English.
    .filter((file) => !file.includes(".test.") && !file.startsWith("care/plan/"))
    .flatMap((file) => [
      ...readFileSync(path.join(source, file), "utf8").matchAll(/refusal\(\s*"[a-z]+",\s*"([a-z-]+)"/g),
    ])
    .map(([, code]) => code ?? "");
  expect(new Set(codes).size).toBeGreaterThan(40);
  const missing = [...new Set(codes)].filter((code) => !(code in refusalsDe) && !notOnPages.has(code));
  expect(missing).toEqual([]);
});

it("puts a refusal and its fields into the page's words, and leaves what it does not know", () => {
  const known = refusal("invalid", "body-empty", "There is no text yet.", "Write.", { body: "There is no text yet." });
  expect(inWordsOf(refusalsDe, known)).toMatchObject({
    code: "body-empty",
    status: 422,
    message: "Es steht noch kein Text da.",
    fields: { body: "Es steht noch kein Text da." },
  });
  const unknown = refusal("invalid", "something-else", "No.", "Try.");
  expect(inWordsOf(refusalsDe, unknown)).toBe(unknown);
});
