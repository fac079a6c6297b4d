import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import lighthouse, { type Result as Report } from "lighthouse";
import { chromiumFlags, findChromium } from "../browser.ts";
import { makeDataFolder } from "../factories/data-folder.ts";

export type { Report };

/** Lighthouse with a Chromium of its own, which looks at pages as a phone does. */
export interface Lighthouse {
  look(address: string): Promise<Report>;
  close(): Promise<void>;
}

export async function openLighthouse(): Promise<Lighthouse> {
  const chromium = await startChromium();
  return { look: (address) => look(address, chromium.port), close: chromium.stop };
}

/** The pages that have 100 in every category, of a community that lives. */
export async function pagesOf(origin: string, home: string): Promise<Record<string, string>> {
  const firstLink = async (path: string, pattern: RegExp): Promise<string> => {
    const text = await (await fetch(new URL(path, origin))).text();
    const link = pattern.exec(text)?.[1];
    if (!link) throw new Error(`no link like ${pattern} at ${path}`);
    return link;
  };
  return {
    home,
    group: await firstLink(home, /href="(\/c\/[\w-]+\/g\/[^"?]+)"/),
    question: await firstLink(`${home}/search?state=solved`, /class="row-title" href="([^"]+)"/),
    ask: `${home}/ask`,
    search: `${home}/search?q=water`,
  };
}

export function scoreOf(report: Report | undefined, category: string): number {
  return Math.round((report?.categories[category]?.score ?? 0) * 100);
}

/** What cost points. */
export function shortcomings({ categories, audits }: Report): string[] {
  return Object.values(categories).flatMap(({ id, auditRefs }) =>
    auditRefs
      .filter((one) => one.weight > 0 && (audits[one.id]?.score ?? 1) < 1)
      .map((one) => `${id}: ${audits[one.id]?.title} ${audits[one.id]?.displayValue ?? ""}`),
  );
}

/** Where Chromium did not record the page, Lighthouse has measured nothing and asks to be run again. */
const unrecorded = new Set<string>(["NO_NAVSTART", "NO_TRACING_STARTED"]);

async function look(address: string, port: number): Promise<Report> {
  for (let attempt = 1; ; attempt += 1) {
    const done = await lighthouse(address, { port, output: "json", logLevel: "silent" });
    if (!done) throw new Error("Lighthouse answers nothing");
    const { runtimeError } = done.lhr;
    if (!runtimeError) return done.lhr;
    if (!unrecorded.has(runtimeError.code) || attempt === 5) throw new Error(runtimeError.message);
  }
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
