import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";
import { asRefusal, isConnectionTrouble } from "./unavailable.ts";

/** How long a request waits for a server that is being started again: most are back within a second, on a busy machine in five. */
const patienceMs = 10_000;
const tryAgainMs = 50;

/**
 * Connects, and waits a few seconds where the server has just gone: nothing has been asked of it yet, so nothing can be done twice.
 * Once it has been away for longer, callers are told at once. A server that was never there is not waited for.
 */
export function connectPatiently(pool: pg.Pool): () => Promise<pg.PoolClient> {
  let awaySince: number | null = Number.NEGATIVE_INFINITY;
  return async () => {
    while (true) {
      try {
        const client = await pool.connect();
        awaySince = null;
        return client;
      } catch (error) {
        if (!isConnectionTrouble(error)) throw error;
        // The server is there; this process asks too much of it at once.
        if (isPoolExhausted(error)) throw asRefusal(error, false);
        awaySince ??= performance.now();
        if (pool.ending || performance.now() - awaySince > patienceMs) throw asRefusal(error, false);
        await pause(tryAgainMs);
      }
    }
  };
}

function isPoolExhausted(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith("timeout exceeded");
}
