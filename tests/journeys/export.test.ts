import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createPerson } from "../../src/accounts/index.ts";
import { findCommunity, listQuestions, readQuestion } from "../../src/community/index.ts";
import { recordNames } from "../../src/community/portable/records.ts";
import { unwrap } from "../../src/kernel/index.ts";
import { killedAt } from "../factories/cut-off.ts";
import { inventSite, writeDump } from "../factories/dumps.ts";
import { readExported, readManifest, withoutIds } from "../factories/exports.ts";
import { beginKith, runKith, tryKith } from "../factories/kith.ts";
import { liveThrough } from "../factories/lived-village.ts";
import { searchByPostgres } from "../factories/search.ts";
import { createTestDatabase, openStoreOn, openTestStore, type TestStore } from "../factories/store.ts";

const folder = mkdtempSync(path.join(os.tmpdir(), "kith-export-"));
afterAll(() => rmSync(folder, { recursive: true }));
const place = (name: string) => path.join(folder, name);

let test: TestStore;
let environment: { DATABASE_URL: string };
beforeAll(async () => {
  test = await openTestStore();
  environment = { DATABASE_URL: test.databaseUrl };
  await liveThrough(test);
  runKith(folder, ["export", place("whole"), "--community", "lamps"], environment);
});
afterAll(() => test?.close());

/** A database of its own, into which exports are read. */
async function elsewhere() {
  const { databaseUrl, drop } = await createTestDatabase();
  const there = { DATABASE_URL: databaseUrl };
  const store = await openStoreOn(databaseUrl, test.clock);
  const close = async () => {
    await store.close();
    await drop();
  };
  return { environment: there, store, close };
}

describe("an export", () => {
  it("that is read in and exported again is the same but for its ids", async () => {
    const there = await elsewhere();
    const figures = JSON.parse(runKith(folder, ["import", "kith", place("whole"), "--json"], there.environment));
    expect(figures).toMatchObject({
      community: "lamps",
      communityCreated: true,
      unlinkedMembers: 0,
      eventsLeftOut: 0,
    });
    expect(figures.files.questions).toEqual({ imported: 4, alreadyThere: 0 });
    runKith(folder, ["export", place("again"), "--json"], there.environment);
    const before = withoutIds(readExported(place("whole")));
    expect(withoutIds(readExported(place("again")))).toEqual(before);
    for (const name of recordNames) expect(before[name], name).not.toEqual([]);

    const again = JSON.parse(runKith(folder, ["import", "kith", place("whole"), "--json"], there.environment));
    expect(again.files.questions).toEqual({ imported: 0, alreadyThere: 4 });
    runKith(folder, ["export", place("twice")], there.environment);
    expect(withoutIds(readExported(place("twice")))).toEqual(before);
    await there.close();
  });

  it("can be lived in at once: it is found, shown and counted as it was", async () => {
    const there = await elsewhere();
    runKith(folder, ["import", "kith", place("whole"), "--community", "new-lamps"], there.environment);
    const { database } = there.store;
    const community = await findCommunity(database, "new-lamps");
    const communityId = community?.id ?? 0;
    const wish = { communityId, locale: "en", text: "flickers", limit: 5 };
    const [found] = (await searchByPostgres(there.store).questions(wish)).found;
    const question = await readQuestion(database, { communityId, id: found?.questionId ?? 0, readerId: null });
    expect(question).toMatchObject({
      ...{ title: "My lamp flickers", state: "solved", answerCount: 2, helped: 2, html: "<p>At night.</p>\n" },
      ...{ asker: { name: "Ann" }, duplicates: [{ title: "It buzzes" }] },
      answers: [
        { body: "Turn the screw **once**.", helped: 1 },
        { comments: [{ author: { name: "Bob", staff: true } }] },
      ],
    });
    // Bob's comment mentions Cid, by the address and the id that he has here.
    const [, bulb] = question && question !== "removed" ? question.answers : [];
    const mention = `[@Cid](/c/new-lamps/m/${bulb?.author.memberId})`;
    expect(bulb?.comments[0]?.body).toBe(`Which one, ${mention}?`);
    const reopened = await listQuestions(database, { communityId, state: "waiting" });
    expect(reopened).toMatchObject([{ title: "It is dark", reopened: true }]);
    await there.close();
  });

  it("holds no password, session or token, and only for those who may the rest", () => {
    const whole = readdirSync(place("whole"), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), "utf8"))
      .join("\n");
    expect(whole).toContain("ann@example.org");
    expect(whole).not.toMatch(/argon2|a long password|secret|token/i);

    runKith(folder, ["export", place("public"), "--community", "lamps", "--public-only"], environment);
    const open = readExported(place("public"));
    const text = JSON.stringify(open);
    for (const hidden of [
      "example.org",
      "You saved my evening",
      "Buy my lamps",
      "Sit in the dark",
      "Since today",
      '"dark"',
    ]) {
      expect(text).not.toContain(hidden);
    }
    expect(Object.keys(open).sort()).toEqual([
      ...[
        "answers",
        "comments",
        "community",
        "confirmations",
        "groups",
        "links",
        "members",
        "questions",
        "roles",
        "tags",
      ],
    ]);
    expect(open.questions).toHaveLength(3);
    expect(open.members?.map(({ name }) => name)).toEqual(["Ann", "Bob", "Cid 灯 🪔"]);
    withoutIds(open);
  });

  it("of public things can be read in and is found", async () => {
    const there = await elsewhere();
    runKith(folder, ["export", place("open"), "--community", "lamps", "--public-only"], environment);
    runKith(folder, ["import", "kith", place("open")], there.environment);
    const community = await findCommunity(there.store.database, "lamps");
    const query = { communityId: community?.id ?? 0, locale: "en", text: "flickers", limit: 5 };
    expect((await searchByPostgres(there.store).questions(query)).found).toHaveLength(1);
    await there.close();
  });

  it("that was killed is recognised as none, and its folder can be used again", async () => {
    const begin = () => beginKith(folder, ["export", place("killed"), "--community", "lamps"], environment);
    expect(await killedAt("reading", "event", test.store, begin)).toBe(true);
    expect(existsSync(place("killed/unfinished-export"))).toBe(true);
    const refused = tryKith(folder, ["import", "kith", place("killed")], environment);
    expect(refused.stderr).toMatch(/an export that was not finished[\s\S]*\(no-export\)/);
    runKith(folder, ["export", place("killed"), "--community", "lamps", "--force"], environment);
    expect(readManifest(place("killed")).files.length).toBeGreaterThan(10);
    expect(existsSync(place("killed/unfinished-export"))).toBe(false);
  });

  it("goes to an empty folder, or replaces an export, and touches nothing else", () => {
    const refused = tryKith(folder, ["export", place("whole"), "--community", "lamps"], environment);
    expect(refused).toMatchObject({ status: 1, stderr: expect.stringContaining("is not empty") });
    mkdirSync(place("mine"));
    writeFileSync(place("mine/diary.txt"), "Dear diary");
    const foreign = tryKith(folder, ["export", place("mine"), "--community", "lamps", "--force"], environment);
    expect(foreign.stderr).toMatch(/diary\.txt[\s\S]*\(export-folder\)/);
    expect(readdirSync(place("mine"))).toEqual(["diary.txt"]);
  });
});

