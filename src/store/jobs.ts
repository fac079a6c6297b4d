import { EventEmitter } from "node:events";
import { Logger, type Runner, run, runMigrations, type TaskList, type WorkerEvents } from "graphile-worker";
import { sql } from "kysely";
import type pg from "pg";
import type { Log } from "../kernel/index.ts";
import { createAlarm } from "./alarm.ts";
import type { Database } from "./database.ts";
import { openJobHolders } from "./job-holders.ts";
import type { StandingConnection } from "./standing-connection.ts";
import type { Transaction } from "./transact.ts";

/** Work that is done after its transaction, by any process, at least once; it survives a crash. */
export interface JobKind<Payload> {
  readonly name: string;
  /** Is waited for at the end: where it may take long, it looks at `ending`, and leaves what is not done to the next start. */
  run(payload: Payload, ending?: AbortSignal): Promise<void>;
}

/** The newest migration of the job library (graphile-worker 0.18.0); a test compares it with what the library makes. */
export const jobSchemaVersion = 20;

/** Makes the job library's own tables (schema graphile_worker), which it does itself. */
export async function prepareJobs(pool: pg.Pool): Promise<void> {
  await runMigrations({ pgPool: pool, logger: quiet });
}

const quiet = new Logger(() => () => {});
const pollEveryMs = 5_000;
const startAgainMs = 2_000;
/** One may learn for an hour, and another wait for a mail server, while the third goes on. */
const concurrency = 3;

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

export interface JobRunner {
  /** Takes no new jobs, tells those under way, and waits for them. */
  stop(): Promise<void>;
}

export interface JobRunnerOptions {
  readonly pool: pg.Pool;
  readonly standing: StandingConnection;
  readonly log: Log;
  // biome-ignore lint/suspicious/noExplicitAny: each kind has its own payload
  readonly kinds: readonly JobKind<any>[];
  /** Whether no other process works off jobs of this database. */
  readonly alone: boolean;
}

/**
 * Works off jobs until stopped; failed ones come again with growing pauses, 25 times at most. Jobs that a killed process had begun
 * are freed for others. Should the job library give up, because the database was away at a bad moment, it is started again.
 */
export async function startJobs({ pool, standing, log, kinds, alone }: JobRunnerOptions): Promise<JobRunner> {
  const ending = new AbortController();
  const taskList: TaskList = Object.fromEntries(
    kinds.map((kind) => [kind.name, (payload: unknown) => kind.run(payload, ending.signal)]),
  );
  const holders = openJobHolders(pool, standing, alone, log);
  const alarm = createAlarm();
  let stopped = false;
  let holder = "";
  let runner = await begin().catch((error) => {
    holders.stop();
    throw error;
  });

  async function begin(): Promise<Runner> {
    const events: WorkerEvents = new EventEmitter();
    events.once("pool:create", ({ workerPool }) => {
      holder = workerPool.id;
    });
    const hasLooked = firstLook(events);
    const begun = await run({
      pgPool: pool,
      taskList,
      events,
      concurrency,
      noHandleSignals: true,
      pollInterval: pollEveryMs,
      logger: loggerTo(log),
    });
    void hasLooked.then((looked) => (looked ? null : begun.stop().catch(() => {})));
    await holders.hold(holder);
    return begun;
  }

  async function keep(): Promise<void> {
    while (!stopped) {
      try {
        await runner.promise;
      } catch (error) {
        log.error({ err: error }, "the jobs stopped");
      }
      await holders.letGo(holder);
      if (!stopped) await alarm.rest(startAgainMs);
      if (!stopped)
        await begin().then(
          (begun) => {
            runner = begun;
            log.info("the jobs go on");
          },
          (error) => log.error({ err: error }, "the jobs could not be started again yet"),
        );
    }
    // One that began while it was being stopped. It rejects where the runner has ended by itself.
    await runner.stop().catch(() => {});
  }

  const keeping = keep();
  return {
    async stop() {
      stopped = true;
      ending.abort();
      alarm.ring();
      // It rejects where the runner has ended by itself.
      await runner.stop().catch(() => {});
      await keeping;
      holders.stop();
    },
  };
}

/**
 * Whether the first look for jobs succeeded. The library asks for the numbers of the kinds of jobs just once, and keeps the answer
 * even where it is a failure (0.18.0): a runner whose first look failed never finds a job again, and another one is begun.
 */
function firstLook(events: WorkerEvents): Promise<boolean> {
  return new Promise((resolve) => {
    events.once("worker:getJob:error", () => resolve(false));
    events.once("worker:getJob:empty", () => resolve(true));
    events.once("job:start", () => resolve(true));
  });
}

function loggerTo(log: Log): Logger {
  return new Logger(() => (level, message, meta) => {
    if (level === "error") log.error({ meta }, message);
    else if (level === "warning") log.warn({ meta }, message);
  });
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

/** Whether the job of a key waits or is under way. */
export async function isJobWaiting(database: Database, key: string): Promise<boolean> {
  const { rows } = await sql<{ waits: boolean }>`
    select exists (select from graphile_worker.jobs where key = ${key}) as waits`.execute(database);
  return rows[0]?.waits ?? false;
}

/** Puts a job that failed at the front again; false where there is none such any more. */
export async function retryJob(database: Database, id: number): Promise<boolean> {
  const { rows } =
    await sql`select id from graphile_worker.reschedule_jobs(array[${id}]::bigint[], run_at => now())`.execute(
      database,
    );
  return rows.length > 0;
}
