import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from "node:zlib";
import { beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { filesUnder, root } from "../../scripts/freshness.mjs";

const program = `
const [what] = process.argv.slice(2);
if (what === "throw") throw new Error("at its line");
if (what === "exit") process.exit(7);
if (what === "serve") console.log(process.execArgv.join(" "));
if (what === "wait") {
  process.on("SIGTERM", () => { console.log("stopping"); process.exit(0); });
  setInterval(() => {}, 1000);
}
console.log(JSON.stringify({ what, node: process.versions.node }));
`;

let checkout: string;

/** A checkout of its own with a small program, and the packages of this one. */
beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), "kith-launcher-"));
  cpSync(join(root, "scripts"), join(checkout, "scripts"), { recursive: true });
  for (const name of ["package.json", "package-lock.json"]) cpSync(join(root, name), join(checkout, name));
  symlinkSync(join(root, "node_modules"), join(checkout, "node_modules"));
  put("src/main.ts", program);
  const made = checkout;
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
});

function put(name: string, content: string): void {
  mkdirSync(dirname(join(checkout, name)), { recursive: true });
  writeFileSync(join(checkout, name), content);
}

const built = (name: string) => readFileSync(join(checkout, "dist", name));

function start(
  ...args: string[]
): ChildProcess & { ended: Promise<{ code: number | null; out: string; err: string }> } {
  const child = spawn(process.execPath, [join(checkout, "scripts/run.mjs"), ...args], { stdio: "pipe" });
  const text = { out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (piece) => (text.out += piece));
  child.stderr.setEncoding("utf8").on("data", (piece) => (text.err += piece));
  const ended = new Promise<{ code: number | null; out: string; err: string }>((resolve) =>
    child.on("close", (code) => resolve({ code, ...text })),
  );
  return Object.assign(child, { ended });
}

test("the command alone writes to stdout, and runs on the pinned Node", async () => {
  const first = await start("hello", "--json").ended;
  expect(JSON.parse(first.out)).toEqual({ what: "hello", node: expect.stringMatching(/^24\./) });
  expect(first.err).toContain("Built");
  const second = await start("hello").ended;
  expect(second.err).toBe("");
});

test("a changed source is built again, an unchanged one is not", async () => {
  await start("hello").ended;
  put("src/main.ts", 'console.log("another");');
  expect(await start().ended).toMatchObject({ code: 0, out: "another\n", err: expect.stringContaining("Built") });
  put("src/kernel/clock.test.ts", "");
  expect((await start().ended).err).toBe("");
});

test("a source that does not build ends with a sentence and a code", async () => {
  put("src/main.ts", "const = 1;");
  const { code, out, err } = await start("hello").ended;
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(err).toContain("src/main.ts:1:6");
});

test("exit code, signal and the line of an error come through", async () => {
  expect((await start("exit").ended).code).toBe(7);
  expect(await start("throw").ended).toMatchObject({ code: 1, err: expect.stringContaining("src/main.ts:3:") });
  const waiting = start("wait");
  await new Promise((resolve) => waiting.stdout?.once("data", resolve));
  waiting.kill("SIGTERM");
  expect(await waiting.ended).toMatchObject({ code: 0, out: expect.stringMatching(/stopping\n$/) });
});

test("npm ends when the program has, and with its code, also where the whole group is told to stop", async () => {
  const npm = spawn("npm", ["run", "-s", "kith", "--", "wait"], { cwd: checkout, stdio: "pipe", detached: true });
  const ended = new Promise((resolve) => npm.once("close", (code, signal) => resolve({ code, signal })));
  await new Promise((resolve) => npm.stdout.once("data", resolve));
  process.kill(-(npm.pid ?? 0), "SIGTERM");
  expect(await ended).toEqual({ code: 0, signal: null });
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  for (const script of Object.values(scripts)) expect(script).toMatch(/^exec node /);
});

test("what serves holds no map of its sources and leaves collecting to Kith, in a container and in the benchmark as well", async () => {
  const [flags] = (await start("serve").ended).out.split("\n");
  expect(flags).toBe("--no-memory-reducer");
  for (const file of ["Containerfile", "src/cli/bench/served.ts"]) {
    expect(readFileSync(join(root, file), "utf8")).toContain(`"${flags}"`);
  }
});

test("libraries of many small files are part of the build, the others are found at the start", async () => {
  put("src/main.ts", 'import * as z from "zod"; import pg from "pg"; console.log(z.string().parse(typeof pg.Pool));');
  expect(await start().ended).toMatchObject({ code: 0, out: "function\n" });
  const imported = [
    ...built("main.js")
      .toString()
      .matchAll(/^import .* from "(.*)";$/gm),
  ].map(([, name]) => name);
  expect(imported).toEqual(["pg"]);
});

test("what Node compiled is kept for the next start, here unless the caller names another folder", async () => {
  await start("hello").ended;
  expect(filesUnder(join(checkout, ".kith", "compiled")).length).toBeGreaterThan(0);
  rmSync(join(checkout, ".kith", "compiled"), { recursive: true });
  const elsewhere = join(checkout, "elsewhere");
  vi.stubEnv("NODE_COMPILE_CACHE", elsewhere);
  await start("hello").ended;
  expect(filesUnder(elsewhere).length).toBeGreaterThan(0);
  expect(existsSync(join(checkout, ".kith", "compiled"))).toBe(false);
});

test("the public files carry their hash and compressed siblings, and old ones go", async () => {
  put("src/web/client/main.ts", "document.title = 'one';");
  put("src/web/styles/20-page.css", "main { color: oklch(0.3 0.02 200); }");
  put("src/web/styles/10-base.css", "body { margin: 0; }");
  put("src/web/public/robots.txt", "User-agent: *\n");
  put("src/store/migrations/0001-start.sql", "select 1;");
  put("src/search/index.worker.ts", "postMessage(1);");
  await start("hello").ended;
  const manifest = JSON.parse(built("public/manifest.json").toString());
  expect(manifest).toEqual({
    "client.js": expect.stringMatching(/^client-[0-9a-f]{10}\.js$/),
    "styles.css": expect.stringMatching(/^styles-[0-9a-f]{10}\.css$/),
  });
  const styles = built(`public/${manifest["styles.css"]}`);
  expect(styles.toString()).toMatch(/^body\{margin:0\}main\{color:#\w{6}\}\s*$/);
  expect(brotliDecompressSync(built(`public/${manifest["styles.css"]}.br`))).toEqual(styles);
  expect(gunzipSync(built(`public/${manifest["styles.css"]}.gz`))).toEqual(styles);
  expect(zstdDecompressSync(built(`public/${manifest["styles.css"]}.zst`))).toEqual(styles);
  expect(built("public/robots.txt").toString()).toBe("User-agent: *\n");
  expect(built("migrations/0001-start.sql").toString()).toBe("select 1;");
  expect(built("index.worker.js").toString()).toContain("postMessage(1)");

  put("src/web/client/main.ts", "document.title = 'two';");
  await start("hello").ended;
  expect(existsSync(join(checkout, "dist/public", manifest["client.js"]))).toBe(false);
});
