import type { Database } from "../../store/index.ts";
import { readRecords } from "./queries/export.ts";
import type { RecordName, RecordOf } from "./records.ts";

const rowsInPage = 500;

/** All rows of one file of an export, a page at a time; within a snapshot all files fit together. */
export async function* readAllRecords<Name extends RecordName>(
  snapshot: Database,
  communityId: number,
  name: Name,
  publicOnly: boolean,
): AsyncGenerator<RecordOf<Name>[]> {
  let after: RecordOf<Name> | null = null;
  for (;;) {
    const rows: RecordOf<Name>[] = await readRecords(snapshot, name, {
      communityId,
      publicOnly,
      after,
      limit: rowsInPage,
    });
    if (rows.length > 0) yield rows;
    if (rows.length < rowsInPage) return;
    after = rows.at(-1) ?? null;
  }
}
