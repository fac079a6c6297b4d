import { ok } from "../kernel/index.ts";
import { enqueue, type JobKind, type Store, type Transaction } from "../store/index.ts";
import { writtenLanguage } from "../text/index.ts";
import {
  hasUnread,
  listSaidBelow,
  lockUnread,
  setLanguage,
  setLanguagesSaid,
  type UnreadQuestion,
} from "./queries/index.ts";
import { languageOfQuestion } from "./question-language.ts";

const job = { name: "question-languages" } as const;
/** Questions of one transaction: with all that was said below them some tenths of a second of work. */
const atOnce = 100;

/** Finds out in which language those questions are that were asked before Kith looked, with all that was said below them. */
export function questionLanguages(store: Pick<Store, "transact">): JobKind<object> {
  return {
    ...job,
    async run() {
      await store.transact(async (tx) => {
        const unread = await lockUnread(tx, atOnce);
        for (const question of unread) await read(tx, question);
        for (const [communityId, ids] of byCommunity(unread)) await readSaid(tx, communityId, ids);
        // Each batch is a job of its own, so that a stop costs one batch at most.
        if (unread.length > 0) await enqueue(tx, job, {}, { key: job.name });
        return ok(undefined);
      });
    },
  };
}

/** Has the job go on after a start, where there is anything left to look at. */
export async function scheduleQuestionLanguages(store: Pick<Store, "transact" | "database">): Promise<void> {
  if (!(await hasUnread(store.database))) return;
  await store.transact(async (tx) => ok(await enqueue(tx, job, {}, { key: job.name })));
}

async function read(tx: Transaction, question: UnreadQuestion): Promise<void> {
  const { communityId, id } = question;
  const found = await languageOfQuestion(question, null);
  await setLanguage(tx, communityId, id, found);
  // The index holds it in the community's language already.
  if (found.language === null || found.language === question.language) return;
  tx.append({
    ...{ communityId, kind: "question.language-said", actorId: null },
    ...{ subject: "question", subjectId: id, data: { language: found.language } },
  });
}

async function readSaid(tx: Transaction, communityId: number, questionIds: readonly number[]): Promise<void> {
  const said: { id: number; language: string }[] = [];
  for (const { id, body } of await listSaidBelow(tx, communityId, questionIds)) {
    const language = await writtenLanguage(body);
    if (language !== null) said.push({ id, language });
  }
  if (said.length > 0) await setLanguagesSaid(tx, communityId, said);
}

function byCommunity(questions: readonly UnreadQuestion[]): Map<number, number[]> {
  const ids = new Map<number, number[]>();
  for (const { communityId, id } of questions) ids.set(communityId, [...(ids.get(communityId) ?? []), id]);
  return ids;
}
