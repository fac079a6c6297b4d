import type { ChildProcess } from "node:child_process";
import { createServer } from "node:net";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { makeDataFolder } from "../factories/data-folder.ts";
import { startProgram } from "../factories/program.ts";

const root = path.resolve(import.meta.dirname, "../..");
const running = new Set<ChildProcess>();
afterEach(() => {
  for (const child of running) child.kill("SIGKILL");
});

interface Demo {
  readonly child: ChildProcess;
  /** What it printed, line by line. */
  readonly printed: string[];
  said(): string;
  /** Waits until `check` holds, or the process has ended. */
  until(check: () => boolean): Promise<void>;
  readonly ended: Promise<number | null>;
}

function startDemo(dataFolder: string, args: readonly string[] = [], port = "0"): Demo {
  const { PATH = "", HOME = "" } = process.env;
  const child = startProgram([path.join(root, "dist/main.js"), "demo", "--json", ...args], {
    cwd: root,
    env: { PATH, HOME, KITH_DATA: dataFolder, PORT: port },
  });
  running.add(child);
  // At "close" all that it said has been read, which at "exit" it has not.
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve)).finally(() =>
    running.delete(child),
  );
  const printed: string[] = [];
  let said = "";
  child.stdout.on("data", (chunk) => printed.push(...String(chunk).trim().split("\n")));
  child.stderr.on("data", (chunk) => {
    said += chunk;
  });
  return {
    child,
    printed,
    said: () => said,
    ended,
    async until(check) {
      while (!check() && child.exitCode === null && child.signalCode === null) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
  };
}

async function ready(demo: Demo): Promise<{ address: string; links: Record<string, string> }> {
  await demo.until(() => demo.printed.length > 0);
  expect(demo.printed, demo.said()).toHaveLength(1);
  return JSON.parse(demo.printed[0] as string);
}

async function stop(demo: Demo): Promise<void> {
  demo.child.kill("SIGTERM");
  expect(await demo.ended).toBe(0);
}

describe("kith demo", () => {
  it("is made anew when it was killed half-way, signs its people in, and is there again at the next start", async () => {
    const folder = path.dirname(makeDataFolder("data/demo"));
    const killed = startDemo(folder);
    await killed.until(() => /\d\d %/.test(killed.said()));
    killed.child.kill("SIGKILL");
    await killed.ended;
    expect(killed.printed).toEqual([]);

    const first = startDemo(folder);
    const { address, links } = await ready(first);
    expect(Object.keys(links)).toEqual(["member", "solver", "steward", "analyst", "admin"]);
    const names = {
      member: "Inês Carvalho",
      solver: "Marit Solheim",
      steward: "Noor Haddad",
      analyst: "Hanna Virtanen",
      admin: "Ana Kovač",
    };
    for (const [who, name] of Object.entries(names)) {
      const link = links[who] as string;
      const entered = await fetch(link, { redirect: "manual" });
      expect(entered.status).toBe(303);
      const cookie = entered.headers
        .getSetCookie()
        .map((one) => one.split(";")[0])
        .join("; ");
      const page = await fetch(new URL(entered.headers.get("location") as string, address), { headers: { cookie } });
      expect(page.status).toBe(200);
      expect(await page.text()).toContain(name);
      expect((await fetch(link, { redirect: "manual" })).headers.get("location")).not.toBe(
        entered.headers.get("location"),
      );
    }
    const home = await (await fetch(`${address}/c/tamberlo`)).text();
    expect(home).toContain("Home baristas");
    await stop(first);

    const taken = createServer();
    const port = await new Promise<number>((resolve) => {
      taken.listen(0, "127.0.0.1", () => resolve((taken.address() as { port: number }).port));
    });
    const second = startDemo(folder, [], String(port));
    const again = await ready(second);
    expect(second.said()).toContain(`Another program listens on port ${port}`);
    expect(second.said()).not.toMatch(/\d\d %/);
    expect(again.links.member).not.toBe(links.member);
    taken.close();

    const beside = startDemo(folder, ["--fresh"]);
    expect(await beside.ended).toBe(1);
    expect(beside.said()).toContain("demo-in-use");
    await stop(second);
  });
});
