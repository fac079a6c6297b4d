import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestStore, type TestStore } from "../../tests/factories/store.ts";
import { type Slots, statement } from "./statement.ts";

let opened: TestStore;
beforeAll(async () => {
  opened = await openTestStore();
  await opened.store.database
    .insertInto("community")
    .values(["bikes", "tea"].map((slug) => ({ slug, name: slug.toUpperCase(), created_at: opened.clock.now() })))
    .execute();
});
afterAll(() => opened.close());

test("a statement is built once and run with each run's own values", async () => {
  let built = 0;
  const byName = statement((db, slot: Slots<{ slug: string; suffix: string }>) => {
    built += 1;
    return db
      .selectFrom("community")
      .select((eb) => ["name", eb.cast<string>(slot("suffix"), "text").as("suffix")])
      .where("slug", "=", slot("slug"))
      .where("locale", "=", "en");
  });
  const { database } = opened.store;
  const [tea, bikes] = await Promise.all([
    byName(database, { slug: "tea", suffix: "1" }),
    byName(database, { slug: "bikes", suffix: "2" }),
  ]);
  expect(tea).toEqual([{ name: "TEA", suffix: "1" }]);
  expect(bikes).toEqual([{ name: "BIKES", suffix: "2" }]);
  expect(built).toBe(1);
});

test("a statement sees what its transaction has written", async () => {
  const all = statement((db) => db.selectFrom("community").select("slug").where("slug", "=", "new"));
  await opened.store.transact(async ({ db, now }) => {
    await db.insertInto("community").values({ slug: "new", name: "New", created_at: now }).execute();
    expect(await all(db, {})).toEqual([{ slug: "new" }]);
    expect(await all(opened.store.database, {})).toEqual([]);
    return { ok: true, value: null };
  });
  expect(await all(opened.store.database, {})).toEqual([{ slug: "new" }]);
});

test("ids and counts come as numbers, moments as dates", async () => {
  const counted = statement((db) =>
    db
      .selectFrom("community")
      .select((eb) => [
        eb.fn.countAll<number>().as("count"),
        eb.fn.min("id").as("id"),
        eb.fn.min("created_at").as("at"),
      ]),
  );
  const [row] = await counted(opened.store.database, {});
  expect(row?.count).toBeTypeOf("number");
  expect(row?.id).toBeTypeOf("number");
  expect(row?.at).toEqual(opened.clock.now());
});
