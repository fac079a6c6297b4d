import type { Database } from "../../store/index.ts";
import type { Page, Portable, PortableFile } from "./portable-file.ts";
import { countRows } from "./queries/export.ts";

const rowsInPage = 500;

/** All rows of one file of an export, a page at a time; within a snapshot all files fit together. */
export async function* readAllRecords(
  snapshot: Database,
  file: PortableFile,
  wish: Omit<Page, "after" | "limit">,
): AsyncGenerator<object[]> {
  let after: object | null = null;
  for (;;) {
    const rows: object[] = await file.read(snapshot, { ...wish, after, limit: rowsInPage });
    if (rows.length > 0) yield rows;
    if (rows.length < rowsInPage) return;
    after = rows.at(-1) ?? null;
  }
}

/** About how many rows an export has: the files of a table share its rows. */
export function countRecords(snapshot: Database, communityId: number, { files }: Portable): Promise<number> {
  return countRows(snapshot, communityId, [...new Set(files.map(({ table }) => table))]);
}
