import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { issueCheckToken } from "../../src/care/checks.ts";
import { careReader, portableCare, setMacro, triageByRules } from "../../src/care/index.ts";
import { provideDefaultTeam } from "../../src/care/queries/people.ts";
import { ok, unwrap } from "../../src/kernel/index.ts";
import { notificationReader } from "../../src/notifications/telling/reader.ts";
import { type CareHouse, openCareHouse } from "../factories/care.ts";
import { readAll } from "../factories/events.ts";
import { type Exported, readExported, readManifest, withoutIds } from "../factories/exports.ts";
import { runKith, tryKith } from "../factories/kith.ts";
import { liveThroughCare } from "../factories/lived-care.ts";
import { testNotifications } from "../factories/newsroom.ts";
import { buildVillage } from "../factories/people.ts";
import { createTestDatabase, openStoreOn } from "../factories/store.ts";

const folder = mkdtempSync(path.join(os.tmpdir(), "kith-export-care-"));
afterAll(() => rmSync(folder, { recursive: true }));
const place = (name: string) => path.join(folder, name);

let house: CareHouse;
let before: Exported;
beforeAll(async () => {
  house = await openCareHouse();
  await liveThroughCare(house);
  runKith(folder, ["export", place("whole")], { DATABASE_URL: house.databaseUrl });
  before = withoutIds(readExported(place("whole")));
});
afterAll(() => house?.close());

async function elsewhere() {
  const { databaseUrl, drop } = await createTestDatabase();
  const store = await openStoreOn(databaseUrl, house.clock);
  const environment = { DATABASE_URL: databaseUrl };
  return {
    environment,
    store,
    import: (...options: string[]) => {
      return JSON.parse(runKith(folder, ["import", "kith", place("whole"), "--json", ...options], environment));
    },
    exported(name: string) {
      runKith(folder, ["export", place(name), "--community", house.village.slug, "--force"], environment);
      return withoutIds(readExported(place(name)));
    },
    async close() {
      await store.close();
      await drop();
    },
  };
}

function sumOf(file: string) {
  const content = readFileSync(file);
  return { bytes: content.length, sha256: createHash("sha256").update(content).digest("hex") };
}

describe("an export of a community with care", () => {
  it("holds all of care, and is the same when it was read in, twice, and exported again", async () => {
    for (const { name } of portableCare.files) expect(before[name], name).not.toEqual([]);
    for (const name of ["aliases", "conversations", "messages", "personal-data-kept"]) {
      expect(before[name], name).not.toEqual([]);
    }
    expect(before.groups).toMatchObject([{ slug: "help", solvedFrom: 0.8 }]);
    const there = await elsewhere();
    expect(there.import()).toMatchObject({ eventsLeftOut: 0, unlinkedMembers: 0 });
    expect(there.exported("again")).toEqual(before);
    const second = there.import();
    for (const [name, rows] of Object.entries(second.files)) expect(rows, name).toMatchObject({ imported: 0 });
    expect(there.exported("twice")).toEqual(before);
    await there.close();
  });

  it("brings problems that go on as they were: what was done already is not done again, and nobody is told of it", async () => {
    const there = await elsewhere();
    there.import();
    const { sources } = await testNotifications(there.store);
    const readers = [careReader({ triage: triageByRules, findSolved: async () => null }), notificationReader(sources)];
    for (const reader of readers) await readAll(there.store, reader);
    expect(there.exported("read")).toEqual(before);
    const { notifications, orphans } = await there.store.database
      .selectNoFrom((eb) => [
        eb.selectFrom("notification").select(eb.fn.countAll<number>().as("n")).as("notifications"),
        eb
          .selectFrom("problem")
          .select(eb.fn.countAll<number>().as("n"))
          .where("over_at", "is", null)
          .where((or) => or.or([or("owner_id", "is", null), or("next_action_at", "is", null)]))
          .as("orphans"),
      ])
      .executeTakeFirstOrThrow();
    expect({ notifications, orphans }).toEqual({ notifications: 0, orphans: 0 });
    await there.close();
  });

  it("takes what is set there already as it is: the default team, a macro of the same name", async () => {
    const there = await elsewhere();
    const { admin, communityId } = await buildVillage(there.store, house.village.slug);
    unwrap(await there.store.transact(async (tx) => ok(await provideDefaultTeam(tx, communityId))));
    unwrap(await there.store.transact((tx) => setMacro(tx, admin, { name: "Hello", body: "Good day." })));
    expect(there.import().community).toBe(house.village.slug);
    const after = there.exported("beside");
    expect(after.problems).toHaveLength(before.problems?.length ?? 0);
    expect(after.teams).toHaveLength(2);
    expect(after.macros).toMatchObject([{ name: "Hello", body: "Good day." }]);
    await there.close();
  });

  type Rows = Record<string, unknown>[];
  const ownerless = { ownerKind: null, ownerId: null };
  it.each([
    [
      "a problem has no owner",
      "problems",
      (rows: Rows) => rows.map((row) => (row.overAt ? row : { ...row, ...ownerless })),
    ],
    ["two members have one id", "members", (rows: Rows) => rows.map((row) => ({ ...row, id: rows[0]?.id }))],
    [
      "a number is larger than any here",
      "skills",
      (rows: Rows) => rows.map((row) => ({ ...row, solves: 2 ** 53 - 1 })),
    ],
  ])("in which %s is refused, and the lines are named", async (_what, name, change) => {
    const there = await elsewhere();
    cpSync(place("whole"), place("wrong"), { recursive: true });
    const file = place(`wrong/${name}.jsonl`);
    const rows = change(readExported(place("whole"))[name] ?? []);
    writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
    const manifest = readManifest(place("wrong"));
    const files = manifest.files.map((one) => (one.name === `${name}.jsonl` ? { ...one, ...sumOf(file) } : one));
    writeFileSync(place("wrong/manifest.json"), JSON.stringify({ ...manifest, files }));
    const refused = tryKith(folder, ["import", "kith", place("wrong")], there.environment);
    expect(refused.stderr).toMatch(
      new RegExp(`${name}\\.jsonl, lines 1 to \\d+: one of them cannot be[\\s\\S]*\\(export-inconsistent\\)\\s*$`),
    );
    await there.close();
  });

  it("holds no secret of a check, and nothing of care where it is public", async () => {
    const check = readExported(place("whole"))["problem-checks"]?.[0];
    const secret = unwrap(
      await house.store.transact(async (tx) => ok(await issueCheckToken(tx, house.communityId, Number(check?.id)))),
    );
    runKith(folder, ["export", place("after")], { DATABASE_URL: house.databaseUrl });
    runKith(folder, ["export", place("public"), "--public-only"], { DATABASE_URL: house.databaseUrl });
    const whole = JSON.stringify(readExported(place("after")));
    expect(whole).not.toContain(secret);
    expect(whole).not.toMatch(/token|hash/i);
    const open = readExported(place("public"));
    for (const { name } of portableCare.files) expect(Object.keys(open)).not.toContain(name);
    expect(JSON.stringify(open)).not.toMatch(/302-7746512|She rang|goes on and off/);
  });
});
