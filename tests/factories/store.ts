import pg from "pg";
import { createLog, createManualClock, type ManualClock } from "../../src/kernel/index.ts";
import { chooseOwner, openStore, preparePlaces, type Store, startServer } from "../../src/store/index.ts";
import { makeDataFolder } from "./data-folder.ts";
import { addressOf, migrations, putTestCluster, quickSettings, template } from "./test-cluster.ts";

export { migrations } from "./test-cluster.ts";

export interface TestStore {
  readonly store: Store;
  /** Stands still; starts at noon UTC of 15 January 2026. */
  readonly clock: ManualClock;
  /** For a second store, or a child process, on the same database. */
  readonly databaseUrl: string;
  /** Closes the store and drops its database. */
  close(): Promise<void>;
}

interface TestServer {
  readonly socket: string;
  /** The `postgres` database, for making and dropping others. */
  readonly desk: pg.Client;
  /** How many databases were made. */
  made: number;
}

const log = createLog("silent");

/**
 * A store on a fresh, migrated database of a PostgreSQL that this test process has for itself.
 * The server and its folder go when the process ends, however it ends.
 */
export async function openTestStore(options: { readonly clock?: ManualClock } = {}): Promise<TestStore> {
  const { databaseUrl, drop } = await createTestDatabase();
  const clock = options.clock ?? createManualClock(new Date("2026-01-15T12:00:00Z"));
  const store = await openStoreOn(databaseUrl, clock);
  return {
    store,
    clock,
    databaseUrl,
    async close() {
      await store.close();
      await drop();
    },
  };
}

/** One more store on a test's database, as another process would have it. */
export function openStoreOn(databaseUrl: string, clock: ManualClock): Promise<Store> {
  return openStore({
    configuration: { databaseUrl, dataFolder: "/nowhere" },
    clock,
    log,
    serving: false,
    migrations,
    applicationName: "kith test",
  });
}

/** A database alone, migrated unless `empty`. */
export async function createTestDatabase(
  options: { readonly empty?: boolean } = {},
): Promise<{ server: TestServer; name: string; databaseUrl: string; drop(): Promise<void> }> {
  const server = await testServer();
  server.made += 1;
  const name = `test_${server.made}`;
  const from = options.empty ? "template1" : template;
  // Twice as quick as PostgreSQL's own choice, which writes every page to its log.
  await server.desk.query(`create database ${name} template ${from} strategy file_copy`);
  return {
    server,
    name,
    databaseUrl: addressOf(server.socket, name),
    drop: async () => void (await server.desk.query(`drop database if exists ${name} with (force)`)),
  };
}

const remembered = globalThis as { kithTestServer?: Promise<TestServer> };

function testServer(): Promise<TestServer> {
  remembered.kithTestServer ??= startTestServer();
  return remembered.kithTestServer;
}

async function startTestServer(): Promise<TestServer> {
  const owner = chooseOwner();
  const places = preparePlaces(makeDataFolder(), owner);
  await putTestCluster(places);
  await startServer(places, owner, { differently: quickSettings });
  const desk = new pg.Client({ host: places.socket, user: "kith", database: "postgres" });
  // The end of the process ends the server; that is no news for a test.
  desk.on("error", () => {});
  await desk.connect();
  return { socket: places.socket, desk, made: 0 };
}
