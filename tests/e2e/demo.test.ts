import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { deskPathsOf } from "../../src/web/desk-paths.ts";
import { pathsOf } from "../../src/web/url.ts";
import { launchBrowser } from "../browser.ts";
import { makeDataFolder } from "../factories/data-folder.ts";
import { patienceMs } from "../factories/eventually.ts";
import { type Kith, startKith } from "../factories/kith.ts";
import { axeFindings, crowded, sideways } from "./axe.ts";
import { phone } from "./in-town.ts";
import { openWindow, type Window } from "./window.ts";

// The demonstration is what most people see of care first, and its pages hold more than those of any other test: no finding of axe on
// a desk in light, and on a phone in dark nothing too faint and nothing to scroll sideways.

let browser: Browser;
let demo: Kith;
const windows: { desk: Window; phone: Window }[] = [];
beforeAll(async () => {
  const start = () => startKith(makeDataFolder("data/demo-pages"), {}, ["demo", "--json"]);
  [browser, demo] = await Promise.all([launchBrowser(), start()]);
});
afterAll(async () => {
  for (const two of windows) for (const one of [two.desk, two.phone]) await one.close();
  await browser?.close();
  await demo?.stop();
});

const paths = pathsOf("tamberlo");
const desk = deskPathsOf("tamberlo");

/** Signed in on a desk and on a phone, which share the sign-in: a link works once. */
async function enter(link: string): Promise<{ desk: Page; phone: Page }> {
  const onDesk = await openWindow(browser, demo, { viewport: { width: 1280, height: 900 }, colorScheme: "light" });
  await onDesk.page.goto(link);
  const storageState = await onDesk.context.storageState();
  const onPhone = await openWindow(browser, demo, { ...phone, colorScheme: "dark", storageState });
  windows.push({ desk: onDesk, phone: onPhone });
  return { desk: onDesk.page, phone: onPhone.page };
}

/** What is wrong with a page; `ready` is what it holds once it is whole. */
async function wrongOn(seen: { desk: Page; phone: Page }, path: string, ready = "h1"): Promise<string[]> {
  const open = async (page: Page) => {
    const status = (await page.goto(path))?.status();
    // A plan takes seconds of work, and minutes on a machine that is busy with other things.
    await page
      .locator(ready)
      .first()
      .waitFor({ timeout: 3 * patienceMs });
    return status === 200 ? [] : [`status ${status}`];
  };
  const found = [
    ...(await open(seen.desk)),
    ...(await axeFindings(seen.desk)),
    ...(await crowded(seen.desk)),
    ...(await open(seen.phone)),
    ...(await axeFindings(seen.phone, ["color-contrast", "target-size"])),
    ...(await sideways(seen.phone)),
    ...(await crowded(seen.phone)),
  ];
  return found.map((one) => `${path}: ${one}`);
}

test("the desk of the demonstration can be read by everybody, in each view and with a problem in each state", async () => {
  const seen = await enter(demo.links.solver ?? "");
  const wrong: string[] = [];
  const views = ["mine", "offered", "team", "unclaimed", "due-soon", "late", "waiting-for-asker", "peers", "snoozed"];
  for (const view of [...views, "all"]) wrong.push(...(await wrongOn(seen, `${desk.queue}?view=${view}`)));
  for (const path of [desk.shift, desk.macros, desk.whatIsThis, desk.known]) wrong.push(...(await wrongOn(seen, path)));
  const titles = [
    "A tingle in the fingers", // privately, with a question
    "A crack in the hopper", // handed over, and split
    "The app takes a hot Kestrel", // split off
    "the pump pulses like a heartbeat", // with a member by name
    "Steam wand whistles", // known, with reports
    "Steam makes a noise like a kettle", // a report that rests
    "The courier left my Heron", // offered
    "Charged twice", // late
    "The thermostat of my first Wren", // contested
    "The wand drips", // reopened by a check
    "A parcel with somebody else", // confirmed, and asked again
    "The app on a phone from 2014", // signed as unsolvable
    "Where is the invoice", // withdrawn
    "A whistle while steaming", // a duplicate
  ];
  for (const title of titles) {
    await seen.desk.goto(`${desk.queue}?view=all&q=${encodeURIComponent(title)}`);
    const row = seen.desk.locator(".row-title", { hasText: title }).first();
    wrong.push(...(await wrongOn(seen, (await row.getAttribute("href")) ?? title)));
  }
  // Who is away is no choice where problems are handed over.
  await seen.desk.goto(desk.shift);
  expect(await seen.desk.locator("select[name=to] option[disabled]").allTextContents()).toEqual([
    expect.stringMatching(/^Jonas Brandt, away until \d/),
  ]);
  expect(wrong).toEqual([]);
});

test("so can what counts and what is set: the open book, hours, the plan, and care's settings", async () => {
  const seen = await enter(demo.links.admin ?? "");
  const wrong: string[] = [];
  for (const days of [30, 90, 365]) wrong.push(...(await wrongOn(seen, `${paths.home}/book?days=${days}`)));
  for (const weeks of [4, 8, 26]) wrong.push(...(await wrongOn(seen, `${paths.careHours}?weeks=${weeks}`, ".chart")));
  wrong.push(...(await wrongOn(seen, paths.hours)));
  wrong.push(...(await wrongOn(seen, paths.carePlan, ".chart")));
  wrong.push(...(await wrongOn(seen, `${paths.admin}/care`, "table")));
  expect(wrong).toEqual([]);
});
