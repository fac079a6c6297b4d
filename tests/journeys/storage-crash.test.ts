import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import { expect, onTestFinished, test } from "vitest";
import { createLog, systemClock } from "../../src/kernel/index.ts";
import { chooseOwner, openStore, preparePlaces, runningServer } from "../../src/store/index.ts";
import { makeDataFolder } from "../factories/data-folder.ts";
import { acknowledgedIn, type StoreChild, type StoreChildOptions, startStoreChild } from "../factories/store-child.ts";
import { migrations } from "../factories/test-cluster.ts";

/** A folder with its child programs, all of which are killed when the test is over. */
function openFolder() {
  const folder = makeDataFolder();
  const children: StoreChild[] = [];
  onTestFinished(async () => {
    await Promise.all(children.map((child) => child.kill()));
  });
  const places = () => preparePlaces(folder, chooseOwner());
  return {
    folder,
    start(options: StoreChildOptions): StoreChild {
      const child = startStoreChild(folder, options);
      children.push(child);
      return child;
    },
    serverPid: () => runningServer(places())?.pid ?? null,
    kill(pid: number | null) {
      if (pid !== null) process.kill(pid, "SIGKILL");
    },
  };
}

/** Reads what lies in the folder, as a command does beside whatever runs or was killed there. */
async function contentOf(folder: string): Promise<{ rows: Set<number>; events: Set<number> }> {
  const store = await openStore({
    configuration: { databaseUrl: null, dataFolder: folder },
    clock: systemClock,
    log: createLog("silent"),
    serving: false,
    migrations,
  });
  try {
    // One statement sees one moment, even where somebody writes meanwhile.
    const { rows } = await sql<{ rows: number[]; events: number[] }>`
      select array(select substr(name, 5)::int from tag) as rows, array(select subject_id::int from event) as events`.execute(
      store.database,
    );
    return { rows: new Set(rows[0]?.rows), events: new Set(rows[0]?.events) };
  } finally {
    await store.close();
  }
}

async function expectNothingLost(folder: string, acks: ReadonlySet<number>): Promise<void> {
  const { rows, events } = await contentOf(folder);
  expect(acks.difference(rows), "acknowledged, and not there").toEqual(new Set());
  expect(rows.symmetricDifference(events), "half written").toEqual(new Set());
}

/** A process of the server that serves one connection. */
function oneBackend(server: number): number | null {
  const children = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  const found = children.find((name) => {
    try {
      const parent = / (\d+)$/.exec(
        readFileSync(`/proc/${name}/stat`, "utf8").replace(/^(\d+ \(.*\) \S \d+).*/s, "$1"),
      );
      return (
        Number(parent?.[1]) === server &&
        /^postgres: kith .* (idle|INSERT|COMMIT)/.test(readFileSync(`/proc/${name}/cmdline`, "utf8"))
      );
    } catch {
      return false;
    }
  });
  return found ? Number(found) : null;
}

test("kill -9 of the program, of PostgreSQL, and of both, 20 times in turn, loses nothing that was acknowledged", async () => {
  const { folder, start, serverPid, kill } = openFolder();
  const acks = new Set<number>();
  let from = 1;
  for (let round = 0; round < 20; round += 1) {
    const child = start({ mode: "write", from });
    await child.acknowledged(10);
    // A command works beside it, and sees everything of the rounds before.
    if (round % 3 === 2) await expectNothingLost(folder, acks);
    await pause(40 + ((round * 37) % 160));
    if (round % 3 !== 0) kill(serverPid());
    if (round % 3 !== 1) await child.kill();
    else {
      // PostgreSQL alone: the program finds its way back, and goes on writing.
      const before = acknowledgedIn(child.lines).length;
      await child.acknowledged(before + 5);
      await child.end();
    }
    const written = acknowledgedIn(child.lines);
    for (const number of written) acks.add(number);
    from = Math.max(from, ...written) + 100;
    // Every other time the next program is the first to see what was left.
    if (round % 2 === 0) await expectNothingLost(folder, acks);
  }
  await expectNothingLost(folder, acks);
  expect(acks.size).toBeGreaterThan(200);
});

test("while PostgreSQL is away writes are refused with a reason, and soon they work again", async () => {
  const { folder, start, serverPid, kill } = openFolder();
  const child = start({ mode: "write" });
  await child.line("ack 20");
  for (let round = 0; round < 3; round += 1) {
    const before = child.lines.length;
    kill(serverPid());
    await child.acknowledged(acknowledgedIn(child.lines.slice(0, before)).length + 10);
    const refused = child.lines.slice(before).filter((line) => line.startsWith("refused"));
    for (const line of refused) expect(line).toMatch(/database-(unavailable|outcome-unknown)$/);
  }
  await child.end();
  expect(child.lines.at(-1)).toBe("closed");
  await expectNothingLost(folder, new Set(acknowledgedIn(child.lines)));
  expect(serverPid()).toBeNull();
});

test.skipIf(process.platform !== "linux")(
  "a killed process of PostgreSQL, which makes it restart itself, is survived as well (looks into /proc: Linux only)",
  async () => {
    const { folder, start, serverPid, kill } = openFolder();
    const child = start({ mode: "write" });
    await child.line("ack 20");
    const server = serverPid() as number;
    const backend = oneBackend(server);
    expect(backend).not.toBeNull();
    kill(backend);
    const before = acknowledgedIn(child.lines).length;
    await child.acknowledged(before + 20);
    expect(serverPid()).toBe(server);
    await child.end();
    await expectNothingLost(folder, new Set(acknowledgedIn(child.lines)));
  },
);

test("a job that a killed program had begun is run by the next one at once", async () => {
  const { start } = openFolder();
  // It is the only program there. Beside another one it would look twice for the job's owner, 15 seconds apart. A busy machine only
  // ever adds to what it takes.
  const enoughMs = 12_000;
  let leastMs = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 5 && leastMs >= enoughMs; round += 1) {
    const first = start({ mode: "job" });
    await first.line("began");
    await first.kill();
    const next = start({ mode: "work" });
    await next.line("open");
    const begun = performance.now();
    await next.line("began");
    leastMs = Math.min(leastMs, performance.now() - begun);
    await next.end();
  }
  expect(leastMs).toBeLessThan(enoughMs);
});

test("a program that is asked to end closes in order, and the next start finds nothing to recover", async () => {
  const { start, serverPid } = openFolder();
  const first = start({ mode: "write" });
  await first.line("ack 5");
  await first.end();
  expect(first.lines.at(-1)).toBe("closed");
  expect(serverPid()).toBeNull();
  const second = start({ mode: "hold" });
  await second.line("open");
  const refused = start({ mode: "hold" });
  expect(await refused.line("refused")).toBe("refused already-serving");
  await second.end();
});
