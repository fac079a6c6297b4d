import { setPriority } from "node:os";
import { setImmediate as turn } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";
import { createLog } from "../../kernel/index.ts";
import { openReading } from "../../store/index.ts";
import type { Places } from "../embedding/learn-embedded.ts";
import { readPlaces } from "../embedding/read-places.ts";
import { hashOf } from "../embedding/what-is-sent.ts";
import type { GateMetrics } from "../gate.ts";
import { learn } from "../learn.ts";
import { deserializeCheckpoint, type LearnCheckpoint, serializeCheckpoint } from "../learn-checkpoint.ts";
import { serializeModel } from "../persistence.ts";
import type { LearnedModel } from "../ranking.ts";
import { readTrainingData, type TrainingData } from "./training-data.ts";
import type { TrainingEnd, TrainingMessage, TrainingTask } from "./training-messages.ts";

// The thread that learns one community's ranking: reads, learns, says how far it is, and ends.

const task = workerData as TrainingTask;
/** On Linux a priority belongs to the thread that sets it; elsewhere it would slow down the whole program. */
const priority = 15;
/** Work is cut into pieces of this length, between which the thread can be ended. */
const pieceMs = 50;
const tellEveryMs = 500;
/** A larger checkpoint would cost more than what it saves; such a learning begins anew after a crash. */
const largestCheckpoint = 256_000_000;

function say(message: TrainingMessage, transfer: ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, transfer);
}

async function train(): Promise<TrainingEnd> {
  const log = createLog(task.logLevel);
  const reading = openReading(task.connection, { applicationName: "kith learning", connections: 1, log });
  let data: TrainingData;
  let places: Places | undefined;
  try {
    data = await readTrainingData(reading.database, task, (read) =>
      say({ kind: "progress", at: { part: "reading", done: read, of: Math.max(read, task.upTo) } }),
    );
    if (task.embeddings !== null) places = await readPlaces(reading.database, task.communityId, task.embeddings, data);
  } finally {
    await reading.close();
  }
  const clusters = data.clusters.length;
  // What a service adds is learned of the same data once more.
  const dataHash = places ? hashOf(`${data.dataHash} ${places.model} ${places.count}`) : data.dataHash;
  if (dataHash === task.lastHash) return { outcome: "unchanged", clusters };
  const { model, metrics } = await learnFrom(data, places);
  if (!model || !metrics) return { outcome: "too-few", clusters };
  const about = {
    learnedAt: task.until.toISOString(),
    links: clusters,
    dataHash,
    metrics: { ...metrics },
  };
  return {
    outcome: "learned",
    model: {
      content: new Uint8Array(Buffer.concat(serializeModel(model, about))),
      dataHash,
      documents: data.index.size,
      clusters,
      phrasings: data.phrasings,
      metrics,
      helps: model.ranker !== undefined,
      threshold: model.decider.threshold,
      embeddings: model.embedded?.model ?? null,
    },
  };
}

async function learnFrom(
  data: TrainingData,
  places: Places | undefined,
): Promise<{ model: LearnedModel | undefined; metrics?: GateMetrics }> {
  let metrics: GateMetrics | undefined;
  const work = learn(data.index, data.clusters, task.settings, readCheckpoint(), places);
  let began = performance.now();
  let told = Number.NEGATIVE_INFINITY;
  let kept = performance.now();
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return { model: step.value, ...(metrics ? { metrics } : {}) };
    const { part, done, of, checkpoint } = step.value;
    metrics = step.value.metrics ?? metrics;
    const now = performance.now();
    if (now - told >= tellEveryMs) {
      told = now;
      say({ kind: "progress", at: { part, done, of } });
    }
    if (checkpoint && now - kept >= task.checkpointEveryMs) {
      kept = now;
      tellCheckpoint(checkpoint);
    }
    if (now - began < pieceMs) continue;
    await turn();
    began = performance.now();
  }
}

function tellCheckpoint(checkpoint: LearnCheckpoint): void {
  const pieces = serializeCheckpoint(checkpoint);
  if (pieces.reduce((sum, { byteLength }) => sum + byteLength, 0) > largestCheckpoint) return;
  const bytes = new Uint8Array(Buffer.concat(pieces));
  say({ kind: "checkpoint", bytes }, [bytes.buffer]);
}

/** One that cannot be read any more is passed over: learning begins anew. */
function readCheckpoint(): LearnCheckpoint | undefined {
  const read = task.checkpoint ? deserializeCheckpoint(task.checkpoint) : undefined;
  return read?.ok ? read.value : undefined;
}

if (process.platform === "linux") setPriority(priority);
say({ kind: "ended", end: await train() });
parentPort?.close();
