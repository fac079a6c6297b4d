import type { EventReader, StoredEvent, Transaction } from "../store/index.ts";
import { followPast } from "./follow-past.ts";
import { type CarePorts, followQuestion, followSpoken, isSpoken, questionOf } from "./follow-question.ts";
import { followRoleLost, isRoleLost } from "./follow-roles.ts";
import { dayMs } from "./settings.ts";

/** What is older than this when care first sees it was brought by an import, as what was restored is: nobody is hurried or told. */
const pastFromMs = dayMs;

/**
 * Follows the community's questions: each one asked in a help group opens a problem, and what is said, confirmed and reopened there
 * moves it; what somebody has who loses their role goes on without them. What happened long before now is taken as one: only where each question stands today counts.
 */
export function careReader(ports: CarePorts): EventReader {
  return {
    name: "care",
    acts: true,
    async handle(events, tx) {
      const past = events.filter((event) => isPast(event, tx));
      for (const [communityId, questionIds] of byCommunity(past)) await followPast(tx, communityId, [...questionIds]);
      let spoken: StoredEvent[] = [];
      for (const event of events.filter((one) => !isPast(one, tx) && concerns(one))) {
        if (isSpoken(event)) {
          spoken.push(event);
          continue;
        }
        await followSpoken(tx, ports, spoken);
        spoken = [];
        if (isRoleLost(event)) await followRoleLost(tx, event);
        else await followQuestion(tx, ports, event);
      }
      await followSpoken(tx, ports, spoken);
    },
  };
}

function concerns(event: StoredEvent): boolean {
  return questionOf(event) !== null || isRoleLost(event);
}

function isPast(event: StoredEvent, tx: Transaction): boolean {
  return event.restored || tx.now.getTime() - event.at.getTime() > pastFromMs;
}

function byCommunity(events: readonly StoredEvent[]): Map<number, Set<number>> {
  const questions = new Map<number, Set<number>>();
  for (const event of events) {
    const questionId = questionOf(event);
    if (questionId === null) continue;
    questions.set(event.communityId, (questions.get(event.communityId) ?? new Set()).add(questionId));
  }
  return questions;
}
