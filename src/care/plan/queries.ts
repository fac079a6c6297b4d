import { sql } from "kysely";
import type { Database } from "../../store/index.ts";

/** What can go into one plan: two years of a log, and the newest questions for what members do. */
const mostWatched = 5000;

export interface HourRow {
  readonly day: string;
  readonly hour: number;
  readonly count: number;
}

/**
 * Questions asked, by hour on the wall of a time zone: those of the log, at the time when they were asked, also where an import or a
 * restored export brought them.
 */
export async function countQuestionsByHour(
  database: Database,
  wanted: { readonly communityId: number; readonly since: Date; readonly until: Date; readonly timeZone: string },
): Promise<HourRow[]> {
  const { communityId, since, until, timeZone } = wanted;
  const { rows } = await sql<HourRow>`
    with asked as (
      select at from event where community_id = ${communityId} and kind = 'question.asked' and at >= ${since} and at < ${until}
      union all
      select q.created_at from event e join question q on q.community_id = e.community_id and q.id = e.subject_id
      where e.community_id = ${communityId} and e.kind = 'question.imported' and q.created_at >= ${since} and q.created_at < ${until}
    ), wall as (select at at time zone ${timeZone} as at from asked)
    select to_char(at, 'YYYY-MM-DD') as day, extract(hour from at)::int as hour, count(*)::int as count
    from wall group by 1, 2 order by 1, 2 limit 20000`.execute(database);
  return rows;
}

export interface WatchRow {
  readonly askedAt: Date;
  /** The first answer of somebody other than the asker: of a member, and of staff. */
  readonly memberAt: Date | null;
  readonly staffAt: Date | null;
}

/** The newest questions of a stretch of time with their first answers. */
export async function listFirstAnswers(
  database: Database,
  wanted: { readonly communityId: number; readonly since: Date; readonly until: Date },
): Promise<WatchRow[]> {
  const { communityId, since, until } = wanted;
  const { rows } = await sql<WatchRow>`
    with asked as materialized (
      select id, asker_id, created_at from question
      where community_id = ${communityId} and created_at >= ${since} and created_at < ${until} and removed_at is null
      order by id desc limit ${mostWatched}
    )
    select asked.created_at as "askedAt",
      min(a.created_at) filter (where not m.staff) as "memberAt", min(a.created_at) filter (where m.staff) as "staffAt"
    from asked
    left join answer a on a.community_id = ${communityId} and a.question_id = asked.id and a.removed_at is null
      and a.author_id <> asked.asker_id
    left join member m on m.community_id = ${communityId} and m.id = a.author_id
    group by asked.id, asked.created_at order by asked.id limit ${mostWatched}`.execute(database);
  return rows;
}

export interface WeekRow {
  readonly newcomers: number;
  readonly posts: number;
  readonly solved: number;
}

/** What happened in each of the last complete weeks before a moment, oldest first; weeks without anything count, too. */
export async function countByWeek(
  database: Database,
  wanted: { readonly communityId: number; readonly until: Date; readonly weeks: number },
): Promise<WeekRow[]> {
  const { communityId, until, weeks } = wanted;
  const { rows } = await sql<WeekRow>`
    with happened as (
      select floor(extract(epoch from ${until}::timestamptz - at) / 604800)::int as ago, kind, data->>'questionId' as question
      from event
      where community_id = ${communityId} and at < ${until} and at >= ${until}::timestamptz - make_interval(days => 7 * ${weeks}::int)
        and kind in ('member.joined', 'question.asked', 'answer.given', 'comment.made', 'answer.confirmed')
    )
    select count(*) filter (where kind = 'member.joined')::int as newcomers,
      count(*) filter (where kind in ('question.asked', 'answer.given', 'comment.made'))::int as posts,
      count(distinct question) filter (where kind = 'answer.confirmed')::int as solved
    from generate_series(0, ${weeks}::int - 1) as week left join happened on happened.ago = week
    group by week order by week desc limit ${weeks}`.execute(database);
  return rows;
}

/** When the newest question was asked; null where none ever was. */
export async function lastAskedAt(database: Database, communityId: number): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select max(created_at) as at from question where community_id = ${communityId}`.execute(database);
  return rows[0]?.at ?? null;
}
