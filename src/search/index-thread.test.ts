import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { makeDataFolder } from "../../tests/factories/data-folder.ts";
import { eventually } from "../../tests/factories/eventually.ts";
import { createLog } from "../kernel/index.ts";
import { startIndexThread } from "./index-thread.ts";

const settings = { connection: { connectionString: "" }, folder: null, largest: 0, logLevel: "silent" };

/** A thread that answers with how often it was asked, and dies of learning for community 13. */
const fragile = `
  import { parentPort } from "node:worker_threads";
  let asked = 0;
  parentPort.on("message", (asks) => {
    asked += asks.length;
    if (asks.some(({ ask }) => ask.communityId === 13)) throw new Error("it broke");
    if (asks.some(({ ask }) => ask.kind === "learn")) return parentPort.postMessage(asks.map(({ id }) => ({ id, failure: "no" })));
    parentPort.postMessage(asks.map(({ id }) => ({ id, answer: { kind: "done", asked } })));
    if (asks.some(({ ask }) => ask.kind === "close")) parentPort.close();
  });`;

function startFragile() {
  const program = path.join(makeDataFolder(), "fragile.mjs");
  writeFileSync(program, fragile);
  const thread = startIndexThread(settings, createLog("silent"), { program });
  onTestFinished(() => thread.close());
  return thread;
}

it("sends over together what is asked in one turn", async () => {
  const thread = startFragile();
  const answers = await Promise.all([thread.ask({ kind: "status" }), thread.ask({ kind: "status" })]);
  expect(answers).toEqual([
    { kind: "done", asked: 2 },
    { kind: "done", asked: 2 },
  ]);
});

it("answers null where the thread dies, and starts it again", async () => {
  const thread = startFragile();
  expect(await thread.ask({ kind: "status" })).not.toBeNull();
  const lost = [thread.ask({ kind: "learn", communityId: 13, model: null }), thread.ask({ kind: "status" })];
  expect(await Promise.all(lost)).toEqual([null, null]);
  expect(await thread.ask({ kind: "status" })).toBeNull();
  await eventually(async () => expect(await thread.ask({ kind: "status" })).toMatchObject({ kind: "done" }));
});

it("tells what the thread says went wrong, and asks nothing of one that is closed", async () => {
  const thread = startFragile();
  await expect(thread.ask({ kind: "learn", communityId: 1, model: null })).rejects.toThrow("search: no");
  await thread.close();
  expect(await thread.ask({ kind: "status" })).toBeNull();
});
