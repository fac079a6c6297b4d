import pg from "pg";
import { RefusalError, refusal } from "../kernel/index.ts";

/** Advisory locks of the embedded server: "kiti" and "kitj" in ASCII. */
const presenceLock = 0x6b697469;
const servingLock = 0x6b69746a;

/**
 * A connection that says "this process uses the embedded server". PostgreSQL drops it when the process dies, however it dies, so
 * nobody has to clean up. The last one to leave stops the server.
 */
export interface Presence {
  /** Whether the connection still stands; once false, the server has gone. */
  held(): boolean;
  /** Says goodbye; true where nobody else is here, so that the server may be stopped. */
  leave(): Promise<boolean>;
}

/**
 * Takes a place at the embedded server. `serving` takes the one place of the serving process of this data folder too, and throws
 * `already-serving` where another one has it.
 */
export async function bePresent(connection: pg.ClientConfig, serving: boolean): Promise<Presence> {
  const client = new pg.Client(connection);
  let held = true;
  client.on("error", () => {
    held = false;
  });
  client.on("end", () => {
    held = false;
  });
  await client.connect();
  await client.query("select pg_advisory_lock_shared($1)", [presenceLock]);
  if (serving) {
    const { rows } = await client.query("select pg_try_advisory_lock($1) as taken", [servingLock]);
    if (!rows[0].taken) {
      await client.end();
      throw new RefusalError(
        refusal(
          "conflict",
          "already-serving",
          "A Kith already serves this data folder.",
          "Use the one that runs, stop it first, or set KITH_DATA to another folder.",
        ),
      );
    }
  }
  return { held: () => held, leave: () => leave(client) };
}

async function leave(client: pg.Client): Promise<boolean> {
  try {
    await client.query("select pg_advisory_unlock_shared($1)", [presenceLock]);
    // Only an empty house can be locked for oneself. The lock ends with the connection.
    const { rows } = await client.query("select pg_try_advisory_lock($1) as alone", [presenceLock]);
    return rows[0].alone === true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}
