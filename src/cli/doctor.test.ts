import { appendFileSync, chmodSync, chownSync, mkdirSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Command } from "commander";
import { describe, expect, test, vi } from "vitest";
import { makeDataFolder } from "../../tests/factories/data-folder.ts";
import { eventually } from "../../tests/factories/eventually.ts";
import { filledFolder, finding, findingsOf, freePort } from "../../tests/factories/findings.ts";
import { startStoreChild } from "../../tests/factories/store-child.ts";
import { chooseOwner, preparePlaces, runningServer, startServer } from "../store/index.ts";
import { registerDoctor } from "./doctor.ts";

const isRoot = process.getuid?.() === 0;

test("a healthy installation that is stopped has nothing wrong, and is stopped again afterwards", async () => {
  const { folder, places } = await filledFolder();
  const child = startStoreChild(folder);
  await child.line("open");
  await child.end();
  const found = await findingsOf({ KITH_DATA: folder });
  expect(found.filter(({ state }) => state !== "ok")).toEqual([]);
  expect(found.map(({ check }) => check)).toEqual(
    expect.arrayContaining(["node", "disk", "data", "database", "clock", "migrations", "indexes", "jobs", "mail"]),
  );
  expect(runningServer(places)).toBeNull();
});

test("it works beside a Kith that serves, and says that one does", async () => {
  const { folder } = await filledFolder();
  const child = startStoreChild(folder);
  await child.line("open");
  expect(await finding("database", { KITH_DATA: folder })).toMatchObject({
    state: "ok",
    says: expect.stringContaining("a Kith serves from it"),
  });
  await child.end();
  expect(child.lines.at(-1)).toBe("closed");
});

test("an installation that was never started has nothing wrong, and nothing is made", async () => {
  const folder = path.join(makeDataFolder(), "not-yet");
  const found = await findingsOf({ KITH_DATA: folder });
  expect(found.filter(({ state }) => state !== "ok")).toEqual([]);
  expect(found.find(({ check }) => check === "data")?.says).toContain("no database yet");
});

test("a configuration that cannot be used is a finding with the variable's name", async () => {
  expect(await finding("configuration", { PORT: "many" })).toMatchObject({
    state: "wrong",
    says: expect.stringContaining("PORT"),
  });
});

describe("a broken data folder", () => {
  test("data of another PostgreSQL version", async () => {
    const { folder, places } = await filledFolder();
    writeFileSync(path.join(places.cluster, "PG_VERSION"), "16\n");
    expect(await finding("data", { KITH_DATA: folder })).toMatchObject({
      state: "wrong",
      says: expect.stringContaining("PostgreSQL 16"),
    });
  });

  test("a setting that PostgreSQL does not know: what PostgreSQL says of it", async () => {
    const { folder, places } = await filledFolder();
    appendFileSync(path.join(places.cluster, "postgresql.conf"), "no_such_setting = on\n");
    expect(await finding("database", { KITH_DATA: folder })).toMatchObject({
      state: "wrong",
      says: expect.stringContaining("no_such_setting"),
    });
  });

  test("a torn control file: no crash", async () => {
    const { folder, places } = await filledFolder();
    truncateSync(path.join(places.cluster, "global", "pg_control"), 100);
    expect(await finding("database", { KITH_DATA: folder })).toMatchObject({
      state: "wrong",
      says: expect.stringContaining("did not start"),
    });
  });

  test("a server that was killed: the next start recovers", async () => {
    const { folder, places } = await filledFolder();
    await startServer(places, chooseOwner());
    process.kill(runningServer(places)?.pid as number, "SIGKILL");
    await eventually(() => expect(runningServer(places)).toBeNull());
    expect(await finding("data", { KITH_DATA: folder })).toMatchObject({
      state: "warning",
      says: expect.stringContaining("not stopped in order"),
    });
  });

  test("signs of broken data in PostgreSQL's log", async () => {
    const { folder, places } = await filledFolder();
    appendFileSync(places.log, 'ERROR:  invalid page in block 7 of relation "base/5/16384"\n');
    expect(await finding("postgres-log", { KITH_DATA: folder })).toMatchObject({
      state: "warning",
      says: expect.stringContaining("invalid page in block 7"),
    });
  });

  test("a place that other accounts may enter", async () => {
    const { folder, places } = await filledFolder();
    chmodSync(path.dirname(places.cluster), 0o755);
    expect(await finding("data-folder", { KITH_DATA: folder })).toMatchObject({
      state: "warning",
      next: expect.stringContaining("chmod 700"),
    });
  });

  test.skipIf(!isRoot)("a folder of another account (needs root, which can give files away)", async () => {
    const { folder, places } = await filledFolder();
    chownSync(path.dirname(places.cluster), 12_345, 12_345);
    expect(await finding("database", { KITH_DATA: folder })).toMatchObject({
      state: "wrong",
      says: expect.stringContaining("belongs to another account"),
    });
  });

  test.skipIf(!isRoot)("data that are gone (needs root, whose data may lie elsewhere)", async () => {
    const folder = makeDataFolder("data", "/root");
    chmodSync(path.dirname(folder), 0o700);
    const { cluster } = preparePlaces(folder, chooseOwner());
    rmSync(path.dirname(cluster), { recursive: true });
    expect(await finding("database", { KITH_DATA: folder })).toMatchObject({
      state: "wrong",
      says: expect.stringContaining("there is nothing"),
    });
    mkdirSync(path.dirname(cluster));
  });
});

describe("the command", () => {
  async function run(
    environment: Record<string, string>,
    ...options: string[]
  ): Promise<{ text: string; code: unknown }> {
    for (const [name, value] of Object.entries({ DATABASE_URL: "", SMTP_URL: "", PUBLIC_URL: "", ...environment }))
      vi.stubEnv(name, value);
    let text = "";
    const write = vi.spyOn(process.stdout, "write").mockImplementation((part) => {
      text += part;
      return true;
    });
    process.exitCode = undefined;
    const program = new Command();
    registerDoctor(program, () => {
      throw new Error("the doctor needs no host");
    });
    await program.parseAsync(["node", "kith", "doctor", ...options]);
    write.mockRestore();
    const code = process.exitCode;
    process.exitCode = undefined;
    return { text, code };
  }

  test("ends with 0 and says that all is well", async () => {
    const { text, code } = await run({ KITH_DATA: path.join(makeDataFolder(), "not-yet") });
    expect(code).toBeUndefined();
    expect(text).toMatch(/All is well|Nothing is wrong/);
  });

  test("ends with 1 where something is wrong, with the next step below it", async () => {
    const { text, code } = await run({ DATABASE_URL: `postgres://a:b@127.0.0.1:${await freePort()}/shop` });
    expect(code).toBe(1);
    expect(text).toMatch(/wrong.*database.*Nobody listens[^\n]*\n\s+Start PostgreSQL there/);
  });

  test("prints JSON for programs", async () => {
    const { text, code } = await run({ KITH_DATA: path.join(makeDataFolder(), "not-yet") }, "--json");
    const told = JSON.parse(text);
    expect(told.ok).toBe(true);
    expect(told.findings[0]).toEqual({ check: "node", state: "ok", says: expect.any(String), next: null });
    expect(code).toBeUndefined();
  });
});
