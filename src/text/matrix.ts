import type { FeatureSettings } from "./features.ts";

/** Texts as sparse rows: row r has the entries `starts[r]` to `starts[r + 1]`. */
export interface SparseTexts {
  readonly starts: Uint32Array;
  readonly columns: Uint32Array;
  readonly values: Float32Array;
}

/** One text: columns and their values. */
export interface SparseRow {
  readonly columns: readonly number[];
  readonly values: readonly number[];
}

/** The features that a model knows: their hashes in ascending order, and how much each weighs. */
export interface FeatureTable {
  readonly hashes: Uint32Array;
  readonly rarities: Float32Array;
}

export interface TableSettings extends FeatureSettings {
  /** Texts that a feature must occur in. */
  readonly fewestTexts: number;
  /** Groups (brands, say) that a feature must occur in, where texts have groups. */
  readonly fewestGroups: number;
}

/** Counts the features of all texts and keeps those that are frequent enough. */
export function tableOf(
  features: readonly ReadonlyMap<number, number>[],
  groups: readonly (string | undefined)[],
  settings: TableSettings,
): FeatureTable {
  const texts = new Map<number, number>();
  const seenIn = new Map<number, Set<string>>();
  const grouped = settings.fewestGroups > 1 && groups.some((group) => group !== undefined);
  features.forEach((found, at) => {
    for (const hash of found.keys()) {
      texts.set(hash, (texts.get(hash) ?? 0) + 1);
      if (!grouped) continue;
      const group = groups[at] ?? "";
      const known = seenIn.get(hash);
      if (known) known.add(group);
      else seenIn.set(hash, new Set([group]));
    }
  });
  // Two groups cannot share more than both of them do.
  const fewestGroups = Math.min(settings.fewestGroups, new Set(groups).size);
  const kept = [...texts.keys()].filter(
    (hash) =>
      (texts.get(hash) ?? 0) >= settings.fewestTexts && (!grouped || (seenIn.get(hash)?.size ?? 0) >= fewestGroups),
  );
  const hashes = Uint32Array.from(kept).sort();
  const rarities = Float32Array.from(hashes, (hash) =>
    settings.rarity ? 1 + Math.log(features.length / (texts.get(hash) ?? 1)) : 1,
  );
  return { hashes, rarities };
}

/** The column of a hash, or -1. */
export function columnOf(hashes: Uint32Array, hash: number): number {
  let low = 0;
  let high = hashes.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = hashes[middle] as number;
    if (found === hash) return middle;
    if (found < hash) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** One text as columns and values of unit length; counts are damped. */
export function rowOf(found: ReadonlyMap<number, number>, table: FeatureTable): SparseRow {
  const columns: number[] = [];
  const values: number[] = [];
  let square = 0;
  for (const [hash, times] of found) {
    const column = columnOf(table.hashes, hash);
    if (column < 0) continue;
    const value = damped(times) * (table.rarities[column] as number);
    columns.push(column);
    values.push(value);
    square += value * value;
  }
  const norm = Math.sqrt(square) || 1;
  return { columns, values: values.map((value) => value / norm) };
}

export function sparse(features: readonly ReadonlyMap<number, number>[], table: FeatureTable): SparseTexts {
  const rows = features.map((found) => rowOf(found, table));
  const starts = new Uint32Array(rows.length + 1);
  rows.forEach((row, at) => {
    starts[at + 1] = (starts[at] as number) + row.columns.length;
  });
  const columns = new Uint32Array(starts[rows.length] as number);
  const values = new Float32Array(columns.length);
  rows.forEach((row, at) => {
    columns.set(row.columns, starts[at] as number);
    values.set(row.values, starts[at] as number);
  });
  return { starts, columns, values };
}

/** A count's weight grows with its logarithm. */
function damped(times: number): number {
  return times > 1 ? 1 + Math.log(times) : times;
}
