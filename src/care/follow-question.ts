import type { StoredEvent, Transaction } from "../store/index.ts";
import { withdrawNow } from "./asker-says.ts";
import { endConfirmed } from "./end-confirmed.ts";
import { goOn } from "./go-on.ts";
import { backToOwner, hearAsker, hearHelper } from "./hear.ts";
import { ended, move } from "./move.ts";
import { openProblem } from "./open-problem.ts";
import type { Problem } from "./problem.ts";
import { findAreaBySlug, findAreaByTags } from "./queries/areas.ts";
import { isSolver, solversAmong } from "./queries/people.ts";
import { lockProblemsOfQuestions } from "./queries/problems.ts";
import { type QuestionSeen, readQuestions } from "./queries/questions.ts";
import { insertTriage } from "./queries/triage.ts";
import type { FindSolved, Triage } from "./triage.ts";

/** What care needs from outside to open a problem. */
export interface CarePorts {
  readonly triage: Triage;
  readonly findSolved: FindSolved;
}

/** The question that an event of community is about; null for events that care has nothing to do with. */
export function questionOf(event: StoredEvent): number | null {
  if (event.subject === "question" && event.kind.startsWith("question.")) return event.subjectId;
  const { questionId } = event.data;
  const isPost = event.subject === "answer" || event.subject === "comment";
  return isPost && typeof questionId === "number" ? questionId : null;
}

/** Brings the problem of a question in step with what has just happened to the question, and opens it where there is none. */
export async function followQuestion(tx: Transaction, ports: CarePorts, event: StoredEvent): Promise<void> {
  const { communityId } = event;
  const questionId = questionOf(event);
  if (questionId === null) return;
  const question = (await readQuestions(tx.db, communityId, [questionId])).get(questionId);
  if (!question) return;
  const [known] = await lockProblemsOfQuestions(tx, communityId, [questionId]);
  const problem = known ?? (opens(event, question) ? await openFromQuestion(tx, ports, communityId, question) : null);
  if (problem) await happenings[event.kind]?.({ tx, event, question, problem });
}

/** Whether an event is somebody's words and nothing else: such a one moves the problem of its own question and no other. */
export function isSpoken({ kind }: StoredEvent): boolean {
  return kind === "answer.given" || kind === "comment.made";
}

/**
 * Does for many words what `followQuestion` does for one event: who spoke and where is read at once, and questions do not wait for
 * each other.
 */
export async function followSpoken(tx: Transaction, ports: CarePorts, events: readonly StoredEvent[]): Promise<void> {
  for (const [communityId, ofQuestions] of byQuestion(events)) {
    const ids = [...ofQuestions.keys()];
    const questions = await readQuestions(tx.db, communityId, ids);
    const known = new Map((await lockProblemsOfQuestions(tx, communityId, ids)).map((one) => [one.questionId, one]));
    const actors = events.flatMap(({ actorId }) => actorId ?? []);
    const solvers = await solversAmong(tx.db, communityId, [...new Set(actors)]);
    // One after the other: whom a problem goes to depends on what they have already.
    for (const [questionId, [event]] of ofQuestions) {
      const question = questions.get(questionId);
      if (known.has(questionId) || !event || !question || !opens(event, question)) continue;
      const opened = await openFromQuestion(tx, ports, communityId, question);
      if (opened) known.set(questionId, opened);
    }
    const done = await Promise.allSettled(
      [...known].map(async ([questionId, first]) => {
        let problem = first;
        const question = questions.get(questionId ?? 0);
        for (const event of ofQuestions.get(questionId ?? 0) ?? [])
          if (question) problem = await hear({ tx, event, question, problem, solvers });
      }),
    );
    // The transaction is over only when nothing of it is under way.
    for (const one of done) if (one.status === "rejected") throw one.reason;
  }
}

/** By community and question, in the order in which they came. */
function byQuestion(events: readonly StoredEvent[]): Map<number, Map<number, StoredEvent[]>> {
  const communities = new Map<number, Map<number, StoredEvent[]>>();
  for (const event of events) {
    const questionId = questionOf(event);
    if (questionId === null) continue;
    const questions = communities.get(event.communityId) ?? new Map<number, StoredEvent[]>();
    communities.set(event.communityId, questions.set(questionId, [...(questions.get(questionId) ?? []), event]));
  }
  return communities;
}

/**
 * A question in a help group is a problem; one in an interest group is talk. What was solved before care knew of it needs none; what
 * has been solved since it was asked a moment ago gets one, which the next events end.
 */
function opens(event: StoredEvent, { charter, state }: QuestionSeen): boolean {
  if (charter !== "help" || state === "removed") return false;
  return state === "waiting" || state === "answered" || event.kind === "question.asked";
}

async function openFromQuestion(
  tx: Transaction,
  ports: CarePorts,
  communityId: number,
  question: QuestionSeen,
): Promise<Problem | null> {
  const text = `${question.title}\n${question.body}`;
  const guess = await ports.triage(text, communityId);
  const tagged = await findAreaByTags(tx.db, communityId, question.tags);
  const area = tagged ?? (guess.area === null ? undefined : await findAreaBySlug(tx.db, communityId, guess.area));
  const found =
    question.state === "waiting" ? await ports.findSolved({ communityId, locale: question.locale, text }) : null;
  const problem = await openProblem(tx, {
    ...{ communityId, origin: "question", questionId: question.id, conversationId: question.id },
    ...{ askerId: question.askerId, messageId: question.messageId, groupId: question.groupId },
    ...{ areaId: area?.id ?? null, urgency: guess.urgency, language: question.language },
    found: found && found.questionId !== question.id ? found : null,
  });
  if (problem) {
    await insertTriage(tx, {
      ...{ communityId, messageId: question.messageId, conversationId: question.id, authorId: question.askerId },
      ...{ problemId: problem.id, areaId: problem.areaId, guess, askUntil: null },
      areaProbability: !tagged && area ? (guess.areaProbability ?? null) : null,
    });
  }
  return problem;
}

