import { ok, type Result } from "../kernel/index.ts";
import { type FileKind, type NumberArray, packFile, unpackFile } from "./binary-file.ts";
import type { Classifier } from "./classifier.ts";

const kind: FileKind = {
  magic: "KITHTEXT",
  name: "text model",
  version: 2,
  next: "Train it again; until then Kith works without it and asks people instead.",
};

/** A classifier as the pieces of a file: its facts readable as JSON, its weights in 8 bits. */
export function serializeClassifier(classifier: Classifier): Uint8Array[] {
  const { table, weights, steps, network, ...facts } = classifier;
  const arrays: NumberArray[] = [table.hashes, table.rarities, weights, steps];
  if (network) arrays.push(network.inner, network.innerSteps, network.outer);
  return packFile(kind, { header: { ...facts, hidden: network?.hidden ?? 0 }, arrays });
}

type Facts = Omit<Classifier, "table" | "weights" | "steps" | "network">;
type Arrays = [Uint32Array, Float32Array, Int8Array, Float32Array, Int8Array, Float32Array, Float32Array];

/** Reads a model file; anything else is refused with the reason. */
export function deserializeClassifier(bytes: Uint8Array): Result<Classifier> {
  const read = unpackFile(kind, bytes);
  if (!read.ok) return read;
  const [hashes, rarities, weights, steps, inner, innerSteps, outer] = read.value.arrays as Arrays;
  const { hidden, ...facts } = read.value.header as Facts & { readonly hidden: number };
  const network = hidden > 0 ? { network: { hidden, inner, innerSteps, outer } } : {};
  return ok({ ...facts, table: { hashes, rarities }, weights, steps, ...network });
}
