import { spawn } from "node:child_process";
import { existsSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { alone, root } from "../../scripts/freshness.mjs";

const name = `test-${process.pid}`;
const path = join(root, ".kith", `${name}.lock`);

beforeEach(() => mkdir(join(root, ".kith"), { recursive: true }));
afterEach(() => rm(path, { force: true }));

test("two at once work one after the other", async () => {
  let inside = 0;
  let most = 0;
  const work = async () => {
    inside += 1;
    most = Math.max(most, inside);
    await new Promise((resolve) => setTimeout(resolve, 50));
    inside -= 1;
  };
  await Promise.all([alone(name, work), alone(name, work), alone(name, work)]);
  expect(most).toBe(1);
  expect(existsSync(path)).toBe(false);
});

test("the lock of a process that is gone is taken over", async () => {
  const child = spawn(process.execPath, ["-e", ""]);
  await new Promise((resolve) => child.once("exit", resolve));
  writeFileSync(path, JSON.stringify({ pid: child.pid, host: hostname(), token: "gone" }));
  await expect(alone(name, async () => "done")).resolves.toBe("done");
});

test("the lock of another machine is taken over only after 30 s without a sign of life", async () => {
  writeFileSync(path, JSON.stringify({ pid: 1, host: "elsewhere", token: "far" }));
  const waiting: string[] = [];
  const started = alone(
    name,
    async () => "done",
    (holder) => waiting.push(holder),
  );
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(waiting).toHaveLength(1);
  expect(JSON.parse(readFileSync(path, "utf8")).host).toBe("elsewhere");
  utimesSync(path, new Date(Date.now() - 31_000), new Date(Date.now() - 31_000));
  await expect(started).resolves.toBe("done");
});

test("a failure inside leaves no lock behind", async () => {
  await expect(alone(name, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(existsSync(path)).toBe(false);
});
