import type { DatabaseConnection } from "kysely";
import type { Database } from "./database.ts";

const line = Symbol("line");

/** The connection lies on the transaction itself: what a WeakMap holds, V8 collects only in its rare great collections. */
interface WithLine {
  [line]?: DatabaseConnection;
}

/**
 * Lets statements of a transaction leave without waiting for each other's answers: those that do not need one another go out in one
 * packet. The query builder by itself sends the next one only when the last one was answered.
 */
export async function openLine(transaction: Database): Promise<void> {
  (transaction as WithLine)[line] = await transaction.getExecutor().provideConnection(async (connection) => connection);
}

/** The connection of a transaction whose line is open. */
export function lineOf(database: Database): DatabaseConnection | undefined {
  return (database as WithLine)[line];
}
