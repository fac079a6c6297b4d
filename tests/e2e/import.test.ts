import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findCommunity } from "../../src/community/index.ts";
import { launchBrowser } from "../browser.ts";
import { makeDataFolder } from "../factories/data-folder.ts";
import { runKith, startKith } from "../factories/kith.ts";
import { openStoreOf, settle, type Town } from "../factories/town.ts";
import { openWindow } from "./window.ts";

// A real community is imported, and lived in the same day.

const dump = join(import.meta.dirname, "../../../shared/data/community/quantumcomputing");
const there = existsSync(dump);
if (!there) process.stderr.write(`Skipped: the community that these tests import is not in ${dump}.\n`);

let browser: Browser;
let town: Town;

describe.skipIf(!there)("an imported community", () => {
  beforeAll(async () => {
    const folder = makeDataFolder();
    browser = await launchBrowser();
    runKith(folder, ["import", "stackexchange", dump, "--community", "quantum", "--json"]);
    const kith = await startKith(folder);
    const store = await openStoreOf(folder);
    const community = await findCommunity(store.database, "quantum");
    if (!community) throw new Error("the import made no community");
    town = settle(folder, kith, store, community);
  });
  afterAll(async () => {
    await browser?.close();
    await town?.close();
  });

  test("a visitor finds a solved question and reads it", async () => {
    const window = await openWindow(browser, town.kith);
    const { page } = window;
    expect(await window.open("/")).toBe(200);
    expect(new URL(page.url()).pathname).toBe(town.paths.home);
    await page.locator(".row").first().waitFor();
    await page.getByRole("searchbox", { name: "Search questions and answers" }).fill("quantum error correction");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/search?*");
    const rows = page.locator(".row");
    expect(await rows.count()).toBeGreaterThanOrEqual(10);
    const first = rows.filter({ has: page.locator(".state.solved") }).first();
    const title = await first.locator(".row-title").innerText();
    await first.locator(".row-title").click();
    await page.getByRole("heading", { level: 1, name: title, exact: true }).waitFor();
    expect(await page.locator(".question .state").innerText()).toBe("solved");
    // Confirmed answers stand first.
    expect(await page.locator(".answer").first().locator(".state.solved").innerText()).toContain("Solved it for");
    expect(await page.locator(".answer").first().getAttribute("class")).toContain("confirmed");
    await window.close();
  });

  test("its groups and tags can be walked through to the end", async () => {
    const window = await openWindow(browser, town.kith);
    const { page } = window;
    await window.open(town.paths.home);
    await page.locator(".groups a").first().click();
    await page.locator(".row").first().waitFor();
    let rows = 0;
    for (;;) {
      rows += await page.locator(".row").count();
      const older = page.locator("a[rel=next]");
      if ((await older.count()) === 0) break;
      await page.goto((await older.getAttribute("href")) ?? "");
    }
    const { count } = await town.store.database
      .selectFrom("question")
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .where("community_id", "=", town.communityId)
      .executeTakeFirstOrThrow();
    expect(rows).toBe(Number(count));
    await window.open(town.paths.tag("quantum-gate"));
    await page.locator(".row").first().waitFor();
    await window.close();
  });

  test("a new member answers a question of years ago, and a solved one is found while they ask", async () => {
    const newcomer = await town.resident("Nadia Newcomer");
    const window = await openWindow(browser, town.kith);
    const { page } = window;
    await window.open(await town.signInLink(newcomer, `${town.paths.search}?state=waiting`));
    await page.locator(".row-title").first().click();
    await page.locator("html[data-ready]").waitFor();
    await page.getByLabel("Your answer").fill("Measure it in **another** basis.");
    await page.getByRole("button", { name: "Post the answer" }).click();
    await page.locator(".answer").getByText("Measure it in another basis.").waitFor();
    expect(await page.locator(".question .state").innerText()).toBe("answered");

    await window.open(town.paths.ask);
    const title = page.getByLabel("What is the matter, in one sentence?");
    await title.fill("How does quantum error correction work with");
    await title.pressSequentially(" stabilizer codes");
    const found = page.getByRole("region", { name: "Already solved, and close to yours" }).locator(".row");
    await found.first().waitFor();
    expect(await found.first().getByRole("button", { name: "This answers me" }).isVisible()).toBe(true);
    expect(await found.first().locator(".snippet").innerText()).not.toBe("");
    // However many there are beside the form, it stays as it is.
    const send = await page.getByRole("button", { name: "Ask the question" }).boundingBox();
    expect(send?.height).toBeLessThan(60);
    await window.close();
  });
});
