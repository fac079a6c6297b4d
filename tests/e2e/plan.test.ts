import { writeFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { askQuestion, giveAnswer } from "../../src/community/index.ts";
import { createLog, createManualClock, unwrap } from "../../src/kernel/index.ts";
import { openStore } from "../../src/store/index.ts";
import { patienceMs } from "../factories/eventually.ts";
import { runKith, tryKith } from "../factories/kith.ts";
import { foundTown, type Resident, type Town } from "../factories/town.ts";
import { inTown } from "./in-town.ts";

// A month of questions, and a care manager who wants to know who has to be there when.

const hourMs = 3_600_000;
let town: Town;
let solver: Resident;
let member: Resident;

const { windowOf } = inTown(foundTown, async (founded) => {
  town = founded;
  const admin = await town.resident("Admin", ["admin"]);
  solver = await town.resident("Eve", ["solver"]);
  member = await town.resident("Ann");
  await town.group(admin.actor, { slug: "help", name: "Help" });
  await liveAMonth();
});

/** Questions at nine, two and eight each day of four weeks; a member answers every other one after an hour. */
async function liveAMonth(): Promise<void> {
  const midnight = new Date();
  midnight.setUTCHours(0, 0, 0, 0);
  const clock = createManualClock(new Date(midnight.getTime() - 28 * 24 * hourMs));
  const migrations = path.resolve(import.meta.dirname, "../../src/store/migrations");
  const configuration = { databaseUrl: null, dataFolder: town.folder };
  const log = createLog("silent");
  const store = await openStore({
    configuration,
    clock,
    log,
    serving: false,
    migrations,
    applicationName: "kith test",
  });
  const words = { group: "help", title: "It does not glow", body: "At all, since today.", tags: [] };
  try {
    for (let slot = 0; slot < 28 * 3; slot++) {
      clock.advance((slot % 3 === 0 ? 9 : slot % 3 === 1 ? 5 : 6) * hourMs - (slot % 2 === 1 ? hourMs : 0));
      const { id } = unwrap(await store.transact((tx) => askQuestion(tx, member.actor, words)));
      if (slot % 2 === 0) {
        clock.advance(hourMs);
        const answer = { questionId: id, body: "Turn it clockwise." };
        unwrap(await store.transact((tx) => giveAnswer(tx, solver.actor, answer)));
      }
      if (slot % 3 === 2) clock.advance(4 * hourMs - (slot % 2 === 0 ? hourMs : 0));
    }
  } finally {
    await store.close();
  }
}

/** Waits for a plan: seconds of work, and minutes on a machine that is busy with other things. The page comes back by itself. */
const planned = (page: Page) => page.locator(".verdict").waitFor({ timeout: 3 * patienceMs });

test("the page says what buys most, with pictures and the tables behind them", async () => {
  const page = await windowOf(solver);
  await page.getByText("Eve", { exact: true }).click();
  await page.getByRole("link", { name: "Staffing plan" }).click();
  await page.getByRole("heading", { level: 1, name: "Staffing plan" }).waitFor();
  // Made the first time, it may say how far it is, and comes back by itself.
  await planned(page);
  expect(await page.locator(".chart").count()).toBe(5);
  expect(await page.locator(".facts dd").first().innerText()).toMatch(/^\d+$/);
  await page.getByText("The figures as a table").first().click();
  await page.getByRole("columnheader", { name: "Points gained" }).waitFor();
});

test("other shifts and another promise make another plan", async () => {
  const page = await windowOf(solver, town.paths.carePlan);
  await planned(page);
  await page.getByText("What this plan assumes").click();
  await page.getByLabel("Who works when today").fill("2 x Mon-Sun 9-18");
  await page.getByRole("textbox", { name: "Target" }).fill("first answer within 4 hours for 90 %");
  await page.getByRole("button", { name: "Plan with this" }).click();
  await page.waitForURL("**/care/plan?*");
  await planned(page);
  await page.getByText("The shifts there are").first().waitFor();
  await page.getByText("What this plan assumes").click();
  expect(await page.getByRole("textbox", { name: "Target" }).inputValue()).toBe("first answer within 4 hours for 90 %");
  await page.getByLabel("Who works when today").fill("two people");
  await page.getByRole("button", { name: "Plan with this" }).click();
  await page.getByText("Write them as: 6 x Mon-Fri 09:00-17:00").first().waitFor();
  expect(await page.getByLabel("Who works when today").inputValue()).toBe("two people");
});

test("it is not open to every member", async () => {
  await windowOf(member, town.paths.carePlan, {}, 403);
});

test("the command says the same, for the community and for a file", () => {
  const report = JSON.parse(runKith(town.folder, ["plan", "--community", "lamps", "--json"]));
  expect(report).toMatchObject({ seen: { arrivals: 84 }, today: { given: false } });
  // Midnight may have passed since.
  expect([28, 29]).toContain(report.seen.days);
  expect(Math.abs(report.forecast.week.mean - 21)).toBeLessThan(1);
  const file = path.join(town.folder, "calls.csv");
  const rows = Array.from({ length: 14 * 24 }, (_, hour) => {
    const day = String(2 + Math.floor(hour / 24)).padStart(2, "0");
    return `2026-03-${day} ${String(hour % 24).padStart(2, "0")}:00,${hour % 24 > 7 && hour % 24 < 20 ? 30 : 0}`;
  });
  writeFileSync(file, `at,count\n${rows.join("\n")}\n`);
  const said = runKith(town.folder, ["plan", "--arrivals", file, "--target", "80/20", "--handling-minutes", "3"]);
  expect(said).toContain("Target: served within 20 seconds for 80 %");
  expect(said).toContain("Computed by Erlang's formulas.");
  const refused = tryKith(town.folder, ["plan", "--arrivals", file, "--target", "soon"]);
  expect(refused).toMatchObject({ status: 1 });
  expect(refused.stderr).toContain("target-unreadable");
  expect(tryKith(town.folder, ["plan", "--arrivals", "/nowhere.csv"]).stderr).toContain("file-unreadable");
});
