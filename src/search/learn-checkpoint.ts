import { createHash } from "node:crypto";
import { ok, type Result } from "../kernel/index.ts";
import { type FileKind, packFile, unpackFile } from "../text/index.ts";
import type { VectorCheckpoint } from "./train-vectors.ts";
import type { WordVectors } from "./word-vectors.ts";

/** A learning that was stopped: the vectors that are finished, and the training that was under way at the end of an epoch. */
export interface LearnCheckpoint {
  /** Of links and settings: going on with others would mix what must be kept apart. */
  readonly fingerprint: string;
  readonly finished: readonly WordVectors[];
  readonly terms: readonly string[];
  readonly running: VectorCheckpoint;
}

/** The trainings of vectors in one learning, in order. */
export interface Stages {
  /** The vectors of the next stage, where a checkpoint has them finished. */
  next(): WordVectors | undefined;
  /** Where the stage that was just begun stood, if the checkpoint was made in it over the same words. */
  running(terms: readonly string[]): VectorCheckpoint | undefined;
  finish(vectors: WordVectors): void;
  checkpoint(terms: readonly string[], running: VectorCheckpoint): LearnCheckpoint;
}

/** The stages of a learning, behind `from` when that belongs to the same links and settings. */
export function resumable(clusters: unknown, settings: unknown, from?: LearnCheckpoint): Stages {
  const fingerprint = createHash("sha256")
    .update(JSON.stringify([clusters, settings]))
    .digest("hex");
  const before = from?.fingerprint === fingerprint ? from : undefined;
  const finished: WordVectors[] = [];
  return {
    next() {
      const done = before?.finished[finished.length];
      if (done) finished.push(done);
      return done;
    },
    running(terms) {
      if (!before || before.finished.length !== finished.length) return undefined;
      const same = before.terms.length === terms.length && before.terms.every((term, at) => term === terms[at]);
      return same ? before.running : undefined;
    },
    finish: (vectors) => {
      finished.push(vectors);
    },
    checkpoint: (terms, running) => ({ fingerprint, finished: [...finished], terms, running }),
  };
}

const checkpointKind: FileKind = {
  magic: "KITHSTEP",
  name: "learning checkpoint",
  version: 1,
  next: "Learning starts again from the beginning; nothing else is lost.",
};

interface Header {
  readonly fingerprint: string;
  readonly epoch: number;
  readonly terms: readonly string[];
  readonly finished: readonly { readonly dimensions: number; readonly terms: readonly string[] }[];
}

/** A checkpoint as pieces of a file. */
export function serializeCheckpoint({ fingerprint, finished, terms, running }: LearnCheckpoint): Uint8Array[] {
  const header: Header = {
    fingerprint,
    epoch: running.epoch,
    terms,
    finished: finished.map(({ dimensions, terms: own }) => ({ dimensions, terms: own })),
  };
  return packFile(checkpointKind, {
    header,
    arrays: [running.matrix, running.squares, ...finished.map(({ matrix }) => matrix)],
  });
}

/** Reads what `serializeCheckpoint` wrote; anything else is refused with the reason. */
export function deserializeCheckpoint(bytes: Uint8Array): Result<LearnCheckpoint> {
  const read = unpackFile(checkpointKind, bytes);
  if (!read.ok) return read;
  const header = read.value.header as Header;
  const [matrix, squares, ...rest] = read.value.arrays as [Float32Array, Float32Array, ...Float32Array[]];
  return ok({
    fingerprint: header.fingerprint,
    terms: header.terms,
    running: { epoch: header.epoch, matrix, squares },
    finished: header.finished.map((one, at) => ({ ...one, matrix: rest[at] as Float32Array })),
  });
}
