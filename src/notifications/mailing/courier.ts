import { type Log, ok } from "../../kernel/index.ts";
import { enqueue, type JobKind, type Store } from "../../store/index.ts";
import { deleteOldNotifications, listDueMembers, readNextDue } from "../queries/waiting.ts";
import { courierJob } from "./courier-times.ts";
import { type Mailing, sendDue } from "./send-due.ts";

export interface CourierOptions extends Mailing {
  readonly store: Pick<Store, "database" | "transact" | "clock">;
  readonly log: Log;
}

const membersAtOnce = 100;
/** The courier looks this often even where nobody has asked for it. */
const roundEveryMs = 60 * 60_000;
const soonMs = 1_000;

/**
 * Mails what is due, each member in a transaction of their own, and asks for itself again when the next thing is. What is due
 * stands in the rows: a courier that dies, comes twice or comes days late sends each thing once.
 */
export function courier(options: CourierOptions): JobKind<object> {
  const { store, log } = options;
  return {
    ...courierJob,
    async run(_payload, ending) {
      const failed = await makeRound(options, ending);
      await deleteOldNotifications(store.database, store.clock.now());
      await scheduleCourier(store);
      if (failed > 0) {
        log.warn({ failed }, "some members could not be mailed yet");
        throw new Error(`${failed} members could not be mailed yet`);
      }
    },
  };
}

/** Works through everybody for whom something is due, or until the end; returns for how many it failed. */
async function makeRound(options: CourierOptions, ending: AbortSignal | undefined): Promise<number> {
  const { store, log } = options;
  const tried = new Set<string>();
  let failed = 0;
  for (;;) {
    const due = await listDueMembers(store.database, store.clock.now(), membersAtOnce + tried.size);
    const fresh = due.filter(({ communityId, memberId }) => !tried.has(`${communityId} ${memberId}`));
    if (fresh.length === 0) return failed;
    for (const member of fresh) {
      if (ending?.aborted) return failed;
      tried.add(`${member.communityId} ${member.memberId}`);
      try {
        const sent = await store.transact((tx) => sendDue(tx, options, member));
        if (!sent.ok) failed += 1;
      } catch (error) {
        // One member's trouble keeps no other's mail back.
        log.error({ err: error, ...member }, "a member could not be mailed");
        failed += 1;
      }
    }
  }
}

/** Sees to it that the courier comes when the next mail is due, and within the hour in any case; called at each start. */
export async function scheduleCourier(store: CourierOptions["store"]): Promise<void> {
  const now = store.clock.now().getTime();
  const next = (await readNextDue(store.database))?.getTime() ?? Number.POSITIVE_INFINITY;
  const runAt = new Date(Math.min(Math.max(next, now + soonMs), now + roundEveryMs));
  await store.transact(async (tx) => {
    await enqueue(tx, courierJob, {}, { runAt, key: courierJob.name });
    return ok(undefined);
  });
}
