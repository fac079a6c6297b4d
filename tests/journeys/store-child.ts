// A small program for the storage tests: opens the store of a data folder, says so, and does one of:
//   hold    keeps it open until it is told to end (SIGTERM);
//   write   writes a tag with its event in a loop, and prints the number of each that was acknowledged;
//   job     adds a job and begins it, then hangs in it;
//   work    works off what jobs there are.
// Lines on standard output: `open <pid of PostgreSQL>`, `ack <number>`, `refused <code>`, `began`, `closed`.
import "../factories/ends-with-parent.ts";
import { createLog, RefusalError, systemClock } from "../../src/kernel/index.ts";
import { enqueue, openStore, type Store } from "../../src/store/index.ts";
import { migrations } from "../factories/test-cluster.ts";

export type StoreChildMode = "hold" | "write" | "job" | "work";

const [dataFolder = "", mode = "hold", serving = "serving", from = "1"] = process.argv.slice(2);
const say = (line: string) => process.stdout.write(`${line}\n`);

let ending = false;
process.on("SIGTERM", () => {
  ending = true;
});

async function communityOf({ database, clock }: Store): Promise<number> {
  const found = await database.selectFrom("community").select("id").where("slug", "=", "crash").executeTakeFirst();
  if (found) return found.id;
  const values = { slug: "crash", name: "Crash", created_at: clock.now() };
  return (await database.insertInto("community").values(values).returning("id").executeTakeFirstOrThrow()).id;
}

async function write(store: Store): Promise<void> {
  const communityId = await communityOf(store);
  for (let number = Number(from); !ending; number += 1) {
    const result = await store.transact(async ({ db, now, append }) => {
      const tag = { community_id: communityId, name: `tag-${number}`, created_at: now };
      await db.insertInto("tag").values(tag).execute();
      append({ communityId, kind: "tag.added", actorId: null, subject: "tag", subjectId: number });
      return { ok: true, value: number };
    });
    say(result.ok ? `ack ${number}` : `refused ${result.error.code}`);
  }
}

async function job(store: Store): Promise<void> {
  const kind = {
    name: "hang",
    run: async () => {
      say("began");
      if (mode === "job") await new Promise(() => {});
    },
  };
  if (mode === "job") {
    await store.transact(async (tx) => {
      await enqueue(tx, kind, {});
      return { ok: true, value: null };
    });
  }
  await store.startJobs([kind]);
}

try {
  const store = await openStore({
    configuration: { databaseUrl: null, dataFolder },
    clock: systemClock,
    log: createLog(process.env.LOG_LEVEL ?? "silent"),
    serving: serving === "serving",
    migrations,
  });
  say("open");
  if (mode === "write") await write(store);
  if (mode === "job" || mode === "work") await job(store);
  while (!ending) await new Promise((resolve) => setTimeout(resolve, 20));
  await store.close();
  say("closed");
} catch (error) {
  say(error instanceof RefusalError ? `refused ${error.refusal.code}` : `failed ${error}`);
  process.exitCode = 1;
}
