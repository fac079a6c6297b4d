import type { StoredEvent } from "../store/index.ts";

/** What an event may change of a question that can be found. */
export interface Touch {
  readonly questionId: number;
  /** An answer that nobody confirmed yet: it can only end the waiting for one. */
  readonly onlyAnswered: boolean;
}

/** The question whose text, tags, confirmed answers, state or visibility an event may have changed; null for all other events. */
export function touchOf(event: StoredEvent): Touch | null {
  const { kind, subject, subjectId, data } = event;
  if (subject !== "question" && subject !== "answer") return null;
  const questionId = subject === "question" ? subjectId : data.questionId;
  if (typeof questionId !== "number") return null;
  return { questionId, onlyAnswered: kind === "answer.given" };
}
