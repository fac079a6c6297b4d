import type { ClientConfig } from "pg";
import { createLog } from "../../kernel/index.ts";
import { openEmbedded } from "../embedded/index.ts";
import { type DatabaseFacts, inspectDatabase } from "./inspect-database.ts";

/** Asks a database of one's own, at DATABASE_URL. Throws pg's own error where it cannot connect. */
export function inspectDatabaseAt(url: string, now: () => Date): Promise<DatabaseFacts> {
  return inspectDatabase({ connectionString: url }, now);
}

/** Asks the embedded PostgreSQL of a data folder, starting it for the moment where it does not run. Throws why it does not start. */
export async function inspectEmbeddedDatabase(dataFolder: string, now: () => Date): Promise<DatabaseFacts> {
  const server = await openEmbedded(dataFolder, false, createLog("silent"));
  try {
    return await inspectDatabase(server.connection satisfies ClientConfig, now);
  } finally {
    await server.close();
  }
}
