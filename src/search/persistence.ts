import { err, ok, type Result, refusal } from "../kernel/index.ts";
import { type FileKind, type NumberArray, packFile, unpackFile } from "../text/index.ts";
import type { Decider } from "./decision.ts";
import { FEATURES } from "./features.ts";
import { FieldedIndex } from "./fielded-index.ts";
import { type IndexParts, partsOf, restore } from "./index-parts.ts";
import type { Ranker } from "./ranker.ts";
import type { LearnedModel } from "./ranking.ts";

/** Raised whenever tokens change: an index of other tokens would not find what is asked. */
export const ANALYSIS_VERSION = 1;

const indexKind: FileKind = {
  magic: "KITHIDX\n",
  name: "search index",
  version: 1,
  next: "It is built again from the database; nothing is lost.",
};
const modelKind: FileKind = {
  magic: "KITHRANK",
  name: "ranking model",
  version: 2,
  next: "It is learned again from the links; until then search works with BM25 alone.",
};

interface IndexHeader {
  readonly analysis: number;
  readonly position: string;
  readonly numbers: readonly number[];
  readonly segments: IndexParts["segments"];
}

/** The index as pieces of a file. Seals it first. `position` is the caller's place in the event log. */
export function serializeIndex(index: FieldedIndex, position: string): Uint8Array[] {
  index.sealAll();
  return serializeSealed(index, position);
}

/** The same for an index of which everything is sealed already. */
export function serializeSealed(index: FieldedIndex, position: string): Uint8Array[] {
  const { numbers, arrays, segments } = partsOf(index);
  const header: IndexHeader = { analysis: ANALYSIS_VERSION, position, numbers, segments };
  return packFile(indexKind, { header, arrays });
}

/** Reads what `serializeIndex` wrote; anything else is refused with the reason, and the caller rebuilds. */
export function deserializeIndex(bytes: Uint8Array): Result<{ index: FieldedIndex; position: string }> {
  const read = unpackFile(indexKind, bytes);
  if (!read.ok) return read;
  const header = read.value.header as IndexHeader;
  if (header.analysis !== ANALYSIS_VERSION) {
    return err(
      refusal("unavailable", "file_other_words", "This search index was made of other words.", indexKind.next),
    );
  }
  const parts = { numbers: header.numbers, segments: header.segments, arrays: read.value.arrays };
  return ok({ index: restore(new FieldedIndex(), parts as IndexParts), position: header.position });
}

/** What a ranking model says of itself: when it was learned, from how many links, and how well it did on those held back. */
export interface ModelAbout {
  /** ISO 8601, by the caller's clock. */
  readonly learnedAt: string;
  readonly links: number;
  readonly dataHash: string;
  readonly metrics: Readonly<Record<string, number>>;
}

interface ModelHeader {
  readonly about: ModelAbout;
  readonly features: readonly string[];
  readonly dimensions: number;
  readonly terms: readonly string[];
  readonly rankers: readonly { readonly features: number; readonly hidden: number }[];
  readonly calibration: Decider["calibration"];
  readonly threshold: number;
  readonly share: number;
  /** What an embedding service adds: the last two of the rankers. */
  readonly embedded?: Pick<Decider, "calibration" | "threshold" | "share"> & { readonly model: string };
}

/** A learned model as pieces of a file. */
export function serializeModel({ vectors, ranker, decider, embedded }: LearnedModel, about: ModelAbout): Uint8Array[] {
  const own = ranker ? [decider.scorer, ranker] : [decider.scorer];
  const rankers = embedded ? [...own, embedded.decider.scorer, embedded.ranker] : own;
  const header: ModelHeader = {
    about,
    features: FEATURES,
    dimensions: vectors.dimensions,
    terms: vectors.terms,
    rankers: rankers.map(({ features, hidden }) => ({ features, hidden })),
    calibration: decider.calibration,
    threshold: decider.threshold,
    share: decider.share,
    ...(embedded && { embedded: { ...withoutScorer(embedded.decider), model: embedded.model } }),
  };
  const arrays: NumberArray[] = [vectors.matrix];
  for (const { shift, scale, weights } of rankers) arrays.push(shift, scale, weights);
  return packFile(modelKind, { header, arrays });
}

function withoutScorer({ calibration, threshold, share }: Omit<Decider, "scorer">): Omit<Decider, "scorer"> {
  return { calibration, threshold, share };
}

/** Reads a learned model; one of other features or another format is refused with the reason. */
export function deserializeModel(bytes: Uint8Array): Result<{ model: LearnedModel; about: ModelAbout }> {
  const read = unpackFile(modelKind, bytes);
  if (!read.ok) return read;
  const header = read.value.header as ModelHeader;
  if (header.features.join() !== FEATURES.join()) {
    return err(
      refusal("unavailable", "file_other_features", "This ranking model looks at other features.", modelKind.next),
    );
  }
  const arrays = read.value.arrays as Float32Array[];
  const rankerAt = (at: number): Ranker => ({
    features: header.rankers[at]?.features ?? 0,
    hidden: header.rankers[at]?.hidden ?? 0,
    shift: arrays[1 + at * 3] as Float32Array,
    scale: arrays[2 + at * 3] as Float32Array,
    weights: arrays[3 + at * 3] as Float32Array,
  });
  const vectors = { dimensions: header.dimensions, terms: header.terms, matrix: arrays[0] as Float32Array };
  const decider = {
    scorer: rankerAt(0),
    calibration: header.calibration,
    threshold: header.threshold,
    share: header.share,
  };
  const own = header.rankers.length - (header.embedded ? 2 : 0);
  const ranker = own > 1 ? rankerAt(1) : undefined;
  const embedded = header.embedded && {
    model: header.embedded.model,
    ranker: rankerAt(own + 1),
    decider: { ...withoutScorer(header.embedded), scorer: rankerAt(own) },
  };
  return ok({ model: { vectors, ranker, decider, embedded }, about: header.about });
}
