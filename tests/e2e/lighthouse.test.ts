import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import lighthouse, { type Result as Report } from "lighthouse";
import { afterAll, beforeAll, expect, test } from "vitest";
import { chromiumFlags, findChromium, launchBrowser } from "../browser.ts";
import { makeDataFolder } from "../factories/data-folder.ts";
import { patienceMs } from "../factories/eventually.ts";
import { type Kith, startKith } from "../factories/kith.ts";

// What Lighthouse says of the demonstration community on a phone: 100 for performance, accessibility, best practices and SEO.
// Performance is measured, and a busy machine only ever takes from it: a page that misses it is measured again, and the best counts.

let kith: Kith;
let chromium: { port: number; stop(): Promise<void> };
let paths: Record<"home" | "group" | "question" | "ask" | "search", string>;

beforeAll(async () => {
  [kith, chromium] = await Promise.all([startKith(makeDataFolder(), {}, ["demo", "--json"]), startChromium()]);
  const home = new URL((await fetch(kith.address)).url).pathname;
  const search = `${home}/search?q=water`;
  paths = {
    home,
    group: await firstLink(home, /href="(\/c\/\w+\/g\/[^"?]+)"/),
    question: await firstLink(`${home}/search?state=solved`, /class="row-title" href="([^"]+)"/),
    ask: `${home}/ask`,
    search,
  };
});
afterAll(async () => {
  await chromium?.stop();
  await kith?.stop();
});

test.each(["home", "group", "question", "ask", "search"] as const)("%s has 100 four times", async (name) => {
  const address = new URL(paths[name], kith.address).href;
  const reports = [await measure(address)];
  const best = () => Math.max(...reports.map((report) => scoreOf(report, "performance")));
  while (reports.length < 8 && best() < 100) reports.push(await measure(address));
  const scores = {
    performance: best(),
    ...Object.fromEntries(others.map((category) => [category, scoreOf(reports[0], category)])),
  };
  expect(scores, reports.flatMap(shortcomings).join("\n")).toEqual({
    ...{ performance: 100, accessibility: 100, "best-practices": 100, seo: 100 },
  });
});

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
  await page.goto(new URL(paths.question, kith.address).href, { waitUntil: "networkidle" });
  await live;
  await browser.close();
  const sum = [...bytes.values()].reduce((total, one) => total + one, 0);
  expect(bytes.size).toBeLessThanOrEqual(6);
  expect(sum).toBeGreaterThan(5_000);
  expect(sum).toBeLessThanOrEqual(60 * 1024);
});

const others = ["accessibility", "best-practices", "seo"] as const;

function scoreOf(report: Report | undefined, category: string): number {
  return Math.round((report?.categories[category]?.score ?? 0) * 100);
}

/** What cost points. */
function shortcomings({ categories, audits }: Report): string[] {
  return Object.values(categories).flatMap(({ id, auditRefs }) =>
    auditRefs
      .filter((one) => one.weight > 0 && (audits[one.id]?.score ?? 1) < 1)
      .map((one) => `${id}: ${audits[one.id]?.title} ${audits[one.id]?.displayValue ?? ""}`),
  );
}

/** Where Chromium did not record the page, Lighthouse has measured nothing and asks to be run again. */
const unrecorded = new Set<string>(["NO_NAVSTART", "NO_TRACING_STARTED"]);

async function measure(address: string): Promise<Report> {
  for (let attempt = 1; ; attempt += 1) {
    const done = await lighthouse(address, { port: chromium.port, output: "json", logLevel: "silent" });
    if (!done) throw new Error("Lighthouse answers nothing");
    const { runtimeError } = done.lhr;
    if (!runtimeError) return done.lhr;
    if (!unrecorded.has(runtimeError.code) || attempt === 5) throw new Error(runtimeError.message);
  }
}

async function firstLink(path: string, pattern: RegExp): Promise<string> {
  const text = await (await fetch(new URL(path, kith.address))).text();
  const link = pattern.exec(text)?.[1];
  if (!link) throw new Error(`no link like ${pattern} at ${path}`);
  return link;
}

/** A Chromium that Lighthouse can talk to, which Playwright's cannot. */
async function startChromium(): Promise<{ port: number; stop(): Promise<void> }> {
  const profile = join(makeDataFolder("profile"), "chromium");
  const flags = [...chromiumFlags, "--headless", "--remote-debugging-port=0", `--user-data-dir=${profile}`];
  const child = spawn(await findChromium(), [...flags, "about:blank"], { stdio: ["ignore", "ignore", "pipe"] });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const port = await new Promise<number>((resolve, reject) => {
    let said = "";
    child.once("exit", () => reject(new Error(`Chromium ended: ${said}`)));
    child.stderr.on("data", (chunk) => {
      said = (said + chunk).slice(-4_000);
      const found = /DevTools listening on ws:\/\/[^:]+:(\d+)\//.exec(said)?.[1];
      if (found) resolve(Number(found));
    });
  });
  return {
    port,
    async stop() {
      child.kill();
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
