import type { Database, Transaction } from "../store/index.ts";
import { type Calendar, isWorkingTime, nextWorkingMoment } from "./calendar.ts";
import type { SolverAtHand } from "./choose-solver.ts";
import { type Climber, nextStep, type People, type Step } from "./ladder.ts";
import type { Problem } from "./problem.ts";
import { readLadder } from "./queries/ladder.ts";
import {
  findTeamAtHand,
  readCalendars,
  readProven,
  readSolvers,
  type SolverRow,
  type Subject,
} from "./queries/people.ts";
import { readTried } from "./queries/steps.ts";
import { usualLadder, usualLimits } from "./settings.ts";

/** What of a problem decides where it goes, whether it is there already or about to be opened. */
export type Routed = Omit<Climber, "asked" | "offered" | "rests"> &
  Subject & { readonly communityId: number; readonly teamId: number };

/** The first step of a problem that is about to be opened. */
export async function firstStep(tx: Transaction, routed: Routed): Promise<Step> {
  return decide(tx, { ...routed, asked: [], offered: [], rests: null }, routed);
}

/** The next step of a problem that is there, up from a rung; `from` says which where it is not the one it stands on. */
export async function stepUp(tx: Transaction, problem: Problem, from: Climber["rung"] = problem.rung): Promise<Step> {
  const tried = await readTried(tx.db, problem.communityId, problem.id);
  const { foundQuestionId: questionId, foundAnswerId: answerId } = problem;
  const found = questionId !== null && answerId !== null ? { questionId, answerId } : null;
  const rests = problem.gentle ? tried.rests : null;
  return decide(tx, { ...problem, ...tried, rung: from, found, rests }, problem);
}

async function decide(
  tx: Transaction,
  climber: Climber,
  subject: Subject & { communityId: number; teamId: number },
): Promise<Step> {
  const settings = subject.groupId === null ? null : await readLadder(tx.db, subject.communityId, subject.groupId);
  return nextStep(climber, settings ?? usualLadder, await readPeople(tx.db, subject, tx.now), tx.now);
}

/** Who could help with a subject now. */
async function readPeople(
  database: Database,
  subject: Subject & { readonly communityId: number; readonly teamId: number },
  now: Date,
): Promise<People> {
  const { communityId, teamId } = subject;
  const team = await findTeamAtHand(database, communityId, teamId, now);
  if (!team) throw new Error(`team ${teamId} is not there, and foreign keys say that it is`);
  const proven = await readProven(database, communityId, subject, usualLimits, now);
  const solvers = await readSolvers(database, communityId, teamId, subject, usualLimits);
  const calendars = solvers.some(({ calendarId }) => calendarId !== null)
    ? await readCalendars(database, communityId)
    : new Map<number, Calendar>();
  return { proven, solvers: solvers.map((solver) => atHand(solver, calendars, now)), team };
}

/** Without a calendar a solver is on duty unless they are away: small communities have no shifts. */
function atHand(solver: SolverRow, calendars: ReadonlyMap<number, Calendar>, now: Date): SolverAtHand {
  const { awayUntil, calendarId, ...rest } = solver;
  const calendar = calendarId === null ? undefined : calendars.get(calendarId);
  const backFrom = awayUntil !== null && awayUntil > now ? awayUntil : now;
  const backAt = calendar ? nextWorkingMoment(calendar, backFrom) : backFrom;
  const onDuty = backFrom === now && (!calendar || isWorkingTime(calendar, now));
  return { ...rest, onDuty, backAt: onDuty ? null : backAt };
}
