import { ok, type Result } from "../../kernel/index.ts";
import type { Transaction } from "../../store/index.ts";
import type { ImportKey } from "../queries/index.ts";
import { Ids } from "./ids.ts";
import type { PlacedLine, Portable, PortableFile, Restored } from "./portable-file.ts";
import { beginRestoring, recountCommunity } from "./queries/restore.ts";

/** One of a file's passes, from 0, or its last one. */
export type WhichPass = number | "last";

/** What lines of an export are written with. */
export interface Restoring {
  readonly portable: Portable;
  /** Whether questions get an event that says they were imported, because the export brings no events. */
  readonly announce: boolean;
  /** The community's slug in the export, and here. */
  readonly slugs: { readonly there: string; readonly here: string };
  /** Which of the file's passes. */
  readonly pass: WhichPass;
}

/**
 * Writes lines of an export, with ids of this installation in place of their own. A line that refers to what the export does
 * not hold is refused (`export-inconsistent`). Nothing is told to the event log, whose past the export brings itself; with
 * `announce`, because it does not, each question gets an event.
 */
export async function restoreRecords(
  tx: Transaction,
  key: ImportKey,
  file: PortableFile,
  lines: readonly PlacedLine[],
  { portable, announce, slugs, pass }: Restoring,
): Promise<Result<Restored>> {
  const restored: Restored = { unlinked: 0, eventsLeft: 0 };
  const ids = new Ids(tx, key, file.name);
  const context = { tx, key, communityId: key.communityId, ids, portable, announce, slugs, restored };
  await beginRestoring(tx);
  if (pass === "last") await file.lastPass?.(context, lines);
  else await file.passes[pass]?.(context, lines);
  return ok(restored);
}

/** Ends an import: the figures that are kept beside the rows are counted anew. */
export async function finishRestore(tx: Transaction, key: ImportKey): Promise<Result<void>> {
  await recountCommunity(tx, key.communityId);
  return ok(undefined);
}
