import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { RefusalError, refusal } from "../../kernel/index.ts";
import { isAlive } from "./processes.ts";

/** Advisory locks of the embedded server: "kiti" and "kitj" in ASCII. */
const presenceLock = 0x6b697469;
const servingLock = 0x6b69746a;

/** How long the session of a killed process may take to end. */
const goodbyeMs = 3_000;

/**
 * A connection that says "this process uses the embedded server". PostgreSQL drops it when the process dies, however it dies, so
 * nobody has to clean up. The last one to leave stops the server.
 */
export interface Presence {
  /** Whether the connection still stands. */
  held(): boolean;
  /** Ends when the connection does: the server has gone, or this process has left. */
  readonly gone: Promise<void>;
  /** Whether no other process is here. */
  isAlone(): Promise<boolean>;
  /** Says goodbye. Where nobody else is here, runs `stop` while newcomers wait outside. */
  leave(stop: () => Promise<void>): Promise<void>;
}

/**
 * Takes a place at the embedded server. `serving` takes the one place of the serving process of this data folder too, and throws
 * `already-serving` where another one has it.
 */
export async function bePresent(connection: pg.ClientConfig, serving: boolean): Promise<Presence> {
  const client = new pg.Client({ ...connection, application_name: nameOf(process.pid, serving) });
  let held = true;
  const gone = new Promise<void>((resolve) => {
    client.once("end", () => {
      held = false;
      resolve();
    });
  });
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query("select pg_advisory_lock_shared($1)", [presenceLock]);
    if (serving) await takeServingPlace(client);
  } catch (error) {
    await client.end().catch(() => {});
    throw error;
  }
  return {
    held: () => held,
    gone,
    isAlone: () => alone(client),
    leave: (stop) => leave(client, stop),
  };
}

function nameOf(pid: number, serving: boolean): string {
  return `kith ${serving ? "serving" : "present"} ${pid}`;
}

/** The session of a process that was killed a moment ago still holds the place; one of a living process means no. */
async function takeServingPlace(client: pg.Client): Promise<void> {
  for (let waited = 0; ; waited += 50) {
    const { rows } = await client.query("select pg_try_advisory_lock($1) as taken", [servingLock]);
    if (rows[0].taken) return;
    const pid = await servingProcess(client);
    if (waited >= goodbyeMs || (pid !== null && isAlive(pid))) throw alreadyServing(pid);
    await pause(50);
  }
}

/** The process that serves, by the name that its session bears; null where none does. */
async function servingProcess(client: pg.Client): Promise<number | null> {
  const { rows } = await client.query(
    `select application_name as name from pg_locks join pg_stat_activity using (pid)
     where locktype = 'advisory' and classid = 0 and objid = $1 and granted`,
    [servingLock],
  );
  const pid = Number(/^kith serving (\d+)$/.exec(rows[0]?.name ?? "")?.[1]);
  return Number.isInteger(pid) ? pid : null;
}

function alreadyServing(pid: number | null): RefusalError {
  return new RefusalError(
    refusal(
      "conflict",
      "already-serving",
      `A Kith already serves this data folder${pid ? `: process ${pid}` : ""}.`,
      "Use the one that runs, stop it first, or set KITH_DATA to another folder.",
    ),
  );
}

/** Only an empty house can be locked for oneself. */
async function alone(client: pg.Client): Promise<boolean> {
  await client.query("select pg_advisory_unlock_shared($1)", [presenceLock]);
  const { rows } = await client.query("select pg_try_advisory_lock($1) as alone", [presenceLock]);
  await client.query("select pg_advisory_lock_shared($1)", [presenceLock]);
  if (rows[0].alone) await client.query("select pg_advisory_unlock($1)", [presenceLock]);
  return rows[0].alone === true;
}

async function leave(client: pg.Client, stop: () => Promise<void>): Promise<void> {
  try {
    await client.query("select pg_advisory_unlock_shared($1)", [presenceLock]);
    const { rows } = await client.query("select pg_try_advisory_lock($1) as alone", [presenceLock]);
    // The lock is kept until the server ends, so that nobody settles in a house that is being closed.
    if (rows[0].alone) await stop();
  } catch {
    // The server has gone already.
  } finally {
    await client.end().catch(() => {});
  }
}
