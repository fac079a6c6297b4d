import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { checkBorders } from "../../scripts/check-borders.mjs";

/** Findings for a house that consists of these files. */
async function findingsIn(files: Record<string, string>): Promise<string[]> {
  const base = mkdtempSync(join(tmpdir(), "kith-borders-"));
  onTestFinished(() => rmSync(base, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(base, name)), { recursive: true });
    writeFileSync(join(base, name), content);
  }
  return checkBorders(base);
}

const kernel = { "src/kernel/index.ts": "export const one = 1;\n" };
const store = { "src/store/index.ts": "import { one } from '../kernel/index.ts';\nexport const two = one + 1;\n" };

test("a house whose rooms use the doors they may use has no finding", async () => {
  expect(await findingsIn({ ...kernel, ...store })).toEqual([]);
});

test("a check that looked at no files fails", async () => {
  expect(await findingsIn({})).toEqual([expect.stringContaining("no files")]);
  expect(await findingsIn({ "tests/a.ts": "export const one = 1;" })).toEqual([expect.stringContaining("no files")]);
});

test("a room that uses a door it may not is named with the rule", async () => {
  const findings = await findingsIn({
    ...kernel,
    ...store,
    "src/statistics/index.ts": "import { two } from '../store/index.ts';\nexport const three = two;\n",
  });
  expect(findings).toEqual([expect.stringContaining("src/statistics/index.ts -> src/store/index.ts: statistics-uses")]);
});

test("an import of a type alone is an import", async () => {
  const findings = await findingsIn({
    "src/kernel/index.ts": "import type { Two } from '../store/index.ts';\nexport const one: Two = 1;\n",
    "src/store/index.ts": "export type Two = number;\n",
  });
  expect(findings).toEqual([expect.stringContaining("kernel-uses-only-its-doors")]);
});

test("an import past a door is found, in a test as well", async () => {
  const inside = { "src/kernel/inside.ts": "export const one = 1;\n" };
  const past = "import { one } from '../kernel/inside.ts';\nexport const two = one;\n";
  for (const name of ["src/store/index.ts", "src/store/two.test.ts"]) {
    expect(await findingsIn({ ...inside, [name]: past })).toEqual([expect.stringContaining("only-through-the-door")]);
  }
});

test("a circle inside a room is found", async () => {
  const findings = await findingsIn({
    "src/kernel/a.ts": "import { b } from './b.ts';\nexport const a = () => b;\n",
    "src/kernel/b.ts": "import { a } from './a.ts';\nexport const b = () => a;\n",
  });
  expect(findings.join("\n")).toContain("no-cycle");
});

test("a room that the design does not name is found", async () => {
  const findings = await findingsIn({
    "src/app.ts": "import { lead } from './leads/index.ts';\nexport const app = lead;\n",
    "src/leads/index.ts": "export const lead = 1;\n",
  });
  expect(findings).toEqual([expect.stringContaining("no-unknown-room")]);
});

test("a face that reaches for the database is found", async () => {
  const findings = await findingsIn({
    "src/web/index.ts": "import pg from 'pg';\nexport const pool = new pg.Pool();\n",
    "node_modules/pg/package.json": '{"name":"pg","main":"index.js"}',
    "node_modules/pg/index.js": "module.exports = {};",
  });
  expect(findings).toEqual([expect.stringContaining("faces-touch-no-table")]);
});
