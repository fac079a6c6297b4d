import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect } from "vitest";
import { launchBrowser } from "../browser.ts";
import { eventually } from "../factories/eventually.ts";
import type { Resident, Town } from "../factories/town.ts";
import { openWindow, type Window, type WindowOptions } from "./window.ts";

/** A phone that is held upright. */
export const phone: WindowOptions = { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true };

/** The problem that care opens for a question: it hears of the question a moment after it is asked. */
export async function problemOf(town: Town, questionId: number): Promise<number> {
  const find = () =>
    town.store.database.selectFrom("problem").select("id").where("question_id", "=", questionId).executeTakeFirst();
  await expect.poll(find).toBeTruthy();
  return (await find())?.id ?? 0;
}

/** Goes to what was just done, which otherwise leaves after ten seconds: nothing takes it away while somebody is there. */
export function atNotice(page: Page): Promise<void> {
  return page.locator("#notice .notice").hover();
}

/** Waits until search has taken up a question and finds it by these words: a page looks only once. */
export function isFound(town: Town, title: string, words: string): Promise<void> {
  return shows(town.at(`${town.paths.search}?${new URLSearchParams({ q: words })}`), title);
}

/** Waits until a solved question is suggested to whoever types these words. */
export function isSuggested(town: Town, title: string, words: string): Promise<void> {
  return shows(town.at(`${town.paths.suggestions}?${new URLSearchParams({ text: words })}`), title);
}

function shows(address: string, text: string): Promise<void> {
  return eventually(async () => {
    const html = await (await fetch(address)).text();
    expect(html.replace(/<[^>]*>/g, "")).toContain(text);
  });
}

/** Opens windows onto a town. After a test all of its windows are closed, and must have nothing to complain of. */
export interface InTown {
  /** An empty window. */
  newWindow(options?: WindowOptions): Promise<Window>;
  /** The page at a path (else the community's home) as a resident sees it, signed in by a link; a visitor's where that is null. */
  windowOf(resident: Resident | null, to?: string, options?: WindowOptions, status?: number): Promise<Page>;
}

/**
 * One browser and one town for all tests of a file: the town is founded and `settle` gives it its people before the first
 * test, and both are gone after the last.
 */
export function inTown<T extends Town>(found: () => Promise<T>, settle: (town: T) => Promise<void>): InTown {
  let browser: Browser | undefined;
  let town: T | undefined;
  const windows: Window[] = [];

  const launch = async () => {
    browser = await launchBrowser();
  };
  const founding = async () => {
    town = await found();
    await settle(town);
  };
  beforeAll(async () => {
    await Promise.all([launch(), founding()]);
  });
  afterAll(async () => {
    await browser?.close();
    await town?.close();
  });
  beforeEach(() => async () => {
    for (const window of windows.splice(0)) await window.close();
  });

  const here = () => {
    if (!browser || !town) throw new Error("there is no town before the first test");
    return { browser, town };
  };
  const newWindow: InTown["newWindow"] = async (options) => {
    const { browser, town } = here();
    const window = await openWindow(browser, town.kith, options);
    windows.push(window);
    return window;
  };
  return {
    newWindow,
    async windowOf(resident, to = here().town.paths.home, options = {}, status = 200) {
      const window = await newWindow(options);
      expect(await window.open(resident ? await here().town.signInLink(resident, to) : to)).toBe(status);
      return window.page;
    },
  };
}
