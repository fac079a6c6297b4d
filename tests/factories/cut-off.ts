import { sql } from "kysely";
import type { Store } from "../../src/store/index.ts";
import { eventually } from "./eventually.ts";
import type { Running } from "./kith.ts";

const locks = { reading: sql`access exclusive`, writing: sql`share` };

/**
 * Lets a program run until it is about to read from or write to a table, which nobody can meanwhile, and kills it outright there.
 * Returns whether it came so far; one that had nothing to do there has ended by itself.
 */
export async function killedAt(
  doing: keyof typeof locks,
  table: string,
  store: Store,
  begin: () => Running,
): Promise<boolean> {
  return store.database.transaction().execute(async (tx) => {
    await sql`lock table ${sql.table(table)} in ${locks[doing]} mode`.execute(tx);
    const { process, ended } = begin();
    await eventually(async () => {
      if (process.exitCode !== null) return;
      const { rows } = await sql`
        select from pg_locks where not granted and relation = ${table}::regclass`.execute(tx);
      if (rows.length === 0) throw new Error(`the program has not come to ${doing} ${table}`);
    });
    process.kill("SIGKILL");
    return (await ended) === null;
  });
}
