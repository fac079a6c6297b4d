import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const run = promisify(execFile);

test("a program that ends does not wait for a plan that is being made", async () => {
  const script = `
    import { planArrivals } from ${JSON.stringify(path.join(import.meta.dirname, "plan-community.ts"))};
    const hours = Array.from({ length: 28 * 24 }, (_, hour) => new Date(Date.UTC(2026, 0, 5, hour)).toISOString() + ",3");
    const begun = planArrivals(["start,count", ...hours].join("\\n"), {});
    begun.value.plan.then(() => console.log("made"));
    console.log("begun");`;
  const { stdout } = await run(process.execPath, ["--eval", script]);
  expect(stdout).toBe("begun\n");
});
