import path from "node:path";
import {
  findImported,
  finishRestore,
  type ImportKey,
  lockImport,
  type PlacedLine,
  type PortableFile,
  rememberImported,
  restoreCommunity,
  restoreRecords,
  type WhichPass,
} from "../../../community/index.ts";
import { ok, RefusalError, type Result, refusal, unwrap } from "../../../kernel/index.ts";
import { searchReader } from "../../../search/index.ts";
import { readOnce, type Store, type Transaction } from "../../../store/index.ts";
import { portable } from "../../portable.ts";
import type { Progress } from "../../progress.ts";
import { readLines } from "../../read-lines.ts";
import { type OpenedExport, readRecord } from "./open-export.ts";

export interface Imported {
  readonly community: string;
  readonly communityCreated: boolean;
  /** By file: rows of this run, and of earlier ones. */
  readonly files: Record<string, { imported: number; alreadyThere: number }>;
  unlinkedMembers: number;
  eventsLeftOut: number;
}

interface Run {
  readonly opened: OpenedExport;
  readonly store: Store;
  readonly key: ImportKey;
  readonly progress: Progress;
  readonly stop: AbortSignal;
  readonly imported: Imported;
}

const linesInBatch = 500;

/** Takes over an export, in the order of what refers to what; how far each file is stands in the import's ledger. */
export async function importExport(
  opened: OpenedExport,
  store: Store,
  slug: string,
  progress: Progress,
  stop: AbortSignal,
): Promise<Imported> {
  const source = `kith ${opened.manifest.exportId}`;
  const record = { ...opened.community, slug };
  const placed = unwrap(await store.transact((tx) => restoreCommunity(tx, source, record)));
  const imported: Imported = {
    community: slug,
    communityCreated: placed.created,
    files: {},
    unlinkedMembers: 0,
    eventsLeftOut: 0,
  };
  const run: Run = { opened, store, key: placed.key, progress, stop, imported };
  const there = new Set(opened.manifest.files.map(({ name }) => name));
  const announce = !there.has("events.jsonl");
  const files = portable.files.filter(({ name }) => there.has(`${name}.jsonl`));
  for (const file of files) await restoreFile(run, file, [...file.passes.keys()], announce);
  for (const file of files) if (file.lastPass) await restoreFile(run, file, ["last"], announce);
  progress.begin("counting");
  await inTransaction(run, async (tx) => ok(unwrap(await finishRestore(tx, run.key))));
  progress.begin("making it findable");
  while ((await readOnce(store.database, store.clock, searchReader)) > 0) progress.advance(0, 0);
  return imported;
}

async function restoreFile(
  run: Run,
  file: PortableFile,
  passes: readonly WhichPass[],
  announce: boolean,
): Promise<void> {
  const { imported, opened } = run;
  const slugs = { there: opened.community.slug, here: imported.community };
  const figures = imported.files[file.name] ?? { imported: 0, alreadyThere: 0 };
  imported.files[file.name] = figures;
  run.progress.begin(`${file.name}.jsonl`);
  for (const pass of passes) {
    const done = await eachBatch(run, file, pass, async (tx, lines) => {
      const restored = await restoreRecords(tx, run.key, file, lines, { portable, announce, slugs, pass });
      if (!restored.ok) return restored;
      return ok(() => {
        if (pass === 0) figures.imported += lines.length;
        imported.unlinkedMembers += restored.value.unlinked;
        imported.eventsLeftOut += restored.value.eventsLeft;
      });
    });
    if (pass === 0) figures.alreadyThere = done;
  }
}

/**
 * Works through a file, some lines in a transaction together with the number of lines that are done by then. What `work` answers
 * is called once its transaction has lasted. Returns how many lines earlier runs had done.
 */
async function eachBatch(
  run: Run,
  file: PortableFile,
  pass: WhichPass,
  work: (tx: Transaction, lines: readonly PlacedLine[]) => Promise<Result<() => void>>,
): Promise<number> {
  const counter = `lines of ${file.name}${pass === 0 ? "" : `, pass ${pass === "last" ? pass : pass + 1}`}`;
  const done = await linesDone(run.store.database, run.key, counter);
  let batch: PlacedLine[] = [];
  const flush = async () => {
    const last = batch.at(-1)?.line;
    if (last === undefined) return;
    const lines = batch;
    batch = [];
    const batchWritten = inTransaction(run, async (tx) => {
      await lockImport(tx, run.key);
      // Another run of the same import may have been here meanwhile.
      const left = lines.slice(Math.max(0, (await linesDone(tx.db, run.key, counter)) - (lines[0]?.line ?? 1) + 1));
      if (left.length === 0) return ok(() => {});
      const written = await work(tx, left);
      if (!written.ok) return written;
      await rememberImported(tx, run.key, [{ kind: counter, sourceId: 0, targetId: last }]);
      return written;
    });
    const after = await batchWritten.catch((error: unknown) => {
      throw asRefusal(error, file.name, lines[0]?.line ?? 0, last);
    });
    after();
  };
  const onBytes = (piece: Buffer) => run.progress.advance(pass === 0 ? piece.length : 0, 0);
  for await (const lines of readLines(path.join(run.opened.folder, `${file.name}.jsonl`), onBytes)) {
    for (const line of lines) {
      if (line.line <= done) continue;
      batch.push(readRecord(file, line));
      if (batch.length === linesInBatch) await flush();
    }
    run.progress.advance(0, lines.length);
  }
  await flush();
  return done;
}

async function linesDone(
  database: Transaction["db"] | Store["database"],
  key: ImportKey,
  counter: string,
): Promise<number> {
  return (await findImported(database, key, counter, [0])).get(0) ?? 0;
}

async function inTransaction<T>(run: Run, work: (tx: Transaction) => Promise<Result<T>>): Promise<T> {
  if (run.stop.aborted) {
    const said = "The import was stopped. What it had written is complete.";
    throw new RefusalError(
      refusal("unavailable", "import-stopped", said, "Run the same command again: it goes on from here."),
    );
  }
  return unwrap(await run.store.transact(work));
}

/**
 * What the database does not let in is the export's fault: a problem that nobody owns, a number that no column holds, one id twice
 * (its manual, appendix A: classes 21 to 23).
 */
function asRefusal(error: unknown, file: string, from: number, to: number): unknown {
  const { code, constraint, message } = error as { code?: unknown; constraint?: string; message?: string };
  if (typeof code !== "string" || !/^2[123]/.test(code)) return error;
  const said = `${file}.jsonl, lines ${from} to ${to}: one of them cannot be (${constraint ?? message}).`;
  return new RefusalError(refusal("invalid", "export-inconsistent", said, "Export the community once more."));
}
