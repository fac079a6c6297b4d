import pg from "pg";
import { hasForeignOrder } from "../event-order.ts";
import { jobSchemaVersion } from "../jobs.ts";
import { listMigrations, type Migration } from "../migrate.ts";
import { migrationsFolder } from "../migrations-folder.ts";

/** What a database says of itself. Parts that it cannot say, because tables are missing or may not be read, are null. */
export interface DatabaseFacts {
  readonly server: ServerFacts;
  readonly schema: SchemaFacts;
  readonly readers: readonly ReaderFacts[] | null;
  readonly jobs: JobFacts | null;
  readonly outbox: OutboxFacts | null;
}

export interface ServerFacts {
  readonly version: string;
  readonly majorVersion: number;
  readonly encoding: string;
  /** Its clock when asked, and ours in the middle of asking. */
  readonly now: Date;
  readonly askedAt: Date;
  readonly isStandby: boolean;
  /** Version of the Citus extension; null without it. */
  readonly citus: string | null;
  readonly connections: number;
  readonly mostConnections: number;
  /** Pages whose checksum did not fit, since the statistics were last reset. */
  readonly checksumFailures: number;
  /** The oldest open transaction, in seconds: event readers wait for it. */
  readonly oldestTransactionSeconds: number;
  readonly preparedTransactions: number;
  /** Whether a Kith serves from it now. */
  readonly isServed: boolean;
}

export interface SchemaFacts {
  readonly done: readonly Migration[];
  readonly known: readonly Migration[];
  /** Version of the job library's own tables, and the one that this Kith needs. */
  readonly jobs: number;
  readonly jobsNeeded: number;
  readonly invalidIndexes: readonly string[];
  /** Whether events come from another server and are put in order at the next start. */
  readonly foreignOrder: boolean;
  /** Whether this account may make tables. */
  readonly mayCreate: boolean;
}

export interface ReaderFacts {
  readonly name: string;
  /** 10,000 stands for that many or more. */
  readonly behind: number;
  readonly oldestSeconds: number;
  readonly failure: string | null;
}

export interface JobFacts {
  readonly failed: number;
  readonly retrying: number;
  /** How long the oldest job that is due has waited. */
  readonly overdueSeconds: number;
  readonly failure: string | null;
}

export interface OutboxFacts {
  readonly failed: number;
  readonly waiting: number;
  readonly oldestWaitingSeconds: number;
  readonly failure: string | null;
}

const deadlineMs = 10_000;

/** Connects once, asks everything, and leaves; nothing is changed. Throws pg's own error where it cannot connect. */
export async function inspectDatabase(connection: pg.ClientConfig, now: () => Date): Promise<DatabaseFacts> {
  const client = new pg.Client({
    ...connection,
    application_name: "kith doctor",
    connectionTimeoutMillis: deadlineMs,
    query_timeout: deadlineMs,
  });
  client.on("error", () => {});
  await client.connect();
  try {
    return {
      server: await readServer(client, now),
      schema: await readSchema(client),
      readers: await rowsOrNull<ReaderFacts>(client, readersQuery),
      jobs: (await rowsOrNull<JobFacts>(client, jobsQuery))?.[0] ?? null,
      outbox: (await rowsOrNull<OutboxFacts>(client, outboxQuery))?.[0] ?? null,
    };
  } finally {
    await client.end().catch(() => {});
  }
}

async function readServer(client: pg.Client, now: () => Date): Promise<ServerFacts> {
  const before = now().getTime();
  const { rows } = await client.query("select clock_timestamp() as now");
  const askedAt = new Date((before + now().getTime()) / 2);
  const { rows: facts } = await client.query(`
    select split_part(current_setting('server_version'), ' ', 1) as version,
      current_setting('server_version_num')::int / 10000 as "majorVersion",
      (select pg_encoding_to_char(encoding) from pg_database where datname = current_database()) as encoding,
      pg_is_in_recovery() as "isStandby",
      (select extversion from pg_extension where extname = 'citus') as citus,
      (select count(*)::int from pg_stat_activity where backend_type = 'client backend') as connections,
      current_setting('max_connections')::int as "mostConnections",
      (select coalesce(sum(checksum_failures), 0)::int from pg_stat_database) as "checksumFailures",
      (select coalesce(extract(epoch from clock_timestamp() - min(xact_start)), 0)::int from pg_stat_activity
        where pid <> pg_backend_pid() and backend_xid is not null) as "oldestTransactionSeconds",
      (select count(*)::int from pg_prepared_xacts) as "preparedTransactions",
      exists (select from pg_stat_activity where application_name like 'kith serv%') as "isServed"`);
  return { ...facts[0], now: rows[0].now, askedAt };
}

async function readSchema(client: pg.Client): Promise<SchemaFacts> {
  const done = await rowsOrNull<Migration>(client, "select number, name from migration order by number");
  const jobs = await rowsOrNull<{ version: number }>(
    client,
    "select max(id) as version from graphile_worker.migrations",
  );
  const order = await rowsOrNull<{ foreign: boolean }>(client, `select ${hasForeignOrder} as foreign`);
  const { rows } = await client.query(`
    select has_schema_privilege(current_schema(), 'create') as "mayCreate",
      array(select indexrelid::regclass::text from pg_index where not indisvalid order by 1) as "invalidIndexes"`);
  return {
    done: done ?? [],
    known: await listMigrations(migrationsFolder),
    jobs: jobs?.[0]?.version ?? 0,
    jobsNeeded: jobSchemaVersion,
    foreignOrder: order?.[0]?.foreign ?? false,
    ...rows[0],
  };
}

const readersQuery = `
  select name, failure, behind::int, coalesce(extract(epoch from clock_timestamp() - oldest), 0)::int as "oldestSeconds"
  from event_reader cross join lateral (
    select count(*) as behind, min(at) as oldest from (
      select at from event where (tx, id) > (position_tx, position_id) order by event.tx, event.id limit 10000) as ahead
  ) as lag
  order by name limit 100`;

const jobsQuery = `
  select count(*) filter (where attempts >= max_attempts)::int as failed,
    count(*) filter (where attempts < max_attempts and last_error is not null)::int as retrying,
    coalesce(extract(epoch from clock_timestamp()
      - min(run_at) filter (where locked_at is null and attempts < max_attempts and run_at < clock_timestamp())), 0)::int
      as "overdueSeconds",
    (select task_identifier || ': ' || last_error from graphile_worker.jobs where last_error is not null
      order by updated_at desc limit 1) as failure
  from graphile_worker.jobs`;

const outboxQuery = `
  select count(*) filter (where state = 'failed')::int as failed,
    count(*) filter (where state = 'waiting')::int as waiting,
    coalesce(extract(epoch from clock_timestamp() - min(created_at) filter (where state = 'waiting')), 0)::int
      as "oldestWaitingSeconds",
    (select failure from outbox where state = 'failed' order by id desc limit 1) as failure
  from outbox`;

/** Null where a table, schema or column is missing, or may not be read. */
async function rowsOrNull<Row>(client: pg.Client, text: string): Promise<Row[] | null> {
  try {
    return (await client.query(text)).rows;
  } catch (error) {
    const code = (error as { code?: string }).code ?? "";
    if (["42P01", "3F000", "42703", "42501"].includes(code)) return null;
    throw error;
  }
}
