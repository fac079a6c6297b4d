import { chmodSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { makeDataFolder } from "../../../tests/factories/data-folder.ts";
import type { Configuration } from "../../kernel/index.ts";
import { checkPublicUrl } from "./address-check.ts";
import { checkDisk, checkNode, checkSecrets } from "./machine-checks.ts";

test.each([
  [{}, "ok"],
  [{ host: "0.0.0.0" }, "warning"],
  [{ publicUrl: "https://help.example.org", host: "0.0.0.0" }, "ok"],
  [{ publicUrl: "http://help.example.org", host: "0.0.0.0" }, "warning"],
  [{ publicUrl: "https://help.example.org/kith" }, "warning"],
  [{ publicUrl: "http://localhost:3000" }, "ok"],
  [{ publicUrl: "http://localhost:4000" }, "warning"],
] satisfies [Partial<Configuration>, string][])("the address %j is %s", (wish, state) => {
  expect(checkPublicUrl({ publicUrl: null, host: "127.0.0.1", port: 3000, ...wish }).state).toBe(state);
});

test("an older Node is named; a disk without room is wrong, one with little a warning", () => {
  expect(checkNode("v20.20.2")).toMatchObject({ state: "wrong", says: expect.stringContaining("v20.20.2") });
  expect(checkNode("v24.0.0").state).toBe("ok");
  expect([100e6, 1e9, 50e9].map((free) => checkDisk(free).state)).toEqual(["wrong", "warning", "ok"]);
});

test("a file with secrets that everybody can read is named, and what is in it is not", () => {
  const folder = makeDataFolder();
  const file = path.join(folder, ".env");
  writeFileSync(file, "DATABASE_URL=postgres://anna:s3cret@db/shop\n", { mode: 0o644 });
  const found = checkSecrets([folder]);
  expect(found).toMatchObject({ state: "warning", says: expect.stringContaining(file) });
  expect(JSON.stringify(found)).not.toContain("s3cret");
  chmodSync(file, 0o600);
  expect(checkSecrets([folder]).state).toBe("ok");
  writeFileSync(path.join(folder, ".env.local"), "PORT=3000\n", { mode: 0o644 });
  expect(checkSecrets([folder]).state).toBe("ok");
});
