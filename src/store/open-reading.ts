import type { Log } from "../kernel/index.ts";
import { type Connection, type Database, openDatabase, openPool } from "./database.ts";
import { type Hints, openHints } from "./hints.ts";
import { openStandingConnection } from "./standing-connection.ts";

/** A small way into a database that is open already: for a thread that only reads and listens. */
export interface Reading {
  readonly database: Database;
  readonly hints: Hints;
  close(): Promise<void>;
}

/** Opens `connections` at most beside the one that listens. The schema is as whoever opened the store has left it. */
export function openReading(
  connection: Connection,
  options: { readonly applicationName: string; readonly connections: number; readonly log: Log },
): Reading {
  const { applicationName, connections, log } = options;
  const pool = openPool(connection, connections, applicationName);
  const standing = openStandingConnection(connection, `${applicationName} standing`, log);
  const hints = openHints(pool, standing);
  return {
    database: openDatabase(pool),
    hints,
    async close() {
      await hints.stop();
      await standing.stop();
      await pool.end();
    },
  };
}
