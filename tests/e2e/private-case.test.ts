// A public question that goes on privately: the asker gives what nobody else should read, care answers, and everybody is told what came
// of it without personal data.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { askQuestion } from "../../src/community/index.ts";
import { unwrap } from "../../src/kernel/index.ts";
import { launchBrowser } from "../browser.ts";
import { foundTown, type Resident, type Town } from "../factories/town.ts";
import { axeFindings, sideways, smallTargets } from "./axe.ts";
import { openWindow, type Window, type WindowOptions } from "./window.ts";

let browser: Browser;
let town: Town;
let asker: Resident;
let solver: Resident;
const windows: Window[] = [];

beforeAll(async () => {
  [browser, town] = await Promise.all([launchBrowser(), foundTown()]);
  asker = await town.resident("Ann");
  solver = await town.resident("Sol", ["solver"]);
  await town.group((await town.resident("Stella", ["steward"])).actor, { slug: "desk", name: "Desk lamps" });
});
afterAll(async () => {
  await browser?.close();
  await town?.close();
});
beforeEach(() => async () => {
  for (const window of windows.splice(0)) await window.close();
});

async function windowOf(
  resident: Resident | null,
  to: string,
  options: WindowOptions = {},
  status = 200,
): Promise<Page> {
  const window = await openWindow(browser, town.kith, options);
  windows.push(window);
  expect(await window.open(resident ? await town.signInLink(resident, to) : to)).toBe(status);
  return window.page;
}

const phone = { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true };

test("asker and care speak alone, and everybody is told what came of it", async () => {
  const title = "My parcel never came";
  const wish = { group: "desk", title, body: "It was to come last week.", tags: [] };
  const { id } = unwrap(await town.store.transact((tx) => askQuestion(tx, asker.actor, wish)));
  const path = town.paths.question(id, title);
  await expect
    .poll(
      () => town.store.database.selectFrom("problem").select("id").where("question_id", "=", id).executeTakeFirst(),
      {
        timeout: 20_000,
      },
    )
    .toBeDefined();

  const page = await windowOf(asker, path, phone);
  await page.getByRole("link", { name: "Go on privately" }).click();
  await page.getByText("Nobody has said anything here yet.").waitFor();
  await page.getByLabel("What should only they read?").fill("Order number 302-7746512, to Ann Lind");
  await page.getByRole("button", { name: "Send privately" }).click();
  await page.locator("#notice").getByText("Nobody else reads it.").waitFor();
  expect(await page.locator(".talk").innerText()).toContain("302-7746512");
  expect(await sideways(page)).toEqual([]);
  expect(await smallTargets(page)).toEqual([]);

  const desk = await windowOf(solver, town.paths.questionPrivate(id), { javaScriptEnabled: false });
  expect(await desk.locator(".talk").innerText()).toContain("302-7746512");
  await desk.getByLabel("What should only they read?").fill("Order number 302-7746512 goes out again today.");
  await desk.getByRole("button", { name: "Send privately" }).click();
  const answer = desk.getByLabel("Tell everybody what came of it");
  expect((await answer.inputValue()).trim()).toBe("Order number [number] goes out again today.");
  const looked = await windowOf(solver, town.paths.questionPrivate(id));
  expect(await axeFindings(looked)).toEqual([]);
  await desk.getByRole("button", { name: "Post it on the question's page" }).click();
  await desk.getByRole("link", { name: "What came of it stands on the question's page." }).waitFor();

  const visitor = await windowOf(null, path);
  expect(await visitor.locator(".answer .prose").innerText()).toBe("Order number [number] goes out again today.");
  expect(await visitor.content()).not.toContain("302-7746512");
  expect(await visitor.getByRole("link", { name: "Go on privately" }).count()).toBe(0);
  await windowOf(await town.resident("Olga"), town.paths.questionPrivate(id), {}, 404);
});
