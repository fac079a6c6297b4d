import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { servePages } from "../../scripts/preview-pages.mjs";
import { launchBrowser } from "../browser.ts";
import { patienceMs } from "../factories/eventually.ts";

// Every page in every state that the samples have, with its styles and script, under the real content policy.

const axe = readFileSync(join(import.meta.dirname, "../../node_modules/axe-core/axe.min.js"), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

let browser: Browser;
let served: Awaited<ReturnType<typeof servePages>>;
beforeAll(async () => {
  [browser, served] = await Promise.all([launchBrowser(), servePages(0)]);
});
afterAll(async () => {
  await browser?.close();
  served?.server.closeAllConnections();
  served?.server.close();
});

test.each([
  ["a phone in the dark", 390, "dark"],
  ["a wide screen in daylight", 1600, "light"],
] as const)("no page has an axe finding, an error or a sideways scroll on %s", async (_, width, colorScheme) => {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, reducedMotion: "reduce" });
  context.setDefaultTimeout(patienceMs);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on("console", (message) => message.type() === "error" && complaints.push(`${page.url()}: ${message.text()}`));
  for (const name of served.names) {
    await page.goto(`${served.origin}/${name}`);
    complaints.push(...(await findings(page)).map((finding) => `${name}: ${finding}`));
  }
  await context.close();
  expect(complaints).toEqual([]);
});

async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(
    (runOnly) =>
      (window as unknown as { axe: { run(on: Document, options: object): Promise<AxeResults> } }).axe.run(document, {
        runOnly,
      }),
    rules,
  );
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  const found = violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(" ")}`);
  return wide ? [...found, "scrolls sideways"] : found;
}
