import { mkdirSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { makeDataFolder } from "../../../tests/factories/data-folder.ts";
import { inspectIndexFolder } from "../../search/index.ts";
import { checkSearch } from "./search-check.ts";

const now = new Date("2026-01-15T12:00:00Z");

it("says what is saved, and warns where nothing can be", () => {
  const folder = path.join(makeDataFolder(), "search");
  expect(checkSearch("memory", inspectIndexFolder(folder), now)).toMatchObject({ state: "ok" });
  mkdirSync(folder);
  for (const name of ["1.kix", "2.kix", "2.kix.99"]) writeFileSync(path.join(folder, name), "123456");
  for (const name of ["1.kix", "2.kix"]) utimesSync(path.join(folder, name), now, new Date(now.getTime() - 180_000));
  const facts = inspectIndexFolder(folder);
  expect(facts).toMatchObject({ indexes: 2, bytes: 12, writable: true });
  expect(checkSearch("memory", facts, now).says).toBe(
    "2 search indexes are saved, 12 bytes, the newest 3 minutes ago.",
  );
  expect(checkSearch("postgres", facts, now).state).toBe("ok");
  expect(checkSearch("memory", { ...facts, writable: false }, now)).toMatchObject({ state: "warning" });
});
