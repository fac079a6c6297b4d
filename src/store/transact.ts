import type { Transaction as KyselyTransaction } from "kysely";
import { type Clock, RefusalError, type Result } from "../kernel/index.ts";
import type { Database } from "./database.ts";
import type { DB } from "./schema.ts";

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

/** Runs `work` in one transaction; see `Store.transact`. `onCommit` gets the events once they are durable. */
export async function runTransaction<T>(
  database: Database,
  clock: Clock,
  work: (tx: Transaction) => Promise<Result<T>>,
  onCommit: (events: readonly NewEvent[]) => void,
): Promise<Result<T>> {
  for (let attempt = 1; ; attempt += 1) {
    const events: NewEvent[] = [];
    let begun = false;
    try {
      const result = await database.transaction().execute(async (db) => {
        begun = true;
        const now = clock.now();
        const outcome = await work({ db, now, append: (event) => void events.push(event) });
        if (!outcome.ok) throw new RefusalError(outcome.error);
        if (events.length > 0) await writeEvents(db, now, events);
        return outcome;
      });
      if (events.length > 0) onCommit(events);
      return result;
    } catch (error) {
      if (!(error instanceof RefusalError)) throw error;
      // A connection that broke while it lay in the pool: nothing has been done yet, so another one is taken.
      const isStale = !begun && error.refusal.code === "database-unavailable";
      if (!isStale || attempt === mostAttempts) return { ok: false, error: error.refusal };
    }
  }
}

async function writeEvents(db: KyselyTransaction<DB>, now: Date, events: readonly NewEvent[]): Promise<void> {
  await db
    .insertInto("event")
    .values(
      events.map((event) => ({
        community_id: event.communityId,
        at: event.at ?? now,
        kind: event.kind,
        actor_id: event.actorId,
        subject: event.subject,
        subject_id: event.subjectId,
        data: JSON.stringify(event.data ?? {}),
      })),
    )
    .execute();
}
