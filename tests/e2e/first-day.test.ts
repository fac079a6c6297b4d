import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../browser.ts";
import { makeDataFolder } from "../factories/data-folder.ts";
import { eventually } from "../factories/eventually.ts";
import { type Kith, startKith } from "../factories/kith.ts";
import { openWindow } from "./window.ts";

// The main path, by the pages alone: an empty Kith is set up, a group opened, somebody asks, another joins and answers,
// and the asker says that it is solved. Once with scripts and once without: without them, it is complete too.

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

test.each([
  ["with scripts", true],
  ["without scripts", false],
])("a community is set up, asks, answers and solves, %s", async (_, javaScriptEnabled) => {
  const kith = await startKith(makeDataFolder());
  try {
    const first = await openWindow(browser, kith, { javaScriptEnabled });
    const second = await openWindow(browser, kith, { javaScriptEnabled });
    await setUp(first.page, kith);
    await openGroup(first.page);
    const address = await ask(first.page);
    await joinByForm(second.page, address);
    await answer(second.page);
    await confirm(first.page, address);
    await findIt(second.page);
    await first.close();
    await second.close();
  } finally {
    await kith.stop();
  }
});

async function setUp(page: Page, kith: Kith): Promise<void> {
  await page.goto(kith.setUp ?? "");
  await page.getByLabel("Name of the community").fill("Lamps");
  await page.getByLabel("Its address").fill("lamps");
  await page.getByLabel("What is it for?").fill("Everything about lamps.");
  await page.getByLabel("Your name").fill("Ada Admin");
  await page.getByLabel("Your e-mail address").fill("ada@example.org");
  await page.getByLabel("A password").fill("correct horse battery staple");
  await page.getByRole("button", { name: "Create the community" }).click();
  await page.waitForURL("**/c/lamps");
  // The link has done its work.
  const again = await page.context().request.get(kith.setUp ?? "");
  expect(again.status()).toBe(410);
}

async function openGroup(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Create the first group" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Desk lamps");
  await page.getByLabel("Address").fill("desk-lamps");
  await page.getByLabel("What is it for?").fill("Lamps that stand on desks.");
  await page.getByLabel("Rules").fill("Say which lamp it is.");
  await page.getByRole("button", { name: "Save" }).click();
  await page.waitForURL("**/g/desk-lamps");
  expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("Desk lamps");
}

async function ask(page: Page): Promise<string> {
  await page.getByRole("link", { name: "Ask in this group" }).click();
  await page.getByLabel("What is the matter, in one sentence?").fill("My desk lamp hums");
  await page.getByLabel("What happened, and what have you tried?").fill("It hums **loudly** when dimmed.");
  await page.getByLabel("Tags").fill("dimmer, noise");
  await page.getByRole("button", { name: "Ask the question" }).click();
  await page.waitForURL("**/q/*/my-desk-lamp-hums");
  await page.getByText("Your question is posted.").waitFor();
  expect(await page.locator(".question .prose strong").innerText()).toBe("loudly");
  expect(await page.locator(".question .tags a").allInnerTexts()).toEqual(["dimmer", "noise"]);
  expect(await page.locator(".question .state").innerText()).toBe("still waiting");
  return page.url();
}

/** A visitor reads the question, and joins from there. */
async function joinByForm(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole("link", { name: "Sign in to answer" }).click();
  await page.getByRole("link", { name: "Join", exact: true }).click();
  await page.getByLabel("Name").fill("Ben");
  await page.getByLabel("E-mail address").fill("ben@example.org");
  await page.getByLabel("Password").fill("a long enough password");
  await page.getByRole("button", { name: "Join" }).click();
  // Back at the question that they came for.
  await page.waitForURL(address);
}

async function answer(page: Page): Promise<void> {
  await page.getByLabel("Your answer").fill("Use a trailing-edge dimmer.\n\n1. Switch the power off.\n2. Swap it.");
  await page.getByRole("button", { name: "Post the answer" }).click();
  await page.getByText("Your answer is posted.").waitFor();
  expect(await page.locator(".answer .prose li").allInnerTexts()).toEqual(["Switch the power off.", "Swap it."]);
  expect(await page.locator(".question .state").innerText()).toBe("answered");
}

async function confirm(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole("button", { name: "This solved it" }).click();
  await page.getByText("Solved it for the asker").waitFor();
  expect(await page.locator(".question .state").innerText()).toBe("solved");
}

async function findIt(page: Page): Promise<void> {
  const { origin } = new URL(page.url());
  const hit = page.getByRole("link", { name: "My desk lamp hums" });
  // Search takes up what was written a moment later.
  await eventually(async () => {
    await page.goto(origin);
    await page.getByRole("searchbox", { name: "Search questions and answers" }).fill("humming lamp dimmer");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/search?*");
    expect(await hit.count()).toBe(1);
  }, 500);
  await hit.click();
  await page.getByText("Solved it for the asker").waitFor();
}
