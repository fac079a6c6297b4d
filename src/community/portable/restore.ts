import type { Context, PlacedLine } from "./portable-file.ts";
import type { RecordName, RecordOf } from "./records.ts";

export type { Context } from "./portable-file.ts";

/** A line of one of the community's own files. */
export type Line<Name extends RecordName> = PlacedLine<RecordOf<Name>>;

/** Writes one kind of record. */
export type Restore<Name extends RecordName> = (context: Context, lines: readonly Line<Name>[]) => Promise<void>;
