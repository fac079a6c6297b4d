// `npm test`: every check and every test, each with a headline, to the end, so that one run tells all. The last line is
// `N passed, N failed` over tests and checks (each check counts as one). `npm test -- unit lint` runs only those steps;
// what follows the steps goes to vitest (`npm test -- unit src/kernel -t clock`).
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { filesUnder, pinnedNode, root } from "./freshness.mjs";

/** What a step found. @typedef {{ passed: number, failed: number, skipped: number }} Tally */
/** @typedef {{ name: string, title: string, run: (extra: string[]) => Promise<Tally> }} Step */

const onTerminal = process.stdout.isTTY === true;
/** What runs now; it is ended when we are. @type {import("node:child_process").ChildProcess | undefined} */
let running;
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
  process.on(signal, () => {
    running?.kill(signal);
    process.exit(130);
  });
}

const bin = (/** @type {string} */ path) => join(root, "node_modules", path);
const script = (/** @type {string} */ name) => join(root, "scripts", name);

/**
 * Runs the pinned Node in the repository.
 * @param {string[]} args
 * @param {boolean} aloud whether its output goes straight to the terminal; otherwise it is returned
 * @returns {Promise<{ code: number, output: string }>}
 */
function node(args, aloud) {
  return new Promise((resolve, reject) => {
    const colour = onTerminal ? { FORCE_COLOR: "1" } : { NO_COLOR: "1" };
    const child = spawn(pinnedNode, args, {
      cwd: root,
      stdio: aloud ? "inherit" : ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...colour, PATH: `${dirname(pinnedNode)}:${process.env.PATH ?? ""}` },
    });
    running = child;
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding("utf8").on("data", (text) => (output += text));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/** A check that counts as one: silent when it passes, its whole output when it fails. @param {string} name @param {string} title @param {string[]} args @returns {Step} */
function check(name, title, args) {
  return {
    name,
    title,
    run: async () => {
      const { code, output } = await node(args, false);
      if (code !== 0) process.stdout.write(`${output.trimEnd()}\n`);
      return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
    },
  };
}

/** A Vitest project. @param {string} name @param {string} title @param {RegExp} files what its test files look like @returns {Step} */
function tests(name, title, files) {
  return {
    name,
    title,
    run: async (extra) => {
      if (!["src", "tests"].some((folder) => filesUnder(join(root, folder)).some((path) => files.test(path)))) {
        console.log("There are no such tests. A step that tests nothing counts as failed.");
        return { passed: 0, failed: 1, skipped: 0 };
      }
      const report = join(root, ".kith", `vitest-${name}-${process.pid}.json`);
      mkdirSync(dirname(report), { recursive: true });
      const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
      const { code } = await node([bin("vitest/vitest.mjs"), "run", `--project=${name}`, ...reporters, ...extra], true);
      const tally = readReport(report);
      rmSync(report, { force: true });
      if (code !== 0 && tally.failed === 0) {
        console.log(`vitest ended with code ${code} outside of any test.`);
        return { ...tally, failed: 1 };
      }
      return tally;
    },
  };
}

/** @param {string} path @returns {Tally} */
function readReport(path) {
  if (!existsSync(path)) return { passed: 0, failed: 0, skipped: 0 };
  const report = JSON.parse(readFileSync(path, "utf8"));
  // A file that could not be loaded holds no test, and would otherwise count for nothing.
  const unloaded = report.testResults.filter(
    (/** @type {{ status: string, assertionResults: { status: string }[] }} */ file) =>
      file.status === "failed" && !file.assertionResults.some((one) => one.status === "failed"),
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** @type {Step[]} */
const steps = [
  check("types", "Types (tsc)", [bin("typescript/bin/tsc"), "--noEmit", "--pretty", String(onTerminal)]),
  check("lint", "Lint (Biome)", [
    bin("@biomejs/biome/bin/biome"),
    "check",
    "--error-on-warnings",
    "--max-diagnostics=40",
    `--colors=${onTerminal ? "force" : "off"}`,
  ]),
  check("borders", "Borders between rooms (dependency-cruiser)", [script("check-borders.mjs")]),
  check("rules", "House rules", [script("check-rules.mjs")]),
  check("dead", "Dead code (knip)", [bin("knip/bin/knip.js"), "--no-progress", "--no-config-hints"]),
  ...(existsSync(script("schema.ts"))
    ? [check("schema", "Schema as committed", [script("schema.ts"), "--check"])]
    : []),
  tests("unit", "Unit and property tests", /src\/.*\.test\.tsx?$|tests\/toolchain\/.*\.test\.ts$/),
  tests("journey", "Journeys through the whole program", /tests\/(journeys|contract)\/.*\.test\.tsx?$/),
  tests("e2e", "A real browser", /tests\/e2e\/.*\.test\.tsx?$/),
];

const args = process.argv.slice(2);
const known = new Set(steps.map(({ name }) => name));
const firstExtra = args.findIndex((arg) => !known.has(arg));
const named = firstExtra === -1 ? args : args.slice(0, firstExtra);
const extra = firstExtra === -1 ? [] : args.slice(firstExtra);
const chosen = named.length === 0 ? steps : steps.filter(({ name }) => named.includes(name));

/** @type {Tally} */
const total = { passed: 0, failed: 0, skipped: 0 };
const failedSteps = [];
for (const step of chosen) {
  console.log(`\n== ${step.title}`);
  const start = performance.now();
  const { passed, failed, skipped } = await step.run(extra);
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  if (failed > 0) failedSteps.push(step.name);
  console.log(`${failed === 0 ? "ok" : "FAILED"}, ${((performance.now() - start) / 1000).toFixed(1)} s`);
}
if (failedSteps.length > 0)
  console.log(`\nFailed: ${failedSteps.join(", ")}. Again, only these: npm test -- ${failedSteps.join(" ")}`);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
