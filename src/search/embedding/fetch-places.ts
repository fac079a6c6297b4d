import { type Log, ok } from "../../kernel/index.ts";
import { type EventReader, enqueue, type JobKind, type Store } from "../../store/index.ts";
import {
  dropPlaces,
  type FreshRow,
  keepPhrases,
  keepPlaces,
  listMissingPhrases,
  listStale,
  markMissing,
  markStale,
} from "../queries/index.ts";
import { touchOf } from "../touched-questions.ts";
import type { EmbeddingService } from "./service.ts";
import { hashOf, sentOfPhrase, sentOfQuestion } from "./what-is-sent.ts";

type Data = Pick<Store, "database" | "transact" | "clock">;

const textsAtOnce = 64;
/** A batch of long texts takes a small service a while. */
const batchMs = 60_000;
const againAfterMs = 5 * 60_000;

/**
 * Fetches, in batches, the vectors of all questions that changed and of all words that lessons ask with, until none is missing. What is not
 * public (any more) is let go of and never sent. Throws what the service throws; what was fetched until then is kept.
 */
export async function fetchPlaces(store: Data, service: EmbeddingService, signal?: AbortSignal): Promise<void> {
  while (!signal?.aborted && (await fetchQuestions(store, service, signal)));
  while (!signal?.aborted && (await fetchPhrases(store, service, signal)));
}

async function fetchQuestions(
  { database, transact }: Data,
  service: EmbeddingService,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const stale = await listStale(database, textsAtOnce);
  const open = stale.filter(({ isPublic }) => isPublic).map((row) => ({ ...row, text: sentOfQuestion(row) }));
  const changed = open.filter(({ text, model, textHash }) => model !== service.model || textHash !== hashOf(text));
  const places = await service.places(
    changed.map(({ text }) => text),
    batchMs,
    signal,
  );
  const fresh = open.map((row): FreshRow => {
    return { ...row, textHash: hashOf(row.text), place: places[changed.indexOf(row)] ?? null };
  });
  await transact(async (tx) => {
    await keepPlaces(tx, service.model, fresh);
    for (const { communityId, questionId, isPublic } of stale) {
      if (!isPublic) await dropPlaces(tx, communityId, [questionId]);
    }
    return ok(null);
  });
  return stale.length > 0;
}

async function fetchPhrases(
  { database, transact }: Data,
  service: EmbeddingService,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const missing = await listMissingPhrases(database, service.model, textsAtOnce);
  const texts = missing.map(({ text, locale }) => sentOfPhrase(text, locale) || "–");
  const places = await service.places(texts, batchMs, signal);
  const rows = missing.flatMap((row, at) => {
    const place = places[at];
    return place ? [{ ...row, place }] : [];
  });
  await transact(async (tx) => ok(await keepPhrases(tx, service.model, rows)));
  return missing.length > 0;
}

const job = { name: "search-embeddings" } as const;

interface Payload {
  /** Looks for questions of which nothing was ever asked. */
  readonly all?: boolean;
}

/** The job that fetches vectors; a service that fails is asked again after five minutes. */
export function embeddingJob(store: Data, service: EmbeddingService, log: Log): JobKind<Payload> {
  return {
    ...job,
    async run({ all }, ending) {
      if (all) await store.transact(async (tx) => ok(await markMissing(tx, service.model)));
      try {
        await fetchPlaces(store, service, ending);
      } catch (error) {
        // The next start asks for everything.
        if (ending?.aborted) return;
        log.warn({ err: error, service: service.host }, "vectors could not be fetched; they are asked for again");
        await store.transact(async (tx) => {
          const runAt = new Date(tx.now.getTime() + againAfterMs);
          return ok(await enqueue(tx, job, {}, { runAt, key: `${job.name}:again` }));
        });
      }
    },
  };
}

/** Sees to it that everything is asked for after a start: the service, or its model, may be another one. */
export async function scheduleEmbeddings(store: Data): Promise<void> {
  await store.transact(async (tx) => ok(await enqueue(tx, job, { all: true }, { key: `${job.name}:all` })));
}

/** Notes which questions may say something else now, and has their vectors fetched. */
export const embeddingReader: EventReader = {
  name: "search-embeddings",
  async handle(events, tx) {
    const touched = new Map<number, Set<number>>();
    for (const event of events) {
      const touch = touchOf(event);
      if (!touch || event.subject !== "question") continue;
      touched.set(event.communityId, (touched.get(event.communityId) ?? new Set()).add(touch.questionId));
    }
    if (touched.size === 0) return;
    for (const [communityId, ids] of touched) await markStale(tx, communityId, [...ids]);
    await enqueue(tx, job, {}, { key: `${job.name}:now` });
  },
};
