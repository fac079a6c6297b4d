import { expect, onTestFinished, test, vi } from "vitest";
import { findChromium, launchBrowser } from "../browser.ts";

test("a Chromium is there and renders a page", async () => {
  const browser = await launchBrowser();
  onTestFinished(() => browser.close());
  const page = await browser.newPage({ viewport: { width: 390, height: 100 } });
  await page.setContent("<!doctype html><title>Kith</title><p>Still waiting</p>");
  expect(await page.locator("p").innerText()).toBe("Still waiting");
  expect((await page.screenshot()).length).toBeGreaterThan(500);
});

test("a browser that is named but not there is refused with what to do", async () => {
  vi.stubEnv("KITH_CHROMIUM", "/nowhere/chromium");
  vi.resetModules();
  const fresh = await import("../browser.ts");
  expect(fresh.findChromium).not.toBe(findChromium);
  await expect(fresh.findChromium()).rejects.toThrow(
    "KITH_CHROMIUM is set to /nowhere/chromium, which does not start (there is no such file). Correct it or unset it.",
  );
});
