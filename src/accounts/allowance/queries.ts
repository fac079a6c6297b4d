import { sql } from "kysely";
import { type Database, type Slots, statement } from "../../store/index.ts";

const takeOneMore = statement((db, slot: Slots<{ key: string; now: Date; windowEndsAt: Date; most: number }>) => {
  const text = sql<{ taken: number; windowEndsAt: Date }>`
    insert into allowance as held (key, window_ends_at, taken) values (${slot("key")}, ${slot("windowEndsAt")}, 1)
    on conflict (key) do update set
      taken = case when held.window_ends_at <= ${slot("now")} then 1 else least(held.taken, ${slot("most")}::integer) + 1 end,
      window_ends_at = case when held.window_ends_at <= ${slot("now")} then excluded.window_ends_at else held.window_ends_at end
    returning taken, window_ends_at as "windowEndsAt"`;
  return { compile: () => text.compile(db) };
});

/** Takes one more in the window that is open, or opens the next. One statement, so that processes cannot pass each other. */
export async function takeOne(database: Database, key: string, now: Date, windowEndsAt: Date, most: number) {
  const [row] = await takeOneMore(database, { key, now, windowEndsAt, most });
  if (!row) throw new Error("an upsert returns its row");
  return row;
}

export async function deleteEnded(database: Database, now: Date): Promise<void> {
  await database.deleteFrom("allowance").where("window_ends_at", "<=", now).execute();
}
