import { sql } from "kysely";
import type { Database } from "./database.ts";

/** How the lasting part of this installation is. */
export interface Health {
  /** The newest migration that was run. */
  readonly migration: number;
  readonly readers: readonly ReaderHealth[];
  readonly jobs: JobsHealth;
  /** Connections of all processes to this database. */
  readonly connections: { readonly active: number; readonly idle: number };
}

export interface ReaderHealth {
  readonly name: string;
  /** Events that it has not handled yet; `mostCounted` stands for that many or more. */
  readonly behind: number;
  /** When the oldest of those happened. */
  readonly oldestAt: Date | null;
  /** What it stumbled over at its last try. */
  readonly failure: string | null;
}

export interface JobsHealth {
  /** Due or to come. */
  readonly waiting: number;
  readonly running: number;
  /** Failed at least once and will be tried again. */
  readonly retrying: number;
  /** Given up after the last try. */
  readonly failed: number;
}

/** Counting further would cost more than it tells. */
export const mostCounted = 10_000;

/** Whether the database answers: the number of its newest migration. Throws the store's own refusals where it does not. */
export async function readMigration(database: Database): Promise<number> {
  const { rows } = await sql<{ number: number }>`select coalesce(max(number), 0) as number from migration`.execute(
    database,
  );
  return rows[0]?.number ?? 0;
}

/** Figures for operators: no names, no texts. */
export async function readHealth(database: Database): Promise<Health> {
  const [migration, readers, jobs, connections] = await Promise.all([
    readMigration(database),
    sql<ReaderHealth>`
      select r.name, waiting.behind, waiting.oldest as "oldestAt", r.failure
      from event_reader r
      cross join lateral (
        select count(*) as behind, min(at) as oldest from (
          select at from event where (tx, id) > (r.position_tx, r.position_id) order by tx, id limit ${mostCounted}) e
      ) waiting
      order by r.name limit 100`.execute(database),
    sql<JobsHealth>`
      select count(*) filter (where locked_at is null and attempts < max_attempts and last_error is null) as waiting,
        count(*) filter (where locked_at is not null) as running,
        count(*) filter (where locked_at is null and attempts < max_attempts and last_error is not null) as retrying,
        count(*) filter (where locked_at is null and attempts >= max_attempts) as failed
      from graphile_worker.jobs`.execute(database),
    sql<Health["connections"]>`
      select count(*) filter (where state = 'active') as active, count(*) filter (where state <> 'active') as idle
      from pg_stat_activity where datname = current_database()`.execute(database),
  ]);
  return {
    migration,
    readers: readers.rows,
    jobs: jobs.rows[0] ?? { waiting: 0, running: 0, retrying: 0, failed: 0 },
    connections: connections.rows[0] ?? { active: 0, idle: 0 },
  };
}
