import { parentPort, workerData } from "node:worker_threads";
import { createLog, giveMemoryBackAtRest, systemClock } from "../kernel/index.ts";
import { openReading } from "../store/index.ts";
import { IndexHost } from "./index-host.ts";
import type { Answered, Asked, HostSettings } from "./search-messages.ts";

// The thread that holds the search indexes: takes asks from the program that started it, and ends with it.

const settings = workerData as HostSettings;
const log = createLog(settings.logLevel);
const reading = openReading(settings.connection, { applicationName: "kith search", connections: 2, log });
const { largest, folder } = settings;
const host = new IndexHost({ reading, clock: systemClock, log, largest, folder });
host.start();
giveMemoryBackAtRest();

async function close(): Promise<void> {
  await host.close();
  await reading.close();
}

parentPort?.on("message", async (asks: readonly Asked[]) => {
  const answers: Answered[] = [];
  for (const { id, ask } of asks) {
    try {
      if (ask.kind === "close") await close();
      answers.push({ id, answer: ask.kind === "close" ? { kind: "done" } : host.answer(ask) });
    } catch (error) {
      answers.push({ id, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  }
  parentPort?.postMessage(answers);
  if (asks.some(({ ask }) => ask.kind === "close")) parentPort?.close();
});
