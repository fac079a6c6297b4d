import type { Database } from "./database.ts";

/**
 * Reads many pages of many tables as they all were at one moment, while others go on writing (PostgreSQL 18, section 13.2.2). It
 * takes no transaction number, so that readers of the event log do not wait for it; pauses between queries stay under a minute.
 */
export async function readSnapshot<T>(database: Database, work: (snapshot: Database) => Promise<T>): Promise<T> {
  return database.transaction().setIsolationLevel("repeatable read").setAccessMode("read only").execute(work);
}
