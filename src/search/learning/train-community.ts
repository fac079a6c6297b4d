import { randomUUID } from "node:crypto";
import { type Log, ok } from "../../kernel/index.ts";
import type { Store, Transaction } from "../../store/index.ts";
import type { LearnSettings } from "../learn.ts";
import {
  type ClaimedLearning,
  chooseModel,
  claimLearning,
  dropOldModels,
  endLearning,
  insertModel,
  keepCheckpoint,
  type LearningOutcome,
  leaveLearning,
  readChoice,
  showLearning,
} from "../queries/index.ts";
import type { TrainedModel, TrainingProgress } from "./training-messages.ts";
import { startTraining } from "./training-thread.ts";

/** Whoever learns shows this often that they live; after `deadAfterMs` without it another process goes on. */
const beatMs = 5_000;
export const deadAfterMs = 60_000;
const checkpointEveryMs = 60_000;
/** Besides the one in force. */
const keptModels = 5;
const usual: LearnSettings = { seed: 1, vectors: {} };

export interface TrainingOptions {
  readonly store: Pick<Store, "transact" | "connection" | "clock">;
  readonly log: Log;
  /** Which community; null takes the one that waits longest. */
  readonly communityId: number | null;
  readonly signal?: AbortSignal;
  readonly onProgress?: (at: TrainingProgress) => void;
  readonly settings?: LearnSettings;
  readonly checkpointEveryMs?: number;
  /** The embedding service's model, where one is configured. */
  readonly embeddings?: string | undefined;
}

/** How one learning went; `modelId` is the version of what was learned. */
export interface Trained {
  readonly communityId: number;
  readonly outcome: LearningOutcome | "stopped";
  readonly modelId: number | null;
}

/**
 * Takes on a learning that was asked for, or one that another process left behind, and sees it through in a thread. Null where there is
 * none to take, or where another process is at one. A stop leaves it to whoever comes next, who goes on behind the last checkpoint.
 */
export async function trainNext(options: TrainingOptions): Promise<Trained | null> {
  const { store, communityId } = options;
  const holder = randomUUID();
  const deadSince = new Date(store.clock.now().getTime() - deadAfterMs);
  const claimed = await write(store, (tx) => claimLearning(tx, { holder, deadSince, communityId }));
  return claimed ? await train(claimed, holder, options) : null;
}

async function train(claimed: ClaimedLearning, holder: string, options: TrainingOptions): Promise<Trained> {
  const { store, log, signal, onProgress } = options;
  const { communityId } = claimed;
  const held = { communityId, holder };
  let at: TrainingProgress | null = null;
  // Writes follow each other, so that a late one does not undo a later one.
  let writing: Promise<unknown> = Promise.resolve();
  const training = startTraining(
    {
      connection: store.connection,
      logLevel: log.level,
      communityId,
      upTo: claimed.upTo,
      until: claimed.begunAt,
      lastHash: claimed.lastHash,
      checkpoint: claimed.checkpoint,
      settings: options.settings ?? usual,
      checkpointEveryMs: options.checkpointEveryMs ?? checkpointEveryMs,
      embeddings: options.embeddings ?? null,
    },
    {
      progress(now) {
        at = now;
        onProgress?.(now);
      },
      checkpoint: (bytes) => later((tx) => keepCheckpoint(tx, held, Buffer.from(bytes))),
    },
  );
  function later(work: (tx: Transaction) => Promise<unknown>): void {
    writing = writing
      .then(() => write(store, work))
      .catch((error: unknown) => log.warn({ err: error, community: communityId }, "how learning goes cannot be kept"));
  }
  const beat = setInterval(() => {
    const shown = at;
    at = null;
    later(async (tx) => {
      if (!(await showLearning(tx, held, shown))) training.stop();
    });
  }, beatMs);
  const stop = () => training.stop();
  signal?.addEventListener("abort", stop);
  if (signal?.aborted) stop();
  try {
    const end = await training.ended;
    clearInterval(beat);
    await writing;
    if (!end) {
      await write(store, (tx) => leaveLearning(tx, held));
      return { communityId, outcome: "stopped", modelId: null };
    }
    const { outcome } = end;
    const model = end.outcome === "learned" ? end.model : null;
    const clusters = end.outcome === "learned" ? end.model.clusters : end.clusters;
    const modelId = await write(store, async (tx) => {
      const mine = await endLearning(tx, held, { outcome, clusters, failure: null });
      return mine && model ? await keepModel(tx, communityId, model) : null;
    });
    log.info({ community: communityId, outcome, clusters, model: modelId }, "search has learned");
    return { communityId, outcome, modelId };
  } catch (error) {
    log.error({ err: error, community: communityId }, "search could not learn");
    const failure = (error instanceof Error ? error.message : String(error)).slice(0, 500);
    await write(store, (tx) => endLearning(tx, held, { outcome: "failed", clusters: null, failure }));
    return { communityId, outcome: "failed", modelId: null };
  } finally {
    clearInterval(beat);
    signal?.removeEventListener("abort", stop);
    await writing;
  }
}

/** Keeps the model, and puts it in force unless an administrator has chosen otherwise. */
async function keepModel(tx: Transaction, communityId: number, { metrics, content, ...model }: TrainedModel) {
  const id = await insertModel(tx, communityId, { ...model, ...metrics }, content);
  const before = await readChoice(tx.db, communityId);
  if (before?.choice === "newest") await chooseModel(tx, communityId, "newest", id);
  await dropOldModels(tx, communityId, keptModels);
  const data = { modelId: id, helps: model.helps, clusters: model.clusters };
  tx.append({ communityId, kind: "search.learned", actorId: null, subject: "search", subjectId: communityId, data });
  return id;
}

/** A write that nothing refuses. */
async function write<T>(store: Pick<Store, "transact">, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const done = await store.transact(async (tx) => ok(await work(tx)));
  if (!done.ok) throw new Error(`${done.error.code}: ${done.error.message}`);
  return done.value;
}
