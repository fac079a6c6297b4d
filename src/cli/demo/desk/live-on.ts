import { followQuestion, refreshSkills, runTimers, triageByRules } from "../../../care/index.ts";
import { ok, type Result, unwrap } from "../../../kernel/index.ts";
import type { NewEvent, Transaction } from "../../../store/index.ts";

// In a Kith that serves, care hears of what happens by the event log and its timers look every few seconds. The demonstration is
// played in one transaction, at moments of the past, so here care hears at once, and its timers look when they are told to.

const ports = { triage: triageByRules, findSolved: async () => null };

/** Does something, and lets care hear at once of what it tells the log. */
export async function heard<T>(tx: Transaction, work: (tx: Transaction) => Promise<Result<T>>): Promise<Result<T>> {
  const { told, done } = await listening(tx, work);
  if (!done.ok) return done;
  for (const event of told) {
    const { at = tx.now, data = {} } = event;
    await followQuestion(tx, ports, { ...event, at, data, id: 0, recordedAt: tx.now, restored: false });
  }
  return done;
}

/** Lets care's timers do what is due by now. Returns whom they asked whether a question of theirs is still solved. */
export async function passTime(tx: Transaction): Promise<{ questionId: number; askerId: number }[]> {
  const { told } = await listening(tx, async (listened) => {
    const { failed } = await runTimers(storeOf(listened));
    for (const error of failed.values()) throw error;
    return ok(undefined);
  });
  return told.flatMap(({ kind, data: { questionId, askerId } = {} }) =>
    kind === "problem.check-due" && typeof questionId === "number" ? [{ questionId, askerId: Number(askerId) }] : [],
  );
}

/** Counts skills, as it happens every night. */
export async function countSkills(tx: Transaction, communityId: number): Promise<Result<unknown>> {
  await refreshSkills(storeOf(tx), communityId);
  return ok(undefined);
}

/** A store whose transactions are all this one. */
function storeOf(tx: Transaction): Parameters<typeof runTimers>[0] {
  return {
    clock: { now: () => tx.now },
    transact: async (work) => ok(unwrap(await work(tx))),
  };
}

async function listening<T>(
  tx: Transaction,
  work: (tx: Transaction) => Promise<T>,
): Promise<{ told: NewEvent[]; done: T }> {
  const told: NewEvent[] = [];
  const append = (event: NewEvent) => {
    told.push(event);
    tx.append(event);
  };
  return { done: await work({ ...tx, append }), told };
}
