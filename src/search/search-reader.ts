import { setImmediate as turn } from "node:timers/promises";
import type { EventReader, StoredEvent, Transaction } from "../store/index.ts";
import { readOriginals, readSearchable, writeWords } from "./queries/index.ts";
import { wordsOf } from "./question-words.ts";
import { documentOf } from "./searchable.ts";
import { touchOf } from "./touched-questions.ts";

/** Questions cut into words between two turns of the event loop: some milliseconds of work. */
const cutAtOnce = 10;

/** Keeps the words by which PostgreSQL finds questions in step with the event log. */
export const searchReader: EventReader = {
  name: "search",
  async handle(events, tx) {
    for (const [communityId, questions] of touchedQuestions(events)) await rewrite(tx, communityId, [...questions]);
  },
};

/** The same where indexes in memory answer, and PostgreSQL only while there is none: at most a minute behind, and cheap. */
export const patientSearchReader: EventReader = { ...searchReader, lookEveryMs: 60_000 };

async function rewrite(tx: Transaction, communityId: number, touched: readonly number[]): Promise<void> {
  const ids = [...new Set([...touched, ...(await readOriginals(tx.db, communityId, touched))])];
  const words = new Map<number, { language: string; words: string[] }>();
  for (const [at, row] of (await readSearchable(tx.db, communityId, ids)).entries()) {
    if (at % cutAtOnce === cutAtOnce - 1) await turn();
    words.set(row.questionId, { language: row.language, words: wordsOf(documentOf(row)) });
  }
  await writeWords(tx, communityId, ids, words);
}

/** By community, the questions of which an event may have changed the words; an answer counts once it is confirmed. */
function touchedQuestions(events: readonly StoredEvent[]): Map<number, Set<number>> {
  const touched = new Map<number, Set<number>>();
  for (const event of events) {
    const touch = touchOf(event);
    if (!touch || touch.onlyAnswered) continue;
    const questions = touched.get(event.communityId) ?? new Set();
    touched.set(event.communityId, questions.add(touch.questionId));
  }
  return touched;
}
