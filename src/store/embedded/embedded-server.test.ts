import { type ChildProcess, spawn } from "node:child_process";
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import net from "node:net";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { expect, onTestFinished, test } from "vitest";
import { makeDataFolder } from "../../../tests/factories/data-folder.ts";
import { eventually } from "../../../tests/factories/eventually.ts";
import { startStoreChild } from "../../../tests/factories/store-child.ts";
import { putTestCluster } from "../../../tests/factories/test-cluster.ts";
import { createLog, RefusalError } from "../../kernel/index.ts";
import { initialiseCluster, packagedVersion, versionOfBinaries } from "./cluster.ts";
import { type EmbeddedServer, locateEmbedded, openEmbedded } from "./embedded-server.ts";
import { asOwner } from "./owner.ts";
import { runningServer } from "./running-server.ts";
import { startServer, stopServer } from "./server.ts";

const log = createLog("silent");

async function open(folder: string, serving = true): Promise<EmbeddedServer> {
  const server = await openEmbedded(folder, serving, log);
  onTestFinished(() => server.close());
  return server;
}

/** A folder whose cluster need not be made first. */
async function filledFolder(): Promise<string> {
  const folder = makeDataFolder();
  await putTestCluster(locateEmbedded(folder).places);
  return folder;
}

async function ask<T>(server: EmbeddedServer, text: string): Promise<T> {
  const client = new pg.Client(server.connection);
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query(text)).rows[0];
  } finally {
    await client.end();
  }
}

async function refusalOf(promise: Promise<unknown>) {
  const error = await promise.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof RefusalError ? error.refusal : { code: `not refused: ${error}`, message: "" };
}

function serverOf(folder: string) {
  return runningServer(locateEmbedded(folder).places);
}

function pidFileOf(folder: string): string {
  return path.join(locateEmbedded(folder).places.cluster, "postmaster.pid");
}

/** Kills the server of a folder outright and leaves its pid file with another number in it. */
async function leavePidFile(folder: string, pid: number): Promise<void> {
  const { places, owner } = locateEmbedded(folder);
  initialiseCluster(places, owner);
  await startServer(places, owner);
  const text = readFileSync(pidFileOf(folder), "utf8");
  const socketLock = path.join(places.socket, ".s.PGSQL.5432.lock");
  const lockText = readFileSync(socketLock, "utf8");
  process.kill(serverOf(folder)?.pid as number, "SIGKILL");
  await eventually(() => expect(serverOf(folder)).toBeNull());
  writeFileSync(pidFileOf(folder), text.replace(/^\d+/, String(pid)));
  writeFileSync(socketLock, lockText.replace(/^\d+/, String(pid)));
}

function sleepAsOwner(folder: string): ChildProcess {
  const child = spawn("sleep", ["3600"], { ...asOwner(locateEmbedded(folder).owner), stdio: "ignore" });
  onTestFinished(() => void child.kill());
  return child;
}

test("the last one out stops the server", async () => {
  const folder = await filledFolder();
  const first = await open(folder);
  const second = await open(folder, false);
  await first.close();
  expect(await ask(second, "select 1 as one")).toEqual({ one: 1 });
  await second.close();
  expect(serverOf(folder)).toBeNull();
});

test("a second one that wants to serve is refused with the number of the first; one beside it works", async () => {
  const folder = await filledFolder();
  const first = await open(folder);
  const refused = await refusalOf(openEmbedded(folder, true, log));
  expect(refused).toMatchObject({
    code: "already-serving",
    message: expect.stringContaining(`process ${process.pid}`),
  });
  const beside = await open(folder, false);
  expect(await ask(beside, "select 1 as one")).toEqual({ one: 1 });
  expect(await ask(first, "select 1 as one")).toEqual({ one: 1 });
});

test("several that start at once in an empty folder get one server", async () => {
  const folder = makeDataFolder();
  const servers = await Promise.all([open(folder), open(folder, false), open(folder, false)]);
  const pids = await Promise.all(servers.map((server) => ask(server, "select pg_postmaster_start_time() as at")));
  expect(new Set(pids.map((row) => String((row as { at: Date }).at.getTime()))).size).toBe(1);
  expect(
    readdirSync(path.dirname(locateEmbedded(folder).places.cluster)).filter((name) => name.includes("unfinished")),
  ).toEqual([]);
});

