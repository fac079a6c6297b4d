import { expect, test } from "vitest";
import { createProgress, createSteps } from "./progress.ts";

function work(isTTY: boolean): string[] {
  const written: string[] = [];
  let now = 0;
  const terminal = { isTTY, columns: 60, write: (text: string) => void written.push(text) };
  const progress = createProgress(terminal, 100, () => now);
  progress.begin("Posts.xml");
  for (let step = 0; step < 10; step += 1) {
    now += 1_000;
    progress.advance(10, 1_000);
  }
  progress.end();
  return written;
}

test("a terminal gets a bar on one line, which goes at the end", () => {
  const written = work(true);
  expect(written[4]).toBe(`\r\u001b[K${"█".repeat(10)}${"░".repeat(14)}  40 %  Posts.xml, 4,000 rows, 6 s `);
  expect(written.at(-1)).toBe("\r\u001b[K");
  for (const text of written) expect(text).not.toContain("\n");
});

test("anything else gets a line every few seconds", () => {
  expect(work(false)).toEqual(["50 %  Posts.xml, 5,000 rows, 5 s left\n", "100 %  Posts.xml, 10,000 rows\n"]);
});

function steps(isTTY: boolean): string[] {
  const written: string[] = [];
  let now = 0;
  const terminal = { isTTY, columns: 24, write: (text: string) => void written.push(text) };
  const progress = createSteps(terminal, () => now);
  progress.next("filling");
  for (const done of [1, 2, 3, 30, 31]) {
    now += 1_000;
    progress.at(done, 100);
  }
  progress.end();
  return written;
}

test("steps on a terminal stand on one line, cut to its width", () => {
  const written = steps(true);
  expect(written[0]).toBe("\r\u001b[K   0 s  filling");
  expect(written[4]).toBe("\r\u001b[K   4 s  filling 30 %");
  expect(written.at(-1)).toBe("\r\u001b[K");
});

test("elsewhere a step is told of when it begins, and every twenty percent", () => {
  expect(steps(false)).toEqual(["   0 s  filling\n", "   4 s  filling 30 %\n"]);
});
