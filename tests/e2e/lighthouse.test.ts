import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../browser.ts";
import { makeDataFolder } from "../factories/data-folder.ts";
import { patienceMs } from "../factories/eventually.ts";
import { type Kith, startKith } from "../factories/kith.ts";
import { type Lighthouse, openLighthouse, pagesOf, scoreOf, shortcomings } from "./lighthouse.ts";

// What Lighthouse says of the demonstration community on a phone: 100 for accessibility, best practices and SEO, and of performance all
// that is no matter of time. Times depend on what else the machine does: scripts/evaluate/lighthouse.ts measures them, and the whole score.

const untimed = [
  "cumulative-layout-shift",
  "cache-insight",
  "duplicated-javascript-insight",
  "font-display-insight",
  "image-delivery-insight",
  "legacy-javascript-insight",
  "third-parties-insight",
  "viewport-insight",
  "unminified-css",
  "unminified-javascript",
  "unsized-images",
  "redirects",
  "total-byte-weight",
];

let kith: Kith;
let lighthouse: Lighthouse;
let paths: Record<string, string>;

beforeAll(async () => {
  [kith, lighthouse] = await Promise.all([startKith(makeDataFolder(), {}, ["demo", "--json"]), openLighthouse()]);
  paths = await pagesOf(kith.address, new URL((await fetch(kith.address)).url).pathname);
});
afterAll(async () => {
  await lighthouse?.close();
  await kith?.stop();
});

const at = (name: string) => new URL(paths[name] ?? "", kith.address).href;

test.each(["home", "group", "question", "ask", "search"])(
  "%s has 100 three times, and wastes nothing",
  async (name) => {
    const report = await lighthouse.look(at(name));
    const scores = Object.fromEntries(categories.map((category) => [category, scoreOf(report, category)]));
    expect(scores, shortcomings(report).join("\n")).toEqual({ accessibility: 100, "best-practices": 100, seo: 100 });
    expect(untimed.filter((audit) => report.audits[audit]?.score !== 1)).toEqual([]);
  },
);

test("the first view of a question takes at most 6 requests and 60 KB", async () => {
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  page.setDefaultTimeout(patienceMs);
  const network = await page.context().newCDPSession(page);
  const bytes = new Map<string, number>();
  await network.send("Network.enable");
  network.on("Network.requestWillBeSent", ({ requestId }) => void bytes.set(requestId, 0));
  // Headers count, and what is still on its way (the live page's stream) counts as far as it has come.
  network.on(
    "Network.responseReceived",
    ({ requestId, response }) => void bytes.set(requestId, response.encodedDataLength),
  );
  network.on(
    "Network.loadingFinished",
    ({ requestId, encodedDataLength }) => void bytes.set(requestId, encodedDataLength),
  );
  const live = page.waitForResponse((response) => new URL(response.url()).pathname.endsWith("/live"));
  await page.goto(at("question"), { waitUntil: "networkidle" });
  await live;
  await browser.close();
  const sum = [...bytes.values()].reduce((total, one) => total + one, 0);
  expect(bytes.size).toBeLessThanOrEqual(6);
  expect(sum).toBeGreaterThan(5_000);
  expect(sum).toBeLessThanOrEqual(60 * 1024);
});

const categories = ["accessibility", "best-practices", "seo"] as const;
