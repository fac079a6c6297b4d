import { randomUUID } from "node:crypto";
import type pg from "pg";
import type { StandingConnection } from "./standing-connection.ts";
import type { NewEvent } from "./transact.ts";

const channel = "kith_event";
/** After a hint to other processes, what happens within this time goes out together: a busy second has hundreds of commits. */
const gatherMs = 25;
/** How long at least what was told is remembered, for pages that begin to listen a moment after they were made. */
const remembersMs = 30_000;

/** The topic that stands for all: hints may have been lost while the database was away. */
export const anyTopic = "*";

/** Tells every process, this one included, that something happened: a hint to look, never the thing itself. */
export interface Hints {
  /**
   * Calls `listener` with topics such as `1:question:12` after each commit that touched them, and with `anyTopic` alone where hints
   * may have been lost. Returns how to stop.
   */
  subscribe(listener: (topics: readonly string[]) => void): () => void;
  /** The topics of the last `ms`, as far as this process has listened; `anyTopic` alone where that is longer than it remembers. */
  recent(ms: number): readonly string[];
  /** Sends the topics of committed events: within this process those of one turn of the event loop together. */
  send(events: readonly NewEvent[]): void;
  /** Sends topics of what has changed without an event, such as what somebody has read. */
  touch(topics: readonly string[]): void;
  /** Waits until what was sent has left. */
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
 * lock. This process tells itself at once, and passes over its own when they come back. A hint lost in a crash costs nothing,
 * because readers also look by themselves every few seconds.
 */
export function openHints(pool: pg.Pool, standing: StandingConnection): Hints {
  /** Stands before the topics, so that a process knows its own hints. No topic begins so. */
  const sender = `@${randomUUID()}`;
  const listeners = new Set<(topics: readonly string[]) => void>();
  let fresh = new Set<string>();
  let waiting = new Set<string>();
  let gathering: NodeJS.Timeout | undefined;
  let sending: Promise<unknown> = Promise.resolve();
  let listening = false;
  /** When each topic was told last, on this process's own stopwatch. Older ones are let go of all at once. */
  let told = new Map<string, number>();
  let toldBefore = new Map<string, number>();
  let toldSince = performance.now();

  function remember(topics: readonly string[]): void {
    const now = performance.now();
    if (now - toldSince > remembersMs) {
      toldBefore = told;
      told = new Map();
      toldSince = now;
    }
    for (const topic of topics) told.set(topic, now);
  }

  function tell(topics: readonly string[]): void {
    remember(topics);
    for (const listener of [...listeners]) listener(topics);
  }

  function hear(payload: string): void {
    const topics = payload.split(" ");
    if (topics[0] === sender) return;
    tell(topics[0]?.startsWith("@") ? topics.slice(1) : topics);
  }

  async function listen(client: pg.Client, again: boolean): Promise<void> {
    client.on("notification", (message) => {
      if (message.channel === channel) hear(message.payload ?? "");
    });
    await client.query(`listen ${channel}`);
    if (again) tell([anyTopic]);
  }

  function flush(): void {
    const topics = [...fresh];
    fresh = new Set();
    for (const topic of topics) waiting.add(topic);
    gathering ??= setTimeout(passOn, 0);
    tell(topics);
  }

  /** Tells the other processes what waits, and again what has gathered meanwhile. */
  function passOn(): void {
    gathering = undefined;
    if (waiting.size === 0) return;
    const topics = [...waiting];
    waiting = new Set();
    // A payload has at most 8,000 bytes (PostgreSQL, NOTIFY).
    for (let start = 0; start < topics.length; start += 100) {
      const payload = [sender, ...topics.slice(start, start + 100)].join(" ");
      sending = sending.then(() => pool.query("select pg_notify($1, $2)", [channel, payload])).catch(() => {});
    }
    gathering = setTimeout(passOn, gatherMs);
  }

  function touch(topics: readonly string[]): void {
    if (fresh.size === 0 && topics.length > 0) setImmediate(flush);
    for (const topic of topics) fresh.add(topic);
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      if (!listening) void standing.use(listen);
      listening = true;
      return () => listeners.delete(listener);
    },
    recent(ms) {
      if (!(ms <= remembersMs)) return [anyTopic];
      const since = performance.now() - ms;
      return [...toldBefore, ...told].flatMap(([topic, at]) => (at >= since ? [topic] : []));
    },
    send: (events) => touch(events.flatMap(topicsOf)),
    touch,
    async stop() {
      if (fresh.size > 0) flush();
      clearTimeout(gathering);
      passOn();
      clearTimeout(gathering);
      await sending;
    },
  };
}
