import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";
import { expect } from "vitest";

const axe = readFileSync(join(import.meta.dirname, "../../node_modules/axe-core/axe.min.js"), "utf8");
const everything = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

type WithAxe = typeof globalThis & { axe?: { run(on: Document, options: RunOptions): Promise<AxeResults> } };

// A page can be there before its styles are: each of these waits for all of it.

/** What axe finds on the page as it stands: WCAG 2.2 AA and its good practices, or some rules of them. */
export async function axeFindings(page: Page, rules?: readonly string[]): Promise<string[]> {
  await page.waitForLoadState();
  if (!(await page.evaluate(() => (globalThis as WithAxe).axe !== undefined))) await page.evaluate(axe);
  const runOnly = rules ? { type: "rule" as const, values: [...rules] } : { type: "tag" as const, values: everything };
  const found = await page.evaluate(
    (options) => (globalThis as WithAxe).axe?.run(document, { ...options, resultTypes: ["violations"] }),
    { runOnly },
  );
  return (found?.violations ?? []).flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html.slice(0, 240)}`));
}

/** Expects that nothing is wrong with the page as it stands: no finding of axe, and nothing to scroll sideways. */
export async function expectClean(page: Page): Promise<void> {
  expect([page.url(), ...(await axeFindings(page)), ...(await sideways(page))]).toEqual([page.url()]);
}

/** Whether something reaches over the edge of the window, and what. */
export async function sideways(page: Page): Promise<string[]> {
  await page.waitForLoadState();
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const over = [...document.querySelectorAll("body *")].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    );
    return over.slice(-1).map((element) => `reaches over the edge: ${element.outerHTML.slice(0, 240)}`);
  });
}

/** Words in pictures that reach out of them, or over one another. */
export async function crowded(page: Page): Promise<string[]> {
  await page.waitForLoadState();
  return page.evaluate(() => {
    const shown = (element: Element) => element.checkVisibility();
    return [...document.querySelectorAll(".chart [role=img] svg")].filter(shown).flatMap((picture) => {
      const edge = picture.getBoundingClientRect();
      const words = [...picture.querySelectorAll("text")].map((text) => ({
        says: text.textContent,
        box: text.getBoundingClientRect(),
      }));
      const out = words.filter(({ box }) => box.left < edge.left - 1 || box.right > edge.right + 1);
      const over = words.flatMap(({ says, box }, index) =>
        words
          .slice(index + 1)
          .filter(
            ({ box: other }) =>
              Math.min(box.right, other.right) - Math.max(box.left, other.left) > 1 &&
              Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top) > 2,
          )
          .map((other) => `in a picture “${says}” lies over “${other.says}”`),
      );
      return [...out.map(({ says }) => `“${says}” reaches out of its picture`), ...over];
    });
  });
}

/** What is smaller than a fingertip: 44 pixels for whatever stands on its own; links within text may be smaller (WCAG 2.5.5). */
export async function smallTargets(page: Page): Promise<string[]> {
  await page.waitForLoadState();
  return page.evaluate(() => {
    const alone =
      "button, .button, summary, select, input, .tabs a, .place, .menu a, .row-title, .tags a, footer a, .choice label";
    return [...document.querySelectorAll<HTMLElement>(alone)].flatMap((element) => {
      if (
        !element.checkVisibility({ visibilityProperty: true }) ||
        element.matches("[type=hidden], [type=radio], [type=checkbox]")
      )
        return [];
      const { width, height } =
        (element.matches(".row-title") ? element.closest(".row") : element)?.getBoundingClientRect() ??
        element.getBoundingClientRect();
      const small = width > 1 && (height < 43.5 || width < 43.5);
      return small ? [`${Math.round(width)} × ${Math.round(height)}: ${element.outerHTML.slice(0, 160)}`] : [];
    });
  });
}

/** What moves although the reader asked for less motion. */
export async function restless(page: Page): Promise<string[]> {
  await page.waitForLoadState();
  return page.evaluate(() =>
    [...document.querySelectorAll("body, body *")].flatMap((element) => {
      const { animationName, transitionDuration } = getComputedStyle(element);
      const moves = animationName !== "none" || /[1-9]/.test(transitionDuration);
      return moves ? [`moves: ${element.outerHTML.slice(0, 160)}`] : [];
    }),
  );
}
