// Measures what somebody who types sees: from a key to the suggestions painted, in a real Chromium, on loopback.
//   npx node scripts/evaluate/typing.ts ADDRESS COMMUNITY [--texts FILE] : ADDRESS of a Kith that serves, texts a line each
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { launchBrowser } from "../../tests/browser.ts";

const { positionals, values } = parseArgs({ allowPositionals: true, options: { texts: { type: "string" } } });
const [address = "", community = ""] = positionals;
const texts = values.texts
  ? readFileSync(values.texts, "utf8").split("\n").filter(Boolean).slice(0, 60)
  : ["steam is weak", "water runs into the tray", "app does not find the machine", "parcel has not arrived"];
/** As quick hands type; the program is asked once for letters that follow one another within 60 ms. */
const betweenKeysMs = 120;

const browser = await launchBrowser();
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
for (const [place, path, field] of [
  ["masthead", `/c/${community}`, "#find"],
  ["home", `/c/${community}`, "#entry"],
  ["ask", `/c/${community}/ask`, "#title"],
] as const) {
  const painted: number[] = [];
  const asked: number[] = [];
  for (const text of texts) {
    await page.goto(address + path);
    await page.locator("html[data-ready]").waitFor();
    await page.evaluate((selector) => {
      const box = document.querySelector<HTMLInputElement>(selector);
      const list = box?.form?.querySelector("[data-suggestions]");
      if (!box || !list) throw new Error(`nothing is suggested at ${selector}`);
      const seen: number[] = [];
      let keyAt = 0;
      box.addEventListener("input", () => (keyAt = performance.now()), true);
      new MutationObserver(() => {
        const from = keyAt;
        requestAnimationFrame(() => setTimeout(() => seen.push(performance.now() - from)));
      }).observe(list, { childList: true, subtree: true });
      Object.assign(window, { seen });
    }, field);
    await page.locator(field).pressSequentially(text, { delay: betweenKeysMs });
    await page.waitForTimeout(250);
    painted.push(...(await page.evaluate(() => (window as unknown as { seen: number[] }).seen)));
    asked.push(
      ...(await page.evaluate(() =>
        (performance.getEntriesByType("resource") as PerformanceResourceTiming[])
          .filter(({ name }) => name.includes("/suggestions?"))
          .map(({ duration }) => duration),
      )),
    );
  }
  console.log(`${place}: ${said("key to painted", painted)}; ${said("request", asked)}`);
}
await browser.close();

function said(what: string, times: number[]): string {
  const sorted = times.sort((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN).toFixed(1);
  return `${what} median ${at(0.5)} ms, p95 ${at(0.95)} ms, n ${sorted.length}`;
}
