import { Logger, type Runner, run, runMigrations, type TaskList } from "graphile-worker";
import { sql } from "kysely";
import type pg from "pg";
import type { Log } from "../kernel/index.ts";
import type { Database } from "./database.ts";
import type { Transaction } from "./transact.ts";

/** Work that is done after its transaction, by any process, at least once; it survives a crash. */
export interface JobKind<Payload> {
  readonly name: string;
  run(payload: Payload): Promise<void>;
}

/** Makes the job library's own tables (schema graphile_worker). */
export async function prepareJobs(pool: pg.Pool): Promise<void> {
  await runMigrations({ pgPool: pool, logger: quiet });
}

const quiet = new Logger(() => () => {});

/** Adds a job within the transaction; `key` keeps one waiting job a key. */
export async function enqueue<Payload extends object>(
  tx: Transaction,
  kind: Pick<JobKind<Payload>, "name">,
  payload: Payload,
  options: { readonly runAt?: Date; readonly key?: string } = {},
): Promise<void> {
  await sql`
    select graphile_worker.add_job(${kind.name}, payload => ${JSON.stringify(payload)}::json,
      run_at => ${options.runAt ?? null}::timestamptz, job_key => ${options.key ?? null}::text)`.execute(tx.db);
}

/** Works off jobs until stopped; failed ones come again with growing pauses, 25 times at most. */
// biome-ignore lint/suspicious/noExplicitAny: each kind has its own payload
export async function startJobs(pool: pg.Pool, log: Log, kinds: readonly JobKind<any>[]): Promise<Runner> {
  const taskList: TaskList = Object.fromEntries(
    kinds.map((kind) => [kind.name, (payload: unknown) => kind.run(payload)]),
  );
  const logger = new Logger(() => (level, message, meta) => {
    if (level === "error") log.error({ meta }, message);
    else if (level === "warning") log.warn({ meta }, message);
  });
  return run({ pgPool: pool, taskList, concurrency: 2, noHandleSignals: true, pollInterval: 5_000, logger });
}

/** What an administrator sees of the jobs. */
export interface JobRow {
  readonly id: number;
  readonly name: string;
  readonly attempts: number;
  readonly mostAttempts: number;
  readonly runAt: Date;
  readonly failure: string | null;
  readonly running: boolean;
}

/** The next 200 jobs by time. */
export async function listJobs(database: Database): Promise<JobRow[]> {
  const { rows } = await sql<JobRow>`
    select id, task_identifier as name, attempts, max_attempts as "mostAttempts", run_at as "runAt", last_error as failure,
      locked_at is not null as running
    from graphile_worker.jobs order by run_at limit 200`.execute(database);
  return rows;
}
