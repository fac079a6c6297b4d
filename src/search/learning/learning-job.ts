import { type Log, ok } from "../../kernel/index.ts";
import { enqueue, type JobKind, type Store, type Transaction } from "../../store/index.ts";
import { fetchPlaces } from "../embedding/fetch-places.ts";
import type { Embeddings } from "../embedding/open-embeddings.ts";
import { askAllToLearn, isLearningWanted, markMissing } from "../queries/index.ts";
import { deadAfterMs, trainNext } from "./train-community.ts";

const job = { name: "search-learning" } as const;
/** When people sleep in most places that Kith's communities are of: three in the morning, UTC. */
const nightHour = 3;
const dayMs = 86_400_000;

interface Payload {
  /** Has every community learn first. */
  readonly nightly?: boolean;
}

/** The job that learns, and what ends it with the program. */
export interface LearningJob {
  readonly kind: JobKind<Payload>;
  /** Ends what is under way; the next start goes on behind its last checkpoint. */
  stop(): void;
}

/** Has communities learn every night and when somebody asks, one after the other, one process at a time. */
export function learningJob(store: Store, log: Log, embeddings: Embeddings | null = null): LearningJob {
  const stopping = new AbortController();
  const { signal } = stopping;
  return {
    stop: () => stopping.abort(),
    kind: {
      ...job,
      async run({ nightly }) {
        if (nightly) {
          await store.transact(async (tx) => {
            await askAllToLearn(tx);
            return ok(await enqueueNight(tx, store));
          });
        }
        if (embeddings && (await isLearningWanted(store.database))) await fetchBefore(store, log, embeddings, signal);
        const options = { store, log, communityId: null, signal, embeddings: embeddings?.service.model };
        while (!signal.aborted && (await trainNext(options)));
        if (signal.aborted) return;
        // Whoever is at one may die: then this one finds what was left.
        if (!(await isLearningWanted(store.database))) return;
        await store.transact(async (tx) => ok(await enqueueLook(tx, new Date(tx.now.getTime() + deadAfterMs))));
      },
    },
  };
}

/** Brings the service's vectors up to date; where it fails, what is kept is learned from. */
export async function fetchBefore(
  store: Pick<Store, "database" | "transact" | "clock">,
  log: Log,
  { service }: Pick<Embeddings, "service">,
  signal: AbortSignal,
): Promise<void> {
  try {
    await store.transact(async (tx) => ok(await markMissing(tx, service.model)));
    await fetchPlaces(store, service, signal);
  } catch (error) {
    if (signal.aborted) return;
    log.warn({ err: error, service: service.host }, "vectors could not be fetched; search learns of those it has");
  }
}

/** Has the job look for learnings that were asked for or left behind; within the transaction that asked. */
export async function enqueueLearning(tx: Transaction): Promise<void> {
  await enqueue(tx, job, {}, { key: `${job.name}:now` });
}

/** Sees to it that learning goes on after a start, and every night from then on. */
export async function scheduleLearning(store: Pick<Store, "transact" | "clock">): Promise<void> {
  await store.transact(async (tx) => {
    await enqueueLearning(tx);
    return ok(await enqueueNight(tx, store));
  });
}

async function enqueueNight(tx: Transaction, store: Pick<Store, "clock">): Promise<void> {
  await enqueue(tx, job, { nightly: true }, { runAt: nextNight(store.clock.now()), key: `${job.name}:night` });
}

async function enqueueLook(tx: Transaction, runAt: Date): Promise<void> {
  await enqueue(tx, job, {}, { runAt, key: `${job.name}:look` });
}

/** The next moment at the hour of the night, UTC. */
export function nextNight(now: Date): Date {
  const night = new Date(now);
  night.setUTCHours(nightHour, 0, 0, 0);
  return night > now ? night : new Date(night.getTime() + dayMs);
}
