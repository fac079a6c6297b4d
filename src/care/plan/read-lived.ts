import { err, ok, type Result, refusal } from "../../kernel/index.ts";
import type { Span as Watch } from "../../statistics/index.ts";
import type { Database } from "../../store/index.ts";
import { type ArrivalSeries, dayBefore, layOutDays, wallOf } from "./local-hours.ts";
import type { Lived } from "./make-plan.ts";
import { countByWeek, countQuestionsByHour, lastAskedAt, listFirstAnswers, type WatchRow } from "./queries.ts";

const dayMs = 86_400_000;
const hourMs = 3_600_000;
const historyDays = 728;
/** A community that was silent for so long was imported, or rests: the plan is made of the time before. */
const silentDays = 28;
const weeks = 8;

/** What a plan needs of a community's log: two years at most, up to the last day that is over. Refused: `arrivals-missing`. */
export async function readLived(
  database: Database,
  wanted: { readonly communityId: number; readonly timeZone: string; readonly now: Date },
): Promise<Result<Lived>> {
  const { communityId, timeZone, now } = wanted;
  const last = await lastAskedAt(database, communityId);
  if (!last) return err(arrivalsMissing);
  const silent = now.getTime() - last.getTime() > silentDays * dayMs;
  const until = silent ? new Date(last.getTime() + 1) : now;
  const since = new Date(until.getTime() - historyDays * dayMs);
  const within = { communityId, since, until };
  const [counts, answers, byWeek] = await Promise.all([
    countQuestionsByHour(database, { ...within, timeZone }),
    listFirstAnswers(database, within),
    countByWeek(database, { communityId, until, weeks }),
  ]);
  const today = wallOf(timeZone)(until).day;
  const series = layOutDays(counts, { to: silent ? today : dayBefore(today) });
  if (!series) return err(arrivalsMissing);
  return ok({
    ...series,
    watches: answers.map((row) => watchOf(row, until)),
    newcomers: byWeek.map((week) => week.newcomers),
    posts: byWeek.map((week) => week.posts),
    solved: byWeek.map((week) => week.solved),
  });
}

/** Where only arrivals are known, from a file. */
export function livedFromFile(series: ArrivalSeries): Lived {
  return { ...series, watches: [], newcomers: [], posts: [], solved: [] };
}

/** Open to members until one answered, staff did, or what is read ends. */
function watchOf({ askedAt, memberAt, staffAt }: WatchRow, until: Date): Watch {
  const happened = memberAt !== null && memberAt < until && (staffAt === null || memberAt <= staffAt);
  const end = happened ? memberAt : staffAt !== null && staffAt < until ? staffAt : until;
  return { time: Math.max(0, end.getTime() - askedAt.getTime()) / hourMs, happened };
}

const arrivalsMissing = refusal(
  "missing",
  "arrivals-missing",
  "There are no arrivals to plan for yet: no day with questions has passed.",
  "Come back tomorrow, import what you have, or give a file of arrivals.",
);
