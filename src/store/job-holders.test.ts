import type pg from "pg";
import { expect, test } from "vitest";
import type { Log } from "../kernel/index.ts";
import { openJobHolders } from "./job-holders.ts";

test("a look that the end cuts off is no news", async () => {
  const looking = Promise.withResolvers<pg.QueryResult>();
  const pool = { query: () => looking.promise } as unknown as pg.Pool;
  const standing = { use: async () => {}, withClient: async () => {}, stop: async () => {} };
  const said: string[] = [];
  const log = { warn: (_: object, text: string) => said.push(text) } as unknown as Log;
  const holders = openJobHolders(pool, standing, true, log);
  await holders.hold("one");
  holders.stop();
  looking.reject(new Error("Cannot use a pool after calling end on the pool"));
  await new Promise(setImmediate);
  expect(said).toEqual([]);
});
