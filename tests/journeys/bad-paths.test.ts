import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { makeDataFolder } from "../factories/data-folder.ts";
import { tryKith } from "../factories/kith.ts";

const folder = makeDataFolder();
const file = path.join(folder, "a-file");
writeFileSync(file, "Words.\n");
const nowhere = path.join(folder, "nowhere");

it.each([
  [["evaluate", "search", "--corpus", nowhere, "--queries", nowhere], nowhere, "file-trouble"],
  [["evaluate", "search", "--corpus", folder, "--queries", folder], folder, "file-trouble"],
  [["evaluate", "search", "--corpus", file, "--queries", file], `${file}, line 1`, "line-invalid"],
  [["export", file], file, "export-folder"],
  [["import", "stackexchange", file], file, "no-dump"],
  [["import", "kith", file], file, "no-export"],
  [["import", "messages", nowhere, "--community", "tea"], nowhere, "file-missing"],
  [["bench", "--quick", "--data", file], file, "file-trouble"],
])("kith %s tells what is wrong with the path", (args, names, code) => {
  const { status, stderr } = tryKith(folder, args, {});
  expect(status).toBe(1);
  expect(stderr).toContain(names);
  expect(stderr.trim().split("\n").slice(-1)).toEqual([`(${code})`]);
  expect(stderr).not.toMatch(/\n +at /);
});

it.each([file, path.join(file, "inside")])("a data folder that cannot be one is told of: %s", (data) => {
  const { status, stderr } = tryKith(folder, ["token", "create", "--member", "Ann"], { KITH_DATA: data });
  expect(status).toBe(1);
  expect(stderr).toMatch(/\(file-trouble\)\s*$/);
  expect(tryKith(folder, ["doctor"], { KITH_DATA: data })).toMatchObject({
    status: 1,
    stdout: expect.stringMatching(/wrong +data-folder/),
  });
});