test("one that comes while the last one leaves finds a server, each time", async () => {
  const folder = await filledFolder();
  let last = await open(folder, false);
  for (let round = 0; round < 8; round += 1) {
    const [next] = await Promise.all([open(folder, false), pause(round * 3).then(() => last.close())]);
    expect(await ask(next, "select 1 as one")).toEqual({ one: 1 });
    last = next;
  }
  await last.close();
  expect(serverOf(folder)).toBeNull();
});

test("the server of a killed process is taken over, and stopped in the end", async () => {
  const folder = await filledFolder();
  const child = startStoreChild(folder);
  await child.line("open");
  const pid = serverOf(folder)?.pid;
  await child.kill();
  const server = await open(folder);
  expect(serverOf(folder)?.pid).toBe(pid);
  await server.close();
  expect(serverOf(folder)).toBeNull();
});

test("a left-over server with other settings is started anew by who serves", async () => {
  const folder = await filledFolder();
  const { places, owner } = locateEmbedded(folder);
  initialiseCluster(places, owner);
  await startServer(places, owner, { differently: { work_mem: "3MB" } });
  const beside = await open(folder, false);
  expect(await ask(beside, "show work_mem")).toEqual({ work_mem: "3MB" });
  await beside.close();
  await startServer(places, owner, { differently: { work_mem: "3MB" } });
  const serving = await open(folder);
  expect(await ask(serving, "show work_mem")).not.toEqual({ work_mem: "3MB" });
});

test("a server that is killed is started again while the process lives", async () => {
  const folder = await filledFolder();
  const server = await open(folder);
  const pid = serverOf(folder)?.pid as number;
  process.kill(pid, "SIGKILL");
  await eventually(async () => expect(await ask(server, "select 1 as one")).toEqual({ one: 1 }));
  expect(serverOf(folder)?.pid).not.toBe(pid);
  await server.close();
  expect(serverOf(folder)).toBeNull();
});

test("where the data vanish under a living process, no empty database takes their place", async () => {
  const folder = await filledFolder();
  const server = await open(folder);
  const { cluster } = locateEmbedded(folder).places;
  process.kill(serverOf(folder)?.pid as number, "SIGKILL");
  rmSync(cluster, { recursive: true, force: true });
  await pause(500);
  expect(existsSync(cluster)).toBe(false);
  await server.close();
});

test("two processes that both start a killed server again share it", async () => {
  const folder = await filledFolder();
  const first = await open(folder);
  const second = await open(folder, false);
  process.kill(serverOf(folder)?.pid as number, "SIGKILL");
  for (const server of [first, second]) {
    await eventually(async () => expect(await ask(server, "select 1 as one")).toEqual({ one: 1 }));
  }
  // The first takes its place as the serving one again a moment after the second has brought the server back.
  const places = "select count(*)::int as held from pg_locks where locktype = 'advisory' and mode = 'ExclusiveLock'";
  await eventually(async () => expect(await ask(second, places)).toEqual({ held: 1 }));
  expect(await refusalOf(openEmbedded(folder, true, log))).toMatchObject({ code: "already-serving" });
  await first.close();
  await eventually(async () => expect(await ask(second, "select 1 as one")).toEqual({ one: 1 }));
});

test("closing just after the server was killed ends, and leaves none behind", async () => {
  const folder = await filledFolder();
  for (const delay of [0, 30, 60, 100, 150, 200, 300]) {
    const server = await open(folder);
    process.kill(serverOf(folder)?.pid as number, "SIGKILL");
    await pause(delay);
    await server.close();
    expect(serverOf(folder)).toBeNull();
  }
});

test("a pid file whose number another program has got is not believed", async () => {
  const folder = await filledFolder();
  const sleep = sleepAsOwner(folder);
  await leavePidFile(folder, sleep.pid as number);
  expect(await ask(await open(folder), "select 1 as one")).toEqual({ one: 1 });
  expect(sleep.exitCode ?? sleep.signalCode).toBeNull();
});

