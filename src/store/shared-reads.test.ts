import type { QueryResult } from "pg";
import { expect, test } from "vitest";
import { type ReadConnection, shareReads } from "./shared-reads.ts";

/** Connections that answer when they are told to. */
function fakePool() {
  const asked: { connection: number; text: string; answer: (error?: Error) => void }[] = [];
  const released: number[] = [];
  let opened = 0;
  const connect = async (): Promise<ReadConnection> => {
    opened += 1;
    const connection = opened;
    return {
      query: (text) =>
        new Promise((resolve, reject) => {
          const answer = (error?: Error) =>
            error ? reject(error) : resolve({ rows: [text] } as unknown as QueryResult);
          asked.push({ connection, text, answer });
        }),
      release: () => void released.push(connection),
    };
  };
  return { connect, asked, released, opened: () => opened };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

test("reads of one page go down one connection, which goes back once all are answered", async () => {
  const pool = fakePool();
  const reads = shareReads(pool.connect);
  const answers = Promise.all(["a", "b", "c"].map((text) => reads.query(text, [])));
  await turn();
  expect(pool.asked.map(({ connection }) => connection)).toEqual([1, 1, 1]);
  pool.asked[0]?.answer();
  pool.asked[1]?.answer();
  await turn();
  expect(pool.released).toEqual([]);
  pool.asked[2]?.answer();
  expect(await answers).toEqual([["a"], ["b"], ["c"]]);
  await turn();
  expect(pool.released).toEqual([1]);
});

test("many reads share four connections and no more", async () => {
  const pool = fakePool();
  const reads = shareReads(pool.connect);
  const answers = Promise.all(Array.from({ length: 40 }, (_, index) => reads.query(String(index), [])));
  await turn();
  expect(pool.opened()).toBe(4);
  for (const { answer } of pool.asked) answer();
  expect(await answers).toHaveLength(40);
  await turn();
  expect(pool.released.sort()).toEqual([1, 2, 3, 4]);
});

test("a read that fails leaves the others alone", async () => {
  const pool = fakePool();
  const reads = shareReads(pool.connect);
  const [bad, good] = [reads.query("bad", []), reads.query("good", [])];
  await turn();
  pool.asked[0]?.answer(new Error("no such table"));
  pool.asked[1]?.answer();
  await expect(bad).rejects.toThrow("no such table");
  expect(await good).toEqual(["good"]);
});

test("where no connection can be made, everybody who waits is told, and the next read tries anew", async () => {
  let tries = 0;
  const reads = shareReads(async () => {
    tries += 1;
    throw new Error("away");
  });
  const told = await Promise.allSettled([reads.query("a", []), reads.query("b", [])]);
  expect(told.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  await expect(reads.query("c", [])).rejects.toThrow("away");
  expect(tries).toBe(2);
});
