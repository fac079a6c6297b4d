import { rmSync } from "node:fs";
import { findCommunity, listCommunities } from "../../community/index.ts";
import { type Configuration, type Log, ok, RefusalError, refusal, unwrap } from "../../kernel/index.ts";
import { searchReader } from "../../search/index.ts";
import {
  chooseOwner,
  preparePlaces,
  readOnce,
  runningServer,
  type Store,
  settle,
  takeTime,
} from "../../store/index.ts";
import type { CliHost } from "../command.ts";
import { community } from "./content/index.ts";
import { openDesk } from "./desk/index.ts";
import { demoSeed, generateCommunity } from "./generate/generate-community.ts";
import { playActs } from "./play-acts.ts";

/** Told how far the making is. */
export interface Making {
  next(step: string): void;
  at(done: number, all: number): void;
}

/**
 * Makes the demonstration community where it is not there yet. It is written in one transaction, so that a start which was killed
 * half-way has left nothing, and the next one makes it anew. Returns whether it was made.
 */
export async function provideDemo(
  openStore: CliHost["openStore"],
  configuration: Configuration,
  making: Making,
): Promise<boolean> {
  making.next("looking for the demonstration community");
  const store = await openStore({ configuration });
  try {
    if (await findCommunity(store.database, community.slug)) return false;
    if ((await listCommunities(store.database)).length > 0) throw notEmpty();
    await buildDemo(store, making);
    return true;
  } finally {
    await store.close();
  }
}

async function buildDemo(store: Store, making: Making): Promise<void> {
  making.next("eight months of a community");
  const now = store.clock.now();
  const acts = generateCommunity(demoSeed, now);
  unwrap(
    await store.transact(async (tx) => {
      await takeTime(tx);
      const desk = openDesk(demoSeed, now.getTime(), acts);
      await playActs(tx, acts, (done) => making.at(done, acts.length), desk);
      return ok(undefined);
    }),
  );
  making.next("search index");
  while ((await readOnce(store.database, store.clock, searchReader)) > 0);
  await settle(store.database);
}

/**
 * Takes the demonstration's data away, so that it is made anew. Refuses with `demo-in-use` while a Kith works with it, and with
 * `demo-not-ours` where it lies in a PostgreSQL of one's own.
 */
export async function forgetDemo(
  openStore: CliHost["openStore"],
  configuration: Configuration,
  log: Log,
): Promise<void> {
  if (configuration.databaseUrl) throw notOurs();
  const places = preparePlaces(configuration.dataFolder, chooseOwner());
  if (runningServer(places)) {
    // One that a killed Kith left behind stops when the last one leaves it.
    await (await openStore({ configuration })).close();
    if (runningServer(places)) throw inUse();
  }
  log.debug({ cluster: places.cluster }, "the demonstration is made anew");
  rmSync(places.cluster, { recursive: true, force: true });
}

function notEmpty(): RefusalError {
  return new RefusalError(
    refusal(
      "conflict",
      "demo-needs-empty-database",
      "This database holds a community already, and fictional people do not belong among real ones.",
      "Unset DATABASE_URL, or set it to an empty database.",
    ),
  );
}

function notOurs(): RefusalError {
  return new RefusalError(
    refusal(
      "conflict",
      "demo-not-ours",
      "The demonstration lies in the database of DATABASE_URL, which Kith does not empty.",
      "Empty that database yourself, then start the demonstration without --fresh.",
    ),
  );
}

function inUse(): RefusalError {
  return new RefusalError(
    refusal(
      "conflict",
      "demo-in-use",
      "Another Kith works with the demonstration's data at this moment.",
      "Stop it, then try again; or leave --fresh out to look at what is there.",
    ),
  );
}
