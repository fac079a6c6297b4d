import { existsSync } from "node:fs";
import path from "node:path";
import manifest from "../package.json" with { type: "json" };
import { accountsCleanUp, openAccounts, scheduleAccountsCleanUp } from "./accounts/index.ts";
import { createApiFace } from "./api/index.ts";
import {
  careAreas,
  careHours,
  careNews,
  carePresses,
  careReader,
  careSkills,
  careTimers,
  careTriage,
  type FindSolved,
  hoursReader,
  type OpenTriage,
  openTriage,
  scheduleCareHours,
  scheduleCareSkills,
  scheduleCareTimers,
  scheduleCareTriage,
} from "./care/index.ts";
import { questionLanguages, scheduleQuestionLanguages } from "./community/index.ts";
import { createHttp, listen, readAssets } from "./http/index.ts";
import { type Clock, type Configuration, giveMemoryBackAtRest, type Log, systemClock } from "./kernel/index.ts";
import { mailJob, type Notifications, openNotifications, signInMails } from "./notifications/index.ts";
import {
  type Embeddings,
  embeddingJob,
  embeddingReader,
  indexFolderOf,
  type LearningJob,
  learningJob,
  openEmbeddings,
  openSearch,
  patientSearchReader,
  type Search,
  scheduleEmbeddings,
  scheduleLearning,
  searchReader,
  wordsJob,
} from "./search/index.ts";
import { openStore, type Store } from "./store/index.ts";
import {
  checkAddress,
  createWebFace,
  newsAddresses,
  setUpAddress,
  signInAddresses,
  signInNowAddress,
} from "./web/index.ts";

// The only place where rooms are wired together.

/** Built (dist/main.js) the migrations and the browser's files lie beside it; from the sources they lie where they are written. */
const here = import.meta.dirname;
const built = existsSync(path.join(here, "migrations"));
const migrations = built ? path.join(here, "migrations") : path.join(here, "store", "migrations");
const publicFiles = built ? path.join(here, "public") : path.join(here, "..", "dist", "public");

export interface AppOptions {
  readonly configuration: Configuration;
  readonly log: Log;
  readonly clock?: Clock;
}

/** Opens the lasting data, for commands that do one thing and end. */
export function openData(options: AppOptions, serving = false): Promise<Store> {
  const { configuration, log } = options;
  return openStore({
    configuration,
    clock: options.clock ?? systemClock,
    log,
    serving,
    migrations,
    applicationName: serving ? "kith serve" : "kith command",
  });
}

export interface App {
  /** Where people reach it: `http://127.0.0.1:3000`. */
  readonly address: string;
  readonly store: Store;
  /** Full addresses of links that a terminal prints. */
  readonly links: {
    setUp(secret: string): string;
    /** Signs in once, then goes to a path of this site. */
    signIn(secret: string, to: string): string;
  };
  /** Stops taking requests, lets those under way end, and closes everything behind them. */
  close(): Promise<void>;
}

/** Starts everything: the data, the readers of the event log, the jobs and both faces. */
export async function startApp(options: AppOptions): Promise<App> {
  const { configuration, log } = options;
  const store = await openData(options, true);
  const { mode, largest } = configuration.search;
  const folder = indexFolderOf(configuration);
  const embeddings = openEmbeddings(configuration.embeddings, log);
  const search = openSearch({ store, log, mode, folder, largest, embeddings });
  try {
    return await serve(store, search, embeddings, configuration, log);
  } catch (error) {
    await search.close();
    await store.close();
    throw error;
  }
}

/** Where people reach a Kith of this configuration. */
export function originOf(configuration: Configuration): string {
  return configuration.publicUrl ?? `http://${configuration.host}:${configuration.port}`;
}

