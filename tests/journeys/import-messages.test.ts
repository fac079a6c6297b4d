import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createCommunity } from "../../src/community/index.ts";
import { createManualClock, unwrap } from "../../src/kernel/index.ts";
import type { Store } from "../../src/store/index.ts";
import { killedAt } from "../factories/cut-off.ts";
import { beginKith, runKith, tryKith } from "../factories/kith.ts";
import { sharedData, withoutSharedData } from "../factories/shared-data.ts";
import { createTestDatabase, openStoreOn } from "../factories/store.ts";

const folder = mkdtempSync(path.join(os.tmpdir(), "kith-messages-"));
const file = path.join(folder, "threads.jsonl");
const tweets = sharedData("care/support-tweets.jsonl");

let store: Store;
let environment: { DATABASE_URL: string };
let drop: () => Promise<void>;
beforeAll(async () => {
  const made = await createTestDatabase();
  drop = made.drop;
  environment = { DATABASE_URL: made.databaseUrl };
  store = await openStoreOn(made.databaseUrl, createManualClock(new Date("2026-01-01T00:00:00Z")));
  const lamps = { slug: "lamps", name: "Lamps", description: "", locale: "en" };
  unwrap(await store.transact((tx) => createCommunity(tx, lamps)));
});
afterAll(async () => {
  await store?.close();
  await drop?.();
  rmSync(folder, { recursive: true });
});

const args = (name: string) => ["import", "messages", name, "--community", "lamps", "--channel", "tweets", "--json"];

async function kept() {
  const { database } = store;
  const [messages, orphans] = await Promise.all([
    database.selectFrom("channel_message").select("message_id").execute(),
    database.selectFrom("problem").select("id").where("owner_id", "is", null).execute(),
  ]);
  return { messages: messages.length, orphans: orphans.length };
}

it.skipIf(!tweets)(
  `an archive of threads goes on where it was killed, and nothing is doubled${tweets ? "" : ` (${withoutSharedData})`}`,
  async () => {
    const lines = readFileSync(tweets ?? "", "utf8")
      .split("\n")
      .filter(Boolean)
      .slice(0, 400);
    writeFileSync(file, `${lines.join("\n")}\n{broken\n`);
    for (const table of ["problem", "triage"]) {
      expect(await killedAt("writing", table, store, () => beginKith(folder, args(file), environment)), table).toBe(
        true,
      );
    }
    const before = (await kept()).messages;
    const figures = JSON.parse(runKith(folder, args(file), environment));
    const withoutText = lines.filter((line) => JSON.parse(line).text === null).length;
    expect(figures).toMatchObject({ read: 401, skipped: withoutText + 1, skippedTotal: withoutText + 1 });
    expect(figures.skippedLines.at(-1)).toMatchObject({ line: 401, reason: "This is no JSON." });
    expect(figures.imported + figures.alreadyThere).toBe(400 - withoutText);
    expect(before).toBeGreaterThan(0);
    expect(figures.alreadyThere).toBe(before);
    expect(await kept()).toEqual({ messages: 400 - withoutText, orphans: 0 });
    const again = JSON.parse(runKith(folder, args(file), environment));
    expect(again).toMatchObject({ imported: 0, alreadyThere: 400 - withoutText });
  },
);

it("says what is missing", () => {
  const { status, stderr } = tryKith(folder, args(path.join(folder, "none.jsonl")), environment);
  expect([status === 0, stderr]).toEqual([false, expect.stringContaining("file-missing")]);
  writeFileSync(path.join(folder, "one.jsonl"), "");
  const nowhere = tryKith(
    folder,
    ["import", "messages", path.join(folder, "one.jsonl"), "--community", "none"],
    environment,
  );
  expect(nowhere.stderr).toContain("community-missing");
});

it("a file may begin with a mark of byte order, and what is left out is told by its field", () => {
  const lines = ["1", " "].map((id) => JSON.stringify({ id, from: "ann", text: "The pump leaks." }));
  const marked = path.join(folder, "marked.jsonl");
  writeFileSync(marked, `\uFEFF${lines.join("\r\n")}\r\n`);
  const wrong = { line: 2, reason: expect.stringMatching(/^id: /) };
  const said = JSON.parse(runKith(folder, [...args(marked), "--channel", "marked"], environment));
  expect(said).toMatchObject({ imported: 1, skipped: 1, skippedLines: [wrong] });
});
