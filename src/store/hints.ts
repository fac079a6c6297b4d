import type pg from "pg";
import type { Log } from "../kernel/index.ts";
import type { NewEvent } from "./transact.ts";

const channel = "kith_event";
const listenAgainMs = 1_000;

/** Tells every process, this one included, that something happened: a hint to look, never the thing itself. */
export interface Hints {
  /** Calls `listener` with a topic such as `1:question:12` after each commit that touched it; returns how to stop. */
  subscribe(listener: (topics: readonly string[]) => void): () => void;
  /** Sends the topics of committed events, those of one turn of the event loop together. */
  send(events: readonly NewEvent[]): void;
  stop(): Promise<void>;
}

/** The topic of everything that happens to one subject of a community. */
export function topicOf(communityId: number, subject: string, subjectId: number): string {
  return `${communityId}:${subject}:${subjectId}`;
}

/** An event touches its subject, and whatever its data names: `questionId: 12` is the topic of question 12. */
function topicsOf(event: NewEvent): string[] {
  const named = Object.entries(event.data ?? {}).flatMap(([key, value]) =>
    key.endsWith("Id") && typeof value === "number" ? [topicOf(event.communityId, key.slice(0, -2), value)] : [],
  );
  return [topicOf(event.communityId, event.subject, event.subjectId), ...named];
}

/**
 * Hints go through LISTEN/NOTIFY after the commit rather than inside it: a NOTIFY in a transaction makes all commits wait for one
 * lock. A hint lost in a crash costs nothing, because readers also look by themselves every few seconds.
 */
export function openHints(pool: pg.Pool, log: Log): Hints {
  const listeners = new Set<(topics: readonly string[]) => void>();
  let waiting = new Set<string>();
  let sending: Promise<void> = Promise.resolve();
  let client: pg.PoolClient | null = null;
  let stopped = false;
  let retry: NodeJS.Timeout | undefined;

  async function listen(): Promise<void> {
    if (client || stopped) return;
    try {
      const connected = await pool.connect();
      client = connected;
      connected.on("notification", ({ payload }) => {
        const topics = (payload ?? "").split(" ");
        for (const listener of listeners) listener(topics);
      });
      connected.on("error", () => {
        client = null;
        connected.release(true);
        again();
      });
      await connected.query(`listen ${channel}`);
    } catch (error) {
      client = null;
      log.warn({ err: error }, "live hints are off until the database answers");
      again();
    }
  }

  function again(): void {
    if (!stopped) retry = setTimeout(() => void listen(), listenAgainMs);
  }

  function flush(): void {
    const topics = [...waiting];
    waiting = new Set();
    // A payload has at most 8,000 bytes (PostgreSQL, NOTIFY).
    for (let start = 0; start < topics.length; start += 100) {
      const payload = topics.slice(start, start + 100).join(" ");
      sending = sending
        .then(() => pool.query("select pg_notify($1, $2)", [channel, payload]))
        .then(
          () => {},
          () => {},
        );
    }
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      void listen();
      return () => listeners.delete(listener);
    },
    send(events) {
      if (waiting.size === 0) setImmediate(flush);
      for (const event of events) for (const topic of topicsOf(event)) waiting.add(topic);
    },
    async stop() {
      stopped = true;
      clearTimeout(retry);
      await sending;
      client?.release(true);
      client = null;
    },
  };
}