interface Happening {
  readonly tx: Transaction;
  readonly event: StoredEvent;
  readonly question: QuestionSeen;
  readonly problem: Problem;
  /** Those of who acts here who are solvers, where that was read already. */
  readonly solvers?: ReadonlySet<number>;
}

/** Somebody's words below a question; returns the problem as it stands then. */
async function hear({ tx, event, problem, solvers }: Happening): Promise<Problem> {
  const { actorId, subjectId, kind } = event;
  if (actorId === null) return problem;
  if (actorId === problem.askerId)
    return hearAsker(tx, problem, { messageId: subjectId, reopens: false, asksBack: true });
  const bySolver = solvers?.has(actorId) ?? (await isSolver(tx.db, problem.communityId, actorId));
  if (kind === "answer.given") return hearHelper(tx, problem, { byId: actorId, answerId: subjectId, bySolver });
  // What others say below a question is talk among them; a solver, and whoever has it, speaks to the asker.
  const speaksToAsker = bySolver || hasIt(problem, actorId);
  return speaksToAsker ? hearHelper(tx, problem, { byId: actorId, answerId: null, bySolver }) : problem;
}

function hasIt({ ownerKind, ownerId }: Problem, memberId: number): boolean {
  return (ownerKind === "member" || ownerKind === "solver") && ownerId === memberId;
}

/** What each event of community means for a problem. What came in between is seen in the question as it stands now. */
const happenings: Readonly<Record<string, (happening: Happening) => Promise<unknown>>> = {
  "answer.given": hear,
  "comment.made": hear,
  "answer.confirmed": ({ tx, question, problem }) => confirmIfSolved(tx, question, problem),
  "question.reopening-withdrawn": ({ tx, question, problem }) => confirmIfSolved(tx, question, problem),
  "question.reopened": ({ tx, event, question, problem }) => reopenIfWaiting(tx, event, question, problem),
  "answer.confirmation-withdrawn": ({ tx, event, question, problem }) => reopenIfWaiting(tx, event, question, problem),
  "answer.removed": async ({ tx, event, question, problem }) => {
    await reopenIfWaiting(tx, event, question, problem);
    if (problem.state !== "waiting-for-asker" || question.state !== "waiting") return;
    await move(tx, problem, {
      change: backToOwner(problem, tx.now),
      reason: { code: "answer-removed" },
      event: { kind: "problem.stepped" },
      byId: event.actorId,
    });
  },
  "question.removed": async ({ tx, event, question, problem }) => {
    // A steward who removes words does not end the problem behind them.
    const byAsker = event.actorId === problem.askerId;
    if (byAsker && question.state === "removed" && !problem.overAt) await withdrawNow(tx, problem);
  },
  "question.restored": async ({ tx, event, problem, question }) => {
    if (problem.overAs !== "withdrawn" || question.state === "removed") return;
    await goOn(tx, problem, { reason: { code: "reopened" }, byId: event.actorId, event: "problem.reopened" });
  },
  "question.linked": async ({ tx, event, question, problem }) => {
    const { duplicateOf } = question;
    if (duplicateOf === null || question.state !== "duplicate" || problem.overAt) return;
    const [original] = await lockProblemsOfQuestions(tx, event.communityId, [duplicateOf]);
    if (!original || original.overAt) return;
    await move(tx, problem, {
      change: { ...ended(tx.now), overAs: "duplicate", overBy: event.actorId, duplicateOf: original.id },
      reason: { code: "duplicate", data: { originalId: original.id } },
      clocks: "over",
      event: { kind: "problem.ended", data: { as: "duplicate", originalId: original.id, merged: false } },
      byId: event.actorId,
    });
  },
};

async function confirmIfSolved(tx: Transaction, question: QuestionSeen, problem: Problem): Promise<void> {
  if (problem.overAs === "confirmed" || question.state !== "solved" || question.solvedAt === null) return;
  // What was signed as unsolvable, or ended in another way, has been solved after all.
  const { solvedBy: byId, solvedAnswerId: answerId, solvedAt: at } = question;
  const problemOnItsWay = problem.overAt
    ? await goOn(tx, problem, { reason: { code: "reopened" }, byId: problem.askerId, event: "problem.reopened" })
    : problem;
  await endConfirmed(tx, problemOnItsWay, { byId, answerId, at });
}

async function reopenIfWaiting(
  tx: Transaction,
  event: StoredEvent,
  question: QuestionSeen,
  problem: Problem,
): Promise<void> {
  if (problem.overAs !== "confirmed" || problem.solvedAnswerId === null) return;
  if (question.state !== "waiting" && question.state !== "answered") return;
  await goOn(tx, problem, { reason: { code: "reopened" }, byId: event.actorId, event: "problem.reopened" });
}
