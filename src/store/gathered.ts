import type { Database } from "./database.ts";

interface Asked<Item, Answer> {
  readonly item: Item;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Lets code that speaks of one thing at a time be done for many at once: what is asked through the same `db` in one turn of the event
 * loop goes to `run` together, one community at a time. `run` returns one answer an item, in their order; where it throws, all who
 * asked are told.
 */
export function gathered<Item extends { readonly communityId: number }, Answer>(
  run: (db: Database, communityId: number, items: readonly Item[]) => Promise<readonly Answer[]>,
): (db: Database, item: Item) => Promise<Answer> {
  const waiting = new Map<Database, Asked<Item, Answer>[]>();

  async function runTogether(db: Database, communityId: number, asked: readonly Asked<Item, Answer>[]): Promise<void> {
    try {
      const answers = await run(
        db,
        communityId,
        asked.map(({ item }) => item),
      );
      if (answers.length !== asked.length) throw new Error(`${answers.length} answers to ${asked.length} items`);
      for (const [at, { resolve }] of asked.entries()) resolve(answers[at] as Answer);
    } catch (error) {
      for (const { reject } of asked) reject(error);
    }
  }

  function leave(db: Database): void {
    const asked = waiting.get(db) ?? [];
    waiting.delete(db);
    for (const [communityId, some] of Map.groupBy(asked, ({ item }) => item.communityId)) {
      void runTogether(db, communityId, some);
    }
  }

  return (db, item) =>
    new Promise((resolve, reject) => {
      const known = waiting.get(db);
      if (known) return void known.push({ item, resolve, reject });
      waiting.set(db, [{ item, resolve, reject }]);
      process.nextTick(leave, db);
    });
}
