import type pg from "pg";
import { expect, onTestFinished, test } from "vitest";
import { createTestDatabase } from "../../tests/factories/store.ts";
import { createLog } from "../kernel/index.ts";
import { openStandingConnection, type StandingConnection } from "./standing-connection.ts";

async function opened(heartbeatMs: number): Promise<{ standing: StandingConnection; client: Promise<pg.Client> }> {
  const { databaseUrl, drop } = await createTestDatabase();
  onTestFinished(drop);
  const connection = { connectionString: databaseUrl };
  const standing = openStandingConnection(connection, "kith test", createLog("silent"), heartbeatMs);
  onTestFinished(() => standing.stop());
  const client = Promise.withResolvers<pg.Client>();
  await standing.use(async (one) => client.resolve(one));
  return { standing, client: client.promise };
}

test("it can be stopped while it rests and while it waits for a sign of life", async () => {
  const { standing } = await opened(3_600_000);
  await standing.stop();
  const other = await opened(0);
  const client = await other.client;
  const asked = Promise.withResolvers<void>();
  const { query } = client;
  client.query = ((...of: Parameters<typeof query>) => {
    asked.resolve();
    return Reflect.apply(query, client, of);
  }) as typeof query;
  await asked.promise;
  await other.standing.stop();
});

test("one that breaks is made again, and what it was used for with it", async () => {
  const { standing } = await opened(3_600_000);
  const uses: boolean[] = [];
  const twice = Promise.withResolvers<void>();
  await standing.use(async (_client, again) => {
    if (uses.push(again) === 2) twice.resolve();
  });
  await standing.withClient((client) => client.query("select pg_terminate_backend(pg_backend_pid())"));
  await twice.promise;
  expect(uses).toEqual([false, true]);
});

test("it can be stopped while what it is used for has no answer, and before it was used", async () => {
  const { standing } = await opened(3_600_000);
  const asked = Promise.withResolvers<void>();
  const use = standing.use(async (client) => {
    const answer = client.query("select pg_sleep(3600)");
    asked.resolve();
    await answer;
  });
  await asked.promise;
  await standing.stop();
  await use;
  const other = openStandingConnection({ connectionString: "" }, "kith test", createLog("silent"));
  await other.stop();
  await other.use(async () => {});
});
