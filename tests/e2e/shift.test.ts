import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { claimProblem, openForMember } from "../../src/care/index.ts";
import { unwrap } from "../../src/kernel/index.ts";
import { deskPathsOf } from "../../src/web/desk-paths.ts";
import { launchBrowser } from "../browser.ts";
import { foundTown, type Resident, type Town } from "../factories/town.ts";
import { axeFindings, sideways, smallTargets } from "./axe.ts";
import { openWindow, type Window, type WindowOptions } from "./window.ts";

// A shift ends: what is one's own is handed over with notes by keyboard, and the next shift takes it on.

let browser: Browser;
let town: Town;
let early: Resident;
let late: Resident;
let ann: Resident;
const desk = deskPathsOf("lamps");
const windows: Window[] = [];

beforeAll(async () => {
  [browser, town] = await Promise.all([launchBrowser(), foundTown()]);
  early = await town.resident("Early", ["solver"]);
  late = await town.resident("Late", ["solver"]);
  ann = await town.resident("Ann");
});
afterAll(async () => {
  await browser?.close();
  await town?.close();
});
beforeEach(() => async () => {
  for (const window of windows.splice(0)) await window.close();
});

async function windowOf(resident: Resident, to: string, options: WindowOptions = {}): Promise<Page> {
  const window = await openWindow(browser, town.kith, options);
  windows.push(window);
  expect(await window.open(await town.signInLink(resident, to))).toBe(200);
  return window.page;
}

async function taken(title: string): Promise<void> {
  const given = { askerId: ann.actor.memberId, title, body: "Ann rang." };
  const { id } = unwrap(await town.store.transact((tx) => openForMember(tx, early.actor, given)));
  unwrap(await town.store.transact((tx) => claimProblem(tx, early.actor, id)));
}

test("by keyboard to the next shift, which finds the notes and takes it on; and back again", async () => {
  await taken("The lamp hums");
  await taken("The lamp smells");
  const page = await windowOf(early, desk.queue);
  await page.keyboard.press("e");
  await page.getByRole("heading", { level: 1, name: "Shift" }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole("textbox", { name: "Note on: The lamp smells" }).fill("Unplugged since noon.");
  await page.getByRole("textbox", { name: "A note for all" }).fill("Nothing urgent.");
  await page.locator("h1").click();
  await page.locator("html[data-ready]").waitFor();
  await page.keyboard.press("h");
  await page.getByRole("combobox", { name: "To whom" }).selectOption("Late");
  await page.getByRole("button", { name: "Hand over what is selected" }).click();
  await page.locator("#notice").getByText("Handed over: 2.").waitFor();
  await page.getByText("You have nothing to hand over.").waitFor();

  const next = await windowOf(late, desk.queue);
  await next.getByRole("link", { name: "2 problems are handed over to you, with notes." }).click();
  await next.getByText("Unplugged since noon.").waitFor();
  await next.getByText("Nothing urgent.").waitFor();
  expect(await axeFindings(next)).toEqual([]);
  await next.locator("html[data-ready]").waitFor();
  await next.keyboard.press("j");
  await next.keyboard.press("c");
  await next.locator("#notice").getByText("Taken: 1.").waitFor();
  await next.locator(".rows").nth(1).locator(".row").waitFor();
  expect(await next.locator(".rows").first().locator(".row").count()).toBe(1);
});

test("without scripts, on a phone in the dark; nothing ticked is said so, and what was typed is kept", async () => {
  await taken("The lamp is warm");
  const page = await windowOf(early, desk.shift, {
    javaScriptEnabled: false,
    hasTouch: true,
    viewport: { width: 390, height: 800 },
    colorScheme: "dark",
  });
  expect(await sideways(page)).toEqual([]);
  expect(await smallTargets(page)).toEqual([]);
  await page.getByRole("checkbox").uncheck();
  await page.getByRole("button", { name: "Hand over what is selected" }).click();
  await page.getByText("Nothing was selected.").waitFor();
  await page.goBack();
  await page.getByRole("checkbox").check();
  await page.getByRole("textbox", { name: "A note for all" }).fill("I come back for this.");
  await page.getByRole("button", { name: "Hand over what is selected" }).click();
  await page.getByText("Handed over: 1.").waitFor();
  await page.getByRole("link", { name: "The lamp is warm" }).click();
  await page.getByText("I come back for this.").waitFor();
});
