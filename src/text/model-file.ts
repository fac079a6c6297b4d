import { ok, type Result } from "../kernel/index.ts";
import { type FileKind, packFile, unpackFile } from "./binary-file.ts";
import type { Classifier } from "./classifier.ts";

const kind: FileKind = {
  magic: "KITHTEXT",
  name: "text model",
  version: 1,
  next: "Train it again; until then Kith works without it and asks people instead.",
};

/** A classifier as the pieces of a file: its facts readable as JSON, its weights in 8 bits. */
export function serializeClassifier(classifier: Classifier): Uint8Array[] {
  const { table, weights, steps, ...header } = classifier;
  return packFile(kind, { header, arrays: [table.hashes, table.rarities, weights, steps] });
}

/** Reads a model file; anything else is refused with the reason. */
export function deserializeClassifier(bytes: Uint8Array): Result<Classifier> {
  const read = unpackFile(kind, bytes);
  if (!read.ok) return read;
  const [hashes, rarities, weights, steps] = read.value.arrays as [Uint32Array, Float32Array, Int8Array, Float32Array];
  const header = read.value.header as Omit<Classifier, "table" | "weights" | "steps">;
  return ok({ ...header, table: { hashes, rarities }, weights, steps });
}
