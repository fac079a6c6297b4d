import path from "node:path";
import type { Runner } from "graphile-worker";
import type pg from "pg";
import type { Clock, Configuration, Log, Result } from "../kernel/index.ts";
import { type Database, openDatabase, openPool } from "./database.ts";
import { chooseOwner, initialiseCluster, preparePlaces, startServer, stopServer } from "./embedded/index.ts";
import { type EventReader, follow } from "./event-reader.ts";
import { type Hints, openHints } from "./hints.ts";
import { type JobKind, prepareJobs, startJobs } from "./jobs.ts";
import { migrate } from "./migrate.ts";
import { bePresent, type Presence } from "./presence.ts";
import { runTransaction, type Transaction } from "./transact.ts";

/** Everything lasting: reads, writes in transactions, live hints, followers of the event log, jobs. */
export interface Store {
  /** For reads. */
  readonly database: Database;
  readonly clock: Clock;
  readonly hints: Hints;
  /**
   * Runs `work` in one transaction and appends its events in the same one. A refusal that `work` answers with, or that is thrown,
   * rolls back everything and comes back as the result; any other error rolls back and is thrown.
   */
  transact<T>(work: (tx: Transaction) => Promise<Result<T>>): Promise<Result<T>>;
  /** Follows the event log until the store is closed. */
  follow(reader: EventReader): void;
  // biome-ignore lint/suspicious/noExplicitAny: each kind has its own payload
  startJobs(kinds: readonly JobKind<any>[]): Promise<void>;
  /** Ends what was started, waits for what is under way, and, as the last one at an embedded server, stops it. */
  close(): Promise<void>;
}

export interface StoreOptions {
  readonly configuration: Pick<Configuration, "databaseUrl" | "dataFolder">;
  readonly clock: Clock;
  readonly log: Log;
  /** Whether this process is the one that serves this data folder, of which there is one. */
  readonly serving: boolean;
  /** Folder of the numbered migrations. */
  readonly migrations: string;
  readonly applicationName?: string;
}

/** Opens the database of the configuration, starting the embedded server where there is no DATABASE_URL, and migrates it. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { configuration, clock, log } = options;
  const server = configuration.databaseUrl ? null : await openEmbedded(configuration.dataFolder, options.serving, log);
  const connection = server ? server.connection : { connectionString: configuration.databaseUrl as string };
  const pool = openPool({ ...connection, max: 12, applicationName: options.applicationName ?? "kith" });
  try {
    await migrate(pool, options.migrations, clock.now());
    await prepareJobs(pool);
  } catch (error) {
    await pool.end();
    await server?.close();
    throw error;
  }
  return assemble(pool, server, clock, log);
}

function assemble(pool: pg.Pool, server: Embedded | null, clock: Clock, log: Log): Store {
  const database = openDatabase(pool);
  const hints = openHints(pool, log);
  const followers: { stop(): Promise<void> }[] = [];
  let runner: Runner | null = null;
  return {
    database,
    clock,
    hints,
    transact: (work) => runTransaction(database, clock, work, hints.send),
    follow: (reader) => void followers.push(follow(database, clock, hints, log, reader)),
    async startJobs(kinds) {
      runner = await startJobs(pool, log, kinds);
    },
    async close() {
      await Promise.all(followers.map((follower) => follower.stop()));
      await runner?.stop();
      await hints.stop();
      await pool.end();
      await server?.close();
    },
  };
}

interface Embedded {
  readonly connection: { readonly host: string; readonly user: string; readonly database: string };
  close(): Promise<void>;
}

const superviseEveryMs = 500;

/** Starts or finds the embedded server, takes a place at it, and starts it again should it die while this process serves. */
async function openEmbedded(dataFolder: string, serving: boolean, log: Log): Promise<Embedded> {
  const owner = chooseOwner();
  const places = preparePlaces(path.resolve(dataFolder), owner);
  const connection = { host: places.socket, user: "kith", database: "postgres" };
  const arrive = async (): Promise<Presence> => {
    initialiseCluster(places, owner);
    await startServer(places, owner);
    return bePresent({ ...connection, application_name: "kith presence" }, serving);
  };
  let presence = await arriveInTime(arrive);
  let closed = false;
  let supervision: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    supervision = supervision.then(async () => {
      if (closed || presence.held()) return;
      log.error("PostgreSQL is gone; starting it again");
      presence = await arriveInTime(arrive).catch((error) => {
        log.error({ err: error }, "PostgreSQL could not be started again yet");
        return presence;
      });
    });
  }, superviseEveryMs);
  return {
    connection,
    async close() {
      closed = true;
      clearInterval(timer);
      await supervision;
      if (await presence.leave()) await stopServer(places);
    },
  };
}

/** A server that is being stopped by the last one to leave refuses whoever comes just then; they come again. */
async function arriveInTime(arrive: () => Promise<Presence>): Promise<Presence> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await arrive();
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? "";
      const passing = ["57P03", "57P01", "ECONNREFUSED", "ENOENT", "ECONNRESET"].includes(code);
      if (!passing || attempt > 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
