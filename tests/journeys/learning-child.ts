// A small program for the test of learning: takes on the learning that a database asks for, slowly, and keeps a checkpoint after every
// epoch. It is made to be killed.
import "../factories/ends-with-parent.ts";
import { createLog, systemClock } from "../../src/kernel/index.ts";
import { trainNext } from "../../src/search/index.ts";
import { openStore } from "../../src/store/index.ts";
import { migrations } from "../factories/test-cluster.ts";

const [databaseUrl = "", epochs = "1"] = process.argv.slice(2);
const log = createLog("silent");
const store = await openStore({
  configuration: { databaseUrl, dataFolder: "/nowhere" },
  clock: systemClock,
  log,
  serving: false,
  migrations,
});
const settings = { seed: 3, vectors: { epochs: Number(epochs), dimensions: 8 } };
await trainNext({ store, log, communityId: null, settings, checkpointEveryMs: 0 });
await store.close();
