import { sql } from "kysely";
import type { Transaction } from "./transact.ts";

/**
 * Lets a transaction pause for as long as it must. One that is left open is ended after a minute, because it holds back every reader
 * of the event log; a command that makes much in one while nobody reads yet may be slow, or stand still with its machine.
 */
export async function takeTime({ db }: Transaction): Promise<void> {
  await sql`set local idle_in_transaction_session_timeout = 0`.execute(db);
}
