import pg from "pg";
import { expect, onTestFinished, test } from "vitest";
import { startApp } from "../../src/app.ts";
import { createLog, readConfiguration } from "../../src/kernel/index.ts";
import { freePort } from "../factories/findings.ts";
import { createTestDatabase } from "../factories/store.ts";

test("a start that fails when it listens already leaves nothing running", async () => {
  const { databaseUrl, drop } = await createTestDatabase();
  onTestFinished(drop);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query("alter function graphile_worker.add_job rename to add_none");
  await client.end();
  const port = await freePort();
  const environment = { DATABASE_URL: databaseUrl, KITH_SEARCH: "postgres", PORT: String(port) };
  const starting = startApp({ configuration: readConfiguration(environment), log: createLog("silent") });
  await expect(starting).rejects.toThrow("add_job");
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
});
