import net from "node:net";
import type { Finding } from "../../src/cli/doctor/finding.ts";
import { examine } from "../../src/cli/doctor.ts";
import { readConfiguration, systemClock } from "../../src/kernel/index.ts";
import { chooseOwner, preparePlaces } from "../../src/store/index.ts";
import { makeDataFolder } from "./data-folder.ts";
import { putTestCluster } from "./test-cluster.ts";

/** Every finding, but for databases that others have left on this machine. */
export async function findingsOf(environment: Record<string, string>, clock = systemClock): Promise<Finding[]> {
  const found: Finding[] = [];
  for await (const one of examine(() => readConfiguration(environment), clock)) found.push(one);
  return found.filter(({ check }) => check !== "left-over");
}

/** The one finding of a check, which must be there. */
export async function finding(
  check: string,
  environment: Record<string, string>,
  clock = systemClock,
): Promise<Finding> {
  const all = await findingsOf(environment, clock);
  const found = all.find((one) => one.check === check);
  if (!found) throw new Error(`no ${check} among ${all.map((one) => `${one.check}: ${one.says}`).join("; ")}`);
  return found;
}

/** A folder with data of an empty Kith, whose PostgreSQL does not run. */
export async function filledFolder() {
  const folder = makeDataFolder();
  const places = preparePlaces(folder, chooseOwner());
  await putTestCluster(places);
  return { folder, places };
}

/**
 * A port of this machine at which nobody listens, below those that the system hands out by itself (from 32768 on Linux, 49152 on
 * macOS): what other processes open meanwhile does not take it. Those of two processes of the test run lie apart.
 */
export async function freePort(): Promise<number> {
  for (let port = 20_000 + ((process.pid * 37) % 9_000); ; port += 1) if (await isFree(port)) return port;
}

function isFree(port: number): Promise<boolean> {
  const server = net.createServer();
  return new Promise((resolve) => {
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
