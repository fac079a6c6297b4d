import { readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type Log, RefusalError } from "../../kernel/index.ts";
import { isConnectionTrouble } from "../unavailable.ts";
import { initialiseCluster } from "./cluster.ts";
import { chooseOwner, type Owner } from "./owner.ts";
import { type Places, preparePlaces } from "./places.ts";
import { bePresent, type Presence } from "./presence.ts";
import { runningServer } from "./running-server.ts";
import { startServer, stopServer } from "./server.ts";
import { serverArguments, serverSettings } from "./settings.ts";

const recoveryPatienceMs = 10_000;

export interface EmbeddedServer {
  readonly connection: { readonly host: string; readonly user: string; readonly database: string };
  /** Leaves the server, and stops it where nobody else uses it. */
  close(): Promise<void>;
}

/**
 * Starts the PostgreSQL of a data folder or finds the one that runs, takes a place at it, and starts it again should it die while
 * this process lives. Throws `already-serving` where `serving` is asked for and another process serves this folder.
 */
export async function openEmbedded(dataFolder: string, serving: boolean, log: Log): Promise<EmbeddedServer> {
  const owner = chooseOwner();
  const places = preparePlaces(path.resolve(dataFolder), owner);
  const connection = { host: places.socket, user: "kith", database: "postgres" };
  const closing = new AbortController();
  const onSlow = () => log.warn("PostgreSQL recovers what it had not written to its tables; this can take a while");

  async function arrive(asServing: boolean): Promise<Presence> {
    const wasRunning = runningServer(places) !== null;
    await startServer(places, owner, { signal: closing.signal, onSlow });
    const presence = await bePresent(connection, asServing);
    if (!wasRunning || !asServing || !isOutdated(places) || !(await presence.isAlone())) return presence;
    log.info("the PostgreSQL that was left running has other settings; it is started anew");
    await presence.leave(() => stopServer(places));
    return arrive(asServing);
  }

  // Only here: should the data vanish while this process lives, it must not go on with an empty database.
  initialiseCluster(places, owner);
  let presence = await persist(() => arrive(serving), closing.signal);
  const supervision = superviseUntilClosed();

  async function superviseUntilClosed(): Promise<void> {
    while (true) {
      await presence.gone;
      if (closing.signal.aborted) return;
      log.error("the connection to PostgreSQL broke; looking after it");
      const found = await comeBack();
      if (!found) return;
      presence = found;
      if (closing.signal.aborted) return;
      log.info("PostgreSQL answers again");
    }
  }

  async function comeBack(): Promise<Presence | null> {
    while (!closing.signal.aborted) {
      try {
        return await persist(() => arrive(serving), closing.signal);
      } catch (error) {
        if (closing.signal.aborted) return null;
        if (error instanceof RefusalError && error.refusal.code === "already-serving") {
          log.warn("another Kith took over the serving of this data folder while PostgreSQL was away");
          return persist(() => arrive(false), closing.signal).catch(() => null);
        }
        log.error({ err: error }, "PostgreSQL could not be started again; trying again");
        await pause(2_000, undefined, { signal: closing.signal }).catch(() => {});
      }
    }
    return null;
  }

  return {
    connection,
    async close() {
      closing.abort();
      if (presence.held()) await presence.leave(() => stopServer(places));
      await supervision;
      // What was being brought back in the meantime is left in order too.
      if (presence.held()) await presence.leave(() => stopServer(places));
      else await stopIfAlone(places, connection);
    },
  };
}

/** A server that starts, recovers, or is being stopped by the last one to leave refuses whoever comes just then. */
async function persist(arrive: () => Promise<Presence>, signal: AbortSignal): Promise<Presence> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await arrive();
    } catch (error) {
      if (!isConnectionTrouble(error) || attempt > 100 || signal.aborted) throw error;
      await pause(Math.min(20 * attempt, 200), undefined, { signal });
    }
  }
}

/** Stops a server to which this process has lost its connection; one that takes long to recover is left to the next Kith. */
async function stopIfAlone(places: Places, connection: EmbeddedServer["connection"]): Promise<void> {
  for (let waited = 0; runningServer(places) !== null && waited < recoveryPatienceMs; waited += 20) {
    const presence = runningServer(places)?.ready ? await bePresent(connection, false).catch(() => null) : null;
    if (presence) return presence.leave(() => stopServer(places));
    await pause(20);
  }
}

/** Whether the running server was started with other programs or settings than this Kith would use (postmaster.opts tells). */
function isOutdated(places: Places): boolean {
  try {
    const used = readFileSync(path.join(places.cluster, "postmaster.opts"), "utf8").trim();
    const words = [path.join(places.binaries, "bin", "postgres"), ...serverArguments(places, serverSettings)];
    // PostgreSQL writes the program bare and each argument in double quotes.
    const wanted = words.map((word, index) => (index === 0 ? word : `"${word}"`)).join(" ");
    return used !== wanted;
  } catch {
    return false;
  }
}

/** For `kith doctor`: where a data folder's PostgreSQL lies, without starting it. */
export function locateEmbedded(dataFolder: string): { places: Places; owner: Owner } {
  const owner = chooseOwner();
  return { places: preparePlaces(path.resolve(dataFolder), owner), owner };
}
