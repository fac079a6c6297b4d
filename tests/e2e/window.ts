import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { expect } from "vitest";
import { eventually, patienceMs } from "../factories/eventually.ts";
import type { Kith } from "../factories/kith.ts";

/** A browser window with a profile of its own, in which everything that must not happen is written down. */
export interface Window {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What happened that must not: errors on the console, blocked scripts, requests to elsewhere, dialogs. */
  readonly complaints: string[];
  /** Opens a path of the Kith, waits until its script listens, and answers the page's status. */
  open(path: string): Promise<number>;
  /** Asserts that nothing happened that must not, and closes. */
  close(): Promise<void>;
}

export interface WindowOptions extends BrowserContextOptions {
  /** Runs in each page before anything else does. */
  readonly before?: string;
}

// A document that answers with 404 is an error to Chromium's console, and the very thing that a test may ask for.
const statusOnly = /^Failed to load resource: the server responded with a status of (401|403|404|409|410|422|429)\b/;

/** Pages whose stream of what happens is open, in the document that they show. */
const live = new WeakSet<Page>();

/** Waits until a page hears of what happens from now on. Its stream opens a moment after the page is there. */
export function isLive(page: Page): Promise<void> {
  return eventually(() => expect(live.has(page)).toBe(true));
}

/** Waits until a page has had the time to show what the browser was just answered: one more answer comes, and two frames are drawn. */
export function afterWhatCame(page: Page): Promise<void> {
  return page.evaluate(async () => {
    await (await fetch("/health")).text();
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
}

export async function openWindow(
  browser: Browser,
  kith: Pick<Kith, "address">,
  options: WindowOptions = {},
): Promise<Window> {
  const { before, ...contextOptions } = options;
  const context = await browser.newContext({
    baseURL: kith.address,
    locale: "en-GB",
    reducedMotion: "reduce",
    ...contextOptions,
  });
  context.setDefaultTimeout(patienceMs);
  const complaints: string[] = [];
  const complain = (text: string) => void complaints.push(text);
  const home = new URL(kith.address).host;

  if (contextOptions.javaScriptEnabled !== false) {
    await context.exposeFunction("kithComplain", complain);
    await context.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", (event) => {
        const said = `policy: ${event.violatedDirective} blocked ${event.blockedURI} (${event.sample})`;
        (window as unknown as { kithComplain(text: string): void }).kithComplain(said);
      });
    });
    if (before) await context.addInitScript(before);
  }
  context.on("console", (message) => {
    if (message.type() !== "error" && message.type() !== "warning") return;
    if (!statusOnly.test(message.text())) complain(`console: ${message.text()} (${message.location().url})`);
  });
  context.on("weberror", (error) => complain(`error: ${error.error().stack}`));
  context.on("dialog", (dialog) => {
    complain(`dialog: ${dialog.type()} ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol !== "data:" && url.host !== home) complain(`request to elsewhere: ${request.url()}`);
  });
  context.on("response", (response) => {
    if (new URL(response.url()).pathname.endsWith("/live")) live.add(response.frame().page());
  });
  const page = await context.newPage();
  page.on("framenavigated", () => void live.delete(page));

  return {
    context,
    page,
    complaints,
    async open(path) {
      const response = await page.goto(path);
      if (contextOptions.javaScriptEnabled !== false) await page.locator("html[data-ready]").waitFor();
      return response?.status() ?? 0;
    },
    async close() {
      await context.close();
      expect(complaints).toEqual([]);
    },
  };
}
