import { type ImportItem, lockImport, rememberImported } from "../../../community/index.ts";
import { ok, type Refusal, RefusalError, type Result, refusal } from "../../../kernel/index.ts";
import { atMoment, type Transaction } from "../../../store/index.ts";
import type { DumpFileName } from "./dump-files.ts";
import { type DumpRow, readRows } from "./read-rows.ts";
import type { Read } from "./rows.ts";
import type { Reading, Run } from "./run.ts";
import type { Kind } from "./summary.ts";

interface AnyRow {
  readonly line: number;
  readonly id: number;
  readonly at?: Date;
}

/** What became of a row: taken over, there from an earlier run, left out, or not its turn yet. */
export type Outcome =
  | { readonly became: "new"; readonly items: readonly ImportItem[] }
  | { readonly became: "known"; readonly items?: readonly ImportItem[] }
  | { readonly became: "waiting" }
  | { readonly became: "left"; readonly reason: string };

/** How the rows of one file are taken over. */
export interface Phase<Row extends AnyRow, Found> {
  readonly file: DumpFileName;
  /** Whether the file is read once more: what cannot be used of it has been told of, and its bytes were counted. */
  readonly again?: boolean;
  /** Makes a row of attributes typed. */
  read(row: DumpRow): Read<Row>;
  /** What the row is counted as; null where this phase does not take it over. */
  kindOf(row: Row): Kind | null;
  /** Told of each row that was read, once. */
  seen?(row: Row): void;
  /** Looks up, for a batch at once, what writing its rows needs. */
  prepare(tx: Transaction, rows: readonly Row[]): Promise<Found>;
  /** Writes one row, at the row's own time. A refusal leaves the row out, and nothing of it is written. */
  write(tx: Transaction, row: Row, found: Found): Promise<Result<Outcome>>;
}

const rowsInBatch = 200;

/** Reads a file's rows, typed; counts and reports what cannot be used, unless the file is read again. */
export async function eachRow<Row extends AnyRow>(
  reading: Reading,
  name: DumpFileName,
  read: (row: DumpRow) => Read<Row>,
  take: (row: Row) => void | Promise<void>,
  again = false,
): Promise<void> {
  const { progress } = reading;
  progress.begin(name);
  const leave = (line: number, id: number | null, reason: string) => {
    if (!again) reading.skipped.add({ file: name, line, id, reason });
  };
  const onBroken = (line: number, reason: string) => leave(line, null, reason);
  const onBytes = (bytes: number) => progress.advance(again ? 0 : bytes, 0);
  const latest = reading.clock.now().getTime() + 24 * 60 * 60 * 1000;
  for await (const rows of readRows(reading.dump.files[name], { onBroken, onBytes })) {
    progress.advance(0, rows.length);
    for (const row of rows) {
      const typed = read(row);
      if ("problem" in typed) {
        leave(row.line, Number(row.attributes.Id) || null, typed.problem);
      } else if (typed.row.at && typed.row.at.getTime() > latest) {
        leave(row.line, typed.row.id, "CreationDate lies in the future.");
      } else {
        await take(typed.row);
      }
    }
  }
}

/** Takes over a file, some rows in a transaction. */
export async function runPhase<Row extends AnyRow, Found>(run: Run, phase: Phase<Row, Found>): Promise<void> {
  let batch: Row[] = [];
  const take = async (row: Row) => {
    phase.seen?.(row);
    if (phase.kindOf(row) === null) return;
    batch.push(row);
    if (batch.length < rowsInBatch) return;
    await writeRows(run, phase, batch);
    batch = [];
  };
  await eachRow(run, phase.file, phase.read, take, phase.again);
  await writeRows(run, phase, batch);
}

/**
 * Writes rows in one transaction. Where one of them is refused, each gets a transaction of its own, so that the refused ones leave
 * nothing behind and the others are taken over all the same.
 */
export async function writeRows<Row extends AnyRow, Found>(
  run: Run,
  phase: Phase<Row, Found>,
  rows: readonly Row[],
): Promise<void> {
  if (run.stop.aborted) throw new RefusalError(stopped());
  if (rows.length === 0) return;
  const written = await attempt(run, phase, rows);
  if (written.ok) {
    for (const [row, outcome] of written.value) {
      count(run, phase, row, outcome);
      const made = outcome.became === "new" ? outcome.items : [];
      run.summary.formerMembers += made.filter((item) => item.kind === "former").length;
      run.summary.duplicates += made.filter((item) => item.kind === "duplicate").length;
    }
    return;
  }
  if (written.error.status >= 500) throw new RefusalError(goOnLater(written.error));
  const [only] = rows;
  if (rows.length === 1 && only) return count(run, phase, only, { became: "left", reason: written.error.message });
  for (const row of rows) await writeRows(run, phase, [row]);
}

async function attempt<Row extends AnyRow, Found>(
  run: Run,
  phase: Phase<Row, Found>,
  rows: readonly Row[],
): Promise<Result<[Row, Outcome][]>> {
  return run.store.transact(async (tx) => {
    await lockImport(tx, run.key);
    const found = await phase.prepare(tx, rows);
    const outcomes: [Row, Outcome][] = [];
    for (const row of rows) {
      const outcome = await phase.write(row.at ? atMoment(tx, row.at) : tx, row, found);
      if (!outcome.ok) return outcome;
      outcomes.push([row, outcome.value]);
    }
    const items = outcomes.flatMap(([, outcome]) => ("items" in outcome ? (outcome.items ?? []) : []));
    await rememberImported(tx, run.key, onceEach(items));
    return ok(outcomes);
  });
}

function onceEach(items: readonly ImportItem[]): ImportItem[] {
  return [...new Map(items.map((item) => [`${item.kind} ${item.sourceId}`, item])).values()];
}

function count<Row extends AnyRow, Found>(run: Run, phase: Phase<Row, Found>, row: Row, outcome: Outcome): void {
  const kind = phase.kindOf(row);
  if (kind === null || outcome.became === "waiting") return;
  const tally = run.summary.tallies[kind];
  tally.read += 1;
  if (outcome.became === "new") tally.imported += 1;
  else if (outcome.became === "known") tally.alreadyThere += 1;
  else {
    tally.skipped += 1;
    run.skipped.add({ file: phase.file, line: row.line, id: row.id, reason: outcome.reason });
  }
}

function stopped(): Refusal {
  return refusal(
    "unavailable",
    "import-stopped",
    "The import was stopped. What it had written is complete.",
    "Run the same command again: it goes on from here, and nothing is doubled.",
  );
}

function goOnLater(refused: Refusal): Refusal {
  return { ...refused, next: `${refused.next} Then run the same command again: the import goes on from here.` };
}
