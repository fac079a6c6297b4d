import { sql } from "kysely";
import type { Database } from "./database.ts";

/**
 * After many rows were written at once: lets the planner know them, and leaves no housekeeping for later, so that what is read
 * next costs what it will cost in a month.
 */
export async function settle(database: Database): Promise<void> {
  await sql`vacuum (analyze)`.execute(database);
  await sql`checkpoint`.execute(database);
}

/** Which PostgreSQL answers, and the number of the process that works for this connection. */
export async function readServer(database: Database): Promise<{ version: string; backendPid: number }> {
  const { rows } = await sql<{ version: string; backendPid: number }>`
    select current_setting('server_version') as version, pg_backend_pid() as "backendPid"`.execute(database);
  const [row] = rows;
  if (!row) throw new Error("a select without a table gives one row");
  return row;
}
