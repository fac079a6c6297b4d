import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestStore, type TestStore } from "../../tests/factories/store.ts";

let opened: TestStore;
beforeAll(async () => {
  opened = await openTestStore();
  await sql`create table jar (id bigint primary key, label text, filled_at timestamptz)`.execute(opened.store.database);
});
afterAll(() => opened.close());

/** A text is prepared from its third run on, and its rows are told once: all that can be told apart is in so many runs. */
const runs = [1, 2, 3, 4, 5, 6];

/** Runs a statement again and again on one connection. */
async function rowsOfEachRun(text: (run: number) => ReturnType<typeof sql>): Promise<unknown[]> {
  return opened.store.database.connection().execute(async (db) => {
    const found: unknown[] = [];
    for (const run of runs) found.push((await text(run).execute(db)).rows);
    return found;
  });
}

test("a statement's rows are read the same way however often it ran", async () => {
  const at = new Date("2026-03-01T12:00:00.000Z");
  const found = await rowsOfEachRun(
    (run) =>
      sql`select ${run}::bigint as id, null::text as nothing, ${at}::timestamptz as at, array[${run}::int] as list`,
  );
  expect(found).toEqual(runs.map((run) => [{ id: run, nothing: null, at, list: [run] }]));
});

test("one without rows says how many it changed", async () => {
  const counts = await opened.store.database.connection().execute(async (db) => {
    const found: unknown[] = [];
    for (const run of runs) {
      const { numAffectedRows } = await sql`insert into jar (id) values (${run})`.execute(db);
      found.push(numAffectedRows);
    }
    return found;
  });
  expect(counts).toEqual(runs.map(() => 1n));
});

test("of two columns with one name the last one counts, as with pg", async () => {
  expect(await rowsOfEachRun((run) => sql`select ${run}::int as a, 0 as a`)).toEqual(runs.map(() => [{ a: 0 }]));
});

test("a value that cannot be sent is an error of its query alone", async () => {
  const circle: Record<string, unknown> = {};
  circle.circle = circle;
  await opened.store.database.connection().execute(async (db) => {
    for (const run of runs) {
      const bad = run > 3 && run % 2 === 0;
      const asked = sql<{ is: boolean }>`select ${bad ? circle : "{}"}::jsonb is not null as is`.execute(db);
      if (bad) await expect(asked).rejects.toThrow(/circular/i);
      else expect((await asked).rows).toEqual([{ is: true }]);
    }
  });
});

test("one whose columns were changed meanwhile is prepared anew", async () => {
  const read = (run: number) => sql`select * from jar where id = ${run}`;
  expect((await rowsOfEachRun(read)).at(-1)).toEqual([{ id: 6, label: null, filled_at: null }]);
  const { database } = opened.store;
  await sql`alter table jar drop column label`.execute(database);
  const again = async () => (await read(6).execute(database)).rows;
  await again().catch(() => {});
  expect(await again()).toEqual([{ id: 6, filled_at: null }]);
});
