import pg from "pg";
import type { Log } from "../kernel/index.ts";
import { createAlarm } from "./alarm.ts";
import type { Connection } from "./database.ts";

const longestPauseMs = 5_000;
const usualHeartbeatMs = 30_000;
const silenceMs = 10_000;
const connectWithinMs = 10_000;

/** What a standing connection is used for: run at each connection; `again` where an earlier one was lost in between. */
export type SetUp = (client: pg.Client, again: boolean) => Promise<void>;

/** A connection of its own that is made again whenever it breaks, for what lives in a session: listening and advisory locks. */
export interface StandingConnection {
  /** Connects where that has not happened yet, runs `setUp` now and at each new connection. */
  use(setUp: SetUp): Promise<void>;
  /** Runs `work` where the connection stands; where it is broken, the set-ups of the next one make up for it. */
  withClient(work: (client: pg.Client) => Promise<unknown>): Promise<void>;
  stop(): Promise<void>;
}

/** Prepares the connection; nothing connects before the first use. Every `heartbeatMs` it is asked for a sign of life. */
export function openStandingConnection(
  connection: Connection,
  applicationName: string,
  log: Log,
  heartbeatMs = usualHeartbeatMs,
): StandingConnection {
  const uses = new Set<SetUp>();
  const alarm = createAlarm();
  const firstTry = Promise.withResolvers<void>();
  let current: { client: pg.Client; applied: Set<SetUp>; again: boolean } | null = null;
  let running: Promise<void> | null = null;
  let stopped = false;

  async function apply(setUp: SetUp): Promise<void> {
    if (!current || current.applied.has(setUp)) return;
    current.applied.add(setUp);
    await setUp(current.client, current.again);
  }

  async function keep(): Promise<void> {
    let again = false;
    for (let failures = 0; !stopped; ) {
      const client = new pg.Client({
        ...connection,
        application_name: applicationName,
        keepAlive: true,
        connectionTimeoutMillis: connectWithinMs,
      });
      const ended = new Promise<void>((resolve) => void client.once("end", resolve));
      client.on("error", () => {});
      try {
        await client.connect();
        current = { client, applied: new Set(), again };
        for (const setUp of uses) await apply(setUp);
        if (failures > 0) log.info("live hints are on again");
        failures = 0;
        firstTry.resolve();
        await untilOver(client, ended);
      } catch (error) {
        if (failures === 0 && !stopped) log.warn({ err: error }, "live hints are off until the database answers");
        failures += 1;
        firstTry.resolve();
      }
      current = null;
      again = true;
      void client.end().catch(() => {});
      if (!stopped && failures > 0) await alarm.rest(Math.min(50 * 2 ** failures, longestPauseMs));
    }
    // Who wants to use it after the end waits for nothing.
    firstTry.resolve();
  }

  /**
   * Waits until the connection breaks or is given up, asking for a sign of life now and then: a network can drop one and tell neither
   * side. Whoever rings may do so while an answer is awaited, when nobody rests: so it is asked each time whether it is over.
   */
  async function untilOver(client: pg.Client, ended: Promise<void>): Promise<void> {
    let broken = false;
    void ended.then(() => {
      broken = true;
      alarm.ring();
    });
    while (!stopped && !broken) {
      await alarm.rest(heartbeatMs);
      if (stopped || broken) return;
      const silence = setTimeout(() => client.end().catch(() => {}), silenceMs);
      await client.query("select 1").finally(() => clearTimeout(silence));
    }
  }

  return {
    async use(setUp) {
      uses.add(setUp);
      running ??= keep();
      await firstTry.promise;
      // A connection that breaks here is made again, and then runs every use.
      await apply(setUp).catch(() => {});
    },
    async withClient(work) {
      if (current) await work(current.client).catch(() => {});
    },
    async stop() {
      stopped = true;
      alarm.ring();
      // What is being asked of it right now is not waited for: it may never be answered.
      void current?.client.end().catch(() => {});
      await running;
    },
  };
}
