import type { EventReader, StoredEvent, Transaction } from "../../store/index.ts";
import { insertSigns, type NewSign, readMemberFacts, readQuestionFacts } from "./queries.ts";
import { keptMs } from "./settings.ts";
import { actKinds, questionOfAct, signOf } from "./sign-of.ts";

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
  const questionIds = new Set(acts.flatMap((act) => questionOfAct(act) ?? []));
  const [members, questions] = await Promise.all([
    readMemberFacts(tx, communityId, [...memberIds]),
    readQuestionFacts(tx, communityId, [...questionIds]),
  ]);
  return acts.flatMap((event) => {
    const memberId = event.actorId ?? 0;
    const member = members.get(memberId);
    const sign = member && signOf(event, member, questions.get(questionOfAct(event) ?? 0) ?? null);
    return sign ? [{ ...sign, communityId, memberId, eventId: event.id, act: event.kind }] : [];
  });
}
