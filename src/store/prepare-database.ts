import type pg from "pg";
import type { Log } from "../kernel/index.ts";
import { hasForeignOrder, repairEventOrder } from "./event-order.ts";
import { jobSchemaVersion, prepareJobs } from "./jobs.ts";
import { listMigrations, type Migration, missingMigrations, runMissingMigrations } from "./migrate.ts";

/** Any number that no other program's advisory locks use: "kith" in ASCII. */
const preparationLock = 0x6b697468;

interface State {
  readonly migrations: readonly Migration[];
  readonly jobs: number;
  readonly foreignOrder: boolean;
}

/**
 * Brings a database up to what this Kith needs: its schema, the job library's, and an order of events that is this server's own.
 * One process at a time does it; others wait at the advisory lock for as long as the first takes. Where nothing is to be done,
 * which is nearly always, one query tells so. Throws `schema-too-new` and `schema-differs`.
 */
export async function prepareDatabase(pool: pg.Pool, folder: string, now: Date, log: Log): Promise<void> {
  const known = await listMigrations(folder);
  const state = await look(pool);
  if (state && missingMigrations(state.migrations, known).length === 0 && isReady(state)) return;
  const client = await pool.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [preparationLock]);
    const ran = await runMissingMigrations(client, folder, now);
    if (ran.length > 0) log.info({ migrations: ran }, "the database was brought up to date");
    await prepareJobs(pool);
    if ((await look(pool))?.foreignOrder) await repair(client, log);
  } finally {
    // Ends the lock too, whatever state the connection is in.
    client.release(true);
  }
}

function isReady(state: State): boolean {
  return state.jobs >= jobSchemaVersion && !state.foreignOrder;
}

/** Null where tables are missing. */
async function look(pool: pg.Pool): Promise<State | null> {
  try {
    const { rows } = await pool.query(`
      select (select json_agg(json_build_object('number', number, 'name', name) order by number) from migration) as migrations,
        (select max(id) from graphile_worker.migrations) as jobs, ${hasForeignOrder} as "foreignOrder"`);
    return { ...rows[0], migrations: rows[0].migrations ?? [] };
  } catch (error) {
    const code = (error as { code?: string }).code ?? "";
    if (undefinedThing.has(code)) return null;
    throw error;
  }
}

/** A table (42P01), schema (3F000) or column (42703) that does not exist. */
const undefinedThing = new Set(["42P01", "3F000", "42703"]);

async function repair(client: pg.PoolClient, log: Log): Promise<void> {
  log.warn("the events come from another database server; their order is put into the terms of this one");
  await client.query("begin");
  const events = await repairEventOrder(client);
  await client.query("commit");
  log.warn({ events }, "the events are in order");
}
