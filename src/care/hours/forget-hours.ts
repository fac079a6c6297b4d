import { ok } from "../../kernel/index.ts";
import { enqueue, type JobKind, type Store } from "../../store/index.ts";
import { hourMs } from "../settings.ts";
import { forgetSigns } from "./queries.ts";
import { keptMs, undoneWithinMs } from "./settings.ts";

type Data = Pick<Store, "transact" | "clock">;

/** Forgets what members deleted and can no more take back, and what is older than hours are kept. */
export async function forgetHours(store: Pick<Store, "transact">): Promise<void> {
  await store.transact(async (tx) => {
    const now = tx.now.getTime();
    return ok(await forgetSigns(tx, { deleted: new Date(now - undoneWithinMs), all: new Date(now - keptMs) }));
  });
}

const everyMs = 6 * hourMs;
const forgetJob = { name: "care-hours" } as const;

/** Forgets four times a day. */
export function careHours(store: Data): JobKind<object> {
  return {
    ...forgetJob,
    async run() {
      try {
        await forgetHours(store);
      } finally {
        await scheduleCareHours(store);
      }
    },
  };
}

/** Sees to it that the next round waits; called at each start. */
export async function scheduleCareHours(store: Data): Promise<void> {
  await store.transact(async (tx) => {
    const runAt = new Date(store.clock.now().getTime() + everyMs);
    return ok(await enqueue(tx, forgetJob, {}, { runAt, key: forgetJob.name }));
  });
}
