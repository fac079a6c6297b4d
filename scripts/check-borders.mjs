// Checks the borders between rooms with dependency-cruiser, and that it really looked: it passes silently with no modules
// when it cannot load TypeScript, or is pointed at nothing.
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import { cruise } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import { filesUnder, root } from "./freshness.mjs";

const { forbidden, options } = createRequire(import.meta.url)("../.dependency-cruiser.cjs");

/**
 * @param {string} [base] the folder that holds src/
 * @returns {Promise<string[]>} one line a finding; none when the borders hold
 */
export async function checkBorders(base = root) {
  const files = ["src", "tests"].flatMap((folder) => filesUnder(join(base, folder)));
  const expected = files.map((path) => relative(base, path)).filter((path) => /\.tsx?$/.test(path));
  if (!expected.some((path) => path.startsWith("src/"))) return ["The border check found no files to look at in src/."];

  const { doNotFollow, tsPreCompilationDeps, enhancedResolveOptions } = options;
  const folders = ["src", "tests"].filter((folder) => expected.some((path) => path.startsWith(`${folder}/`)));
  const { output } = await cruise(
    folders,
    {
      baseDir: base,
      ruleSet: { forbidden },
      validate: true,
      doNotFollow,
      tsPreCompilationDeps,
      enhancedResolveOptions,
    },
    undefined,
    { tsConfig: extractTSConfig(join(root, options.tsConfig.fileName)) },
  );
  if (typeof output === "string") return ["dependency-cruiser returned text where its result was expected."];

  const seen = new Set(output.modules.map((module) => module.source));
  const unseen = expected.filter((path) => !seen.has(path));
  const findings = unseen.map((path) => `${path}: the border check did not look at this file.`);
  if (expected.length > 1 && output.modules.every((module) => module.dependencies.length === 0)) {
    findings.push("The border check saw no import at all: dependency-cruiser cannot read TypeScript.");
  }
  for (const { from, to, rule, cycle } of output.summary.violations) {
    const why = forbidden.find((/** @type {{ name: string }} */ { name }) => name === rule.name)?.comment ?? "";
    const path = cycle === undefined ? to : cycle.map(({ name }) => name).join(" -> ");
    findings.push(`${from} -> ${path}: ${rule.name}. ${why}`);
  }
  return findings;
}

if (process.argv[1] === import.meta.filename) {
  const findings = await checkBorders();
  for (const finding of findings) console.error(finding);
  process.exitCode = findings.length === 0 ? 0 : 1;
}
