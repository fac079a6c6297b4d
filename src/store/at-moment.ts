import type { Transaction } from "./transact.ts";

/**
 * The same transaction at another moment: what is written through it, and its events, carry that time. For an import, whose rows
 * happened at times of their own and are committed many together.
 */
export function atMoment(tx: Transaction, moment: Date): Transaction {
  return { db: tx.db, now: moment, append: (event) => tx.append({ at: moment, ...event }) };
}
