import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { checkFile, checkRules } from "../../scripts/check-rules.mjs";

/** The names of the rules that this file breaks. */
function brokenBy(path: string, text: string): string[] {
  return checkFile(path, text).map((finding) => /^\S+ ([\w-]+):/.exec(finding)?.[1] ?? finding);
}

const page = "src/web/pages/question.tsx";
const sql = 'import { sql } from "kysely";\n';
const raw = 'import { raw } from "hono/html";\n';

describe("a planted violation is found", () => {
  test.each([
    ["raw-html", page, "const a = <p dangerouslySetInnerHTML={{ __html: body }} />;"],
    ["raw-html", page, `${raw}const a = raw(body);`],
    ["raw-html", page, 'import { raw as plain } from "hono/html";\nconst a = plain(body);'],
    ["raw-html", page, 'import { html } from "hono/html";\nconst a = html`<p>`;'],
    ["raw-html", "src/web/client/main.ts", "element.innerHTML = text;"],
    ["raw-html", "src/web/client/main.ts", 'element.insertAdjacentHTML("beforeend", text);'],
    ["inline-code", page, 'const a = <p style="color: red" />;'],
    ["inline-code", page, "const a = <button onclick={go} />;"],
    ["inline-code", page, "const a = <script>{code}</script>;"],
    ["address-through-url", page, "const a = <a href={`/c/${slug}`} />;"],
    ["address-through-url", page, 'const a = <a href={"/c/" + slug} />;'],
    ["address-through-url", page, "const a = <form action={open ? `/c/${slug}` : here} />;"],
    ["address-through-url", page, 'const a = <img src={["/c", slug].join("/")} />;'],
    ["words-in-messages", page, "const a = <p>Still waiting</p>;"],
    ["words-in-messages", page, 'const a = <input placeholder="Your question" />;'],
    ["unwanted-words", "src/web/messages/en.ts", 'export const a = "Other users found this";'],
    ["unwanted-words", "src/web/messages/en.ts", "export const a = (n: number) => `${n} open tickets`;"],
    ["unwanted-words", "src/web/messages/de.ts", 'export const a = "Willkommen!";'],
    ["clock", "src/care/open-problem.ts", "const at = Date.now();"],
    ["clock", "src/care/open-problem.ts", "const at = new Date();"],
    ["clock", "src/care/open-problem.ts", "const at = globalThis.Date.now;"],
    ["sql-in-queries", "src/care/open-problem.ts", `${sql}const a = sql\`select 1\`;`],
    ["sql-in-queries", "src/care/open-problem.ts", 'pool.query("select id from problem where id = $1");'],
    ["sql-in-queries", "src/care/open-problem.ts", "const a = `SELECT id\\nFROM ${table} WHERE true`;"],
    ["sql-in-queries", "src/care/open-problem.ts", 'db.selectFrom("problem");'],
    ["sql-in-queries", "src/web/queries.ts", 'db.selectFrom("problem");'],
    ["environment", "src/store/database.ts", "const a = process.env.DATABASE_URL;"],
    ["environment", "src/store/database.ts", 'import { env } from "node:process";'],
    ["no-luck", "src/care/timers.test.ts", "await vi.waitFor(() => expect(heard).toEqual([1]));"],
    ["no-luck", "tests/journeys/export.test.ts", "const ms = 1000 * Math.random();"],
    ["no-luck", "src/text/tokenize.test.ts", 'import fc from "fast-check";'],
    ["made-code", "src/text/rules.ts", 'const f = new Function("return 1");'],
    ["length", "src/text/rules.ts", `// Rules.\n${"export {};\n".repeat(301)}`],
  ])("%s in %s (%#)", (rule, path, text) => {
    expect(brokenBy(path, text)).toEqual([rule]);
  });
});

describe("what the rules allow passes", () => {
  test.each([
    ["src/web/raw.tsx", `${raw}export const a = raw(body);`],
    [page, "const raw = (text: string) => text;\nconst a = raw(body);"],
    [page, 'const a = <a href={url("/c", slug)} />;'],
    [page, "const a = <a href={`/c`} />;"],
    [page, "const a = <p title={m.waiting}>{m.still} · {count} Kith</p>;"],
    [page, 'const a = <script src={assets.script} type="module"></script>;'],
    ["src/web/messages/en.ts", 'import { a } from "./users.ts";\nexport const b = "A likely answer";'],
    ["src/web/messages/en.ts", "export const b = (a: boolean, c: boolean) => (!a ? `${a !== c}` : `!`);"],
    ["src/web/client/main.ts", "const at = Date.now();"],
    ["src/kernel/clock.ts", "const at = new Date();"],
    ["src/care/open-problem.ts", "const at = new Date(ms);"],
    ["src/care/open-problem.test.ts", "const at = Date.now();"],
    ["src/care/queries.ts", `${sql}const a = sql\`select 1\`;`],
    ["src/care/queries/queue.ts", 'db.selectFrom("problem");'],
    ["src/care/open-problem.ts", 'const a = "Select the answer that solved it, from the list";'],
    ["src/kernel/configuration.ts", "const a = process.env.PORT;"],
    ["src/text/rules.ts", `// Long because one table belongs together.\n${"export {};\n".repeat(301)}`],
  ])("%s (%#)", (path, text) => {
    expect(brokenBy(path, text)).toEqual([]);
  });
});

test("a check that looked at no files fails", () => {
  const empty = mkdtempSync(join(tmpdir(), "kith-rules-"));
  onTestFinished(() => rmSync(empty, { recursive: true }));
  expect(checkRules(empty)).toEqual([expect.stringContaining("no files")]);
});
