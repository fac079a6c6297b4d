import type { EventReader, StoredEvent } from "../store/index.ts";
import { indexQuestions } from "./queries/index.ts";

/** Keeps what can be found in step with the event log. */
export const searchReader: EventReader = {
  name: "search",
  async handle(events, tx) {
    for (const [communityId, questions] of touchedQuestions(events))
      await indexQuestions(tx, communityId, [...questions]);
  },
};

/** By community, the questions whose text, tags, confirmed answers or visibility may have changed. */
function touchedQuestions(events: readonly StoredEvent[]): Map<number, Set<number>> {
  const touched = new Map<number, Set<number>>();
  for (const event of events) {
    const questionId = questionOf(event);
    if (questionId === null) continue;
    const questions = touched.get(event.communityId) ?? new Set();
    touched.set(event.communityId, questions.add(questionId));
  }
  return touched;
}

function questionOf(event: StoredEvent): number | null {
  if (/^question\.(asked|imported|edited|removed|restored)$/.test(event.kind)) return event.subjectId;
  const changesSolution = /^answer\.(confirmed|confirmation-withdrawn|edited|removed|restored)$/.test(event.kind);
  const { questionId } = event.data;
  return changesSolution && typeof questionId === "number" ? questionId : null;
}
