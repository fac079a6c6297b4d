import { ok } from "../kernel/index.ts";
import { enqueue, type JobKind, type Store } from "../store/index.ts";
import { listCommunityIds, recountSkills } from "./queries/skills.ts";
import { hourMs, lastingMs } from "./settings.ts";

type Data = Pick<Store, "database" | "transact" | "clock">;

/** Makes a community's skills anew: solves that were confirmed and have lasted 30 days, and nothing else. */
export async function refreshSkills(store: Pick<Store, "transact">, communityId: number): Promise<void> {
  await store.transact(async (tx) => ok(await recountSkills(tx, communityId, new Date(tx.now.getTime() - lastingMs))));
}

const everyMs = 24 * hourMs;
const skillsJob = { name: "care-skills" } as const;

/** Makes all skills anew once a day, each community's in a transaction of its own. */
export function careSkills(store: Data): JobKind<object> {
  return {
    ...skillsJob,
    async run() {
      try {
        for (const communityId of await listCommunityIds(store.database)) await refreshSkills(store, communityId);
      } finally {
        await schedule(store, everyMs);
      }
    },
  };
}

/** Sees to it that skills are made soon after each start, and daily from then on. */
export async function scheduleCareSkills(store: Data): Promise<void> {
  await schedule(store, 0);
}

async function schedule(store: Data, inMs: number): Promise<void> {
  await store.transact(async (tx) => {
    const runAt = new Date(store.clock.now().getTime() + inMs);
    return ok(await enqueue(tx, skillsJob, {}, { runAt, key: skillsJob.name }));
  });
}
