import { type Log, ok } from "../kernel/index.ts";
import { enqueue, type JobKind, type Store, type Transaction } from "../store/index.ts";
import { askDueCheck } from "./checks.ts";
import { readAlarm } from "./clocks.ts";
import { openUndecided } from "./correct-triage.ts";
import { climbFromDesk } from "./hand-over.ts";
import { backToOwner } from "./hear.ts";
import { restsOn } from "./known/rest-on-known.ts";
import { tellNextFixed } from "./known/tell-fixed.ts";
import { takeStep } from "./ladder.ts";
import { move } from "./move.ts";
import type { NextStep, Problem } from "./problem.ts";
import { provideAnswerCheck } from "./queries/checks.ts";
import { takeDueProblem } from "./queries/problems.ts";
import { stepUp } from "./route.ts";
import { gentlenessOf, nextAskAt } from "./silence.ts";

type Data = Pick<Store, "transact" | "clock">;

/** At most so many steps in one round, so that a stop of days is caught up in turns with other jobs. */
const mostAtOnce = 500;

/**
 * Does what is due: steps of the ladder, warnings of clocks, checks, messages that nobody placed. The timers are times in rows: each is
 * taken with its row's lock, done and set anew in one transaction, so that none is lost or done twice by a crash or by a second
 * process, whatever the clocks do. After a long stop each problem moves one step from now on, not all those it missed. Returns how
 * much was done; `failed` says which problems threw, so that one does not hold up the others.
 */
export async function runTimers(store: Data): Promise<{ done: number; failed: ReadonlyMap<number, unknown> }> {
  const failed = new Map<number, unknown>();
  let done = 0;
  const works = [(tx: Transaction) => stepDueProblem(tx, failed), askDueCheck, tellNextFixed, openUndecided];
  for (const work of works) {
    for (let at = 0; at < mostAtOnce; at += 1) {
      const before = failed.size;
      const outcome = await store
        .transact(async (tx) => ok(await work(tx)))
        .catch((error: unknown) => {
          // Only a problem's own step can be passed over; any other fault is the job's.
          if (failed.size === before) throw error;
          return ok(true);
        });
      if (!outcome.ok || !outcome.value) break;
      done += 1;
    }
  }
  return { done, failed };
}

/** Takes the one problem that is due longest; false where none is that no other process is at. */
async function stepDueProblem(tx: Transaction, failed: Map<number, unknown>): Promise<boolean> {
  const problem = await takeDueProblem(tx, [...failed.keys()]);
  if (!problem) return false;
  try {
    await step(tx, problem);
  } catch (error) {
    failed.set(problem.id, error);
    throw error;
  }
  return true;
}

async function step(tx: Transaction, due: Problem): Promise<void> {
  let problem = due;
  if (problem.alarmAt !== null && problem.alarmAt <= tx.now) {
    const alarm = await readAlarm(tx, problem);
    const isNew = alarm.alarm !== "none" && alarm.alarm !== problem.alarm;
    const kind = alarm.alarm === "late" ? "problem.late" : "problem.warned";
    if (isNew) {
      const reason = { code: alarm.alarm, data: { clock: alarm.dueClock } };
      problem = await move(tx, problem, {
        change: alarm,
        reason,
        event: { kind, data: { clock: alarm.dueClock } },
        byId: null,
      });
    } else problem = await move(tx, problem, { change: alarm, event: { kind: "problem.clocks-read" }, byId: null });
  }
  if (problem.nextActionAt !== null && problem.nextActionAt <= tx.now)
    await steps[problem.nextStep ?? "climb"](tx, problem);
}

const steps: Readonly<Record<NextStep, (tx: Transaction, problem: Problem) => Promise<unknown>>> = {
  climb,
  rest: climb,
  return: (tx, problem) => climbFromDesk(tx, problem, { byId: null, code: "claim-expired" }),
  async wake(tx, problem) {
    if (await restsOn(tx, problem)) return;
    await move(tx, problem, {
      change: backToOwner(problem, tx.now),
      reason: { code: "snooze-over" },
      event: { kind: "problem.woken" },
      byId: null,
    });
  },
  async "ask-asker"(tx, problem) {
    const times = problem.askedTimes + 1;
    const checkId = await provideAnswerCheck(tx, problem, null);
    await move(tx, problem, {
      change: { askedTimes: times, nextActionAt: nextAskAt(times, tx.now) },
      reason: { code: "asked-asker", data: { times } },
      event: {
        kind: "problem.asker-asked",
        data: { times, gentleness: gentlenessOf(times), checkId, askerId: problem.askerId },
      },
      byId: null,
    });
  },
};

async function climb(tx: Transaction, problem: Problem): Promise<void> {
  const next = await stepUp(tx, problem);
  await move(tx, problem, {
    change: takeStep(next),
    reason: next.reason,
    event: { kind: "problem.stepped" },
    byId: null,
  });
}

const everyMs = 15_000;
const timersJob = { name: "care-timers" } as const;

/** Looks every 15 seconds for what is due, and asks for itself again, whatever came of it. */
export function careTimers(store: Data, log: Log): JobKind<object> {
  return {
    ...timersJob,
    async run() {
      try {
        const { failed } = await runTimers(store);
        for (const [problemId, error] of failed)
          log.error({ err: error, problemId }, "a problem's step failed; it is tried again");
      } finally {
        await scheduleCareTimers(store);
      }
    },
  };
}

/** Sees to it that the next look waits; called at each start. */
export async function scheduleCareTimers(store: Data): Promise<void> {
  await store.transact(async (tx) => {
    await enqueue(tx, timersJob, {}, { runAt: new Date(store.clock.now().getTime() + everyMs), key: timersJob.name });
    return ok(undefined);
  });
}
