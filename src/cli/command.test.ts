import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const run = promisify(execFile);
const source = (file: string) => JSON.stringify(path.join(import.meta.dirname, file));

/** Runs a program that serves and is asked to stop; `close` is what it does then. */
function end(close: string, patienceMs: number) {
  const script = `
    import { createLog } from ${source("../kernel/index.ts")};
    import { endServing } from ${source("command.ts")};
    await endServing({ close: async () => { ${close} } }, createLog("error"), ${patienceMs});`;
  return run(process.execPath, ["--input-type=module", "--eval", script]).then(
    ({ stderr }) => ({ code: 0, stderr }),
    ({ code, stderr }) => ({ code, stderr }),
  );
}

test("a Kith that can end in order does so, and nobody waits for the patience to be over", async () => {
  expect(await end("await null;", 3_600_000)).toEqual({ code: 0, stderr: "" });
});

test("one that hangs, or leaves something open, ends all the same and says what was open", async () => {
  for (const close of ["setInterval(() => {}, 1_000); await new Promise(() => {});", "setInterval(() => {}, 1_000);"]) {
    const { code, stderr } = await end(close, 50);
    expect(code).toBe(1);
    expect(JSON.parse(stderr)).toMatchObject({ open: expect.arrayContaining(["Timeout"]) });
  }
});

test("what serves goes on where a promise fails that nobody waits for, and says so", async () => {
  const script = `
    import { createLog } from ${source("../kernel/index.ts")};
    import { outliveStrays } from ${source("command.ts")};
    outliveStrays(createLog("error"));
    void Promise.reject(new Error("lost"));
    setTimeout(() => process.stdout.write("still here"), 10);`;
  const { stdout, stderr } = await run(process.execPath, ["--input-type=module", "--eval", script]);
  expect(stdout).toBe("still here");
  expect(JSON.parse(stderr)).toMatchObject({
    msg: "something failed that nobody waited for",
    err: { message: "lost" },
  });
});
