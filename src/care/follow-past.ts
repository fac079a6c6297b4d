import type { Transaction } from "../store/index.ts";
import { endConfirmed } from "./end-confirmed.ts";
import { dataOf } from "./move.ts";
import type { Problem } from "./problem.ts";
import { provideDefaultTeam } from "./queries/people.ts";
import { insertProblems, lockProblemsOfQuestions, type NewProblemRow } from "./queries/problems.ts";
import { areasOfQuestions, type QuestionSeen, readQuestions } from "./queries/questions.ts";
import { insertSteps } from "./queries/steps.ts";
import { dayMs } from "./settings.ts";

/** Old questions that still wait are looked at again over so many days, a few on each, beginning after a week. */
const old = { spreadDays: 90, afterDays: 7 };
/** Those of the last two weeks are worth somebody's time: they climb the ladder within a week, a few each hour. */
const recent = { spreadDays: 7, afterDays: 0.25 };
const recentForDays = 14;

/**
 * Brings problems in step with questions of the past. Those that wait still get a problem with the group's peers: with an owner and a
 * next action like any other, but no clock runs, and nobody is told. Old ones rest there until somebody speaks. Those that are
 * solved need none.
 */
export async function followPast(tx: Transaction, communityId: number, questionIds: readonly number[]): Promise<void> {
  const questions = await readQuestions(tx.db, communityId, questionIds);
  const known = await lockProblemsOfQuestions(tx, communityId, questionIds);
  for (const problem of known) await catchUp(tx, problem, questions.get(problem.questionId ?? 0));
  const having = new Set(known.map(({ questionId }) => questionId));
  const waiting = [...questions.values()].filter(
    ({ id, charter, state }) => !having.has(id) && charter === "help" && (state === "waiting" || state === "answered"),
  );
  if (waiting.length > 0) await openWaiting(tx, communityId, waiting);
}

async function catchUp(tx: Transaction, problem: Problem, question: QuestionSeen | undefined): Promise<void> {
  if (problem.overAt || question?.state !== "solved" || question.solvedAt === null) return;
  await endConfirmed(tx, problem, {
    byId: question.solvedBy,
    answerId: question.solvedAnswerId,
    at: question.solvedAt,
  });
}

async function openWaiting(tx: Transaction, communityId: number, questions: readonly QuestionSeen[]): Promise<void> {
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
        language: question.locale,
        urgency: rests ? "low" : "normal",
        rung: "peers",
      },
      ...{
        owner: { kind: "peers", id: question.groupId },
        nextActionAt: spread(tx.now, question.id, rests ? old : recent),
      },
      ...{ nextStep: rests ? "rest" : "climb", gentle: rests, foundQuestionId: null, foundAnswerId: null },
    };
  });
  const opened = await insertProblems(tx, rows);
  const reason = { code: "from-the-past" };
  await insertSteps(
    tx,
    opened.map(({ id, ownerId }) => ({
      ...{ communityId, problemId: id, rung: "peers" as const, byId: null, reason },
      owner: { kind: "peers" as const, id: ownerId ?? 0 },
    })),
  );
  for (const problem of opened) {
    const { askerId, groupId, urgency, openedAt: at } = problem;
    const data = dataOf(problem, { origin: "question", askerId, groupId, urgency, past: true }, reason);
    tx.append({
      communityId,
      at,
      actorId: null,
      subject: "problem",
      subjectId: problem.id,
      kind: "problem.opened",
      data,
    });
  }
}

/** Spread by the question's number, which is as good as chance and the same each time. */
function spread(
  now: Date,
  questionId: number,
  over: { readonly spreadDays: number; readonly afterDays: number },
): Date {
  const share = ((questionId * 2_654_435_761) % 2 ** 32) / 2 ** 32;
  return new Date(now.getTime() + (over.afterDays + share * over.spreadDays) * dayMs);
}
