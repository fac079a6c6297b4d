import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../../scripts/freshness.mjs";

interface Locked {
  version: string;
  resolved?: string;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  hasInstallScript?: boolean;
  optionalDependencies?: Record<string, string>;
}
const read = (name: string) => JSON.parse(readFileSync(join(root, name), "utf8"));
const manifest = read("package.json");
const locked: Record<string, Locked> = read("package-lock.json").packages;
const nameOf = (path: string) => path.replace(/^.*node_modules\//, "");
const platforms = ["linux-x64", "linux-arm64", "darwin-x64", "darwin-arm64"];

test("every package is pinned to one version", () => {
  const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(String(version)))).toEqual([]);
});

test("the lock names no registry host, so that any mirror serves it", () => {
  expect(Object.entries(locked).filter(([, entry]) => entry.resolved !== undefined)).toEqual([]);
});

// npm leaves out of the lock, without a word, an optional package that its registry did not have on that day.
test("binaries are locked for Linux and macOS, on x64 and arm64", () => {
  const names = Object.keys(locked).map(nameOf);
  const families = Object.entries(locked).flatMap(([, entry]) => Object.keys(entry.optionalDependencies ?? {}));
  const wanted = families.filter((name) => platforms.some((one) => name.replace(/-gnu$/, "").endsWith(one)));
  expect(wanted.length).toBeGreaterThan(20);
  expect(wanted.filter((name) => !names.includes(name))).toEqual([]);
});

test("every package that runs a script while it is installed was approved", () => {
  const running = Object.entries(locked).filter(([, entry]) => entry.hasInstallScript);
  const here = running.filter(([, { os, cpu }]) => os === undefined || platforms.includes(`${os[0]}-${cpu?.[0]}`));
  const names = here.map(([path]) => nameOf(path));
  expect(Object.keys(manifest.allowScripts).sort()).toEqual(names.sort());
});
