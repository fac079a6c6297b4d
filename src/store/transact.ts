import { type Transaction as KyselyTransaction, sql } from "kysely";
import { type Clock, RefusalError, type Result } from "../kernel/index.ts";
import { type Database, neverBegan } from "./database.ts";
import type { DB } from "./schema.ts";
import { type Slots, statement } from "./statement.ts";
import { openLine } from "./transaction-line.ts";

/** A change of state, as it is told to the event log: people and texts by id only, never their words or names. */
export interface NewEvent {
  readonly communityId: number;
  /** What happened, as `subject.past-participle`: `answer.confirmed`. */
  readonly kind: string;
  /** The member who did it; null for Kith itself. */
  readonly actorId: number | null;
  /** What it happened to: `question`, `answer`, `member` … */
  readonly subject: string;
  readonly subjectId: number;
  /** Ids and figures only. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** When it happened, where that was before the transaction: see `atMoment`. */
  readonly at?: Date;
}

const mostAttempts = 3;

/**
 * The right to write. Only `Store.transact` makes one; whoever has it can change rows and must append what it changed.
 * `now` is one moment for the whole transaction.
 */
export interface Transaction {
  readonly db: KyselyTransaction<DB>;
  readonly now: Date;
  append(event: NewEvent): void;
}

/**
 * Runs `work` in one transaction; see `Store.transact`. `onCommit` gets the events once they are durable. The events and the commit
 * leave in one packet: where the database refuses the events, it takes that commit as a rollback.
 */
export async function runTransaction<T>(
  database: Database,
  clock: Clock,
  work: (tx: Transaction) => Promise<Result<T>>,
  onCommit: (events: readonly NewEvent[]) => void,
): Promise<Result<T>> {
  for (let attempt = 1; ; attempt += 1) {
    const events: NewEvent[] = [];
    let written: Promise<void> = Promise.resolve();
    try {
      const result = await database.transaction().execute(async (db) => {
        const now = clock.now();
        await openLine(db);
        const outcome = await work({ db, now, append: (event) => void events.push(event) });
        if (!outcome.ok) throw new RefusalError(outcome.error);
        if (events.length > 0) written = writeEvents(db, now, events);
        written.catch(() => {});
        return outcome;
      });
      await written;
      if (events.length > 0) onCommit(events);
      return result;
    } catch (caught) {
      const error = await whyNot(caught, written);
      if (!(error instanceof RefusalError)) throw error;
      // A connection that broke while it lay in the pool: nothing has been done yet, so another one is taken.
      const isStale = neverBegan(error) && error.refusal.code === "database-unavailable";
      if (!isStale || attempt === mostAttempts) return { ok: false, error: error.refusal };
    }
  }
}

/** What broke a transaction: the events, where they were refused; but a connection that broke in the commit says more. */
async function whyNot(caught: unknown, written: Promise<void>): Promise<unknown> {
  if (caught instanceof RefusalError) return caught;
  return written.then(
    () => caught,
    (refused) => refused,
  );
}

const insertEvents = statement(
  (
    db,
    slot: Slots<
      Record<"communities" | "ats" | "kinds" | "actors" | "subjects" | "subjectIds" | "data", unknown[]> & { now: Date }
    >,
  ) => {
    const text = sql<never>`
      insert into event (recorded_at, community_id, at, kind, actor_id, subject, subject_id, data)
      select ${slot("now")}::timestamptz, * from unnest(${slot("communities")}::bigint[], ${slot("ats")}::timestamptz[], ${slot("kinds")}::text[],
        ${slot("actors")}::bigint[], ${slot("subjects")}::text[], ${slot("subjectIds")}::bigint[], ${slot("data")}::jsonb[])`;
    return { compile: () => text.compile(db) };
  },
);

/** Most transactions have one thing to tell; without arrays it costs a tenth less. */
const insertEvent = statement((db, slot: Slots<Required<Omit<NewEvent, "data">> & { now: Date; data: string }>) => {
  const text = sql<never>`
    insert into event (recorded_at, community_id, at, kind, actor_id, subject, subject_id, data)
    values (${slot("now")}, ${slot("communityId")}, ${slot("at")}, ${slot("kind")}, ${slot("actorId")}, ${slot("subject")},
      ${slot("subjectId")}, ${slot("data")})`;
  return { compile: () => text.compile(db) };
});

/** One statement for any number of events, in the order in which they were appended. */
export async function writeEvents(db: KyselyTransaction<DB>, now: Date, events: readonly NewEvent[]): Promise<void> {
  const [first] = events;
  if (first && events.length === 1) {
    await insertEvent(db, { ...first, now, at: first.at ?? now, data: JSON.stringify(first.data ?? {}) });
    return;
  }
  await insertEvents(db, {
    now,
    communities: events.map((event) => event.communityId),
    ats: events.map((event) => event.at ?? now),
    kinds: events.map((event) => event.kind),
    actors: events.map((event) => event.actorId),
    subjects: events.map((event) => event.subject),
    subjectIds: events.map((event) => event.subjectId),
    data: events.map((event) => JSON.stringify(event.data ?? {})),
  });
}