describe("reading an export in", () => {
  it("that was changed, cut or made by a newer Kith is refused before anything is written", async () => {
    const there = await elsewhere();
    const spoil = (name: string, change: (text: string) => string) => {
      rmSync(place("spoiled"), { recursive: true, force: true });
      cpSync(place("whole"), place("spoiled"), { recursive: true });
      writeFileSync(place(`spoiled/${name}`), change(readFileSync(place(`spoiled/${name}`), "utf8")));
      return tryKith(folder, ["import", "kith", place("spoiled")], there.environment).stderr;
    };
    expect(spoil("answers.jsonl", (text) => text.replace("screw", "scrow"))).toContain("answers.jsonl was changed");
    expect(spoil("answers.jsonl", (text) => text.slice(0, -20))).toMatch(/answers\.jsonl has \d+ bytes where/);
    expect(spoil("answers.jsonl", (text) => text.replace('"questionId"', '"questionID"'))).toMatch(
      /answers\.jsonl, line 1: questionId: [\s\S]*\(export-damaged\)/,
    );
    expect(spoil("manifest.json", (text) => text.replace('"version": 1', '"version": 2'))).toContain(
      "(export-too-new)",
    );
    expect(spoil("manifest.json", () => "{}")).toContain("(no-export)");
    expect(await findCommunity(there.store.database, "lamps")).toBeNull();
    const here = tryKith(folder, ["import", "kith", place("whole")], environment);
    expect(here.stderr).toContain("(community-not-empty)");
    await there.close();
  });

  it("goes on where it was killed, and doubles nothing", async () => {
    const [before, killed] = [await elsewhere(), await elsewhere()];
    const site = writeDump(place("site"), inventSite(120));
    runKith(folder, ["import", "stackexchange", site], before.environment);
    runKith(folder, ["export", place("site-export")], before.environment);
    const args = ["import", "kith", place("site-export")];
    for (const table of ["member", "message", "question", "answer", "event", "search_document"]) {
      const begin = () => beginKith(folder, args, killed.environment);
      expect(await killedAt("writing", table, killed.store, begin), table).toBe(true);
    }
    runKith(folder, args, killed.environment);
    runKith(folder, ["export", place("resumed")], killed.environment);
    expect(withoutIds(readExported(place("resumed")))).toEqual(withoutIds(readExported(place("site-export"))));
    for (const { close } of [before, killed]) await close();
  });

  it("links members with the accounts that have their addresses, and never with one that only says so", async () => {
    const there = await elsewhere();
    const sign = (email: string, emailVerified: boolean) =>
      there.store.transact((tx) => createPerson(tx, { name: "Here", email, password: null, emailVerified }));
    unwrap(await sign("ann@example.org", true));
    unwrap(await sign("bob@example.org", false));
    const figures = JSON.parse(runKith(folder, ["import", "kith", place("whole"), "--json"], there.environment));
    expect(figures.unlinkedMembers).toBe(1);
    runKith(folder, ["export", place("linked")], there.environment);
    const emails = readExported(place("linked")).members?.map(({ email }) => email);
    expect(emails?.filter((email) => email !== null)).toEqual(["ann@example.org"]);
    await there.close();
  });
});
