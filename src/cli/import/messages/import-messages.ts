import path from "node:path";
import { type Brought, bringMessage, type Triage } from "../../../care/index.ts";
import { RefusalError, refusal } from "../../../kernel/index.ts";
import type { Store } from "../../../store/index.ts";
import type { Progress } from "../../progress.ts";
import { readLines } from "../../read-lines.ts";
import type { SkippedList } from "../skipped.ts";
import { readMessage } from "./read-message.ts";

/** What an import of messages did. */
export interface Tally {
  read: number;
  imported: number;
  alreadyThere: number;
  skipped: number;
  /** What those that were imported were taken for, and how many of them the machine could not place. */
  readonly kinds: Record<string, number>;
  abstained: number;
  readonly problems: Set<number>;
}

export interface MessagesRun {
  readonly store: Store;
  readonly triage: Triage;
  readonly communityId: number;
  readonly channel: string;
  readonly file: string;
  readonly progress: Progress;
  readonly skipped: SkippedList;
  readonly stop: AbortSignal;
}

/**
 * Brings a file of messages, one a line, each in a transaction of its own: one that was stopped goes on when it runs again, since what
 * has come before is known by its id. A line that cannot be read or is refused is left out and listed.
 */
export async function importMessages(run: MessagesRun): Promise<Tally> {
  const name = path.basename(run.file);
  const tally: Tally = {
    ...{ read: 0, imported: 0, alreadyThere: 0, skipped: 0, abstained: 0 },
    ...{ kinds: {}, problems: new Set<number>() },
  };
  run.progress.begin(name);
  let bytes = 0;
  for await (const lines of readLines(run.file, (piece) => {
    bytes = piece.length;
  })) {
    for (const { line, text } of lines) {
      if (run.stop.aborted) throw new RefusalError(stopped);
      if (text.trim() === "") continue;
      tally.read += 1;
      const problem = await bringLine(run, text, tally);
      if (problem !== null) {
        tally.skipped += 1;
        run.skipped.add({ file: name, line, id: null, reason: problem });
      }
      run.progress.advance(bytes / lines.length, 1);
    }
  }
  return tally;
}

/** Brings one line; what is wrong with it, where it has to be left out. */
async function bringLine(run: MessagesRun, text: string, tally: Tally): Promise<string | null> {
  const read = readMessage(text, run.channel);
  if ("problem" in read) return read.problem;
  const brought = await run.store.transact((tx) => bringMessage(tx, run.triage, run.communityId, read.message));
  if (brought.ok) {
    count(tally, brought.value);
    return null;
  }
  if (brought.error.status >= 500) throw new RefusalError(brought.error);
  const [field] = Object.keys(brought.error.fields ?? {});
  return field ? `${field}: ${brought.error.message}` : brought.error.message;
}

function count(tally: Tally, { again, judged, problemId }: Brought): void {
  if (again) {
    tally.alreadyThere += 1;
    return;
  }
  tally.imported += 1;
  const kind = judged?.kind ?? "staff";
  tally.kinds[kind] = (tally.kinds[kind] ?? 0) + 1;
  if (judged?.abstained) tally.abstained += 1;
  if (problemId !== null) tally.problems.add(problemId);
}

const stopped = refusal(
  "unavailable",
  "import-stopped",
  "The import was stopped. What it had written is complete.",
  "Run the same command again: it goes on from here, and nothing is doubled.",
);
