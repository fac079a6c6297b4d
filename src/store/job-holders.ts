import type pg from "pg";
import type { Log } from "../kernel/index.ts";
import type { StandingConnection } from "./standing-connection.ts";

/** Advisory locks of the processes that work off jobs: "kitk" in ASCII, and a hash of the name under which they hold jobs. */
const holderLock = 0x6b69746b;

const lookEveryMs = 15_000;

/**
 * Knows which holders of begun jobs still live: each shows it by an advisory lock in a session of its own, which PostgreSQL ends
 * with the process. The job library by itself would leave a killed process's jobs lying for four hours.
 */
export interface JobHolders {
  /** Says that this process holds jobs under this name. */
  hold(name: string): Promise<void>;
  /** Says that it no longer does: what is still held under this name was abandoned. */
  letGo(name: string): Promise<void>;
  stop(): void;
}

/**
 * Looks every 15 seconds for jobs of dead holders, and frees them at the second look: a living one may have lost its session for a
 * moment. Where this process is known to be the only one with jobs (`alone`), others' jobs are freed at once.
 */
export function openJobHolders(pool: pg.Pool, standing: StandingConnection, alone: boolean, log: Log): JobHolders {
  const own = new Set<string>();
  let suspected = new Set<string>();
  let stopped = false;

  async function lock(client: pg.Client, name: string): Promise<void> {
    // Shared, so that two names with one hash do not wait for each other.
    await client.query("select pg_advisory_lock_shared($1, hashtext($2))", [holderLock, name]);
  }

  async function look(): Promise<void> {
    const { rows } = await pool.query(
      "select distinct locked_by as name from graphile_worker.jobs where locked_by is not null limit 1000",
    );
    const found = new Set<string>();
    for (const { name } of rows as { name: string }[]) if (!own.has(name) && (await isDead(name))) found.add(name);
    const dead = [...found].filter((name) => alone || suspected.has(name));
    suspected = found;
    if (dead.length === 0) return;
    await pool.query("select graphile_worker.force_unlock_workers($1::text[])", [dead]);
    // As the library says it of new jobs, so that they are begun now rather than at its next look.
    await pool.query(`select pg_notify('jobs:insert', '{"count": 2}')`);
    log.warn({ holders: dead }, "jobs that a killed process had begun are freed");
  }

  async function isDead(name: string): Promise<boolean> {
    const { rows } = await pool.query("select pg_try_advisory_xact_lock($1, hashtext($2)) as free", [holderLock, name]);
    return rows[0].free;
  }

  const lookSafely = () =>
    void look().catch((error) => {
      // At the end the connections go while it still looks.
      if (!stopped) log.warn({ err: error }, "abandoned jobs were not looked for");
    });
  const timer = setInterval(lookSafely, lookEveryMs);
  const ready = standing.use(async (client) => {
    for (const name of own) await lock(client, name);
  });

  return {
    async hold(name) {
      await ready;
      own.add(name);
      await standing.withClient((client) => lock(client, name));
      lookSafely();
    },
    async letGo(name) {
      own.delete(name);
      await standing.withClient((client) =>
        client.query("select pg_advisory_unlock_shared($1, hashtext($2))", [holderLock, name]),
      );
    },
    stop() {
      stopped = true;
      clearInterval(timer);
    },
  };
}
