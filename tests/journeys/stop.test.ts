import { existsSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { makeDataFolder } from "../factories/data-folder.ts";
import { startKith } from "../factories/kith.ts";

test("two signals at once, as a stop of the whole group sends them through npm, are one orderly stop, PostgreSQL included", async () => {
  const folder = makeDataFolder();
  const kith = await startKith(folder);
  const lock = path.join(folder, "postgres/cluster/postmaster.pid");
  expect(existsSync(lock)).toBe(true);
  // Two of the same kind could become one on the way.
  kith.process.kill("SIGINT");
  await kith.stop();
  expect(existsSync(lock)).toBe(false);
});
