import { sql } from "kysely";
import { type Clock, type Log, RefusalError } from "../kernel/index.ts";
import { createAlarm } from "./alarm.ts";
import type { Database } from "./database.ts";
import type { Hints } from "./hints.ts";
import { type NewEvent, type Transaction, writeEvents } from "./transact.ts";
import { openLine } from "./transaction-line.ts";

/** An event as a reader gets it. */
export interface StoredEvent {
  readonly communityId: number;
  readonly id: number;
  /** When it happened. */
  readonly at: Date;
  /** When it was written down: later than `at` where an import or a restored export brought it. */
  readonly recordedAt: Date;
  /** Whether a restored export brought it, and with it what became of it. */
  readonly restored: boolean;
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
  /**
   * Whether it acts on what it reads, and appends events of its own: they are committed with its new position, so that nothing is
   * done twice. Such a reader meets its own events later, and is not to be rebuilt from the log. Others only keep what they derive.
   */
  readonly acts?: boolean;
  /** Where what it keeps may be a little old: it looks so often only, and not at each hint, so that nobody's commit costs its work. */
  readonly lookEveryMs?: number;
  /** `touch` takes topics of what it changes without an event; they are hinted once that is committed. */
  handle(events: readonly StoredEvent[], tx: Transaction, touch: (topic: string) => void): Promise<void>;
}

/** Advisory locks of readers: "kitr" in ASCII, and a hash of the reader's name. */
const readerLock = 0x6b697472;

const batchSize = 500;
/** One that acts writes much for an event, and while it writes the others wait for its transaction: so it takes fewer at once. */
const actingBatchSize = 100;
const lookEveryMs = 3_000;
/** How long a reader waits at a hint for more to come: what happens meanwhile is handled in one transaction. */
const gatherMs = 200;
const shortestPauseMs = 10;
const longestPauseMs = 60_000;

/**
 * Lets a reader handle its next events (500 at most), in one transaction with its position; does nothing where another process is
 * at it. Reads up to the oldest transaction still running, so that an event committed late is never passed over
 * (docs/decisions/0004-event-order.md). Returns how many it handled.
 */
export async function readOnce(database: Database, clock: Clock, reader: EventReader): Promise<number> {
  return (await readBatch(database, clock, reader)).handled;
}

interface Batch {
  readonly handled: number;
  /** What an acting reader appended. */
  readonly appended: readonly NewEvent[];
  /** Whether there are events beyond those: more of them, or ones held back by a transaction that still runs. */
  readonly more: boolean;
  /** Whether it took as many at once as it takes. */
  readonly full: boolean;
  /** Topics of what the reader changed. */
  readonly touched: readonly string[];
}

const nothing: Batch = { handled: 0, appended: [], more: false, full: false, touched: [] };

async function readBatch(database: Database, clock: Clock, reader: EventReader): Promise<Batch> {
  if (!(await hasMore(database, clock, reader.name))) return nothing;
  const most = reader.acts ? actingBatchSize : batchSize;
  return database.transaction().execute(async (db) => {
    await openLine(db);
    // An advisory lock rather than a row lock: that would give this transaction a number, which holds back other readers. And nobody
    // waits for the disk here: what a crash takes away it takes together with the position, and it is read once more. Whoever builds
    // on it commits later, and so brings it to the disk first.
    const { rows: locks } = await sql<{ taken: boolean }>`
      select pg_try_advisory_xact_lock(${readerLock}, hashtext(${reader.name})) as taken,
        set_config('synchronous_commit', 'off', true)`.execute(db);
    if (!locks[0]?.taken) return nothing;
    const { rows } = await sql<StoredEvent & { tx: string }>`
      select community_id as "communityId", id, tx::text as tx, at, recorded_at as "recordedAt", restored, kind, actor_id as "actorId", subject,
        subject_id as "subjectId", data
      from event
      where (tx, id) > (select position_tx, position_id from event_reader where name = ${reader.name})
        and tx < pg_snapshot_xmin(pg_current_snapshot())
      order by event.tx, event.id limit ${most}`.execute(db);
    const last = rows.at(-1);
    if (!last) return { ...nothing, more: true };
    const now = clock.now();
    const appended: NewEvent[] = [];
    const touched = new Set<string>();
    const append = reader.acts ? (event: NewEvent) => void appended.push(event) : refuseToAppend;
    await reader.handle(rows, { db, now, append }, (topic) => touched.add(topic));
    if (appended.length > 0) await writeEvents(db, now, appended);
    await sql`
      update event_reader set position_tx = ${last.tx}::xid8, position_id = ${last.id}, updated_at = ${now}, failure = null
      where name = ${reader.name}`.execute(db);
    return { handled: rows.length, appended, more: true, full: rows.length === most, touched: [...touched] };
  });
}

