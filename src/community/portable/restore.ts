import type { Transaction } from "../../store/index.ts";
import type { ImportKey } from "../queries/index.ts";
import type { Ids } from "./ids.ts";
import type { RecordName, RecordOf } from "./records.ts";

/** A record, with where it stands in its file. */
export interface Line<Name extends RecordName> {
  readonly line: number;
  readonly record: RecordOf<Name>;
}

/** What could not be taken over as it was. */
export interface Restored {
  /** Members whose address belongs to an account here that never showed it to be its own: nobody is linked with them. */
  unlinked: number;
  /** Events about what the export does not hold. */
  eventsLeft: number;
}

/** Writes one kind of record. */
export type Restore<Name extends RecordName> = (context: Context, lines: readonly Line<Name>[]) => Promise<void>;

export interface Context {
  readonly tx: Transaction;
  readonly key: ImportKey;
  readonly communityId: number;
  readonly ids: Ids;
  /** Whether questions get an event that says they were imported, because the export brings no events. */
  readonly announce: boolean;
  readonly restored: Restored;
}
