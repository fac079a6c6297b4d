import { sql } from "kysely";
import type { Clock, Log } from "../kernel/index.ts";
import type { Database } from "./database.ts";
import type { Hints } from "./hints.ts";
import type { Transaction } from "./transact.ts";

/** An event as a reader gets it. */
export interface StoredEvent {
  readonly communityId: number;
  readonly id: number;
  readonly at: Date;
  readonly kind: string;
  readonly actorId: number | null;
  readonly subject: string;
  readonly subjectId: number;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Something that follows the event log: what it does with a batch is committed together with its new position. */
export interface EventReader {
  /** Names the saved position; never changed once released. */
  readonly name: string;
  handle(events: readonly StoredEvent[], tx: Transaction): Promise<void>;
}

const batchSize = 500;
const lookEveryMs = 3_000;

/**
 * Lets a reader handle its next events, in one transaction with its position. Where another process is at it, does nothing.
 * Reads up to the oldest transaction still running (`pg_snapshot_xmin`), so that an event committed late is never passed over.
 * Returns how many it handled.
 */
export async function readOnce(database: Database, clock: Clock, reader: EventReader): Promise<number> {
  return database.transaction().execute(async (db) => {
    const now = clock.now();
    await sql`insert into event_reader (name, updated_at) values (${reader.name}, ${now}) on conflict do nothing`.execute(
      db,
    );
    const [position] = (
      await sql<{ tx: string; id: number }>`
        select position_tx::text as tx, position_id as id from event_reader where name = ${reader.name} for update skip locked`.execute(
        db,
      )
    ).rows;
    if (!position) return 0;
    const { rows } = await sql<StoredEvent & { tx: string }>`
      select community_id as "communityId", id, tx::text as tx, at, kind, actor_id as "actorId", subject,
        subject_id as "subjectId", data
      from event
      where (tx, id) > (${position.tx}::xid8, ${position.id}) and tx < pg_snapshot_xmin(pg_current_snapshot())
      order by tx, id limit ${batchSize}`.execute(db);
    const last = rows.at(-1);
    if (!last) return 0;
    await reader.handle(rows, { db, now, append: refuseToAppend });
    await sql`
      update event_reader set position_tx = ${last.tx}::xid8, position_id = ${last.id}, updated_at = ${now}, failure = null
      where name = ${reader.name}`.execute(db);
    return rows.length;
  });
}

function refuseToAppend(): never {
  throw new Error("a reader changes only what it keeps for itself and appends no events");
}

/** Follows the log for as long as the process lives: at each hint, and every three seconds without one. */
export function follow(
  database: Database,
  clock: Clock,
  hints: Hints,
  log: Log,
  reader: EventReader,
): { stop(): Promise<void> } {
  let stopped = false;
  let wake: () => void = () => {};
  let hinted = true;
  const unsubscribe = hints.subscribe(() => {
    hinted = true;
    wake();
  });

  async function run(): Promise<void> {
    while (!stopped) {
      hinted = false;
      let handled = 0;
      try {
        handled = await readOnce(database, clock, reader);
      } catch (error) {
        log.error({ err: error, reader: reader.name }, "an event reader failed; it tries again");
        await recordFailure(database, reader.name, error).catch(() => {});
        await sleep(lookEveryMs);
        continue;
      }
      if (handled === 0 && !hinted && !stopped) await sleep(lookEveryMs);
    }
  }

  function sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  const running = run();
  return {
    async stop() {
      stopped = true;
      unsubscribe();
      wake();
      await running;
    },
  };
}

async function recordFailure(database: Database, name: string, error: unknown): Promise<void> {
  const failure = error instanceof Error ? error.message : String(error);
  await sql`update event_reader set failure = ${failure.slice(0, 500)} where name = ${name}`.execute(database);
}
