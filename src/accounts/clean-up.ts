import { type Clock, ok } from "../kernel/index.ts";
import type { JobKind, Store } from "../store/index.ts";
import { enqueue } from "../store/index.ts";
import { deleteEnded } from "./allowance/queries.ts";
import { deleteExpired } from "./sign-in/queries.ts";

const cleanUpEveryMs = 60 * 60_000;

/** The name under which the job waits; the key keeps one of it for all processes. */
const cleanUpJob = { name: "accounts-clean-up" } as const;

/** Removes sessions, codes, links and allowances that are over, once an hour, and asks for itself again. */
export function accountsCleanUp(store: Pick<Store, "database" | "clock" | "transact">): JobKind<object> {
  return {
    ...cleanUpJob,
    async run() {
      const now = store.clock.now();
      await deleteEnded(store.database, now);
      await deleteExpired(store.database, now);
      await scheduleAccountsCleanUp(store, store.clock);
    },
  };
}

/** Sees to it that the next clean-up waits; called at each start. */
export async function scheduleAccountsCleanUp(store: Pick<Store, "transact">, clock: Clock): Promise<void> {
  await store.transact(async (tx) => {
    const runAt = new Date(clock.now().getTime() + cleanUpEveryMs);
    await enqueue(tx, cleanUpJob, {}, { runAt, key: cleanUpJob.name });
    return ok(undefined);
  });
}
