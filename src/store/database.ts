import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from "kysely";
import pg from "pg";
import { parseMoment } from "./moments.ts";
import { connectPatiently } from "./patience.ts";
import { forgetIfOutdated, PreparingClient } from "./preparing-client.ts";
import type { DB } from "./schema.ts";
import { type ReadConnection, type SharedReads, shareReads } from "./shared-reads.ts";
import { asRefusal, isConnectionTrouble } from "./unavailable.ts";

/**
 * The typed query builder over every table. Rooms use it in their queries.ts only. Where the database itself is the trouble, its
 * queries throw refusals: `database-unavailable` (nothing was saved), `database-outcome-unknown` (the connection broke in the
 * commit), `database-busy` (a deadlock), `disk-full`.
 */
export type Database = Kysely<DB>;

/** Ids and counts (int8) come as numbers: sequences do not reach 2^53. */
const parsers = new Map<number, (text: string) => unknown>([
  [20, Number],
  [1184, parseMoment],
]);
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: "text" | "binary") =>
    (format !== "binary" && parsers.get(oid)) || pg.types.getTypeParser(oid, format as "text"),
};

/** Where the database is. */
export type Connection =
  | { readonly connectionString: string }
  | { readonly host: string; readonly user: string; readonly database: string };

/**
 * A transaction that a bug leaves open would hold back every reader of the event log. And a prepared statement is planned once: with
 * `auto`, PostgreSQL 18 plans short lists anew at each run, because it takes an unknown limit for a tenth of the table, and that
 * planning costs more than the list (its manual, PREPARE). Queries here are one shape a statement, so one plan fits.
 * And it would remember every member that a list names, in case the next row names the same: a tenth of a list's cost, for nothing.
 */
const sessionSettings = [
  "set idle_in_transaction_session_timeout = '60s'",
  "set plan_cache_mode = force_generic_plan",
  "set enable_memoize = off",
].join("; ");

/** Opens a pool of at most `max` connections; nothing connects before the first query. The name is shown in pg_stat_activity. */
export function openPool(connection: Connection, max: number, applicationName: string): pg.Pool {
  const pool = new pg.Pool({
    ...connection,
    max,
    application_name: applicationName,
    Client: PreparingClient,
    types,
    keepAlive: true,
    // Several reads may be under way on one connection (see shared-reads.ts).
    pipeline: true,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
    onConnect: async (client: pg.ClientBase) => void (await client.query(sessionSettings)),
  } as pg.PoolConfig);
  // An idle connection that breaks is replaced by the pool; the next query tells if the server is really gone.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}

export function openDatabase(pool: pg.Pool): Database {
  const connect = connectPatiently(pool);
  const guardedPool: PostgresPool = {
    connect: async () => guard(await connect()),
    end: () => pool.end(),
    options: pool.options,
  };
  const database = new Kysely<DB>({ dialect: new PostgresDialect({ pool: guardedPool }) });
  const reads = shareReads(async () => guard(await connect()) as unknown as ReadConnection);
  sharedReads.set(database, reads);
  return database;
}

const sharedReads = new WeakMap<Database, SharedReads>();

/** The shared reads of a database; none for a transaction, whose reads go down its own connection. */
export function sharedReadsOf(database: Database): SharedReads | undefined {
  return sharedReads.get(database);
}

/** Whether an error says that the transaction never began: the connection had broken before it was taken. */
export function neverBegan(error: unknown): boolean {
  return error instanceof Error && unbegun.has(error);
}
const unbegun = new WeakSet<Error>();

/**
 * The one place where the database's own troubles become refusals. A transaction's `begin` is not waited for: it leaves together
 * with the first statement, which fails where it failed.
 */
function guard(client: pg.PoolClient): PostgresPoolClient {
  let unknown: unknown;
  let isBroken = false;
  let beginning: Promise<unknown> | undefined;

  async function beginFailed(): Promise<boolean> {
    try {
      await beginning;
      return false;
    } catch {
      return true;
    }
  }

  const guarded = {
    async query(text: string, values?: readonly unknown[]) {
      let commits = false;
      try {
        // What never began is not committed either; and it can be told for certain that nothing was.
        if (text === "commit") await beginning;
        commits = text === "commit";
        const answer = client.query(text, values as unknown[]);
        if (text !== "begin") return await answer;
        beginning = answer;
        answer.catch(() => {});
        return { command: "BEGIN", rows: [], rowCount: null };
      } catch (error) {
        forgetIfOutdated(error, text);
        isBroken ||= isConnectionTrouble(error);
        // After a commit that broke, the rollback fails as well; what happened to the commit is what must be told.
        const told = unknown ?? asRefusal(error, commits);
        if (commits) unknown = told;
        if (told instanceof Error && (await beginFailed())) unbegun.add(told);
        throw told;
      }
    },
    // The pool hears that a connection broke only when its socket closes, and would hand it to the next one until then.
    release: (destroy?: boolean) => client.release(destroy || isBroken),
  };
  // Kysely would also hand in cursors for streaming, which nobody uses here.
  return guarded as unknown as PostgresPoolClient;
}
