import type pg from "pg";
import type { Clock, Configuration, Log, Result } from "../kernel/index.ts";
import { type Connection, type Database, openDatabase, openPool } from "./database.ts";
import { type EmbeddedServer, openEmbedded } from "./embedded/index.ts";
import { type EventReader, type Follower, follow } from "./event-reader.ts";
import { type Hints, openHints } from "./hints.ts";
import { type JobKind, type JobRunner, startJobs } from "./jobs.ts";
import { prepareDatabase } from "./prepare-database.ts";
import { openStandingConnection } from "./standing-connection.ts";
import { runTransaction, type Transaction } from "./transact.ts";

/** Everything lasting: reads, writes in transactions, live hints, followers of the event log, jobs. */
export interface Store {
  /** For reads. */
  readonly database: Database;
  /** Where the database is, for a thread that opens connections of its own (`openReading`). */
  readonly connection: Connection;
  readonly clock: Clock;
  readonly hints: Hints;
  /** How the connections of this process are used right now. */
  poolUse(): PoolUse;
  /**
   * Runs `work` in one transaction and appends its events in the same one. A refusal that `work` answers with, or that is thrown,
   * rolls back everything and comes back as the result; any other error rolls back and is thrown. Where the database is away, the
   * result is one of the refusals that `Database` names, and the next transaction works as soon as it is back. Where the connection
   * turns out to have been dead before the transaction began, `work` runs again on another one: what it does besides writing to the
   * database may be done twice.
   */
  transact<T>(work: (tx: Transaction) => Promise<Result<T>>): Promise<Result<T>>;
  /** Follows the event log until the store is closed. */
  follow(reader: EventReader): void;
  /** Works off jobs until the store is closed. */
  // biome-ignore lint/suspicious/noExplicitAny: each kind has its own payload
  startJobs(kinds: readonly JobKind<any>[]): Promise<void>;
  /** Ends what was started, waits for what is under way, and, as the last one at an embedded server, stops it. */
  close(): Promise<void>;
}

/** Connections of one process to the database. */
export interface PoolUse {
  readonly open: number;
  readonly idle: number;
  /** Who waits for a connection because all are taken. */
  readonly waiting: number;
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

const mostConnections = 12;
const closeDeadlineMs = 10_000;

/** Opens the database of the configuration, starting the embedded server where there is no DATABASE_URL, and migrates it. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { configuration, clock, log, serving, applicationName = "kith" } = options;
  const { databaseUrl, dataFolder } = configuration;
  const server = databaseUrl === null ? await openEmbedded(dataFolder, serving, log) : null;
  const connection: Connection = server?.connection ?? { connectionString: databaseUrl ?? "" };
  const pool = openPool(connection, mostConnections, applicationName);
  try {
    await prepareDatabase(pool, options.migrations, clock.now(), log);
  } catch (error) {
    await pool.end();
    await server?.close();
    throw error;
  }
  return assemble({ pool, connection, server, clock, log, applicationName, alone: server !== null && serving });
}

interface Parts {
  readonly pool: pg.Pool;
  readonly connection: Connection;
  readonly server: EmbeddedServer | null;
  readonly clock: Clock;
  readonly log: Log;
  readonly applicationName: string;
  /** Whether this process is the only one that works off jobs. */
  readonly alone: boolean;
}

function assemble({ pool, connection, server, clock, log, applicationName, alone }: Parts): Store {
  const database = openDatabase(pool);
  const standing = openStandingConnection(connection, `${applicationName} standing`, log);
  const hints = openHints(pool, standing);
  const followers: Follower[] = [];
  const runners: JobRunner[] = [];
  let closing: Promise<void> | undefined;

  async function close(): Promise<void> {
    await Promise.all([...followers, ...runners].map((one) => one.stop()));
    await hints.stop();
    await standing.stop();
    await endPool(pool, log);
    await server?.close();
  }

  return {
    database,
    connection,
    clock,
    hints,
    poolUse: () => ({ open: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    transact: (work) => runTransaction(database, clock, work, hints.send),
    follow: (reader) => void followers.push(follow(database, clock, hints, log, reader)),
    startJobs: async (kinds) => void runners.push(await startJobs({ pool, standing, log, kinds, alone })),
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}

/** Waits for queries under way, but not for ever: one that waits for a lock must not keep a process from ending. */
async function endPool(pool: pg.Pool, log: Log): Promise<void> {
  const late = Promise.withResolvers<void>();
  const timer = setTimeout(() => {
    log.warn("some queries did not end in time and are left to the database");
    late.resolve();
  }, closeDeadlineMs);
  await Promise.race([pool.end(), late.promise]);
  clearTimeout(timer);
}
