import { setImmediate as turn } from "node:timers/promises";
import { ok } from "../kernel/index.ts";
import { enqueue, type JobKind, type Store, type StoredEvent, type Transaction } from "../store/index.ts";
import { readSearchableAfter, rewriteWords } from "./queries/index.ts";
import { wordsOf } from "./question-words.ts";
import { documentOf } from "./searchable.ts";

const job = { name: "search-words" } as const;
const kind = "search.rebuild-asked";
/** Questions of one transaction. */
const atOnce = 100;
/** Questions cut into words between two turns of the event loop: some milliseconds of work. */
const cutAtOnce = 10;

interface Payload {
  readonly communityId: number;
  /** Up to this question words are new. */
  readonly after: number;
}

/** Has every process build its index of a community anew, and the words in PostgreSQL be cut anew; what there is answers meanwhile. */
export async function rebuildNow(
  tx: Transaction,
  by: { readonly communityId: number; readonly memberId: number | null },
): Promise<void> {
  const { communityId, memberId } = by;
  // The event log reaches every process, also one that starts later from an index that was saved before.
  tx.append({ communityId, kind, actorId: memberId, subject: "search", subjectId: communityId });
  await cutFrom(tx, { communityId, after: 0 });
}

/** Whether an event asks for the index to be built anew. */
export function asksToRebuild(event: Pick<StoredEvent, "kind" | "subject">): boolean {
  return event.kind === kind && event.subject === "search";
}

/** Cuts a community's questions into words anew, a batch a job, so that a stop costs one batch at most. */
export function wordsJob(store: Pick<Store, "transact">): JobKind<Payload> {
  return {
    ...job,
    async run({ communityId, after }) {
      await store.transact(async (tx) => {
        const rows = await readSearchableAfter(tx.db, { communityId, after, limit: atOnce });
        const words = new Map<number, { language: string; words: string[] }>();
        for (const [at, row] of rows.entries()) {
          if (at % cutAtOnce === cutAtOnce - 1) await turn();
          words.set(row.questionId, { language: row.language, words: wordsOf(documentOf(row)) });
        }
        const last = rows.length === atOnce ? (rows.at(-1)?.questionId ?? null) : null;
        await rewriteWords(tx, communityId, { after, upTo: last }, words);
        if (last !== null) await cutFrom(tx, { communityId, after: last });
        return ok(undefined);
      });
    },
  };
}

async function cutFrom(tx: Transaction, payload: Payload): Promise<void> {
  await enqueue(tx, job, payload, { key: `${job.name}:${payload.communityId}` });
}
