import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { makeDataFolder } from "../../tests/factories/data-folder.ts";
import { stackInSources } from "./stack-in-sources.ts";

test("an error of a built program is told with the places of its sources", async () => {
  const folder = makeDataFolder();
  const source = path.join(folder, "lamp.ts");
  const lines = [
    "interface Lamp { on: boolean }",
    "",
    "function flicker(lamp: Lamp): never {",
    "  throw new Error(`out: ${lamp.on}`);",
    "}",
  ];
  writeFileSync(
    source,
    [
      ...lines,
      "",
      "try {",
      "  flicker({ on: false });",
      "} catch (error) {",
      "  console.log((error as Error).stack);",
      "}",
    ].join("\n"),
  );
  const outfile = path.join(folder, "built", "lamp.js");
  await build({
    entryPoints: [source],
    outfile,
    format: "esm",
    sourcemap: true,
    minifyWhitespace: true,
    logLevel: "error",
  });
  writeFileSync(path.join(folder, "built", "package.json"), '{ "type": "module" }');
  const { stdout } = spawnSync(process.execPath, [outfile], { encoding: "utf8" });
  expect(stdout).toContain(`${pathToFileURL(outfile)}:1:`);
  const told = stackInSources(stdout);
  expect(told).toContain(`at flicker (${pathToFileURL(source)}:4:9)`);
  expect(told).toContain(`${pathToFileURL(source)}:8:3`);
  expect(told).not.toContain(pathToFileURL(outfile).href);
});

test("places without a map stay as they are", () => {
  const stack = "Error: out\n    at node:net:2021:3\n    at flicker (file:///nowhere/lamp.js:1:2)\n    at <anonymous>";
  expect(stackInSources(stack)).toBe(stack);
});