async function serve(
  store: Store,
  search: Search,
  embeddings: Embeddings | null,
  configuration: Configuration,
  log: Log,
): Promise<App> {
  // Where no public address is set and the port is chosen by the system, the address is known only once it listens.
  let origin = originOf(configuration);
  const accounts = await openAccounts({
    store,
    log,
    publicUrl: () => origin,
    secret: configuration.secret,
    sendSignInMail: signInMails(
      store,
      signInAddresses(() => origin),
    ),
  });
  const notifications = await openNotifications({
    store,
    log,
    secret: configuration.secret,
    addresses: newsAddresses(() => origin),
    sources: [careNews],
    presses: carePresses(checkAddress(() => origin)),
  });
  const databaseName = configuration.databaseUrl ? "PostgreSQL of your own" : "PostgreSQL, started by Kith";
  const judge = openTriage({ store, log });
  const services = {
    store,
    search,
    accounts,
    notifications,
    triage: judge.triage,
    log,
    configuration,
    version: manifest.version,
    databaseName,
    publicUrl: () => origin,
  };
  const assets = readAssets(publicFiles);
  const api = createApiFace(services);
  const http = createHttp({
    log,
    assets,
    faces: [api.face, createWebFace({ ...services, assets })],
    secure: origin.startsWith("https:"),
    trustedProxies: configuration.trustedProxies,
    onAnswer: api.onAnswer,
  });
  const listening = await listen(http, configuration.host, configuration.port);
  if (!configuration.publicUrl) origin = `http://${configuration.host}:${listening.port}`;
  const learning = learningJob(store, log, embeddings);
  const keepMemory = giveMemoryBackAtRest();

  async function close(): Promise<void> {
    await listening.close();
    keepMemory();
    learning.stop();
    await search.close();
    await store.close();
    await judge.close();
  }

  try {
    followLog(services, judge, embeddings);
    await startJobs(services, judge, learning, embeddings);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    address: origin,
    store,
    links: {
      setUp: (secret) => setUpAddress(origin, secret),
      signIn: (secret, to) => signInNowAddress(origin, secret, to),
    },
    close,
  };
}

/** What readers and jobs are made of. */
interface Rooms {
  readonly store: Store;
  readonly search: Search;
  readonly notifications: Notifications;
  readonly configuration: Configuration;
  readonly log: Log;
}

/** Lets every room that learns from the event log follow it. */
function followLog(
  { store, search, notifications, configuration }: Rooms,
  judge: OpenTriage,
  embeddings: Embeddings | null,
) {
  store.follow(configuration.search.mode === "memory" ? patientSearchReader : searchReader);
  store.follow(notifications.reader);
  if (embeddings) store.follow(embeddingReader);
  store.follow(careReader({ triage: judge.triage, findSolved: findSolvedBy(search) }));
  store.follow(hoursReader);
}

/** Begins to work off the rooms' jobs, and sees to it that those of every night or minute are there. */
async function startJobs(
  { store, notifications, configuration, log }: Rooms,
  judge: OpenTriage,
  learning: LearningJob,
  embeddings: Embeddings | null,
): Promise<void> {
  await store.startJobs([
    mailJob({ store, configuration, log }),
    accountsCleanUp(store),
    notifications.courier,
    careTimers(store, log),
    careSkills(store),
    careHours(store),
    learning.kind,
    ...(embeddings ? [embeddingJob(store, embeddings.service, log)] : []),
    careTriage(store, judge, log),
    careAreas(store, judge, log),
    questionLanguages(store),
    wordsJob(store),
  ]);
  await scheduleAccountsCleanUp(store, store.clock);
  await notifications.scheduleCourier();
  await scheduleCareTimers(store);
  await scheduleCareSkills(store);
  await scheduleCareHours(store);
  await scheduleLearning(store);
  if (embeddings) await scheduleEmbeddings(store);
  await scheduleCareTriage(store);
  await scheduleQuestionLanguages(store);
}

/** The solved answer that care shows an asker before anybody is asked: one that search is sure of, or none. */
function findSolvedBy(search: Search): FindSolved {
  return async (wanted) => {
    const { decision, suggested } = await search.suggest({ ...wanted, limit: 1, mayLeave: true });
    return decision.verdict === "solved" ? (suggested[0] ?? null) : null;
  };
}