/**
 * Looks without a transaction whether there is anything at all beyond the reader's position, which a new reader gets first. With an
 * order and a limit, because a plain `exists` reads the whole log where nothing is beyond: 10 ms at 140,000 events, not 0.07.
 */
async function hasMore(database: Database, clock: Clock, name: string): Promise<boolean> {
  const { rows } = await sql<{ more: boolean }>`
    select (select true from event where (tx, id) > (position_tx, position_id) order by tx, id limit 1) is not null as more
    from event_reader where name = ${name}`.execute(database);
  if (rows[0]) return rows[0].more;
  await sql`insert into event_reader (name, updated_at) values (${name}, ${clock.now()}) on conflict do nothing`.execute(
    database,
  );
  return true;
}

function refuseToAppend(): never {
  throw new Error("a reader that does not act changes only what it keeps for itself and appends no events");
}

export interface Follower {
  stop(): Promise<void>;
}

/** Follows the log for as long as the process lives: a moment after each hint, and every three seconds without one. */
export function follow(database: Database, clock: Clock, hints: Hints, log: Log, reader: EventReader): Follower {
  const alarm = createAlarm();
  const pauseMs = reader.lookEveryMs ?? lookEveryMs;
  let stopped = false;
  let hinted = false;
  let waitsForHint = false;
  const unsubscribe = hints.subscribe(() => {
    hinted = reader.lookEveryMs === undefined;
    if (hinted && waitsForHint) alarm.ring();
  });

  async function run(): Promise<void> {
    let failures = 0;
    let heldBack = 0;
    while (!stopped) {
      hinted = false;
      try {
        const { handled, appended, more, full, touched } = await readBatch(database, clock, reader);
        if (appended.length > 0) hints.send(appended);
        hints.touch(touched);
        failures = 0;
        heldBack = handled === 0 && more ? heldBack + 1 : 0;
        // What a running transaction holds back comes when that has ended, and nobody says when.
        if (heldBack > 0) await rest(Math.min(shortestPauseMs * 2 ** heldBack, pauseMs));
        else if (!more) await untilSomethingHappens();
        // In a busy second something has always come meanwhile: many small transactions would cost several times as much.
        else if (!full) await rest(gatherMs);
      } catch (error) {
        failures += 1;
        log.error({ err: error, reader: reader.name, failures }, "an event reader failed; it tries again");
        await recordFailure(database, reader.name, error);
        await rest(Math.min(1_000 * 2 ** (failures - 1), longestPauseMs));
      }
    }
  }

  async function untilSomethingHappens(): Promise<void> {
    if (!hinted) {
      waitsForHint = true;
      await rest(pauseMs);
      waitsForHint = false;
    }
    if (hinted) await rest(gatherMs);
  }

  async function rest(ms: number): Promise<void> {
    if (!stopped) await alarm.rest(ms);
  }

  const running = run();
  return {
    async stop() {
      stopped = true;
      unsubscribe();
      alarm.ring();
      await running;
    },
  };
}

/** Shows an administrator what a reader stumbles over; a database that is away is not the reader's failure. */
async function recordFailure(database: Database, name: string, error: unknown): Promise<void> {
  if (error instanceof RefusalError && error.refusal.code.startsWith("database-")) return;
  const failure = (error instanceof Error ? error.message : String(error)).slice(0, 500);
  await sql`update event_reader set failure = ${failure} where name = ${name}`.execute(database).catch(() => {});
}
