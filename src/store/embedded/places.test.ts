import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import path from "node:path";
import pg from "pg";
import { describe, expect, onTestFinished, test } from "vitest";
import { makeDataFolder } from "../../../tests/factories/data-folder.ts";
import { startStoreChild } from "../../../tests/factories/store-child.ts";
import { putTestCluster } from "../../../tests/factories/test-cluster.ts";
import { createLog, RefusalError } from "../../kernel/index.ts";
import { locateEmbedded, openEmbedded } from "./embedded-server.ts";
import { canReach, chooseOwner } from "./owner.ts";
import { preparePlaces } from "./places.ts";

const isRoot = process.getuid?.() === 0;
const log = createLog("silent");

/** Opens the PostgreSQL of a folder, asks it `text`, and closes it. */
async function askIn(folder: string, text: string): Promise<Record<string, unknown>> {
  const { places } = locateEmbedded(folder);
  if (!existsSync(places.cluster)) await putTestCluster(places);
  const server = await openEmbedded(folder, true, log);
  const client = new pg.Client(server.connection);
  try {
    await client.connect();
    return (await client.query(text)).rows[0] ?? {};
  } finally {
    await client.end();
    await server.close();
  }
}

function refusalOf(run: () => unknown): string {
  try {
    run();
    return "not refused";
  } catch (error) {
    return error instanceof RefusalError ? error.refusal.code : String(error);
  }
}

test.each([
  ["spaces and letters of other scripts", "meine Fahrräder/データ/Δ data"],
  ["quotes, a comma, a backslash and a percent sign", `it's "Kith", 100%\\folder`],
  [
    "a path far beyond what a socket's address can hold",
    path.join(...Array.from({ length: 12 }, () => "a".repeat(50))),
  ],
])("a folder with %s works", async (_what, name) => {
  const folder = makeDataFolder(name);
  const { socket } = locateEmbedded(folder).places;
  onTestFinished(() => rmSync(socket, { recursive: true, force: true }));
  expect(await askIn(folder, "select 1 as one")).toEqual({ one: 1 });
  expect(await askIn(folder, "show data_directory")).toEqual({ data_directory: locateEmbedded(folder).places.cluster });
});

test("a path longer than PostgreSQL can take is refused with what to do", () => {
  const folder = makeDataFolder(path.join(...Array.from({ length: 20 }, () => "a".repeat(50))));
  expect(refusalOf(() => locateEmbedded(folder))).toBe("data-folder-too-long");
});

test("a folder reached by a link is the same folder", async () => {
  const folder = makeDataFolder();
  const link = `${folder}-link`;
  symlinkSync(folder, link);
  expect(locateEmbedded(link)).toEqual(locateEmbedded(folder));
});

test("only the owner can enter where the data and the socket lie", async () => {
  const { places } = locateEmbedded(makeDataFolder());
  for (const folder of [places.socket, path.dirname(places.cluster)]) expect(statSync(folder).mode & 0o777).toBe(0o700);
});

describe.skipIf(!isRoot)("as root (these need root, and are left out without)", () => {
  /** A folder under /root, which is closed to everybody else, as a checkout there would be. */
  function closedFolder(): string {
    const folder = makeDataFolder("data", "/root");
    chmodSync(path.dirname(folder), 0o700);
    return folder;
  }

  test("PostgreSQL runs under an account that is not root", async () => {
    const { owner } = locateEmbedded(makeDataFolder());
    expect(owner).toMatchObject({ foreign: true });
    expect(owner.uid).not.toBe(0);
  });

  test("a data folder that this account cannot enter keeps its cluster in /var/lib/kith", async () => {
    const folder = closedFolder();
    expect(canReach(chooseOwner(), folder)).toBe(false);
    await askIn(folder, "create table mine (id int)");
    const home = readFileSync(path.join(folder, "postgres-lies-in"), "utf8").trim();
    expect(home).toMatch(/^\/var\/lib\/kith\/data-/);
    expect(await askIn(folder, "select to_regclass('mine') is not null as here")).toEqual({ here: true });
  });

  test("a moved data folder takes its data along", async () => {
    const folder = closedFolder();
    await askIn(folder, "create table mine (id int)");
    const moved = `${folder}-moved`;
    renameSync(folder, moved);
    expect(await askIn(moved, "select to_regclass('mine') is not null as here")).toEqual({ here: true });
    renameSync(moved, folder);
  });

  test("a copied data folder gets an empty cluster of its own, and the first keeps its data", async () => {
    const folder = closedFolder();
    await askIn(folder, "create table mine (id int)");
    const copied = `${folder}-copy`;
    cpSync(folder, copied, { recursive: true });
    onTestFinished(() => rmSync(path.dirname(locateEmbedded(copied).places.cluster), { recursive: true, force: true }));
    expect(await askIn(copied, "select to_regclass('mine') is null as empty")).toEqual({ empty: true });
    expect(await askIn(folder, "select to_regclass('mine') is not null as here")).toEqual({ here: true });
  });

  test("a data folder that was emptied begins anew", async () => {
    const folder = closedFolder();
    await askIn(folder, "create table mine (id int)");
    const old = path.dirname(locateEmbedded(folder).places.cluster);
    onTestFinished(() => rmSync(old, { recursive: true, force: true }));
    rmSync(path.join(folder, "postgres-lies-in"));
    expect(await askIn(folder, "select to_regclass('mine') is null as empty")).toEqual({ empty: true });
    expect(existsSync(old)).toBe(true);
  });

  test("a data folder whose data is gone is refused rather than begun anew", async () => {
    const folder = closedFolder();
    const home = path.dirname(locateEmbedded(folder).places.cluster);
    rmSync(home, { recursive: true });
    expect(refusalOf(() => locateEmbedded(folder))).toBe("data-gone");
    mkdirSync(home);
  });

  test("an ordinary account starts its own, under itself", async ({ skip }) => {
    const account = { uid: 1, gid: 1, name: "daemon", foreign: true };
    if (!canReach(account, import.meta.dirname)) skip("this checkout cannot be entered by another account");
    const folder = makeDataFolder();
    chownSync(folder, account.uid, account.gid);
    const child = startStoreChild(folder, { account: { uid: account.uid, gid: account.gid } });
    await child.line("open");
    expect(statSync(path.join(folder, "postgres", "cluster")).uid).toBe(account.uid);
    await child.end();
    expect(child.lines.at(-1)).toBe("closed");
  });

  test("an account without a name is told what PostgreSQL says of it", async ({ skip }) => {
    const account = { uid: 12_345, gid: 12_345, name: "", foreign: true };
    if (!canReach(account, import.meta.dirname)) skip("this checkout cannot be entered by another account");
    const folder = makeDataFolder();
    chownSync(folder, account.uid, account.gid);
    const child = startStoreChild(folder, { account: { uid: account.uid, gid: account.gid } });
    expect(await child.line("refused")).toBe("refused postgres-unavailable");
  });

  test("a folder of another account is refused", async () => {
    const folder = makeDataFolder();
    locateEmbedded(folder);
    const stranger = { uid: 12_345, gid: 12_345, name: "stranger", foreign: false };
    expect(refusalOf(() => preparePlaces(folder, stranger))).toBe("data-folder-not-yours");
  });
});
