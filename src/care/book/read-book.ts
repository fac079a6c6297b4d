import {
  kaplanMeier,
  type Span,
  type SurvivalCurve,
  survivalAt,
  survivalQuantile,
  wilsonInterval,
} from "../../statistics/index.ts";
import type { Database } from "../../store/index.ts";
import { dayMs } from "../settings.ts";
import {
  type AgeBand,
  type CheckCount,
  countChecks,
  countOpenByAge,
  listSigned,
  readWatched,
  type SignedRow,
  type Watched,
} from "./queries.ts";

export const bookWindows = [30, 90, 365] as const;
export type BookWindow = (typeof bookWindows)[number];

/** A share with what it is a share of, and its 95 % interval. */
export interface Share {
  readonly count: number;
  readonly of: number;
  readonly low: number;
  readonly high: number;
}

/** The share of problems confirmed as solved by one time after opening. */
export interface SolvedBy {
  readonly minutes: number;
  /** Still watched then: neither over nor too young. */
  readonly watched: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** What anybody may read of how a community does with its problems. */
export interface Book {
  readonly at: Date;
  readonly windowDays: BookWindow;
  readonly since: Date;
  /** Not over at this moment, all of them, by age. */
  readonly open: Readonly<Record<AgeBand, number>>;
  /** Of the problems opened in the window, what became of each. */
  readonly opened: number;
  readonly outcomes: Readonly<Record<Watched["how"], Share>>;
  readonly contested: number;
  readonly reopened: number;
  /** Where the curve steps, for drawing. */
  readonly curve: readonly SolvedBy[];
  readonly table: readonly SolvedBy[];
  /** Minutes until half are confirmed as solved; null where that is not reached. */
  readonly median: { readonly minutes: number | null; readonly low: number | null; readonly high: number | null };
  readonly checks: readonly CheckCount[];
  readonly signed: readonly SignedRow[];
}

const signedShown = 20;

/** Reads the open book. Nothing in it is an average of the solved alone. */
export async function readBookAnew(
  database: Database,
  communityId: number,
  windowDays: BookWindow,
  now: Date,
): Promise<Book> {
  const since = new Date(now.getTime() - windowDays * dayMs);
  const [watched, open, checks, signed] = await Promise.all([
    readWatched(database, communityId, since, now),
    countOpenByAge(database, communityId, now),
    countChecks(database, communityId, since),
    listSigned(database, communityId, since, signedShown),
  ]);
  const sum = (of: (row: Watched) => number) => watched.reduce((total, row) => total + of(row), 0);
  const opened = sum(({ problems }) => problems);
  const outcome = (how: Watched["how"]) =>
    shareOf(
      sum((row) => (row.how === how ? row.problems : 0)),
      opened,
    );
  const curve = kaplanMeier(spansOf(watched, windowDays));
  return {
    ...{ at: now, windowDays, since, open, opened, checks, signed },
    outcomes: {
      open: outcome("open"),
      confirmed: outcome("confirmed"),
      "cannot-solve": outcome("cannot-solve"),
      duplicate: outcome("duplicate"),
      withdrawn: outcome("withdrawn"),
    },
    contested: sum((row) => row.contested),
    reopened: sum((row) => row.reopened),
    ...curveOf(curve, windowDays),
  };
}

/** A share of all that were counted, with its interval (Wilson). */
export function shareOf(count: number, of: number): Share {
  const { low, high } = wilsonInterval(count, of);
  return { count, of, low, high };
}

/**
 * What was watched, as spans. Confirmed ones happened; those not over, withdrawn, or duplicates were watched for so long and no longer.
 * One signed as unsolvable is never solved: it stays among those that wait for as long as anybody is watched, instead of leaving the
 * denominator at a moment that the brand chose.
 */
export function spansOf(watched: readonly Watched[], windowDays: number): Span[] {
  return watched.flatMap(({ how, minutes, problems }) => {
    const time = how === "cannot-solve" ? windowDays * 24 * 60 : minutes;
    return Array.from({ length: problems }, () => ({ time, happened: how === "confirmed" }));
  });
}

const hour = 60;
const day = 24 * hour;
const shownAt = [hour, 4 * hour, day, 3 * day, 7 * day, 30 * day, 90 * day] as const;
const mostSteps = 200;

function curveOf(curve: SurvivalCurve, windowDays: number): Pick<Book, "curve" | "table" | "median"> {
  const stepped = curve.steps.filter(({ events }) => events > 0);
  const every = Math.max(1, Math.ceil(stepped.length / mostSteps));
  const times = stepped.filter((_, at) => at % every === 0 || at === stepped.length - 1).map(({ time }) => time);
  const half = survivalQuantile(curve, 0.5);
  return {
    curve: times.map((minutes) => solvedBy(curve, minutes)),
    table: shownAt.filter((minutes) => minutes <= windowDays * day).map((minutes) => solvedBy(curve, minutes)),
    median: { minutes: half.time, low: half.low, high: half.high },
  };
}

function solvedBy(curve: SurvivalCurve, minutes: number): SolvedBy {
  const { survival, low, high } = survivalAt(curve, minutes);
  const watched = curve.steps.find(({ time }) => time > minutes)?.atRisk ?? 0;
  const share = 1 - survival;
  if (!Number.isNaN(low)) return { minutes, watched, share, low: 1 - high, high: 1 - low };
  // Where all that were watched are solved the band has no width; what was known just before is the least that is known.
  const before = curve.steps.findLast((step) => step.time <= minutes && !Number.isNaN(step.high));
  return { minutes, watched, share, low: before ? 1 - before.high : 0, high: 1 };
}
