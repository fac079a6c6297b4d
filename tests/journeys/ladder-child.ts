// A small program for the test of the ladder's timers: care with its reader, one round of its timers, and a clock that shows what it is
// told. Told to hold, it stops within a step, before the commit, and waits there to be killed. The job that runs the timers goes by the
// machine's own clock, so it is left out.
import "../factories/ends-with-parent.ts";
import { careReader, triageByRules } from "../../src/care/index.ts";
import { runTimers } from "../../src/care/timers.ts";
import { createLog, createManualClock } from "../../src/kernel/index.ts";
import { openStore, type Store } from "../../src/store/index.ts";
import { migrations } from "../factories/test-cluster.ts";

const [databaseUrl = "", moment = "", holdAt = "0"] = process.argv.slice(2);
const log = createLog("silent");
const clock = createManualClock(new Date(moment));
const configuration = { databaseUrl, dataFolder: "/nowhere" };
const store = await openStore({ configuration, clock, log, serving: true, migrations });
store.follow(careReader({ triage: triageByRules, findSolved: async () => null }));

let steps = 0;
const transact: Store["transact"] = (work) =>
  store.transact(async (tx) => {
    const outcome = await work(tx);
    steps += 1;
    if (steps === Number(holdAt)) {
      process.stdout.write("holds\n");
      await new Promise(() => {});
    }
    return outcome;
  });
const { done } = await runTimers({ transact, clock });
process.stdout.write(`done ${done}\n`);
await store.close();
