import type { Transaction } from "../store/index.ts";
import { checkLater, endConfirmed, type Solved } from "./end-confirmed.ts";
import { dataOf } from "./move.ts";
import type { Problem } from "./problem.ts";
import { provideDefaultTeam } from "./queries/people.ts";
import { insertProblems, lockProblemsOfQuestions, type NewProblemRow } from "./queries/problems.ts";
import { areasOfQuestions, type QuestionSeen, readQuestions } from "./queries/questions.ts";
import { insertSteps, type NewStep } from "./queries/steps.ts";
import { dayMs } from "./settings.ts";

/** Old questions that still wait are looked at again over so many days, a few on each, beginning after a week. */
export const old = { spreadDays: 90, afterDays: 7 };
/** Those of the last two weeks are worth somebody's time: they climb the ladder within a week, a few each hour. */
const recent = { spreadDays: 7, afterDays: 0.25 };
export const recentForDays = 14;

/**
 * Brings problems in step with questions of the past. Those that wait still get a problem with the group's peers: with an owner and a
 * next action like any other, but no clock runs, and nobody is told. Old ones rest there until somebody speaks. Those that are solved
 * get one that is over since their asker said so: the open book would otherwise know of the past only what failed.
 */
export async function followPast(tx: Transaction, communityId: number, questionIds: readonly number[]): Promise<void> {
  const questions = await readQuestions(tx.db, communityId, questionIds);
  const known = await lockProblemsOfQuestions(tx, communityId, questionIds);
  for (const problem of known) await catchUp(tx, problem, questions.get(problem.questionId ?? 0));
  const having = new Set(known.map(({ questionId }) => questionId));
  const unknown = [...questions.values()].filter(
    (question) => !having.has(question.id) && question.charter === "help" && (waits(question) || solvedIn(question)),
  );
  if (unknown.length > 0) await openAll(tx, communityId, unknown);
}

function waits({ state }: QuestionSeen): boolean {
  return state === "waiting" || state === "answered";
}

/** How and when a question was solved; undefined where it is not. */
function solvedIn({ state, solvedAt, solvedBy, solvedAnswerId }: QuestionSeen): Solved | undefined {
  return state === "solved" && solvedAt !== null
    ? { byId: solvedBy, answerId: solvedAnswerId, at: solvedAt }
    : undefined;
}

async function catchUp(tx: Transaction, problem: Problem, question: QuestionSeen | undefined): Promise<void> {
  const solved = question && solvedIn(question);
  if (solved && !problem.overAt) await endConfirmed(tx, problem, solved);
}

async function openAll(tx: Transaction, communityId: number, questions: readonly QuestionSeen[]): Promise<void> {
  const defaultTeam = await provideDefaultTeam(tx, communityId);
  const areas = await areasOfQuestions(
    tx.db,
    communityId,
    questions.map(({ id }) => id),
  );
  const rows = questions.map((question): NewProblemRow => {
    const area = areas.get(question.id);
    const rests = tx.now.getTime() - question.askedAt.getTime() > recentForDays * dayMs;
    return {
      ...{ communityId, origin: "question", questionId: question.id, conversationId: question.id },
      ...{ messageId: question.messageId, originProblemId: null, askerId: question.askerId, openedBy: null },
      ...{ openedAt: question.askedAt, title: null, groupId: question.groupId, areaId: area?.areaId ?? null },
      ...{
        teamId: area?.teamId ?? defaultTeam,
        language: question.language,
        urgency: rests ? "low" : "normal",
        rung: "peers",
      },
      ...{
        owner: { kind: "peers", id: question.groupId },
        nextActionAt: spread(tx.now, question.id, rests ? old : recent),
      },
      ...{ nextStep: rests ? "rest" : "climb", gentle: rests, foundQuestionId: null, foundAnswerId: null },
      solved: solvedIn(question),
    };
  });
  const opened = await insertProblems(tx, rows);
  await insertSteps(tx, opened.flatMap(stepsOf));
  for (const problem of opened) tellOf(tx, problem);
  for (const problem of opened) await checkLater(tx, problem);
}

const brought = { code: "from-the-past" } as const;
const confirmed = { code: "confirmed" } as const;

export function stepsOf(problem: Problem): NewStep[] {
  const { communityId, id: problemId, askerId, groupId, openedAt, overAt, ownerKind, ownerId, rung } = problem;
  const step = { communityId, problemId, rung };
  const had = ownerKind === null ? { kind: "peers" as const, id: groupId ?? 0 } : { kind: ownerKind, id: ownerId ?? 0 };
  const opened = { ...step, byId: null, owner: had, reason: brought };
  if (!overAt) return [opened];
  return [
    { ...opened, at: openedAt },
    { ...step, byId: askerId, owner: null, reason: confirmed, at: overAt },
  ];
}

export function tellOf(tx: Transaction, problem: Problem): void {
  const { communityId, id: subjectId, askerId, groupId, urgency, openedAt, overAt, solvedBy, solvedAnswerId } = problem;
  const { origin } = problem;
  const event = { communityId, subject: "problem", subjectId } as const;
  const opened = { origin, askerId, groupId, urgency, past: true };
  tx.append({
    ...{ ...event, at: openedAt, actorId: null, kind: "problem.opened" },
    data: dataOf(problem, opened, brought),
  });
  if (!overAt) return;
  const ended = { as: "confirmed", solvedById: solvedBy, answerId: solvedAnswerId, past: true };
  tx.append({ ...event, at: overAt, actorId: askerId, kind: "problem.ended", data: dataOf(problem, ended, confirmed) });
}

/** Spread by a number of its own, which is as good as chance and the same each time. */
export function spread(
  now: Date,
  number: number,
  over: { readonly spreadDays: number; readonly afterDays: number },
): Date {
  const share = ((number * 2_654_435_761) % 2 ** 32) / 2 ** 32;
  return new Date(now.getTime() + (over.afterDays + share * over.spreadDays) * dayMs);
}
