import { confirmAnswer, findImported, listImportedWithout, readAnswersToConfirm } from "../../../community/index.ts";
import { ok, type Result } from "../../../kernel/index.ts";
import { atMoment, type Transaction } from "../../../store/index.ts";
import { type Outcome, type Phase, writeRows } from "./batches.ts";
import { readVote, type VoteRow } from "./rows.ts";
import { actorOf, type Run } from "./run.ts";
import { acceptingVote, countVote } from "./summary.ts";

interface Found {
  readonly answers: Map<number, number>;
  readonly accepted: Map<number, number>;
  readonly confirmed: Map<number, number>;
  readonly toConfirm: Awaited<ReturnType<typeof readAnswersToConfirm>>;
}

/**
 * An accepted answer becomes one that its asker confirmed, on the day of the vote. Votes have a day and no time, so a confirmation
 * is never earlier than the answer. All other votes are counted and not kept: here nobody votes on people's words.
 */
export function votesPhase(run: Run): Phase<VoteRow, Found> {
  return {
    file: "Votes.xml",
    read: readVote,
    kindOf: (row) => (row.type === acceptingVote ? "accepted" : null),
    seen: (row) => countVote(run.summary, row.type),
    prepare: (tx, rows) =>
      find(
        run,
        tx,
        rows.map(({ postId }) => postId),
      ),
    async write(tx, row, found): Promise<Result<Outcome>> {
      if (!found.accepted.has(row.postId)) {
        return ok({ became: "left", reason: `The answer, ${row.postId}, is not there or no longer accepted.` });
      }
      return confirm(run, tx, row.postId, found);
    },
  };
}

async function find(run: Run, tx: Transaction, answerIds: readonly number[]): Promise<Found> {
  const answers = await findImported(tx.db, run.key, "answer", answerIds);
  return {
    answers,
    accepted: await findImported(tx.db, run.key, "accepted", answerIds),
    confirmed: await findImported(tx.db, run.key, "confirmed", answerIds),
    toConfirm: await readAnswersToConfirm(tx.db, run.key.communityId, [...answers.values()]),
  };
}

async function confirm(run: Run, tx: Transaction, sourceId: number, found: Found): Promise<Result<Outcome>> {
  if (found.confirmed.has(sourceId)) return ok({ became: "known" });
  const answer = found.toConfirm.get(found.answers.get(sourceId) ?? 0);
  if (!answer) return ok({ became: "left", reason: `The accepted answer, ${sourceId}, is not there.` });
  const then = atMoment(tx, answer.at > tx.now ? answer.at : tx.now);
  const confirmed = await confirmAnswer(then, actorOf(run, answer.askerId), answer.id);
  if (!confirmed.ok) return confirmed;
  found.confirmed.set(sourceId, answer.id);
  return ok({ became: "new", items: [{ kind: "confirmed", sourceId, targetId: answer.id }] });
}

interface AcceptedRow {
  readonly line: number;
  readonly id: number;
  readonly at: Date;
}

const pageSize = 200;

/** Answers that a question says are accepted, and of which no vote tells when: confirmed when they were given. */
export async function confirmWithoutVote(run: Run): Promise<void> {
  const phase: Phase<AcceptedRow, Found> = {
    file: "Posts.xml",
    read: () => ({ problem: "" }),
    kindOf: () => "accepted",
    prepare: (tx, rows) =>
      find(
        run,
        tx,
        rows.map(({ id }) => id),
      ),
    write: (tx, row, found) => confirm(run, tx, row.id, found),
  };
  const wanted = { with: "accepted", without: "confirmed" };
  const { database } = run.store;
  let page = await listImportedWithout(database, run.key, wanted, Number.MIN_SAFE_INTEGER, pageSize);
  while (page.length > 0) {
    // Where an accepted answer stands in the file is not known any more; its id tells.
    await writeRows(
      run,
      phase,
      page.map(({ sourceId }) => ({ line: 0, id: sourceId, at: new Date(0) })),
    );
    page = await listImportedWithout(database, run.key, wanted, page.at(-1)?.sourceId ?? 0, pageSize);
  }
}
