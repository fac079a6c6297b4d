import { mentionedIn } from "../../conversation/index.ts";
import type { EventReader, StoredEvent, Transaction } from "../../store/index.ts";
import { insertSigns, type NewSign, readFirstWords, readMemberFacts, readQuestionFacts } from "./queries.ts";
import { keptMs } from "./settings.ts";
import { actKinds, type QuestionFacts, questionOfAct, signOf } from "./sign-of.ts";

const kinds = new Set(actKinds);
/** Nobody waits for their hours, and nobody's answer pays for them: so they are read in turns. */
const lookEveryMs = 30_000;

/**
 * Reads from the log what shows that somebody worked. It derives and does not act: the log can be
 * read again from its beginning. What a restored export brought says nothing: hours stay where they were spent, with what their owners
 * deleted of them.
 */
export const hoursReader: EventReader = {
  name: "hours",
  lookEveryMs,
  async handle(events, tx) {
    const since = tx.now.getTime() - keptMs;
    const byCommunity = Map.groupBy(
      events.filter(
        ({ kind, actorId, at, restored }) => !restored && kinds.has(kind) && actorId && at.getTime() > since,
      ),
      ({ communityId }) => communityId,
    );
    for (const [communityId, acts] of byCommunity) await insertSigns(tx, await signsOf(tx, communityId, acts));
  },
};

async function signsOf(tx: Transaction, communityId: number, acts: readonly StoredEvent[]): Promise<NewSign[]> {
  const memberIds = new Set(acts.flatMap(({ actorId }) => actorId ?? []));
  const [members, questions] = await Promise.all([
    readMemberFacts(tx, communityId, [...memberIds]),
    readQuestions(tx, communityId, acts),
  ]);
  return acts.flatMap((event) => {
    const memberId = event.actorId ?? 0;
    const member = members.get(memberId);
    const sign = member && signOf(event, member, questions.get(questionOfAct(event) ?? 0) ?? null);
    return sign ? [{ ...sign, communityId, memberId, eventId: event.id, act: event.kind }] : [];
  });
}

/** What is known of the questions that acts are about; who spoke there before is looked up only where somebody is mentioned. */
async function readQuestions(
  tx: Transaction,
  communityId: number,
  acts: readonly StoredEvent[],
): Promise<Map<number, QuestionFacts>> {
  const ids = (some: readonly StoredEvent[]) => [...new Set(some.flatMap((act) => questionOfAct(act) ?? []))];
  const mentioning = acts.filter((act) => mentionedIn(act).length > 0);
  const mentioned = [...new Set(mentioning.flatMap(mentionedIn))];
  const [questions, words] = await Promise.all([
    readQuestionFacts(tx, communityId, ids(acts)),
    mentioning.length === 0 ? [] : readFirstWords(tx, communityId, ids(mentioning), mentioned),
  ]);
  const firstWords = Map.groupBy(words, ({ questionId }) => questionId);
  return new Map(
    [...questions].map(([id, facts]) => {
      const firstSpoke = new Map((firstWords.get(id) ?? []).map(({ memberId, at }) => [memberId, at]));
      return [id, { ...facts, firstSpoke }];
    }),
  );
}
