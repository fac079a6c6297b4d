import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestStore, type TestStore } from "../../tests/factories/store.ts";
import { ok } from "../kernel/index.ts";
import { atMoment } from "./at-moment.ts";
import { readSnapshot } from "./read-snapshot.ts";

let opened: TestStore;
let communityId: number;
beforeAll(async () => {
  opened = await openTestStore();
  const row = await opened.store.database
    .insertInto("community")
    .values({ slug: "past", name: "Past", created_at: opened.clock.now() })
    .returning("id")
    .executeTakeFirstOrThrow();
  communityId = row.id;
});
afterAll(() => opened?.close());

test("events of one transaction can have happened at times of their own", async () => {
  const moments = [new Date("2018-03-12T17:00:45.567Z"), new Date("2018-03-09T18:48:09.477Z")];
  await opened.store.transact(async (tx) => {
    for (const moment of moments) {
      const then = atMoment(tx, moment);
      expect(then.now).toEqual(moment);
      then.append({ communityId, kind: "thing.happened", actorId: null, subject: "thing", subjectId: 1 });
    }
    tx.append({ communityId, kind: "thing.happened", actorId: null, subject: "thing", subjectId: 2 });
    return ok(null);
  });
  const events = await opened.store.database.selectFrom("event").select("at").orderBy("id").execute();
  expect(events.map(({ at }) => at)).toEqual([...moments, opened.clock.now()]);
});

test("a moment within a moment is the inner one", async () => {
  const seen: (Date | undefined)[] = [];
  const db = {} as never;
  const tx = { db, now: new Date(3), append: ({ at }: { at?: Date }) => void seen.push(at) };
  const inner = atMoment(atMoment(tx, new Date(2)), new Date(1));
  inner.append({ communityId, kind: "thing.happened", actorId: null, subject: "thing", subjectId: 1 });
  expect(seen).toEqual([new Date(1)]);
});

test("a snapshot does not see what is written while it is read", async () => {
  const count = async (db: typeof opened.store.database) =>
    (await db.selectFrom("tag").select("name").execute()).length;
  await readSnapshot(opened.store.database, async (snapshot) => {
    expect(await count(snapshot)).toBe(0);
    await opened.store.database
      .insertInto("tag")
      .values({ community_id: communityId, name: "new", created_at: opened.clock.now() })
      .execute();
    expect(await count(snapshot)).toBe(0);
  });
  expect(await count(opened.store.database)).toBe(1);
});