test("a pid file that names another PostgreSQL is not believed, and that one is left alone", async () => {
  const other = await filledFolder();
  const neighbour = await open(other);
  const folder = await filledFolder();
  await leavePidFile(folder, serverOf(other)?.pid as number);
  const server = await open(folder);
  expect(await ask(server, "show data_directory")).toEqual({ data_directory: locateEmbedded(folder).places.cluster });
  await server.close();
  expect(await ask(neighbour, "select 1 as one")).toEqual({ one: 1 });
});

test("lock files that a start left empty when it was killed do not keep the next one out", async () => {
  const folder = await filledFolder();
  const { places, owner } = locateEmbedded(folder);
  initialiseCluster(places, owner);
  for (const file of [pidFileOf(folder), path.join(places.socket, ".s.PGSQL.5432.lock")]) {
    writeFileSync(file, "");
    if (owner.foreign) chownSync(file, owner.uid, owner.gid);
    utimesSync(file, new Date(0), new Date(0));
  }
  expect(await ask(await open(folder), "select 1 as one")).toEqual({ one: 1 });
});

test("a lock file that another start has not filled yet is waited for", async () => {
  const folder = await filledFolder();
  const { places, owner } = locateEmbedded(folder);
  initialiseCluster(places, owner);
  writeFileSync(pidFileOf(folder), "");
  if (owner.foreign) chownSync(pidFileOf(folder), owner.uid, owner.gid);
  const opened = open(folder);
  await eventually(() => expect(readFileSync(places.log, "utf8")).toMatch(/lock file ".*" is empty/));
  rmSync(pidFileOf(folder));
  expect(await ask(await opened, "select 1 as one")).toEqual({ one: 1 });
});

test("a server in another container, seen only by its socket, keeps this one from starting", async () => {
  const folder = await filledFolder();
  const { places, owner } = locateEmbedded(folder);
  initialiseCluster(places, owner);
  const stranger = net.createServer().listen(path.join(places.socket, ".s.PGSQL.5432"));
  onTestFinished(() => void stranger.close());
  const refused = await refusalOf(openEmbedded(folder, true, log));
  expect(refused.message).toContain("Another machine or container already uses the data");
});

test("a cluster that a killed Kith had half made is thrown away, even where it had this process's number", async () => {
  const folder = makeDataFolder();
  const { places, owner } = locateEmbedded(folder);
  const half = `${places.cluster}.unfinished-${process.pid}-00`;
  mkdirSync(half);
  initialiseCluster(places, owner);
  expect(readdirSync(path.dirname(places.cluster))).not.toContain(path.basename(half));
});

test("a cluster of another PostgreSQL version is refused with what to do", async () => {
  const folder = await filledFolder();
  const { places, owner } = locateEmbedded(folder);
  initialiseCluster(places, owner);
  writeFileSync(path.join(places.cluster, "PG_VERSION"), "14\n");
  expect(await refusalOf(openEmbedded(folder, true, log))).toMatchObject({
    code: "postgres-version",
    message: expect.stringContaining("PostgreSQL 14"),
  });
});

test("a server that cannot start says at once why", async () => {
  const folder = await filledFolder();
  const { places, owner } = locateEmbedded(folder);
  initialiseCluster(places, owner);
  writeFileSync(path.join(places.cluster, "postgresql.conf"), "no_such_setting = on\n");
  const begun = performance.now();
  const refused = await refusalOf(openEmbedded(folder, true, log));
  expect(refused).toMatchObject({ code: "postgres-unavailable", message: expect.stringContaining("no_such_setting") });
  expect(performance.now() - begun).toBeLessThan(20_000);
});

test("the version that the code expects is the one that is packaged", () => {
  expect(versionOfBinaries(locateEmbedded(makeDataFolder()).places.binaries)).toBe(packagedVersion);
});

test("stopping a server that does not run is no trouble", async () => {
  await stopServer(locateEmbedded(makeDataFolder()).places);
});
