import { estimateOf } from "../../statistics/index.ts";
import type { Database } from "../../store/index.ts";
import { dayMs, minuteMs } from "../settings.ts";
import { readDeskMembers, readProblemsOf } from "./queries.ts";
import { readTimelines } from "./read-timelines.ts";
import { answeringActs } from "./sign-of.ts";
import type { About, Stretch } from "./timeline.ts";

/** How long staff work on a problem that they answer, all of them together. */
export interface Handling {
  readonly minutes: number;
  /** The 95 % interval of that mean. */
  readonly low: number;
  readonly high: number;
  /** Over how many problems and people, in how many days. */
  readonly problems: number;
  readonly people: number;
  readonly days: number;
}

const days = 56;
/** The mean of fewer problems says little: at 30 its interval is about two fifths of it wide to each side where times are exponential. */
const fewestProblems = 30;
/** With fewer people it would be somebody's own pace. */
const fewestPeople = 3;

/** Measures handling time from the hours of the last eight weeks up to today; the same all day. Null where there are too few. */
export async function measureHandling(
  database: Database,
  { communityId, now }: { readonly communityId: number; readonly now: Date },
): Promise<Handling | null> {
  const to = new Date(Math.floor(now.getTime() / dayMs) * dayMs);
  const wanted = { communityId, from: new Date(to.getTime() - days * dayMs), to };
  const [timelines, desk] = await Promise.all([
    readTimelines(database, wanted),
    readDeskMembers(database, communityId),
  ]);
  const staff = [...timelines].filter(([memberId]) => desk.has(memberId)).map(([, one]) => one);
  const signs = staff.flatMap((one) => one.signs);
  const answers = signs.filter(({ act }) => answeringActs.includes(act));
  const questionIds = new Set(signs.flatMap(({ questionId }) => questionId ?? []));
  const problemOf = await readProblemsOf(database, communityId, [...questionIds]);
  const keyOf = ({ problemId, questionId }: About) => problemId ?? problemOf.get(questionId ?? 0) ?? null;
  const answered = new Set(answers.flatMap((sign) => keyOf(sign) ?? []));
  const people = staff.filter((one) => one.signs.some(({ act }) => answeringActs.includes(act))).length;
  const times = minutesByProblem(
    staff.flatMap((one) => one.timeline),
    keyOf,
    answered,
  );
  return people >= fewestPeople && times.length >= fewestProblems ? { ...meanOf(times), people, days } : null;
}

/** Minutes of solving for each problem that was answered. */
function minutesByProblem(
  stretches: readonly Stretch[],
  keyOf: (about: About) => number | null,
  answered: ReadonlySet<number>,
): number[] {
  const minutes = new Map<number, number>();
  for (const stretch of stretches) {
    const problem = keyOf(stretch);
    if (stretch.purpose !== "solving" || problem === null || !answered.has(problem)) continue;
    minutes.set(problem, (minutes.get(problem) ?? 0) + (stretch.to - stretch.from) / minuteMs);
  }
  return [...minutes.values()];
}

/** A mean with its 95 % interval, by the central limit theorem. */
function meanOf(times: readonly number[]): Pick<Handling, "minutes" | "low" | "high" | "problems"> {
  const { value, error } = estimateOf(times);
  return { minutes: value, low: Math.max(0, value - 1.96 * error), high: value + 1.96 * error, problems: times.length };
}
