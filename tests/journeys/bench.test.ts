import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const run = promisify(execFile);

test("a quick benchmark measures every kind of page, keeps every answer and leaves nothing behind", async () => {
  const wish = ["--quick", "--json", "--against", "scripts/evaluate/bare-server.ts"];
  const { stdout, stderr } = await run(process.execPath, ["dist/main.js", "bench", ...wish], { maxBuffer: 10_000_000 });
  const found = JSON.parse(stdout);
  expect(found.rows.map(({ name }: { name: string }) => name)).toEqual(
    expect.arrayContaining([
      "question",
      "question-signed-in",
      "list",
      "home",
      "json",
      "search",
      "suggestions",
      "answer",
    ]),
  );
  // The system counts in hundredths of a second, and a quick run of one kind of page may take less.
  const spent = found.rows.map(({ cpuMs }: { cpuMs: { median: number } }) => cpuMs.median);
  expect(Math.min(...spent)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...spent)).toBeGreaterThan(0);
  const inTurn = found.rows.filter(({ against }: { against: unknown }) => against !== null);
  expect(inTurn.map(({ name }: { name: string }) => name)).toEqual(
    expect.arrayContaining(["question", "question-signed-in", "json", "answer"]),
  );
  expect(inTurn.map(({ name }: { name: string }) => name)).not.toContain("list");
  expect(found.plain.requestsPerSecond.median).toBeGreaterThan(0);
  expect(found.answers.acknowledged).toBeGreaterThan(0);
  expect(found.answers.kept).toBe(found.answers.acknowledged);
  expect(found.firstView.requests).toBeGreaterThan(2);
  expect(stderr).toContain("filling");
});
