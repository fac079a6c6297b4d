import type { Actor } from "../../accounts/index.ts";
import { err, ok, type Result, refusal } from "../../kernel/index.ts";
import type { Database } from "../../store/index.ts";
import { timeZoneUnknown } from "../refusals.ts";
import { isTimeZone } from "../time-zone.ts";
import { type ByPurpose, byPurpose, type Purpose } from "./purposes.ts";
import { listCorrections, listTitles, type TitleRow } from "./queries.ts";
import { readTimelines } from "./read-timelines.ts";
import { undoneWithinMs } from "./settings.ts";
import { type About, type Session, sessionsOf } from "./timeline.ts";
import { readWeek, type Week, weekOf, weeksOn } from "./week.ts";

/** What a session went to, where it still has a title. */
export interface Subject extends About {
  readonly title: string;
}

export interface OwnSession {
  readonly from: Date;
  readonly to: Date;
  readonly purpose: Purpose;
  /** Whether its owner said so; else log and desk show it. */
  readonly corrected: boolean;
  readonly about: readonly Subject[];
}

/** What a member said about their time. */
export interface OwnCorrection {
  readonly id: number;
  /** What they said it about. */
  readonly was: { readonly from: Date; readonly to: Date };
  /** null for what they deleted. */
  readonly is: { readonly from: Date; readonly to: Date; readonly purpose: Purpose } | null;
  readonly madeAt: Date;
  /** What was deleted long ago is forgotten, and cannot be taken back. */
  readonly final: boolean;
}

/** A week of a member's own hours. */
export interface OwnHours {
  readonly timeZone: string;
  readonly week: Week;
  readonly before: string;
  /** null for the week that is not over. */
  readonly after: string | null;
  readonly sessions: readonly OwnSession[];
  /** Milliseconds. */
  readonly sums: ByPurpose;
  readonly corrections: readonly OwnCorrection[];
}

/** Reads a week of the actor's own hours; nobody can read another's. Refused: `time-zone-unknown`, `week-invalid`. */
export async function readOwnHours(
  database: Database,
  actor: Pick<Actor, "communityId" | "memberId">,
  wanted: { readonly week?: string | undefined; readonly timeZone: string; readonly now: Date },
): Promise<Result<OwnHours>> {
  const { timeZone, now } = wanted;
  if (!isTimeZone(timeZone)) return err(timeZoneUnknown);
  const week = wanted.week === undefined ? weekOf(timeZone, now) : readWeek(timeZone, wanted.week);
  if (!week) return err(weekInvalid);
  const { communityId, memberId } = actor;
  const own = { communityId, memberId, from: week.from, to: week.to };
  const [timelines, corrections] = await Promise.all([readTimelines(database, own), listCorrections(database, own)]);
  const sessions = sessionsOf(timelines.get(memberId)?.timeline ?? []);
  const titleOf = await readTitles(database, communityId, sessions);
  return ok({
    ...{ timeZone, week, before: weeksOn(timeZone, week, -1).monday },
    after: week.to > now ? null : weeksOn(timeZone, week, 1).monday,
    sessions: sessions.map(({ from, to, purpose, correctionId, about }) => ({
      ...{ from: new Date(from), to: new Date(to), purpose, corrected: correctionId !== null },
      about: [...new Set(about.flatMap((one) => titleOf(one) ?? []))],
    })),
    sums: sumsOf(sessions),
    corrections: corrections.map((one) => ({
      ...{ id: one.id, madeAt: one.madeAt, was: { from: one.coverFrom, to: one.coverTo } },
      is: one.purpose && one.beganAt && one.endedAt && { from: one.beganAt, to: one.endedAt, purpose: one.purpose },
      final: one.purpose === null && now.getTime() - one.madeAt.getTime() > undoneWithinMs,
    })),
  });
}

/** What stretches come to, by purpose: milliseconds. */
export function sumsOf(stretches: readonly { from: number; to: number; purpose: Purpose }[]): ByPurpose {
  return byPurpose((purpose) =>
    stretches.reduce((sum, one) => sum + (one.purpose === purpose ? one.to - one.from : 0), 0),
  );
}

async function readTitles(
  database: Database,
  communityId: number,
  sessions: readonly Session[],
): Promise<(about: About) => Subject | undefined> {
  const about = sessions.flatMap((session) => session.about);
  const problemIds = [...new Set(about.flatMap(({ problemId }) => problemId ?? []))];
  const questionIds = [...new Set(about.flatMap(({ questionId }) => questionId ?? []))];
  const rows = about.length > 0 ? await listTitles(database, communityId, { problemIds, questionIds }) : [];
  const byProblem = new Map(rows.map((row) => [row.problemId, row]));
  const byQuestion = new Map(rows.map((row) => [row.questionId, row]));
  return ({ problemId, questionId }: About): TitleRow | undefined =>
    (problemId !== null ? byProblem.get(problemId) : undefined) ??
    (questionId !== null ? byQuestion.get(questionId) : undefined);
}

const weekInvalid = refusal("invalid", "week-invalid", "This is no day.", "Write a day of the week as 2026-01-14.");
